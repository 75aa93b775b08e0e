export {
  campaignById,
  campaignsOf,
  campaignsUnderWay,
  currentCampaign,
  noticesOf,
  releasesOf,
} from './campaign-store.ts'
export { type PreparedCorrection, planCorrection } from './corrections/plan-correction.ts'
export { correctAllDue, correctText } from './corrections/prepare-correction.ts'
export { type Decision, decideUnknown, heldDeliveries } from './decide-unknown.ts'
export { enqueueLetters, enqueueSending } from './enqueue-jobs.ts'
export { deliveryTasks, sendingTasks, takeUpCampaigns } from './jobs.ts'
export { jobsReady } from './jobs-store.ts'
export { builtInProfile, PROFILES, type PrintProfile, readProfile } from './letters/index.ts'
export {
  type CampaignFigures,
  campaignFigures,
} from './live/figures-store.ts'
export { type Campaign, type CampaignState, type CohortAccount, type Proof, proofHolds } from './model.ts'
export {
  pauseAfterRestore,
  pauseCampaign,
  resumeCampaign,
  SINCE_BACKUP,
  type SinceBackup,
  sendCampaign,
} from './pause-campaign.ts'
export { deliveryOfLists } from './planning/follow-list.ts'
export { countPlanned } from './planning/plan-store.ts'
export { type Preparation, type PreparationInput, planCampaign } from './planning/prepare-campaign.ts'
export { campaignOf, prepareCampaign } from './planning/prepare-incident-campaign.ts'
export { applyFeedback, type FeedbackReport, reportReturn } from './posting/apply-feedback.ts'
export { addressLines, buildLetters, type LetterReport } from './posting/build-letters.ts'
export { chooseProfile } from './posting/choose-profile.ts'
export { RETURN_REASONS, returnReason } from './posting/feedback-words.ts'
export { type LetterBatchRow, letterBatches } from './posting/letter-store.ts'
export { type Deposit, postLetters } from './posting/post-letters.ts'
export { codeOf } from './posting/read-feedback.ts'
export { type Rebuilt, rebuildBatch } from './posting/rebuild-batch.ts'
export { reportTexts } from './posting/report-texts.ts'
export { takeBackBatch } from './posting/withdraw-batch.ts'
export {
  countProof,
  deliveryHistory,
  deliveryHistoryBlock,
  deliveryStanding,
  findPersonCalled,
  type HistoryLine,
  journalProof,
  type LedgerVerification,
  personPaper,
  personsByOutcome,
  prove,
  provePerson,
  readReach,
  type SealsVerification,
  sealOutcomes,
  untoldReasonWord,
  verifyLedger,
  verifySeals,
} from './proof/index.ts'
export { cancelCampaign } from './release/cancel-campaign.ts'
export { type Releaser, releaseCampaign } from './release/release-campaign.ts'
export { hookRoutes } from './returned/hook-routes.ts'
export { routes } from './routes.tsx'
export { noticeRecipient } from './sending/compose-message.ts'
export { type DriveReport, driveCampaign, finishCampaign } from './sending/drive-campaign.ts'
export { outboxFolder, readOutboxMessage } from './sending/outbox.ts'
export { type Recovery, recoverAttempts } from './sending/recover-attempts.ts'
export { type ChunkOptions, type ChunkReport, sendChunk } from './sending/send-chunk.ts'
export { dkimRecord, dkimSigner } from './smtp/dkim.ts'
export { decideWaves, delayWave, holdWave, previewWaves } from './waves/decide-waves.ts'
export { type CallsOfHour, mostCalls } from './waves/expected-calls.ts'
export { judgeRefusals, resumeDomain } from './waves/judge-refusals.ts'
export { type Outlook, outlookOf, type WaveOutlook } from './waves/outlook.ts'
export type { WavePlan } from './waves/plan-waves.ts'
export { proposalOf, settingsOf } from './waves/proposal.ts'
export { recordCalls } from './waves/record-calls.ts'
export { PACING_FIELDS, type PacingSettings, writeSettings } from './waves/settings.ts'
export { endWords, wavesTexts, whenWords } from './waves/texts.ts'
