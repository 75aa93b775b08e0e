import { type Words, words } from '../model.ts'

type LawFactKind = 'yes_no' | 'number' | 'instant' | 'date' | 'choice' | 'list' | 'text'

/** A fact that a rule, a clock or the risk proposal reads. */
export interface LawFact {
  readonly kind: LawFactKind
  /** `shared`: said once for the breach; `organisation`: each one of the chain has its own. */
  readonly scope: 'shared' | 'organisation'
  /** As the desk asks it. */
  readonly question: Words
  readonly help?: Words
  /** Codes of a choice or of a list, with their words. A list without choices takes free words. */
  readonly choices?: Readonly<Record<string, Words>>
  /** The fact of the incident that already holds it: entered once, read here. */
  readonly incidentKey?: string
}

type Extra = Partial<Pick<LawFact, 'help' | 'choices' | 'incidentKey'>>

const of =
  (kind: LawFactKind, scope: LawFact['scope']) =>
  (fr: string, en: string, extra: Extra = {}): LawFact => ({ kind, scope, question: words(fr, en), ...extra })

export const shared = {
  yesNo: of('yes_no', 'shared'),
  number: of('number', 'shared'),
  instant: of('instant', 'shared'),
  choice: of('choice', 'shared'),
  list: of('list', 'shared'),
  text: of('text', 'shared'),
}
export const own = {
  yesNo: of('yes_no', 'organisation'),
  number: of('number', 'organisation'),
  instant: of('instant', 'organisation'),
  date: of('date', 'organisation'),
  choice: of('choice', 'organisation'),
  list: of('list', 'organisation'),
  text: of('text', 'organisation'),
}
