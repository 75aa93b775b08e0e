import { normalName, normalNumber, parseSex } from '../identity/index.ts'
import type { Candidate, Fields, Item } from './model.ts'
import { MASKED } from './model.ts'

export type Sign = 'same' | 'close' | 'different' | 'absent'

/** Why two values are close or different, in the words of the texts. */
export type Note =
  | 'one_letter'
  | 'more_names'
  | 'part'
  | 'usage_name'
  | 'names_swapped'
  | 'after_normal_form'
  | 'day_month_swapped'
  | 'century'
  | 'incomplete'
  | 'one_part'
  | 'zeros'
  | 'one_digit'
  | 'household'
  | 'one_is_wrong'
  | 'both_valid'
  | 'key_right'
  | 'no_key'
  | 'provisional'
  | 'fictitious'
  | 'malformed'
  | 'not_compared'
  | 'not_in_list'
  | 'not_in_register'

export interface Compared {
  readonly field: string
  readonly sign: Sign
  readonly note?: Note | undefined
  /** Cells as they stand; `nir` has none. */
  readonly exposed: string
  readonly own: string
  /** The exposed cell, where `exposed` is a reading of it. */
  readonly read?: string | undefined
}

const TEXTS = [
  ['surname', 'surname'],
  ['usage_name', undefined],
  ['first_names', 'first'],
  ['birth_date', 'birth'],
] as const
const NUMBERS = [
  ['rank', 'rank'],
  ['sex', 'sex'],
  ['member_number', 'member'],
  ['contract', 'contract'],
  ['insurer', 'insurer'],
  ['postcode', undefined],
] as const

/** The fields of a row beside those of a candidate, with a sign for each: the engine's level where it gave one. */
export function compareFields(item: Pick<Item, 'fields' | 'nirClass'>, candidate: Candidate): Compared[] {
  const level = (evidence: string | undefined) =>
    evidence === undefined ? undefined : candidate.evidence?.[evidence]?.[0]
  const pairs = (fields: readonly (readonly [string, string | undefined])[]) =>
    fields
      .map(([field, evidence]) => compared(field, item.fields, candidate.fields, level(evidence)))
      .filter(({ exposed, own, field }) => exposed !== '' || own !== '' || field === 'surname')
  return [
    ...pairs(TEXTS),
    { field: 'nir', exposed: '', own: '', ...nirAgreement(item.nirClass, candidate) },
    ...pairs(NUMBERS),
    ...REACHED.flatMap((field) => reachAgreement(field, candidate)),
  ]
}

/** How to reach someone starts masked, and is not kept here: only whether it agrees. */
const REACHED = ['street', 'email'] as const

function reachAgreement(field: string, candidate: Candidate): Compared[] {
  const level = candidate.evidence?.[field]?.[0]
  if (level === null || level === undefined) return []
  const sign = level >= 3 ? 'same' : level > 0 ? 'close' : 'different'
  return [{ field, sign, exposed: MASKED, own: MASKED }]
}

function compared(
  field: string,
  exposedFields: Fields,
  ownFields: Fields,
  level: number | null | undefined,
): Compared {
  const exposed = exposedFields[field] ?? ''
  const own = field === 'postcode' ? placeOf(ownFields) : (ownFields[field] ?? '')
  const shown = { field, exposed: field === 'postcode' ? placeOf(exposedFields) : exposed, own }
  if (exposed === '' && own === '') return { ...shown, sign: 'absent' }
  if (exposed === MASKED || own === MASKED) return { ...shown, sign: 'absent', note: 'not_compared' }
  if (field === 'surname') return { ...shown, ...surnameAgreement(exposedFields, ownFields, level) }
  if (exposed === '') return { ...shown, sign: 'absent', note: 'not_in_list' }
  if (own === '') return { ...shown, sign: 'absent', note: 'not_in_register' }
  if (field === 'birth_date')
    return { ...shown, ...birthAgreement(exposed, own), read: exposedFields['birth_read'] }
  if (field === 'first_names') return { ...shown, ...firstAgreement(exposedFields, ownFields, level) }
  if (field === 'usage_name') return { ...shown, ...nameAgreement(exposed, own, undefined) }
  return { ...shown, ...numberAgreement(field, exposedFields[field] ?? '', ownFields[field] ?? '') }
}

function placeOf(fields: Fields): string {
  return [fields['postcode'], fields['city']].filter(Boolean).join(' ')
}

type Agreement = Pick<Compared, 'sign' | 'note'>

function surnameAgreement(exposed: Fields, own: Fields, level: number | null | undefined): Agreement {
  const [e, r] = [exposed['surname'] ?? exposed['usage_name'] ?? '', own['surname'] ?? '']
  if (e === '') return { sign: 'absent', note: 'not_in_list' }
  const usage = own['usage_name'] ?? ''
  if (r === '' && usage === '') return { sign: 'absent', note: 'not_in_register' }
  if (usage !== '' && normalName(e) === normalName(usage) && normalName(e) !== normalName(r))
    return { sign: 'same', note: 'usage_name' }
  if (areSwapped(exposed, own)) return { sign: 'close', note: 'names_swapped' }
  return nameAgreement(e, r, level)
}

