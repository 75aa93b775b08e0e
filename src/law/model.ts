import type { Temporal } from 'temporal-polyfill'

/** A sentence of the law room: always in both languages. */
export interface Words {
  readonly fr: string
  readonly en: string
}

export const words = (fr: string, en: string): Words => ({ fr, en })

/** Kleene's three values: a fact that nobody knows yet is a value too. */
export type Tri = 'yes' | 'no' | 'unknown'

/** A fact as the law reads it; null: not known yet. Instants are ISO 8601 with an offset, days `YYYY-MM-DD`. */
export type FactValue = boolean | number | string | readonly string[] | null
export type Facts = Readonly<Record<string, FactValue>>

export const RULE_STATUSES = ['in_force', 'not_transposed', 'proposed', 'practice', 'contract'] as const
/** `not_transposed`: EU text without its French law. `practice`: habit or tolerance of an administration. `contract`: an agreement. */
export type RuleStatus = (typeof RULE_STATUSES)[number]

/** How the statement was read: in the text itself, in a commentary, or not yet. */
export type Certainty = 'checked' | 'secondary' | 'to_check'

/** `condition_of_cover`: not due in itself, but cover depends on it. `right`: lost if not used in time. `voluntary`: never shown as due. */
export type RuleNature = 'duty' | 'condition_of_cover' | 'right' | 'voluntary'

export const CHAIN_ROLES = ['controller', 'joint_controller', 'processor', 'sub_processor'] as const
export type ChainRole = (typeof CHAIN_ROLES)[number]

/** What decides whether a rule applies: data, so that it can be snapshotted, explained and mutated by tests. */
export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition; readonly no: Words }
  | { readonly op: 'yes'; readonly fact: string; readonly no: Words }
  | { readonly op: 'among'; readonly fact: string; readonly values: readonly string[]; readonly no: Words }
  | { readonly op: 'includes'; readonly fact: string; readonly values: readonly string[]; readonly no: Words }
  | { readonly op: 'at_least'; readonly fact: string; readonly value: number; readonly no: Words }

export interface RuleException {
  readonly id: string
  readonly article: Words
  readonly when: Condition
  /** Why the duty falls away, starting with « parce que » / “because”. */
  readonly because: Words
}

/**
 * When the act is due: a computed clock, or the words of the text when it gives no figure. `from` is the fact that starts it
 * (an instant, or a day for a clock in days); `from` may list several: the first known starts it; with `earliest`, the
 * earliest of those known does, whatever comes by which road; with `earliest: 'of_others'`, the first stands when it is known, since it is
 * the very fact that the text names, and the earliest of the others takes its place until then. `params`: name of a parameter of the clock, and the fact whose value it takes when known.
 * `fixed`: parameters that do not depend on facts, such as the hours of a contract. `flags`: name of a parameter that is true when the condition is `yes`, and false otherwise (unknown too: no relief is supposed).
 */
export type RuleClock =
  | {
      readonly kind: 'computed'
      readonly rule: string
      readonly from: readonly string[]
      readonly earliest?: true | 'of_others'
      readonly params?: Readonly<Record<string, string>>
      readonly fixed?: Readonly<Record<string, string | number>>
      readonly flags?: Readonly<Record<string, Condition>>
    }
  | { readonly kind: 'words'; readonly words: Words }

export interface Recipient {
  /** `cnil`, `acpr`, `anssi`, `police`, `insurer`, `controller`, `client`, `persons`, `ddets`, `register`… */
  readonly code: string
  readonly words: Words
}

/** One obligation or voluntary act, as one version of one text has it. Pure data. */
export interface Rule {
  /** `gdpr_33_1`; stable through versions. */
  readonly id: string
  /** Grows by one when the rule is rewritten; the id and the version name it for ever. */
  readonly version: number
  readonly title: Words
  /** `RGPD, art. 33(1)`. */
  readonly article: Words
  /** Our reading, in one sentence. */
  readonly reading: Words
  readonly status: RuleStatus
  readonly nature: RuleNature
  readonly certainty: Certainty
  /** `to check`: no lawyer signed it. */
  readonly review: 'to check' | { readonly on: string; readonly by: string }
  /** First and last day (included) of the version; null: open. `YYYY-MM-DD`. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** Who owes it. `organisation`: once for each; `client` / `supplier`: once for each such neighbour in the chain, who receives it. */
  readonly per: 'organisation' | 'client' | 'supplier'
  readonly owes: Words
  readonly to: Recipient
  readonly channel: Words
  readonly contents: readonly Words[]
  readonly trigger: Condition
  readonly exceptions: readonly RuleException[]
  readonly clock: RuleClock
  /** The fact whose instant says that it was done. */
  readonly doneBy?: string
  /** Two readings exist; the desk plans on the strict one and says so. */
  readonly disputed?: Words
  /** A text to come has an id of its own, and names here the rule that it would change. */
  readonly wouldChange?: string
  /** What people confuse it with, or what the field's texts forgot. */
  readonly warnings?: readonly Words[]
  /** Source and its mark, for `law explain`. */
  readonly source: string
}

