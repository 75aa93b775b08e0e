import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Lists unlike the French ones: an identifier that has no key, names and streets of another language, other columns. Made
 * here so that no weight is ever set by looking at a published set. Same seed, same bytes.
 */
export interface ElsewhereSet {
  readonly register: string
  readonly exposed: string
  readonly truth: string
  /** For `--columns`. */
  readonly columns: object
}

export interface ElsewhereOptions {
  readonly name: string
  readonly people: number
  readonly seed: number
  /** Fields of both lists, in this order. */
  readonly fields: readonly ElsewhereField[]
  /** Share of the exposed rows that carry one, two and three damages. */
  readonly damages: readonly [number, number, number]
}

export const elsewhereFields = [
  'given',
  'surname',
  'number',
  'street',
  'suburb',
  'postcode',
  'birth',
  'id',
] as const
export type ElsewhereField = (typeof elsewhereFields)[number]
type Person = Record<ElsewhereField, string>

const MAPPED: Record<ElsewhereField, string> = {
  given: 'first_names',
  surname: 'surname',
  number: 'address_1',
  street: 'address_2',
  suburb: 'city',
  postcode: 'postcode',
  birth: 'birth_date',
  id: 'national_id',
}

/** Half of the exposed rows are of people of the register, half of strangers drawn from the same population. */
export function makeElsewhere(options: ElsewhereOptions, folder: string): ElsewhereSet {
  const random = generator(options.seed)
  const people = Array.from({ length: options.people * 2 }, () => drawPerson(random))
  const path = (list: string) => join(folder, `${options.name}-${list}.csv`)
  const { fields } = options
  const line = (person: Person) => fields.map((field) => person[field]).join(',')
  const ours = people.slice(0, options.people)
  const rows = people.map((person, index) => ({ person, index })).filter(({ index }) => index % 2 === 0)
  shuffle(rows, random)
  const spoiled = rows.map(({ person, index }) => ({ index, ...spoil(person, options, random) }))
  writeFileSync(
    path('register'),
    `ref,${fields.join(',')}\n${ours.map((one, i) => `M${i},${line(one)}\n`).join('')}`,
  )
  writeFileSync(
    path('exposed'),
    `${fields.join(',')}\n${spoiled.map((row) => `${line(row.person)}\n`).join('')}`,
  )
  const truth = spoiled.map(
    ({ index, damage }, i) => `${i + 1},${index < options.people ? `M${index}` : ''},${damage}\n`,
  )
  writeFileSync(path('truth'), `exposed_row,member_id,damage\n${truth.join('')}`)
  const side = Object.fromEntries(
    fields.map((field) => [
      MAPPED[field],
      { column: field, ...(field === 'birth' ? { format: 'yyyymmdd' } : {}) },
    ]),
  )
  return {
    register: path('register'),
    exposed: path('exposed'),
    truth: path('truth'),
    columns: {
      register: { member_id: { column: 'ref' }, ...side },
      exposed: side,
      national_id_kind: 'opaque',
    },
  }
}

type Random = () => number

/** Mulberry32: 32 bits of state are plenty for a test set. */
function generator(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const ONSETS = 'b br c ch cl d dr f fl g gr h j k l m n p ph r s sh st t th tr v w wh'.split(' ')
const VOWELS = 'a e i o u ay ea ee oo y'.split(' ')
const ENDS = ['', '', 'n', 'r', 's', 'l', 'ck', 'rd', 'm', 'th', 'ston', 'ley', 'son']

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[below(random, values.length)]!
}

/** A word for a number, always the same: the vocabulary is as long as one likes. */
function word(number: number, syllables: number): string {
  const random = generator(number * 7919 + syllables)
  let text = ''
  for (let n = 0; n < syllables; n++) text += pick(ONSETS, random) + pick(VOWELS, random)
  return text + pick(ENDS, random)
}

/** Few values are common and most are rare: the rank is drawn so that its logarithm is even (Zipf). */
function rank(random: Random, values: number): number {
  return Math.floor(Math.exp(random() * Math.log(values)))
}

