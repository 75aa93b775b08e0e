/**
 * Weights of evidence in bits (Fellegi and Sunter, 1969): log2 of how much likelier an agreement is for the same person
 * than for two. Fixed and published, never learned from the files at hand: a verdict must not depend on the other rows.
 * A change of any figure is a new version. What a name or a date is worth comes from its frequency in the register.
 */
export const WEIGHTS = {
  version: '2026-11-2',
  nationalId: { same: 18, oneDigitOff: 12, household: 4, different: -10, wrongKeyDifferent: -2 },
  /** `same` comes from the frequency of the date, within these bounds. */
  birthDate: { sameMin: 9, sameMax: 15, oneComponent: 6, incomplete: 6, different: -8 },
  /** `same` comes from the frequency of the name, within these bounds; a part or a cut of it is worth 3 less. */
  surname: { sameMin: 6, sameMax: 16, similar: 5, different: -5 },
  /** `otherPerson`: the birth date differs too. A household shares all the rest, never both. */
  firstNames: { sameMin: 4, sameMax: 11, part: 5, similar: 4, different: -7, otherPerson: -40 },
  memberNumber: { same: 12, oneCharacterOff: 5, different: -6 },
  contract: { same: 3, different: -1 },
  insurer: { same: 1, different: -3 },
  rank: { same: 1, different: -1.5 },
  sex: { same: 1, different: -4 },
  /** A smaller register tells little of how common a name is: frequencies are taken as in one of this size. */
  smallestPopulation: 100_000,
  /** A weight of at least `upper` with `margin` over the next candidate is a match; at least `lower` is ambiguous. */
  upper: 38,
  margin: 6,
  lower: 20,
  /** Name, date and insurer alone (T5): the name and the date must be this rare together. */
  rareNameAndDate: 28,
  /** A national identifier borne by more people of the register than a family has is a filler, not a key. */
  sharedIdentifierLimit: 20,
  /** A block with more register rows than this is not searched; its exposed rows are ambiguous. */
  blockLimit: 200,
  /** An insurer number seen on fewer exposed rows than this may be a typing error: its rows stay in scope. */
  knownInsurerRows: 20,
} as const
