import type { DataKind, DataWeight, EnisaFamily } from './data-kind.ts'
import { seriousKinds } from './kinds-serious.ts'
import { simpleKinds } from './kinds-simple.ts'
import { specialKinds } from './kinds-special.ts'
import { clausesOf } from './read-clauses.ts'

/** In the order in which they take their words: the most telling first, so that « e-mail address » is no postal address. */
const KINDS: readonly DataKind[] = [...specialKinds, ...seriousKinds, ...simpleKinds]
const byCode = new Map(KINDS.map((one) => [one.code, one]))

export const DATA_KINDS: ReadonlyMap<string, DataKind> = byCode

interface RecognisedData {
  readonly code: string
  readonly family: EnisaFamily
  readonly weight: DataWeight
  /** The words that gave it, as entered. */
  readonly from: string
}

export interface DataClassification {
  readonly recognised: readonly RecognisedData[]
  /** Codes, each once, in the order found. */
  readonly codes: readonly string[]
  /** Said not to be concerned (« no bank data »): kept apart, they lower nothing. */
  readonly excluded: readonly string[]
  /** Data, but which? (« customer data »). */
  readonly unspecified: readonly string[]
  /** Understood by no rule: shown to a person, never dropped. */
  readonly unrecognised: readonly string[]
  /** A hash was said to be salted, or made by an algorithm that salts. */
  readonly salted: boolean
}

/**
 * Categories of data from codes (those of the incident's exposures and ours) or from plain French or English words; accents,
 * case and plurals do not matter. A denied clause (« aucune donnée bancaire », “no bank data”) gives `excluded`.
 */
export function classifyData(words: readonly string[]): DataClassification {
  const found: RecognisedData[] = []
  const excluded = new Set<string>()
  const unspecified: string[] = []
  const unrecognised: string[] = []
  let salted = false
  for (const entry of words) {
    const exact = byCode.get(ALSO_NAMED[entry] ?? entry)
    if (exact) {
      found.push(recognised(exact, entry))
      continue
    }
    const clauses = clausesOf(entry).map((clause) => ({ ...clause, ...readClause(clause.text) }))
    const asserted = clauses.filter(({ denied }) => !denied)
    salted ||= asserted.some(({ text }) => SALTED.test(text))
    for (const clause of clauses) {
      if (clause.denied) for (const one of clause.kinds) excluded.add(one.code)
      else found.push(...clause.kinds.map((one) => recognised(one, entry)))
    }
    for (const clause of asserted.filter(({ kinds }) => kinds.length === 0)) {
      if (clause.rest !== '') unrecognised.push(clause.text)
      else if (asserted.every(({ kinds, rest }) => kinds.length === 0 && rest === ''))
        unspecified.push(clause.text)
    }
  }
  const unique = found.filter((one, index) => found.findIndex(({ code }) => code === one.code) === index)
  return {
    recognised: unique,
    codes: unique.map(({ code }) => code),
    excluded: [...excluded].filter((code) => !unique.some((one) => one.code === code)),
    unspecified,
    unrecognised,
    salted,
  }
}

const SALTED = /\bsalt(?!less)\w*|\bsale(?:s|e|es)?\b|\bsels?\b|\bbcrypt|\bargon|\bscrypt|\bpbkdf/

/** Other names of codes, so that a code written for a machine is never guessed from its words. */
const ALSO_NAMED: Readonly<Record<string, string>> = {
  password: 'credentials',
  iban: 'bank_details',
  insurance_rates: 'insurance_terms',
  orders: 'order',
  name: 'surname',
  address: 'postal_address',
}

const recognised = ({ code, family, weight }: DataKind, from: string): RecognisedData => ({
  code,
  family,
  weight,
  from,
})

/** Kinds found in a clause, and what is left of it once they and the words that say nothing are taken away. */
function readClause(text: string): { kinds: readonly DataKind[]; rest: string } {
  let left = ` ${text} `
  const kinds: DataKind[] = []
  for (const one of KINDS) {
    const without = left.replace(one.looks, ' ~ ')
    if (without === left) continue
    kinds.push(one)
    left = without
  }
  return {
    kinds,
    rest: left
      .replaceAll(SAYS_NOTHING, ' ')
      .replace(/[~\s\d]+/g, ' ')
      .trim(),
  }
}

const SAYS_NOTHING =
  /\b(?:datas?|donnees?|information|informations|infos?|details?|personal|personnel(?:le)?s?|basic|simple|other|others|autres?|all|any|some|only|various|general|ordinary|regular|standard|of|the|a|an|its|their|our|for|from|about|to|in|on|at|with|de|des|du|d|la|le|les|l|un|une|leurs?|ses|pour|sur|avec|dans|aux?|clients?|customers?|employees?|salaries?|users?|utilisateurs?|staff|agents?|personnes?|people|persons?|persos?|individuals?|data subjects?|subjects?|categor\w+|fields?|records?|files?|fichiers?|dossiers?|database|db|base|tables?|lists?|listes?|full|complete|more|less|types?|kinds?|former|current|one|two|few|members?|adherents?|suppliers?|owners?|titulaires?|same|related|concerned|stored|non|normal|hash\w*|hach\w*|salt\w*|sale?e?s?|amounts?|montants?|dates?|company|companies|entreprises?|societes?|relations?|relationships?|relating|letters?|lettres?|courriers?|documents?|contents?|contenus?|requests?|demandes?|holders?|policyholders?|policy holders?|buyers?|acheteurs?|excel|spreadsheets?|tableurs?|place|courses?|visible|next year|years?|robustes?|algorithmes?|strong|algorithms?|clear|encrypted|unique|arbitrary|random|possibly|probably|maybe|also|which|that|are|is|was|were|est|sont)\b/g
