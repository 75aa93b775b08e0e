import { firstNames } from './first-names.ts'
import type { Person } from './population.ts'
import { inventSurnames, type Words } from './surnames.ts'

/** The words of one seed, shared by all rows: about 30 MB, whatever the size of the files. */
export interface Vocabulary {
  readonly surnames: Words
  readonly ranks: Uint32Array
}

export function vocabularyOf(seed: number): Vocabulary {
  const { words, ranks } = inventSurnames(seed)
  return { surnames: words, ranks }
}

export function firstNameOf(person: Person, shape: keyof Words): string {
  return firstNames(person.male)[shape][person.firstName] as string
}