function drawPerson(random: Random): Person {
  const year = 1925 + below(random, 95)
  const month = 1 + below(random, 12)
  const day = 1 + below(random, 28)
  const suburb = below(random, 2000)
  return {
    given: word(rank(random, 3000), 2),
    surname: word(10_000 + rank(random, 20_000), 2 + below(random, 2)),
    number: String(1 + below(random, 200)),
    street: `${word(50_000 + below(random, 8000), 2)} ${pick(['street', 'road', 'close', 'crescent', 'place'], random)}`,
    suburb: word(70_000 + suburb, 3),
    postcode: String(1000 + suburb),
    birth: `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`,
    id: String(1_000_000 + below(random, 9_000_000)),
  }
}

/** One name for each thing that can go wrong in a field of another country's list. */
const DAMAGES: Record<string, { field: ElsewhereField; spoil: (person: Person, random: Random) => string }> =
  {
    given_typo: { field: 'given', spoil: ({ given }, random) => typo(given, random) },
    given_replaced: { field: 'given', spoil: (_, random) => word(rank(random, 3000), 2) },
    given_missing: { field: 'given', spoil: () => '' },
    surname_typo: { field: 'surname', spoil: ({ surname }, random) => typo(surname, random) },
    surname_missing: { field: 'surname', spoil: () => '' },
    birth_digit: {
      field: 'birth',
      spoil: ({ birth }, random) => digitOff(birth, 2 + below(random, 2), random),
    },
    birth_swapped: { field: 'birth', spoil: ({ birth: b }) => b.slice(0, 4) + b.slice(6) + b.slice(4, 6) },
    birth_replaced: { field: 'birth', spoil: (_, random) => drawPerson(random).birth },
    birth_missing: { field: 'birth', spoil: () => '' },
    id_digit: { field: 'id', spoil: ({ id }, random) => digitOff(id, below(random, 7), random) },
    id_replaced: { field: 'id', spoil: (_, random) => String(1_000_000 + below(random, 9_000_000)) },
    id_missing: { field: 'id', spoil: () => '' },
    street_typo: { field: 'street', spoil: ({ street }, random) => typo(street, random) },
    postcode_digit: {
      field: 'postcode',
      spoil: ({ postcode }, random) => digitOff(postcode, below(random, 4), random),
    },
    suburb_missing: { field: 'suburb', spoil: () => '' },
  }

function spoil(
  person: Person,
  { fields, damages }: ElsewhereOptions,
  random: Random,
): { person: Person; damage: string } {
  const drawn = random()
  const [one, two, three] = damages
  const count = drawn < three ? 3 : drawn < three + two ? 2 : drawn < three + two + one ? 1 : 0
  const spoiled = { ...person }
  const found: string[] = []
  const touched = new Set<ElsewhereField>()
  const possible = Object.keys(DAMAGES).filter((name) => fields.includes(DAMAGES[name]!.field))
  while (found.length < count) {
    const name = pick(possible, random)
    const { field, spoil: change } = DAMAGES[name]!
    if (touched.has(field)) continue
    touched.add(field)
    spoiled[field] = change(person, random)
    found.push(name)
  }
  return { person: spoiled, damage: found.length === 0 ? 'none' : found.join('+') }
}

/** One letter lost, doubled, replaced or exchanged with the next. */
function typo(text: string, random: Random): string {
  const at = below(random, text.length)
  const letter = String.fromCharCode(97 + below(random, 26))
  const kinds = [
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + letter + text.slice(at),
    () => text.slice(0, at) + letter + text.slice(at + 1),
    () => text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2),
  ]
  return pick(kinds, random)()
}

function digitOff(text: string, at: number, random: Random): string {
  const other = (Number(text[at]) + 1 + below(random, 9)) % 10
  return text.slice(0, at) + other + text.slice(at + 1)
}

function shuffle<T>(values: T[], random: Random): void {
  for (let at = values.length - 1; at > 0; at--) {
    const other = below(random, at + 1)
    ;[values[at], values[other]] = [values[other]!, values[at]!]
  }
}
