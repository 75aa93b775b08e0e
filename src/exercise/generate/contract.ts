import { below, chance, keyOf, mix, nth, oneOf } from './draw.ts'

/** What a household's cover gives every one of its members: member number, contract, guarantee, employer. */
export interface Contract {
  /** Ten digits with leading zeros, shared by the household. */
  memberNumber: string
  contract: string
  guarantee: string
  /** Fictional member company of a collective contract, or empty. */
  company: string
}

const BILLION = 1_000_000_000
const GUARANTEES = ['BASE', 'BASE+', 'CONFORT', 'CONFORT+', 'HOSPI', 'OPTION1', 'OPTION2', 'SENIOR']
const TRADES = [
  'Ateliers',
  'Transports',
  'Imprimerie',
  'Laboratoires',
  'Fonderie',
  'Aéro-Services',
  'Maison',
  'Clinique',
  'Verrerie',
]
const FIRSTS = [
  'Brév',
  'Cald',
  'Dorv',
  'Estr',
  'Garl',
  'Houv',
  'Jarl',
  'Lorm',
  'Morv',
  'Nerv',
  'Quév',
  'Tarv',
]
const LASTS = ['anne', 'ille', 'ois', 'ent', 'ac', 'ière', 'eul', 'ine', 'ong']
const ENDS = ['', '', '', ' & Fils', ' SAS', ' et Associés', ' ; Groupe Ouest']

/** `size` people have about size/300 employers, a few of them large. */
export function contracts(seed: number, size: number): (holder: number, base: number) => Contract {
  const key = keyOf(seed, 'companies')
  const companies = Math.max(3, Math.round(size / 300))
  const into: Contract = { memberNumber: '', contract: '', guarantee: '', company: '' }
  return (holder, base) => {
    // 61,803,399 is prime to 10: every household has its own number.
    const number = (holder * 61_803_399 + 271_828_182) % BILLION
    into.memberNumber = `0${String(number).padStart(9, '0')}`
    into.guarantee = oneOf(GUARANTEES, nth(base, 40))
    const collective = chance(nth(base, 41), 0.7)
    const rank = collective ? companyRank(companies, nth(base, 42)) : 0
    into.contract = collective
      ? `C${String(10_000 + rank * 7).padStart(7, '0')}`
      : `I${String(number).padStart(9, '0')}`
    into.company = collective ? companyName(key, rank) : ''
    return into
  }
}

/** The square of a uniform draw: low ranks are large employers. */
function companyRank(companies: number, bits: number): number {
  const share = bits / 0x1_0000_0000
  return Math.floor(share * share * companies)
}

function companyName(key: number, rank: number): string {
  const base = mix(key + rank)
  const name = oneOf(FIRSTS, nth(base, 1)) + oneOf(LASTS, nth(base, 2))
  return `${oneOf(TRADES, nth(base, 0))} ${name}${oneOf(ENDS, nth(base, 3))}`
}

const DOMAINS = [
  'courriel.example',
  'messagerie.example',
  'boite.example',
  'postel.example',
  'maison.example',
  'bureau.example',
]

/** An address nobody else of the register has: the person's index is in it. */
export function emailOf(firstName: string, surname: string, index: number, bits: number): string {
  const local = `${firstName}.${surname}`.toLowerCase().replace(/[^a-z.]/g, '')
  const domain = DOMAINS[below(bits, DOMAINS.length)]
  return `${local}.${index.toString(36)}@${domain}`
}

/** The name a file shows for a guardian: a person or a fictional association. */
export function guardianName(bits: number, surname: string): string {
  return bits % 3 === 0
    ? `Association tutélaire du ${oneOf(FIRSTS, bits)}ain`
    : `${bits % 2 ? 'Mme' : 'M.'} ${surname}`
}
