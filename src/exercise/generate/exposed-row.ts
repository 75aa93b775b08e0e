import { TWO_DIGITS } from './calendar.ts'
import { contracts } from './contract.ts'
import { cell } from './csv.ts'
import { DAMAGE_NAMES, type DamageName, damageDraw, noDamage, type Rates } from './damage.ts'
import { chance, draw, keyOf, nth, oneOf } from './draw.ts'
import { type Insurer, OTHERS, OWN } from './insurers.ts'
import { type ExposedRecord, type Layout, layOutExposed, type Sizes } from './layout.ts'
import { type Person, Population } from './population.ts'
import { memberId, usageName } from './register-row.ts'
import { spoilBirthDate, spoilNationalId, truncate, typo, withoutLeadingZeros } from './spoil-cell.ts'
import { firstNameOf, type Vocabulary } from './vocabulary.ts'

export const EXPOSED_HEADERS =
  'NUM_AMC,LIB_AMC,NUM_ADH,NUM_CONTRAT,NIR_OD,NOM_BENEF,PRENOM_BENEF,DATE_NAISS_BENEF,RANG_NAISS,CODE_GARANTIE'.split(
    ',',
  )

/** One row of exposed.csv being made; the same object is filled again for each row. */
interface Cells {
  amc: string
  insurer: string
  memberNumber: string
  contract: string
  nationalId: string
  surname: string
  firstName: string
  birthDate: string
  rank: number
  guarantee: string
}

export interface ExposedRows {
  readonly layout: Layout
  /** The row, and what truth.csv says of it. */
  read(row: number): { line: string; memberId: string; damage: string }
  /** Rows that carry each damage, so far. */
  readonly counts: Record<DamageName, number>
}

/** The processor's list: every row is computed from the seed and its number alone. */
export function exposedRows(
  seed: number,
  sizes: Sizes,
  rates: Rates,
  words: Vocabulary,
  separator: string,
): ExposedRows {
  const layout = layOutExposed(seed, sizes, rates)
  const write = {
    own: rowWriter(seed, 'own', sizes.members, words),
    others: rowWriter(seed, 'others', layout.others, words),
  }
  const [ownPeople, otherPeople] = [write.own.people, write.others.people]
  const spoil = spoiler(rates)
  const key = keyOf(seed, 'exposed')
  const counts = Object.fromEntries(DAMAGE_NAMES.map((name) => [name, 0])) as Record<DamageName, number>
  const result = { line: '', memberId: '', damage: '' }

  function read(row: number): typeof result {
    const record = layout.at(row)
    const bits = draw(key, row)
    const side = record.kind === 'own' ? write.own : write.others
    side.people.read(record.index)
    if (record.kind === 'homonym') lookAlike(otherPeople, ownPeople, record)
    const cells = side.fill(bits)
    const found = spoil(cells, side.people.person, side.wordsOf, bits, record)
    for (const name of found) counts[name]++
    result.line = lineOf(cells, separator)
    result.memberId = record.kind === 'own' ? memberId(record.index) : ''
    result.damage = found.length === 0 ? 'none' : found.join('+')
    return result
  }

  return { layout, read, counts }
}

/** Gives the person just read the name, sex and birth date of one of ours; the NIR stays their own. */
function lookAlike(others: Population, own: Population, record: ExposedRecord): void {
  own.read(record.lookalike)
  const { surname, firstName, male, year, month, day } = own.person
  Object.assign(others.person, {
    surname,
    firstName,
    male,
    year,
    month,
    day,
    rank: 1,
    usageName: -1,
    otherParentId: '',
  })
  others.person.nationalId = others.ownId(others.person)
}

type NameShape = { surnames: readonly string[]; firstNames: 'upper' | 'plain' }

/** Fills the undamaged cells for the people of one side. */
function rowWriter(seed: number, name: 'own' | 'others', size: number, words: Vocabulary) {
  const people = new Population(seed, name, words.ranks)
  const contractOf = contracts(seed, size)
  const households = keyOf(seed, name === 'own' ? 'households' : 'other-households')
  const shapes: NameShape[] = [
    { surnames: words.surnames.plain, firstNames: 'plain' },
    { surnames: words.surnames.upper, firstNames: 'upper' },
  ]
  const cells = { amc: '', insurer: '' } as Cells

  /** One export in four keeps the accents. */
  const wordsOf = (bits: number): NameShape => shapes[chance(nth(bits, 60), 0.25) ? 1 : 0]!

  function fill(bits: number): Cells {
    const { person } = people
    const base = draw(households, person.holder)
    const cover = contractOf(person.holder, base)
    const insurer = name === 'own' ? OWN : oneOf(OTHERS, nth(base, 61))
    cells.amc = insurer.amc
    cells.insurer = insurer.label
    cells.memberNumber = name === 'own' ? cover.memberNumber : numberElsewhere(insurer, cover.memberNumber)
    cells.contract = cover.contract
    cells.guarantee = cover.guarantee
    cells.nationalId = person.nationalId
    cells.rank = person.rank
    fillNames(cells, person, wordsOf(bits), bits)
    cells.birthDate = person.year + TWO_DIGITS[person.month]! + TWO_DIGITS[person.day]!
    return cells
  }

  return { people, fill, wordsOf }
}

