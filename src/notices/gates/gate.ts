import type { NoticeLocale, NoticeTree } from '../model.ts'
import { gateTexts } from './gate-texts.ts'

export type GateId =
  | 'art34_nature'
  | 'art34_contact'
  | 'art34_consequences'
  | 'art34_measures'
  | 'standing_said'
  | 'population_right'
  | 'consequences_agree'
  | 'merge_proof'
  | 'facts_current'
  | 'wording_approved'
  | 'readable'

/** The page where something is mended, and the fact, the sentence or the kind of data to look at there. */
export interface MendPlace {
  readonly page: 'facts' | 'exposure' | 'wording' | 'compose' | 'register'
  /** Key of a fact, id of a wording item, kind of data, key of a population. */
  readonly of?: string
}

export interface Gate {
  readonly gate: GateId
  readonly ok: boolean
  /** What was checked and found, a sentence in the reader's language. */
  readonly reason: string
  /** The page to go to, in words. */
  readonly whereToMend: string
  /** The same for a link, one a thing to mend; empty when the gate holds. */
  readonly mend: readonly MendPlace[]
  /** Sentences, keys or places concerned: the flaws found, or the longest sentences. */
  readonly details: readonly string[]
}

/** What a gate looks at: the tree, the language of whoever reads the result, and how they call a fact. */
export interface Looked {
  readonly tree: NoticeTree
  readonly locale: NoticeLocale
  readonly factName?: (key: string) => string
}

/** A flaw: `detail` names it to programs, `said` to people where that is no word of theirs. */
export interface Found {
  readonly detail: string
  readonly said?: string
  readonly mend: MendPlace
}

/** A gate that lists what is wrong: it holds when nothing is. */
export function listing(
  gate: GateId,
  { locale }: Looked,
  found: readonly Found[],
  reason: { readonly ok: string; readonly bad: (found: string) => string },
): Gate {
  const details = [...new Set(found.map(({ detail }) => detail))]
  const said = [...new Set(found.map((one) => one.said ?? one.detail))]
  const mend = [...new Map(found.map(({ mend }) => [JSON.stringify(mend), mend])).values()]
  return {
    gate,
    ok: found.length === 0,
    reason: found.length === 0 ? reason.ok : reason.bad(said.join(', ')),
    whereToMend: gateTexts[locale].where[mend[0]?.page ?? 'compose'],
    mend,
    details,
  }
}
