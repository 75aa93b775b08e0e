export { acceptRule } from './accept-rule.ts'
export { type AnswerInput, answerQuestion } from './answer-question.ts'
export { awarenessEvents, type RiskDecision, riskDecisions } from './awareness-store.ts'
export { conclusionHistory, type KeptConclusion } from './conclusion-store.ts'
export { addContract, type ClauseInput, endContract } from './contract-clauses.ts'
export { clauseKey, clausesOf, type KeptClause } from './contract-store.ts'
export { type CorrectionInput, correctFiling } from './correct-filing.ts'
export { decideRisk, type RiskDecisionInput } from './decide-risk.ts'
export type { Derived } from './derived-facts.ts'
export { DUTY_HOLDERS, DUTY_WRITERS, type DutyPerson } from './duty-writer.ts'
export { type EnteredInstant, enteredInstant } from './entered-instant.ts'
export { lawValue, withOffset } from './fact-as-law.ts'
export { filingById, filingHistory, type KeptFiling } from './filing-store.ts'
export { followDuties } from './follow-duties.ts'
export {
  followInvestigation,
  type InvestigationInput,
  openInvestigation,
  type StepInput,
} from './follow-investigation.ts'
export { enqueueFollowing, followAfterWrites, followTask, takeUpDuties } from './follow-job.ts'
export { giveDuty, type HoldInput, letGo, takeDuty } from './hold-duty.ts'
export { reasonsOf } from './hold-store.ts'
export { incidentNow, storyNow, wallInstant } from './incident-now.ts'
export {
  INVESTIGATION_KINDS,
  INVESTIGATION_STATES,
  type Investigation,
  investigationsOf,
} from './investigation-store.ts'
export { type GivenFile, openKeptFile } from './keep-file.ts'
export { writeDuties } from './load-duties.ts'
export * from './model.ts'
export { type OpenReminder, openReminders, remindersOn } from './open-reminders.ts'
export type { BoardSlots } from './pages/board-view.ts'
export { dueOnHome } from './pages/due-on-home.ts'
export { type BoardOptions, readBoard, readBoardIn } from './read-board.ts'
export { deskOrganisation, type IncidentCase, readCase, readIncidentCase } from './read-case.ts'
export { AWARENESS_FACTS, type AwarenessInput, recordAwareness } from './record-awareness.ts'
export { recordDelayReason } from './record-delay-reason.ts'
export { type FilingInput, planFiling, recordFiling } from './record-filing.ts'
export { type Reminder, remindersOf } from './reminder-store.ts'
export { routes } from './routes.tsx'
