/** Who is written to on whose behalf. Pure, and without any identifier. */

/** How one concerned person learns of it. */
export type ToldThrough = 'self' | 'legal_representative' | 'policyholder' | 'guardian' | 'relative'
export const WAYS: readonly ToldThrough[] = [
  'self',
  'policyholder',
  'legal_representative',
  'guardian',
  'relative',
]

/** By what title the register holds someone. What was exposed is said of each apart, and told to no other. */
export const REGISTER_POPULATIONS = ['insured', 'health_professional', 'firm', 'client_of_firm'] as const
export type RegisterPopulation = (typeof REGISTER_POPULATIONS)[number]

export type UntoldReason =
  | 'deceased'
  | 'no_contact'
  | 'protected_address'
  | 'no_legal_representative'
  | 'unusable_address'
export const REASONS: readonly UntoldReason[] = [
  'deceased',
  'protected_address',
  'no_legal_representative',
  'no_contact',
  'unusable_address',
]

/** Delivery lines between the recipient's name and the postcode (NF Z 10-011, lines 2 to 5), never empty. */
export interface PostalAddress {
  readonly lines: readonly string[]
  readonly postcode: string
  readonly city: string
  /** `FRANCE`, or the country in capitals. */
  readonly country: string
}

/** `Kerbrat-Lenoir`, `Maëlle` give `KERBRAT LENOIR MAELLE`: the order and the search of people. */
export function sortName(...names: readonly (string | null | undefined)[]): string {
  return names
    .filter(Boolean)
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'OE')
    .replace(/æ/gi, 'AE')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
}