/** What was kept of a rule with a conclusion. `hash` is SHA-256 of its canonical JSON. */
export interface RuleSnapshot {
  readonly rule: Rule
  readonly hash: string
}

/** One step of a date computation, numbered as listed. `at` is absent for a remark. */
export interface Step {
  readonly words: Words
  readonly at?: Temporal.ZonedDateTime
  /** `at` ends a day: it is 00:00, an excluded bound, and is written 24:00 of the day before. */
  readonly endOfDay?: true
}

/** A deadline by every reading that has a meaning for it: instants as ISO 8601 with the offset of the zone. */
export interface Readings {
  readonly strict?: string
  readonly strict_utc?: string
  readonly strict_paris?: string
  readonly text_1182?: string
  readonly text?: string
  readonly widest_art3_5?: string
  readonly with_art5_4_relief?: string | null
  readonly special_noon?: string | null
  readonly end_day_before_roll?: string
  readonly rolled_if_642_cpc_applied?: string
  readonly soft_target?: string
}

export interface ClockResult {
  readonly rule: string
  readonly startsAt: Temporal.ZonedDateTime
  readonly readings: Readings
  /** What the desk plans on: strict where there is one, else the earliest reading. */
  readonly dueAt: Temporal.ZonedDateTime
  /** A target of practice, not a legal deadline. */
  readonly soft: boolean
  readonly disputed: Words | null
  readonly steps: readonly Step[]
}

export type ConclusionResult = 'required' | 'not_required' | 'depends'

export interface Reason {
  readonly words: Words
  readonly article: Words
  /** Facts it rests on. */
  readonly facts: readonly string[]
}

export type ConclusionClock =
  | { readonly kind: 'computed'; readonly clock: ClockResult }
  /** Starts with a fact that is not there yet. */
  | { readonly kind: 'awaits'; readonly facts: readonly string[]; readonly words: Words }
  | { readonly kind: 'words'; readonly words: Words }

export interface UsedFact {
  readonly key: string
  readonly value: FactValue
  readonly state: 'holds' | 'fails' | 'unknown'
}

/** What one rule says for one organisation, and for one recipient where the rule is owed to a neighbour. */
export interface Conclusion {
  /** `gdpr_33_1@deux-rives`, `gdpr_33_2@tiersoin>deux-rives`. Stable: filings and holders hang on it. */
  readonly id: string
  readonly snapshot: RuleSnapshot
  readonly organisation: string
  readonly recipient: Recipient & { readonly organisation?: string }
  readonly result: ConclusionResult
  /** Why required, or why not. */
  readonly because: readonly Reason[]
  /** Exceptions nobody can exclude yet: “required unless…”. */
  readonly unless: readonly Reason[]
  /** Facts that can still change the result, most decisive first. */
  readonly missing: readonly string[]
  readonly facts: readonly UsedFact[]
  /** Every exception of the rule, and what the facts say of it. */
  readonly exceptions?: readonly { readonly id: string; readonly state: UsedFact['state'] }[]
  readonly clock: ConclusionClock
  readonly done: { readonly fact: string; readonly at: string } | null
}

/** A question whose answer can still change results, with what each answer would decide. */
export interface Question {
  readonly fact: string
  readonly organisation: string
  /** Conclusions it can still change. */
  readonly decides: readonly string[]
  /** For each possible answer, conclusions that become required, not required, or stay open. */
  readonly outcomes: readonly {
    readonly answer: FactValue
    readonly required: readonly string[]
    readonly notRequired: readonly string[]
  }[]
}

export interface ChainOrganisation {
  readonly key: string
  readonly name: string
  /** Roles in the incident's chain; several may hold (a firm is a controller for its staff, a processor for its clients). */
  readonly roles: readonly ChainRole[]
  /** IANA zone of its establishment; Europe/Paris when left out. */
  readonly zone?: string
  /** Overrides the shared facts. */
  readonly facts: Facts
}

/** A clause that an agreement sets: who must tell whom, within what time, from which fact. */
export interface ContractClause {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly article: string
  readonly hours?: number
  readonly workingDays?: number
  /** Fact of `from` that starts it; `aware_at` when left out. */
  readonly starts?: string
}

/** The document that `law assess` reads. */
export interface CaseFile {
  /** Shared by every organisation of the chain unless it says otherwise. */
  readonly facts: Facts
  readonly organisations: readonly ChainOrganisation[]
  readonly links: readonly { readonly supplier: string; readonly client: string }[]
  readonly contracts: readonly ContractClause[]
  /** Day whose rules apply when no starting fact says it: ISO instant. */
  readonly asOf?: string
}
