export { type Assessment, type AssessOptions, assess } from './assess/assess.ts'
export {
  answerWords,
  type ConditionLine,
  conditionLines,
  questionOf,
  ROLE_WORDS,
} from './assess/condition-words.ts'
export { ruleChanged, snapshotOf } from './assess/rule-hash.ts'
export {
  type Calendar,
  EU_CALENDAR,
  frenchCalendar,
  holidayOn,
  isHoliday,
  isWorkingDay,
  workingDaysAfter,
} from './calendar/calendar.ts'
export { easterSunday } from './calendar/easter.ts'
export { HOLIDAYS, type Holiday, REGIONS, type Region } from './calendar/holidays.ts'
export { placeNamed, regionOfZone } from './calendar/regions.ts'
export { CASE_EXAMPLE } from './cases/case-example.ts'
export { caseSchema } from './cases/case-schema.ts'
export { checkFact } from './cases/check-value.ts'
export { refuseContradictions } from './cases/contradictions.ts'
export { nearest } from './cases/nearest.ts'
export { readCaseJson } from './cases/read-case-json.ts'
export { caseRefusals, type NamedFact } from './cases/refusals.ts'
export { validateCase } from './cases/validate-case.ts'
export { type CheckedVector, checkVectors } from './clocks/check-vectors.ts'
export type { ClockRule, Period } from './clocks/clock-rule.ts'
export { CLOCK_RULES } from './clocks/clock-rules.ts'
export { type ClockQuestion, clockRule, computeClock } from './clocks/compute-clock.ts'
export { readStart, type Start } from './clocks/read-start.ts'
export { formatDeadline, READING_WORDS } from './clocks/reading-words.ts'
export { checkZone } from './clocks/zones.ts'
export { evaluate } from './conditions.ts'
export { LAW_FACTS, type LawFactKey, lawFact } from './facts/fact-catalogue.ts'
export type { LawFact, LawFactKind } from './facts/law-fact.ts'
export type * from './model.ts'
export { words } from './model.ts'
export { lawRefusals } from './refusals.ts'
export { ALL_RULES } from './regimes/index.ts'
export {
  classifyData,
  DATA_KINDS,
  type DataClassification,
  type RecognisedData,
} from './severity/classify-data.ts'
export type { DataKind, EnisaFamily } from './severity/data-kind.ts'
export {
  type ChosenFactor,
  type ChosenFactors,
  chosenFactorsOf,
  type EnisaSeverity,
  enisaSeverity,
  type Factor,
} from './severity/enisa-severity.ts'
export {
  ALLOWED,
  BAND_WORDS,
  contextExamples,
  EI_WORDS,
  FACTOR_WORDS,
  type FactorName,
  type SeverityBand,
} from './severity/enisa-tables.ts'
export type { OverlayMark } from './severity/french-overlay.ts'
export { proposeRisk, type RiskProposal } from './severity/propose-risk.ts'
export { RISK_FACTS, type RiskFactKey } from './severity/risk-facts.ts'
export { LEVEL_WORDS, type RiskReason } from './severity/risk-reasons.ts'
export { RISK_LEVELS, type RiskLevel } from './severity/weighing.ts'
