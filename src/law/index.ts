export { type Assessment, assess } from './assess/assess.ts'
export { answerWords, conditionLines, questionOf, ROLE_WORDS } from './assess/condition-words.ts'
export { snapshotOf } from './assess/rule-hash.ts'
export { isHoliday } from './calendar/calendar.ts'
export { easterSunday } from './calendar/easter.ts'
export { CASE_EXAMPLE } from './cases/case-example.ts'
export { caseSchema } from './cases/case-schema.ts'
export { checkFact } from './cases/check-value.ts'
export { refuseContradictions } from './cases/contradictions.ts'
export { nearest } from './cases/nearest.ts'
export { readCaseJson } from './cases/read-case-json.ts'
export { caseRefusals, type NamedFact } from './cases/refusals.ts'
export { validateCase } from './cases/validate-case.ts'
export { checkVectors } from './clocks/check-vectors.ts'
export type { ClockRule, Period } from './clocks/clock-rule.ts'
export { CLOCK_RULES } from './clocks/clock-rules.ts'
export { clockRule, computeClock } from './clocks/compute-clock.ts'
export { readStart } from './clocks/read-start.ts'
export { formatDeadline, READING_WORDS } from './clocks/reading-words.ts'
export { checkZone } from './clocks/zones.ts'
export { evaluate } from './conditions.ts'
export { LAW_FACTS, lawFact } from './facts/fact-catalogue.ts'
export type { LawFact } from './facts/law-fact.ts'
export type * from './model.ts'
export { words } from './model.ts'
export { lawRefusals } from './refusals.ts'
export { ALL_RULES } from './regimes/index.ts'
export { DATA_KINDS } from './severity/classify-data.ts'
export {
  type ChosenFactor,
  type ChosenFactors,
  chosenFactorsOf,
  type EnisaSeverity,
} from './severity/enisa-severity.ts'
export {
  ALLOWED,
  BAND_WORDS,
  contextExamples,
  EI_WORDS,
  FACTOR_WORDS,
  type FactorName,
} from './severity/enisa-tables.ts'
export { proposeRisk, type RiskProposal } from './severity/propose-risk.ts'
export { LEVEL_WORDS } from './severity/risk-reasons.ts'
export { RISK_LEVELS, type RiskLevel } from './severity/weighing.ts'
