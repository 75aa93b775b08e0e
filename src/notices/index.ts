export { compileNotice, previewNotice } from './compile-notice.ts'
export { type CorrectionInput, composeCorrection, type FactChange } from './compose-correction.ts'
export { composeNotice } from './compose-notice.ts'
export { type Conflict, findConflicts } from './gates/agreement.ts'
export { checkGates } from './gates/check-gates.ts'
export { EXTREMES } from './gates/extreme-recipients.ts'
export type { Gate, GateId, MendPlace } from './gates/gate.ts'
export { noticeHash } from './hash-notice.ts'
export { type Superseded, supersededIn } from './in-force.ts'
export {
  AUDIENCES,
  type AudienceKind,
  type BreachNature,
  CATEGORIES,
  type CitedFact,
  type CitedList,
  COHORTS,
  CORRECTION_KINDS,
  type Cohort,
  type CorrectionKind,
  type DataCategory,
  DOCUMENT_KINDS,
  type DocumentKind,
  type Exposure,
  type ExposureValue,
  isClosing,
  type LocalText,
  MEASURES,
  type Measure,
  type MeasureKind,
  type NoticeDocument,
  type NoticeFacts,
  type NoticeLocale,
  type NoticePerson,
  type NoticeRecipient,
  type NoticeTree,
  type Sentence,
  sentencesOf,
} from './model.ts'
export type { NoticeChoice, NoticeInput } from './plan-notice.ts'
export {
  type RelayKind,
  type RenderedDocument,
  renderDocument,
  renderPress,
  renderRelaySheet,
  renderScript,
} from './render-document.ts'
export type { LetterBlock, LetterBody, LetterContent, RenderedNotice } from './rendered-model.ts'
export {
  type OfferedGroup,
  type OfferedSection,
  type OfferedSentence,
  sentencesOnOffer,
} from './sentences-on-offer.ts'
export { checkText, type TextCheck, type TextFinding, type WarningKind } from './text-check/check-text.ts'
export { FLAWS, type FlawKind } from './text-check/flaws.ts'
export { type MessageEnvelope, messageFor } from './write-message.ts'