/** Other insurers number their members in their own ways; one in four as ours does, so numbers meet. */
function numberElsewhere(insurer: Insurer, number: string): string {
  const style = Number(insurer.amc.slice(-2)) % 4
  if (style === 0) return number
  return style === 1 ? `M${number.slice(2)}` : `${style}${number.slice(1)}`
}

/** Half of the exports write compound first names with a space. */
function fillNames(cells: Cells, person: Person, shape: NameShape, bits: number): void {
  const first = firstNameOf(person, shape.firstNames)
  cells.surname = shape.surnames[person.surname]!
  cells.firstName = nth(bits, 62) % 2 ? first.replace('-', ' ') : first
}

const NONE: readonly DamageName[] = []

/** Applies what was drawn for the row and tells which damages it really carries, in the order of the catalogue. */
function spoiler(rates: Rates) {
  const drawDamage = damageDraw(rates)
  const drawn = noDamage()
  return (
    cells: Cells,
    person: Person,
    wordsOf: (bits: number) => NameShape,
    bits: number,
    record: ExposedRecord,
  ) => {
    drawDamage(bits, drawn)
    let found: DamageName[] | undefined
    const note = (name: DamageName | null) => {
      if (name === null) return
      found ??= []
      found.push(name)
    }
    if (record.duplicate) note('duplicate')
    if (record.kind === 'homonym') note('homonym')
    if (drawn.unreadable) note(unreadable(cells))
    else if (drawn.national_id) note(spoilId(cells, person, drawn.national_id, bits))
    if (drawn.surname) note(spoilSurname(cells, person, drawn.surname, wordsOf(bits), bits))
    if (drawn.first_name) note(spoilFirstName(cells, drawn.first_name, bits))
    if (drawn.birth_date && !drawn.unreadable) note(spoilDate(cells, person, drawn.birth_date))
    if (drawn.member_number) note(spoilNumber(cells, drawn.member_number))
    if (drawn.insurer) note(spoilInsurer(cells, drawn.insurer, bits))
    if (drawn.cell) note(spoilSpaces(cells, drawn.cell))
    return found ?? NONE
  }
}

function unreadable(cells: Cells): DamageName {
  cells.nationalId = cells.birthDate = ''
  return 'unreadable'
}

function spoilId(cells: Cells, person: Person, damage: DamageName, bits: number): DamageName | null {
  const spoiled = spoilNationalId(damage, cells.nationalId, person.otherParentId, nth(bits, 70))
  if (spoiled === null) return null
  cells.nationalId = spoiled
  return damage
}

function spoilSurname(
  cells: Cells,
  person: Person,
  damage: DamageName,
  shape: NameShape,
  bits: number,
): DamageName | null {
  if (damage === 'swapped_names') {
    ;[cells.surname, cells.firstName] = [cells.firstName, cells.surname]
    return damage
  }
  const usage = person.usageName < 0 ? null : usageName(person, shape.surnames)
  const spoiled =
    damage === 'usage_name'
      ? usage
      : damage === 'surname_typo'
        ? typo(cells.surname, nth(bits, 71))
        : truncate(cells.surname)
  if (spoiled === null) return null
  cells.surname = spoiled
  return damage
}

/** After a swap the first name stands in the surname's column: the typing error is then made there, in the surname. */
function spoilFirstName(cells: Cells, damage: DamageName, bits: number): DamageName | null {
  const spoiled = typo(cells.firstName, nth(bits, 72))
  if (spoiled === null) return null
  cells.firstName = spoiled
  return damage
}

function spoilDate(cells: Cells, person: Person, damage: DamageName): DamageName | null {
  const spoiled = spoilBirthDate(damage, person.year, person.month, person.day)
  if (spoiled === null) return null
  cells.birthDate = spoiled
  return damage
}

function spoilNumber(cells: Cells, damage: DamageName): DamageName | null {
  const spoiled = damage === 'no_member_number' ? '' : withoutLeadingZeros(cells.memberNumber)
  if (spoiled === null) return null
  cells.memberNumber = spoiled
  return damage
}

function spoilInsurer(cells: Cells, damage: DamageName, bits: number): DamageName {
  if (damage === 'amc_lost_zeros') cells.amc = cells.amc.replace(/^0+/, '')
  else {
    cells.amc = damage === 'no_amc' ? '' : `0099${900_000 + (nth(bits, 73) % 100_000)}`
    cells.insurer = ''
  }
  return damage
}

function spoilSpaces(cells: Cells, damage: DamageName): DamageName | null {
  if (damage === 'trailing_space') cells.surname += '   '
  else if (damage === 'no_break_space')
    cells.firstName = `\u00a0${cells.firstName.replace(' ', '\u00a0')}\u00a0`
  else if (cells.nationalId === '') return null
  else cells.nationalId = `'${cells.nationalId}`
  return damage
}

function lineOf(cells: Cells, s: string): string {
  return (
    cells.amc +
    s +
    cell(cells.insurer, s) +
    s +
    cells.memberNumber +
    s +
    cells.contract +
    s +
    cell(cells.nationalId, s) +
    s +
    cells.surname +
    s +
    cells.firstName +
    s +
    cells.birthDate +
    s +
    cells.rank +
    s +
    cells.guarantee
  )
}
