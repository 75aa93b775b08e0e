import type { CatalogueEntry } from './fact-catalogue.ts'

type Pair = readonly [fr: string, en: string]
const pair = ([fr, en]: Pair) => ({ fr, en })

/** A fact that a document asks. */
export const of = (kind: CatalogueEntry['kind'], label: Pair, help: Pair): CatalogueEntry => ({
  kind,
  group: 'dossiers',
  label: pair(label),
  help: pair(help),
})

/** The same with its choices: one (`choice`) or several (`list`). */
export const choice = (
  kind: 'choice' | 'list',
  label: Pair,
  help: Pair,
  choices: Readonly<Record<string, Pair>>,
): CatalogueEntry => ({
  ...of(kind, label, help),
  choices: Object.fromEntries(Object.entries(choices).map(([code, words]) => [code, pair(words)])),
})
