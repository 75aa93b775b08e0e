import { nth } from './draw.ts'

/**
 * What the processor's export did to a row. At most one damage per group falls on a row, groups are independent, so a
 * row can carry several; `truth.csv` joins their names with `+`, in this order. A rate is the share of the rows to which
 * the damage can apply (a truncated name needs a long name).
 */
interface Damage {
  readonly group:
    | 'row'
    | 'national_id'
    | 'surname'
    | 'first_name'
    | 'birth_date'
    | 'member_number'
    | 'insurer'
    | 'cell'
  readonly rate: number
  readonly fr: string
  readonly en: string
}

/** Sum of the default rates of one row: about 0.18 beside the usage names (a variation rather than damage). */
export const DAMAGES = {
  duplicate: at('row', 0.02, 'ligne d’une personne déjà présente', 'row of a person already listed'),
  homonym: at(
    'row',
    0.00005,
    'homonyme exact (nom, prénom, naissance) chez un autre assureur',
    'exact homonym at another insurer',
  ),
  unreadable: at('row', 0.0005, 'ni NIR ni date de naissance', 'neither NIR nor birth date'),
  no_nir: at('national_id', 0.02, 'NIR absent', 'no NIR'),
  wrong_digit: at('national_id', 0.01, 'un chiffre du NIR faux', 'one wrong digit in the NIR'),
  no_key: at('national_id', 0.03, 'NIR sans clé', 'NIR without its key'),
  scientific_nir: at('national_id', 0.002, 'NIR en notation scientifique', 'NIR in scientific notation'),
  fictitious_nir: at(
    'national_id',
    0.001,
    'NIR fictif partagé par beaucoup de personnes',
    'fictitious NIR shared by many',
  ),
  provisional_nir: at('national_id', 0.002, 'NIR provisoire', 'provisional NIR'),
  not_available_nir: at('national_id', 0.0005, '#N/A à la place du NIR', '#N/A instead of the NIR'),
  other_parent_nir: at('national_id', 0.05, 'NIR de l’autre parent', 'NIR of the other parent'),
  surname_typo: at('surname', 0.03, 'faute de frappe dans le nom', 'typing error in the surname'),
  truncated_surname: at(
    'surname',
    0.2,
    'nom de plus de 15 caractères coupé',
    'surname longer than 15 characters cut',
  ),
  swapped_names: at('surname', 0.005, 'nom et prénom inversés', 'surname and first name swapped'),
  usage_name: at(
    'surname',
    0.3,
    'nom d’usage au lieu du nom de naissance',
    'usage name instead of the birth name',
  ),
  first_name_typo: at('first_name', 0.02, 'faute de frappe dans le prénom', 'typing error in the first name'),
  no_birth_date: at('birth_date', 0.005, 'date de naissance absente', 'no birth date'),
  day_month_swapped: at('birth_date', 0.005, 'jour et mois inversés', 'day and month swapped'),
  two_digit_year: at('birth_date', 0.001, 'année sur deux chiffres', 'two-digit year'),
  excel_serial_date: at('birth_date', 0.001, 'date en numéro de série de tableur', 'spreadsheet serial date'),
  no_member_number: at('member_number', 0.03, 'numéro d’adhérent absent', 'no member number'),
  lost_leading_zeros: at(
    'member_number',
    0.005,
    'zéros de tête du numéro d’adhérent perdus',
    'leading zeros of the member number lost',
  ),
  no_amc: at('insurer', 0.002, 'assureur absent', 'no insurer'),
  unknown_amc: at('insurer', 0.001, 'numéro d’assureur inconnu', 'unknown insurer number'),
  amc_lost_zeros: at(
    'insurer',
    0.002,
    'zéros de tête du numéro d’assureur perdus',
    'leading zeros of the insurer number lost',
  ),
  trailing_space: at('cell', 0.003, 'espaces après le nom', 'spaces after the surname'),
  no_break_space: at(
    'cell',
    0.002,
    'espaces insécables autour du prénom',
    'no-break spaces around the first name',
  ),
  leading_quote: at('cell', 0.001, 'apostrophe devant le NIR', 'apostrophe before the NIR'),
} as const satisfies Record<string, Damage>

export type DamageName = keyof typeof DAMAGES
export type Rates = Readonly<Record<DamageName, number>>
export const DAMAGE_NAMES = Object.keys(DAMAGES) as DamageName[]

function at(group: Damage['group'], rate: number, fr: string, en: string): Damage {
  return { group, rate, fr, en }
}

/** The default rates: those of the matching prototype, small ones for the rest of the catalogue. */
export const DEFAULT_RATES: Rates = ratesWith({})

export function ratesWith(changes: Partial<Rates>): Rates {
  const pairs = DAMAGE_NAMES.map((name) => [name, changes[name] ?? DAMAGES[name].rate])
  return Object.fromEntries(pairs) as Rates
}

/** The groups drawn for each row; `row` damages are decided by the layout of the file, except `unreadable`. */
const GROUPS = [
  'national_id',
  'surname',
  'first_name',
  'birth_date',
  'member_number',
  'insurer',
  'cell',
] as const
type Group = (typeof GROUPS)[number]

/** The damage drawn in each group for one row, before asking whether it can apply. */
export type Drawn = Record<Group, DamageName | null> & { unreadable: boolean }

export function groupOverflow(rates: Rates): Group | undefined {
  return GROUPS.find((group) => sumOf(rates, group) > 1)
}

function sumOf(rates: Rates, group: Group): number {
  return namesIn(group).reduce((sum, name) => sum + rates[name], 0)
}

function namesIn(group: Group): DamageName[] {
  return DAMAGE_NAMES.filter((name) => DAMAGES[name].group === group)
}

/** Prepares the draw of damages: fills `into` from the 32 random bits of a row. */
export function damageDraw(rates: Rates): (bits: number, into: Drawn) => void {
  const lotteries = GROUPS.map((group) => lottery(rates, group))
  const unreadableBelow = rates.unreadable * 0x1_0000_0000
  return (bits, into) => {
    for (let n = 0; n < GROUPS.length; n++) into[GROUPS[n]!] = lotteries[n]!(nth(bits, 100 + n))
    into.unreadable = nth(bits, 120) < unreadableBelow
  }
}

function lottery(rates: Rates, group: Group): (bits: number) => DamageName | null {
  const names = namesIn(group)
  let reached = 0
  const limits = names.map((name) => {
    reached += rates[name]
    return reached * 0x1_0000_0000
  })
  return (bits) => {
    for (let n = 0; n < limits.length; n++) if (bits < limits[n]!) return names[n]!
    return null
  }
}

export function noDamage(): Drawn {
  const drawn = Object.fromEntries(GROUPS.map((group) => [group, null]))
  return { ...drawn, unreadable: false } as Drawn
}
