import type { Facts } from '../model.ts'
import type { DataClassification } from './classify-data.ts'
import { type ChosenFactors, type EnisaSeverity, severityOf } from './enisa-severity.ts'
import type { OverlayMark } from './french-overlay.ts'
import { missingFacts } from './missing-facts.ts'
import { type RiskFactKey, type RiskFacts, readRiskFacts } from './risk-facts.ts'
import type { RiskReason } from './risk-reasons.ts'
import { weighBreach } from './weigh-breach.ts'
import type { RiskLevel } from './weighing.ts'

/** An aid: a person decides (`risk_decided`). */
export interface RiskProposal {
  /** Null: the facts do not allow a proposal yet; `missing` says which would. */
  readonly level: RiskLevel | null
  readonly reasons: readonly RiskReason[]
  /** Facts not known that could change the level alone, the one that could raise it most first. */
  readonly missing: readonly RiskFactKey[]
  /** ENISA's score, beside the proposal: it does not make it. */
  readonly severity: EnisaSeverity
  readonly overlay: readonly OverlayMark[]
  readonly data: DataClassification | null
  /** Words of quantities or consequences that were not understood, to be shown. */
  readonly unread: readonly { readonly fact: RiskFactKey; readonly words: string }[]
}

/**
 * Proposes a risk level (GDPR arts 33(1), 34(1)) from the facts of a breach. Reproduces the outcomes of the 18 cases of EDPB Guidelines
 * 01/2021 v2.0. `chosen`: factors of ENISA's score that a person set; they move the score, not the level. An unknown fact never counts in anyone's favour; a fact made worse never lowers the level.
 */
export function proposeRisk(facts: Facts, chosen: ChosenFactors = {}): RiskProposal {
  const read = readRiskFacts(facts)
  const { level, reasons, overlay } = weighBreach(read)
  return {
    level,
    reasons,
    missing: missingFacts(read, level),
    severity: severityOf(read, chosen),
    overlay,
    data: read.data,
    unread: unreadWords(read),
  }
}

function unreadWords(read: RiskFacts): RiskProposal['unread'] {
  return [
    ...(read.persons.unread ? [{ fact: 'persons' as const, words: read.persons.unread }] : []),
    ...(read.restored.unread
      ? [{ fact: 'restored_within_hours' as const, words: read.restored.unread }]
      : []),
    ...read.consequences.unrecognised.map((said) => ({ fact: 'consequences' as const, words: said })),
    ...(read.data?.unrecognised ?? []).map((said) => ({ fact: 'data_categories' as const, words: said })),
  ]
}
