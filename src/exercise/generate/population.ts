import { daysIn, isMinor, REFERENCE } from './calendar.ts'
import { below, chance, draw, keyOf, nth, rankFrom } from './draw.ts'
import { chooseFirstName } from './first-names.ts'
import { type Household, holderIsMale, householdOf, yearOfHolder } from './household.ts'
import { birthPlaces, nationalId, placeOf } from './national-id.ts'

/**
 * People by index: `read(i)` makes `person` the person of index i, computed from the seed and i alone. A population
 * is cut into blocks of 16 people, each block into households, so a person's family is found by arithmetic.
 */
export interface Person {
  index: number
  /** Index of the first person of the household: the account holder. Households are named by it. */
  holder: number
  role: 'holder' | 'spouse' | 'child'
  male: boolean
  /** Ranks in the surname vocabulary; usageName is -1 when the person has none. */
  surname: number
  usageName: number
  firstName: number
  year: number
  /** 00 when unknown. */
  month: number
  /** 00 when unknown. */
  day: number
  /** Birth rank: 2 for the second of twins. */
  rank: number
  minor: boolean
  /** The NIR the person's rights hang on, with its key: often the account holder's. */
  nationalId: string
  /** For a child whose parents are both insured: the NIR of the parent it does not hang on in the register. */
  otherParentId: string
  /** The person's own first draw: further choices (address, e-mail…) come from it. */
  bits: number
}

/** A population of the seed: `own` (the register) or `others` (the people of the other insurers). */
export class Population {
  /** The person last read; the same object each time. */
  readonly person = blank()
  readonly #parent = blank()
  readonly #key: number
  readonly #places: ReturnType<typeof birthPlaces>
  readonly #surnames: Uint32Array

  constructor(seed: number, name: 'own' | 'others', surnames: Uint32Array) {
    this.#key = keyOf(seed, `people:${name}`)
    this.#places = birthPlaces(name === 'own' ? 1 : 401)
    this.#surnames = surnames
  }

  /** The NIR that is the person's own, from their birth data. */
  ownId(of: Person): string {
    const provisional = chance(nth(of.bits, 20), 0.001)
    return nationalId(
      this.#places,
      of.index,
      { male: of.male, year: of.year, month: of.month, provisional },
      nth(of.bits, 21),
    )
  }

  #adult(of: Person, home: Household, role: 'holder' | 'spouse'): void {
    const index = home.holder + (role === 'spouse' ? 1 : 0)
    begin(of, draw(this.#key, index), index, home, role)
    const holderYear = yearOfHolder(home)
    of.year = role === 'holder' ? holderYear : Math.min(2005, holderYear - 4 + below(nth(of.bits, 1), 9))
    of.male = holderIsMale(home) === (role === 'holder')
    birthday(of, nth(of.bits, 2))
    this.#incomplete(of)
    of.firstName = chooseFirstName(of.male, of.year, nth(of.bits, 11))
    of.surname = rankFrom(this.#surnames, nth(of.bits, 3))
    if (role === 'spouse' && !of.male)
      of.usageName = chance(nth(of.bits, 4), 0.6) ? this.#surnameOfHolder(home) : -1
    else if (!of.male && chance(nth(of.bits, 4), 0.35))
      of.usageName = rankFrom(this.#surnames, nth(of.bits, 5))
  }

  #surnameOfHolder(home: Household): number {
    return rankFrom(this.#surnames, nth(draw(this.#key, home.holder), 3))
  }

  /** A birth record without day or month, or with a day that no Gregorian month has. Adults only. */
  #incomplete(of: Person): void {
    const share = placeOf(this.#places, of.index).abroad ? 0.15 : 0.003
    if (of.year > 1995 || !chance(nth(of.bits, 6), share)) return
    const kind = nth(of.bits, 7) % 5
    if (kind === 4) of.month = 2
    of.day = kind === 4 ? 30 : 0
    if (kind < 2) of.month = 0
  }

  #child(of: Person, home: Household, index: number): void {
    begin(of, draw(this.#key, index), index, home, 'child')
    const last = home.holder + home.size - 1
    const twin = home.twins && index >= last - 1
    of.rank = twin && index === last ? 2 : 1
    // Twins take the draws of the elder of the two.
    const dates = twin ? draw(this.#key, last - 1) : of.bits
    const oldest = Math.min(25, REFERENCE.year - yearOfHolder(home) - 20)
    of.year = REFERENCE.year - below(nth(dates, 1), oldest + 1)
    of.male = chance(nth(of.bits, 8), 0.51)
    if (of.year === REFERENCE.year) bornThisYear(of, nth(dates, 2))
    else birthday(of, nth(dates, 2))
    of.firstName = chooseFirstName(of.male, of.year, nth(dates, 11), 1 + index - home.holder)
    const motherName = chance(nth(home.base, 37), 0.08)
    const fromSpouse = home.couple && holderIsMale(home) === motherName
    of.surname = rankFrom(this.#surnames, nth(draw(this.#key, home.holder + (fromSpouse ? 1 : 0)), 3))
  }

  /** Whose NIR the rights hang on: one's own, the holder's, or the other parent's. */
  #attach(home: Household): void {
    const { person } = this
    const own = person.role === 'holder' || (person.role === 'spouse' && home.spouseInsured)
    const student =
      person.role === 'child' && REFERENCE.year - person.year >= 18 && chance(nth(person.bits, 9), 0.6)
    if (own || student) {
      person.nationalId = this.ownId(person)
      return
    }
    this.#adult(this.#parent, home, 'holder')
    person.nationalId = this.ownId(this.#parent)
    if (person.role !== 'child' || !home.spouseInsured) return
    this.#adult(this.#parent, home, 'spouse')
    person.otherParentId = this.ownId(this.#parent)
    if (!chance(nth(person.bits, 10), 0.15)) return
    ;[person.nationalId, person.otherParentId] = [person.otherParentId, person.nationalId]
  }

  /** Makes `person` the person of this index. */
  read(index: number): void {
    const { person } = this
    const home = householdOf(this.#key, index)
    if (index === home.holder) this.#adult(person, home, 'holder')
    else if (home.couple && index === home.holder + 1) this.#adult(person, home, 'spouse')
    else this.#child(person, home, index)
    person.minor = isMinor(person.year, person.month, person.day)
    this.#attach(home)
  }
}

function begin(of: Person, bits: number, index: number, home: Household, role: Person['role']): void {
  of.index = index
  of.holder = home.holder
  of.role = role
  of.bits = bits
  of.usageName = -1
  of.rank = 1
  of.otherParentId = ''
}

function birthday(of: Person, bits: number): void {
  of.month = 1 + below(bits, 12)
  of.day = 1 + below(nth(bits, 1), daysIn(of.year, of.month))
}

function bornThisYear(of: Person, bits: number): void {
  of.month = 1 + below(bits, REFERENCE.month)
  of.day = 1 + below(nth(bits, 1), 28)
}

function blank(): Person {
  return {
    index: 0,
    holder: 0,
    role: 'holder',
    male: false,
    surname: 0,
    usageName: -1,
    firstName: 0,
    year: 0,
    month: 0,
    day: 0,
    rank: 1,
    minor: false,
    nationalId: '',
    otherParentId: '',
    bits: 0,
  }
}
