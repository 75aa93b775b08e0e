import type { DataWeight } from './data-kind.ts'
import type { RiskReason } from './risk-reasons.ts'

export const RISK_LEVELS = ['unlikely', 'risk', 'high'] as const
/** Of GDPR arts 33(1) and 34(1). */
export type RiskLevel = (typeof RISK_LEVELS)[number]

export const rank = (level: RiskLevel) => RISK_LEVELS.indexOf(level)

/** A level with what leads to it; null: the facts do not allow one. */
export interface Weighed {
  readonly level: RiskLevel | null
  readonly reasons: readonly RiskReason[]
}

export const weighed = (level: RiskLevel | null, ...reasons: RiskReason[]): Weighed => ({ level, reasons })

/** Weight of the data at stake; 1.5: data that nobody described well enough. Null: nothing is known of them. */
export type Weight = DataWeight | 1.5 | null
