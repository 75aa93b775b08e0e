/**
 * Weights of evidence in bits (Fellegi and Sunter, 1969): log2 of how much likelier an agreement is for the same person
 * than for two. Fixed and published, never learned from the files at hand: a verdict must not depend on the other rows.
 * A change of any figure is a new version. What a name or a date is worth comes from its frequency in the register.
 */
export const WEIGHTS = {
  version: '2026-11-3',
  /**
   * `sameOfOne`: an identifier without a key that the register gives to one person each, where a NIR may be a family's.
   * `unprovenDifferent`: two identifiers that have no key to prove either right.
   */
  nationalId: {
    same: 18,
    sameOfOne: 22,
    oneDigitOff: 12,
    household: 8,
    different: -10,
    wrongKeyDifferent: -2,
    unprovenDifferent: -3,
  },
  /** `same` comes from the frequency of the date, within these bounds; `prior` dates are supposed beside the register's. */
  birthDate: { sameMin: 9, sameMax: 15, prior: 25_000, oneComponent: 6, incomplete: 6, different: -8 },
  /** `same` comes from the frequency of the name, within these bounds; a part or a cut of it, or a typing error, is worth less. */
  surname: {
    sameMin: 6,
    sameMax: 16,
    prior: 1000,
    partLess: 3,
    partMin: 4,
    similarLess: 5,
    similarMin: 4,
    similarMax: 9,
    different: -5,
  },
  /**
   * The frequency is that of the first of several first names; each further one that agrees too adds `further`.
   * `otherPerson`: the birth date differs too. A household shares all the rest, never both.
   */
  firstNames: {
    sameMin: 4,
    sameMax: 11,
    prior: 1000,
    further: 2,
    partLess: 1,
    partMin: 3,
    partMax: 9,
    similarLess: 4,
    similarMin: 3,
    similarMax: 7,
    different: -7,
    otherPerson: -40,
  },
  /** `sameInsurer`: of the same insurer, a number is as good as an identifier of the household. */
  memberNumber: { same: 12, sameInsurer: 19, oneCharacterOff: 5, different: -6 },
  /** Above `same` only where no member number says it already: then a contract is worth its rarity. */
  contract: { same: 3, sameMax: 8, sameInsurerMax: 12, different: -1 },
  insurer: { same: 1, different: -3 },
  rank: { same: 1, different: -1.5 },
  sex: { same: 1, different: -4 },
  /** Where both lists hold them. People move: a difference says little. */
  email: { same: 14, different: -0.5 },
  postcode: { sameMin: 4, sameMax: 9, oneCharacterOff: 3, different: -1 },
  city: { same: 3, similar: 2, different: -0.5 },
  street: { same: 8, part: 5, different: -1 },
  /** A best candidate must lead by this much, or the row is a tie. */
  margin: 6,
  /** So much, where neither a date nor a whole first name tells two people of a household apart. */
  householdMargin: 22,
  /** A candidate that an identifier, a date or a first name contradicts gives way to one that nothing does. */
  contradicted: 10,
  /** Name, date and insurer alone (T5): the name and the date must be this rare together. */
  rareNameAndDate: 28,
  /** A national identifier borne by more people of the register than a family has is a filler, not a key. */
  sharedIdentifierLimit: 20,
  /** Above this share of register rows that bear another row's identifier, it is a household's. */
  householdIdentifierShare: 0.02,
  /** A block with more register rows than this is not searched; its exposed rows are ambiguous. */
  blockLimit: 200,
  /** Two lists of at most this many rows are also searched by dates, surnames and postcodes alone… */
  searchedWide: 50_000,
  /** …in blocks of at most this many rows of the register. */
  wideBlockLimit: 50,
  /** An insurer number seen on fewer exposed rows than this may be a typing error: its rows stay in scope. */
  knownInsurerRows: 20,
} as const

/** A weight of at least `upper` with `margin` over the next candidate is a match; at least `lower` is ambiguous. */
export interface Thresholds {
  readonly upper: number
  readonly lower: number
}

/**
 * Chance agreements grow with the number of pairs: the larger the lists, the more evidence a match takes. Published steps
 * on the longer of the two lists, so that a row more or less changes no verdict.
 */
const STEPS: readonly (Thresholds & { readonly rows: number })[] = [
  { rows: 20_000, upper: 20, lower: 8 },
  { rows: 200_000, upper: 26, lower: 12 },
  { rows: 2_000_000, upper: 33, lower: 17 },
  { rows: 10_000_000, upper: 36, lower: 19 },
  { rows: Number.POSITIVE_INFINITY, upper: 38, lower: 20 },
]

export function thresholdsFor(rows: number): Thresholds {
  const { upper, lower } = STEPS.find((step) => rows <= step.rows)!
  return { upper, lower }
}
