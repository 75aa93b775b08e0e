import { type Address, blankAddress, fillAddress } from './address.ts'
import { REFERENCE, TWO_DIGITS } from './calendar.ts'
import { contracts, emailOf, guardianName } from './contract.ts'
import { cell } from './csv.ts'
import { below, chance, draw, keyOf, nth } from './draw.ts'
import { chooseFirstName, firstNames } from './first-names.ts'
import { OWN_AMC } from './insurers.ts'
import { type Person, Population } from './population.ts'
import { firstNameOf, type Vocabulary } from './vocabulary.ts'

export const REGISTER_HEADERS =
  'id_adherent;numero_adherent;nir;nom_naissance;nom_usage;prenoms;sexe;date_naissance;rang;contrat;amc;email;adresse1;adresse2;adresse3;adresse4;code_postal;ville;pays;mineur;id_assure;decede;tuteur_nom;tuteur_adresse;tuteur_code_postal;tuteur_ville;adresse_protegee;outre_mer;entreprise'.split(
    ';',
  )

/** The sample's `id_adherent`: nine digits with leading zeros, its own for each person. */
export function memberId(index: number): string {
  // 387,420,489 (= 3^18) is prime to 10, so no two indices below 10^9 meet; the product is taken in two exact halves.
  const high = Math.floor(index / 1_000)
  const low = index % 1_000
  const number = ((high * 387_420_489) % 1_000_000) * 1_000 + low * 387_420_489 + 141_421_356
  return String(number % 1_000_000_000).padStart(9, '0')
}

/** Row `index` of register.csv, computed from the seed and the index alone. */
export function registerRows(
  seed: number,
  members: number,
  words: Vocabulary,
  separator: string,
): (index: number) => string {
  const people = new Population(seed, 'own', words.ranks)
  const contractOf = contracts(seed, members)
  const households = keyOf(seed, 'households')
  const [home, ward] = [blankAddress(), blankAddress()]
  const s = separator

  return (index) => {
    people.read(index)
    const { person } = people
    const bits = nth(person.bits, 50)
    const cover = contractOf(person.holder, draw(households, person.holder))
    const household = draw(households, person.holder)
    readHome(home, person, household)
    return (
      memberId(index) +
      s +
      cover.memberNumber +
      s +
      person.nationalId +
      s +
      names(person, words, s) +
      s +
      birth(person, s) +
      s +
      cover.contract +
      s +
      OWN_AMC +
      s +
      email(person, words, bits, household) +
      s +
      lines(home, s) +
      s +
      (person.minor ? 'O' : 'N') +
      s +
      policyholder(person, bits) +
      s +
      deceased(person, bits) +
      s +
      guardian(ward, person, words, bits, s) +
      s +
      (chance(nth(bits, 3), 0.003) ? 'O' : 'N') +
      s +
      (home.overseas ? 'O' : 'N') +
      s +
      cell(cover.company, s)
    )
  }
}

/** One child in twenty lives at another address than the household. */
function readHome(into: Address, person: Person, household: number): void {
  const apart = person.role === 'child' && chance(nth(person.bits, 51), 0.05)
  fillAddress(into, nth(apart ? person.bits : household, 52))
}

function names(person: Person, words: Vocabulary, s: string): string {
  const { text } = words.surnames
  const usage = person.usageName < 0 ? '' : usageName(person, text)
  return text[person.surname] + s + usage + s + allFirstNames(person) + s + (person.male ? 'M' : 'F')
}

/** One usage name in ten is both names joined. */
export function usageName(person: Person, shape: readonly string[]): string {
  const usage = shape[person.usageName]!
  return person.bits % 10 === 0 ? `${shape[person.surname]}-${usage}` : usage
}

/** A third of people have further given names on file. */
function allFirstNames(person: Person): string {
  const first = firstNameOf(person, 'text')
  const bits = nth(person.bits, 53)
  if (!chance(bits, 0.35)) return first
  const { text } = firstNames(person.male)
  const second = text[chooseFirstName(person.male, person.year - 45, nth(bits, 1))]
  const third = chance(nth(bits, 2), 0.5)
    ? ` ${text[chooseFirstName(person.male, person.year - 30, nth(bits, 3))]}`
    : ''
  return `${first} ${second}${third}`
}

function birth(person: Person, s: string): string {
  return `${TWO_DIGITS[person.day]}/${TWO_DIGITS[person.month]}/${person.year}${s}${person.rank}`
}

/** 85 % of people: an adult's own address; on a minor's line, that of the household, shared by brothers and sisters. */
function email(person: Person, words: Vocabulary, bits: number, household: number): string {
  const surname = words.surnames.plain[person.surname]!
  if (person.minor) {
    return chance(nth(household, 60), 0.85)
      ? emailOf('foyer', surname, person.holder, nth(household, 61))
      : ''
  }
  if (!chance(nth(bits, 0), 0.85)) return ''
  return emailOf(firstNameOf(person, 'plain'), surname, person.index, nth(bits, 1))
}

function lines(at: Address, s: string): string {
  return (
    cell(at.complement, s) +
    s +
    cell(at.building, s) +
    s +
    cell(at.street, s) +
    s +
    cell(at.locality, s) +
    s +
    at.postcode +
    s +
    cell(at.city, s) +
    s +
    at.country
  )
}

/** The member_id of the policyholder: one's own for an account holder; missing for 3 dependants in 1,000. */
function policyholder(person: Person, bits: number): string {
  if (person.role !== 'holder' && chance(nth(bits, 2), 0.003)) return ''
  return memberId(person.holder)
}

function deceased(person: Person, bits: number): string {
  const age = REFERENCE.year - person.year
  return chance(nth(bits, 4), age > 75 ? 0.05 : age > 50 ? 0.005 : 0.0005) ? 'O' : 'N'
}

/** Adults under guardianship (more often old), and half of the minors whose policyholder is missing. */
function guardian(at: Address, person: Person, words: Vocabulary, bits: number, s: string): string {
  const orphan = person.minor && policyholder(person, bits) === '' && nth(bits, 5) % 2 === 0
  const ward = !person.minor && chance(nth(bits, 6), REFERENCE.year - person.year > 75 ? 0.02 : 0.003)
  if (!orphan && !ward) return s + s + s
  fillAddress(at, nth(bits, 7))
  const name = guardianName(nth(bits, 8), words.surnames.text[below(nth(bits, 9), 5_000)]!)
  return cell(name, s) + s + cell(at.street || at.locality, s) + s + at.postcode + s + cell(at.city, s)
}
