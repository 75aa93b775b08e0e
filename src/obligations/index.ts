export { acceptRule } from './acts/accept-rule.ts'
export { type AnswerInput, answerQuestion } from './acts/answer-question.ts'
export { addContract, type ClauseInput, endContract } from './acts/contract-clauses.ts'
export { type CorrectionInput, correctFiling } from './acts/correct-filing.ts'
export { decideRisk, type RiskDecisionInput } from './acts/decide-risk.ts'
export { type EnteredInstant, enteredInstant } from './acts/entered-instant.ts'
export {
  followInvestigation,
  type InvestigationInput,
  openInvestigation,
  type StepInput,
} from './acts/follow-investigation.ts'
export { giveDuty, type HoldInput, letGo, takeDuty } from './acts/hold-duty.ts'
export { type GivenFile, openKeptFile } from './acts/keep-file.ts'
export { AWARENESS_FACTS, type AwarenessInput, recordAwareness } from './acts/record-awareness.ts'
export { recordDelayReason } from './acts/record-delay-reason.ts'
export { type FilingInput, planFiling, recordFiling } from './acts/record-filing.ts'
export { type BoardOptions, readBoard, readBoardIn } from './board/read-board.ts'
export type { Derived } from './case/derived-facts.ts'
export { lawValue, withOffset } from './case/fact-as-law.ts'
export { incidentNow, storyNow, wallInstant } from './case/incident-now.ts'
export { deskOrganisation, type IncidentCase, readCase, readIncidentCase } from './case/read-case.ts'
export { DUTY_HOLDERS, DUTY_WRITERS, type DutyPerson } from './duty-writer.ts'
export { followDuties } from './following/follow-duties.ts'
export { enqueueFollowing, followAfterWrites, followTask, takeUpDuties } from './following/follow-job.ts'
export { type OpenReminder, openReminders, remindersOn } from './following/open-reminders.ts'
export { writeDuties } from './load-duties.ts'
export * from './model.ts'
export type { BoardSlots } from './pages/board-view.ts'
export { dueOnHome } from './pages/due-on-home.ts'
export { routes } from './routes.tsx'
export { awarenessEvents, type RiskDecision, riskDecisions } from './stores/awareness-store.ts'
export { conclusionHistory, type KeptConclusion } from './stores/conclusion-store.ts'
export { clauseKey, clausesOf, type KeptClause } from './stores/contract-store.ts'
export { filingById, filingHistory, type KeptFiling } from './stores/filing-store.ts'
export { reasonsOf } from './stores/hold-store.ts'
export {
  INVESTIGATION_KINDS,
  INVESTIGATION_STATES,
  type Investigation,
  investigationsOf,
} from './stores/investigation-store.ts'
export { type Reminder, remindersOf } from './stores/reminder-store.ts'
