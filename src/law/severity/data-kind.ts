import type { Words } from '../model.ts'

/** Families of ENISA's method (2013): each has its own table of scores. */
export type EnisaFamily = 'simple' | 'behavioural' | 'financial' | 'sensitive'

/**
 * What a stranger can do with such data. 0: names nobody (pseudonym, salted hash). 1: ordinary (name, contact, an order). 2: personal
 * (birth date, application, contract). 3: serious (money, official numbers, keys to accounts). 4: special (GDPR arts 9 and 10).
 */
export type DataWeight = 0 | 1 | 2 | 3 | 4

/** A category of data that the desk recognises. */
export interface DataKind {
  readonly code: string
  readonly family: EnisaFamily
  readonly weight: DataWeight
  readonly words: Words
  /** What it looks like in folded words (lower case, no accents, spaces only), singular or plural. */
  readonly looks: RegExp
}

/** Whole words only; `looks` lists alternatives separated by `|`. */
export const kind = (
  code: string,
  family: EnisaFamily,
  weight: DataWeight,
  fr: string,
  en: string,
  looks: string,
): DataKind => ({ code, family, weight, words: { fr, en }, looks: new RegExp(`\\b(?:${looks})\\b`, 'g') })
