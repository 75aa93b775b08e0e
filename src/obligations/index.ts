export { acceptRule } from './acts/accept-rule.ts'
export { answerQuestion } from './acts/answer-question.ts'
export { addContract, endContract } from './acts/contract-clauses.ts'
export { correctFiling } from './acts/correct-filing.ts'
export { decideRisk } from './acts/decide-risk.ts'
export { followInvestigation } from './acts/follow-investigation.ts'
export { giveDuty, letGo, takeDuty } from './acts/hold-duty.ts'
export { openKeptFile } from './acts/keep-file.ts'
export { recordAwareness } from './acts/record-awareness.ts'
export { recordDelayReason } from './acts/record-delay-reason.ts'
export { planFiling, recordFiling } from './acts/record-filing.ts'
export { strikeFiling } from './acts/strike-filing.ts'
export { readBoard, readBoardIn } from './board/read-board.ts'
export { incidentNow, storyNow, wallInstant } from './case/incident-now.ts'
export { deskOrganisation, readCase, readIncidentCase } from './case/read-case.ts'
export type { DutyPerson } from './duty-writer.ts'
export { followDuties } from './following/follow-duties.ts'
export {
  enqueueFollowing,
  followAfterWrites,
  followTask,
  keepDutiesFollowed,
  takeUpDuties,
} from './following/follow-job.ts'
export { writeDuties } from './load-duties.ts'
export * from './model.ts'
export type { BoardSlots } from './pages/board-view.ts'
export { dueOnHome } from './pages/due-on-home.ts'
export { routes } from './routes.tsx'
export { awarenessEvents, type RiskDecision, riskDecisions } from './stores/awareness-store.ts'
export { conclusionHistory } from './stores/conclusion-store.ts'
export { filingHistory } from './stores/filing-store.ts'
export { type Investigation, investigationsOf } from './stores/investigation-store.ts'
export { remindersOf } from './stores/reminder-store.ts'