function firstAgreement(exposed: Fields, own: Fields, level: number | null | undefined): Agreement {
  if (areSwapped(exposed, own)) return { sign: 'close', note: 'names_swapped' }
  return nameAgreement(exposed['first_names'] ?? '', own['first_names'] ?? '', level)
}

function areSwapped(exposed: Fields, own: Fields): boolean {
  const [surname, first] = [normalName(exposed['surname'] ?? ''), normalName(exposed['first_names'] ?? '')]
  if (surname === '' || first === '' || surname === first) return false
  const names = [own['surname'], own['usage_name']].map((name) => normalName(name ?? ''))
  return names.includes(first) && normalName(own['first_names'] ?? '').startsWith(surname)
}

function nameAgreement(a: string, b: string, level: number | null | undefined): Agreement {
  const [x, y] = [normalName(a), normalName(b)]
  const [shut, other] = [x.replaceAll(' ', ''), y.replaceAll(' ', '')]
  if (shut === other) return { sign: 'same', note: a.trim() === b.trim() ? undefined : 'after_normal_form' }
  const words = (text: string) => text.split(' ')
  const within =
    words(x).every((word) => words(y).includes(word)) || words(y).every((word) => words(x).includes(word))
  const note: Note | undefined = within
    ? 'more_names'
    : shut.startsWith(other) || other.startsWith(shut)
      ? 'part'
      : editDistance(shut, other) <= 1
        ? 'one_letter'
        : undefined
  if (level === null || level === undefined)
    return { sign: note || editDistance(shut, other) <= 2 ? 'close' : 'different', note }
  return { sign: level === 0 ? 'different' : level === 3 && !note ? 'same' : 'close', note }
}

/** Dates as yyyymmdd, 00 for unknown parts. */
function birthAgreement(a: string, b: string): Agreement {
  if (a === b) return { sign: 'same' }
  if (/^0+$/.test(a)) return { sign: 'absent', note: 'not_in_list' }
  if (/^0+$/.test(b)) return { sign: 'absent', note: 'not_in_register' }
  const part = (text: string) => ({ y: text.slice(0, 4), m: text.slice(4, 6), d: text.slice(6, 8) })
  const [x, z] = [part(a), part(b)]
  if (x.y === z.y && x.m === z.d && x.d === z.m) return { sign: 'different', note: 'day_month_swapped' }
  if (a.slice(4) === b.slice(4) && Math.abs(Number(x.y) - Number(z.y)) === 100)
    return { sign: 'close', note: 'century' }
  const fits = (one: string, two: string) => one === two || Number(one) === 0 || Number(two) === 0
  if (fits(x.y, z.y) && fits(x.m, z.m) && fits(x.d, z.d)) return { sign: 'close', note: 'incomplete' }
  const same = [x.y === z.y, x.m === z.m, x.d === z.d].filter(Boolean).length
  return same === 2 ? { sign: 'close', note: 'one_part' } : { sign: 'different' }
}

function sexAgreement(a: string, b: string): Agreement {
  const [x, y] = [parseSex(a), parseSex(b)]
  if (x === 0 || y === 0) return { sign: 'absent', note: 'not_compared' }
  return { sign: x === y ? 'same' : 'different' }
}

function numberAgreement(field: string, a: string, b: string): Agreement {
  if (field === 'sex') return sexAgreement(a, b)
  const [x, y] = [normalNumber(a), normalNumber(b)]
  if (x === y && x !== '') return { sign: 'same', note: a.trim() === b.trim() ? undefined : 'zeros' }
  if (x === '' || y === '') return { sign: 'absent', note: x === '' ? 'not_in_list' : 'not_in_register' }
  if (x.length > 3 && editDistance(x, y) <= 1) return { sign: 'close', note: 'one_letter' }
  return { sign: 'different' }
}

const NIR_LEVELS: Readonly<Record<string, Agreement>> = {
  '3': { sign: 'close', note: 'one_digit' },
  '2': { sign: 'close', note: 'household' },
  '1': { sign: 'different', note: 'both_valid' },
  '0': { sign: 'different' },
  '-1': { sign: 'different', note: 'one_is_wrong' },
}

const NIR_CLASSES: Readonly<Record<string, Note>> = {
  definitive: 'key_right',
  unverified: 'no_key',
  provisional: 'provisional',
  fictitious: 'fictitious',
  malformed: 'malformed',
  absent: 'not_in_list',
}

/** Agreement without the number: from the engine's level and the kind of number alone. */
function nirAgreement(nirClass: string, candidate: Candidate): Agreement {
  const kind = NIR_CLASSES[nirClass]
  if (nirClass === 'absent') return { sign: 'absent', note: 'not_in_list' }
  if (!candidate.evidence) return { sign: 'absent', note: 'not_compared' }
  const level = candidate.evidence['nid']?.[0]
  if (level === 4) return { sign: 'same', note: kind }
  if (level !== null && level !== undefined) return NIR_LEVELS[String(level)] ?? { sign: 'different' }
  const silent = kind === 'provisional' || kind === 'fictitious' || kind === 'malformed'
  return { sign: 'absent', note: silent ? kind : 'not_in_register' }
}

/** Levenshtein's distance, two neighbours exchanged counting one. */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return 4
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, n) => n)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length]!
}
