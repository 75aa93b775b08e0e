export { discardDraft, refreshDraft } from './change-draft.ts'
export type { VerdictCounts } from './check-outputs.ts'
export { companiesHold, totalOf } from './company-account.ts'
export { decideStrategy } from './decide-strategy.ts'
export type { DeliveryOfLists, DeliverySlots } from './delivery-slots.ts'
export { fillPreventive } from './fill-preventive.ts'
export { importLists } from './import-lists.ts'
export type { ImportedLists, ImportRequest } from './import-shapes.ts'
export { looksLikeNir, maskEmail } from './masking.ts'
export type {
  Addressee,
  AudienceKind,
  Cohort,
  Covered,
  Funnel,
  PersonClass,
  PersonCounts,
  Population,
  PostalAddress,
  ToldThrough,
  Unaddressable,
  UntoldReason,
  Verdict,
} from './model.ts'
export { COHORTS, PUBLISH_REASONS, type PublishReason } from './model.ts'
export { type PersonForPaper, personForPaper } from './person-for-paper.ts'
export { type PublishedList, type PublishRequest, publishList } from './publish-version.ts'
export { type ChangeSums, type Changes, changesHold, readChanges, sumsOf } from './read-changes.ts'
export { funnel, type PublishedVersion, publishedVersion } from './read-funnel.ts'
export { routes } from './routes.tsx'
export { SAME_DATA, SAME_MESSAGE } from './store-changes.ts'
export { type CompanyFigures, companyFigures } from './store-companies.ts'
export {
  STRATEGIES,
  type Strategy,
  type StrategyDecision,
  strategyDecisions,
  strategyInForce,
} from './store-strategy.ts'
export { type ChangeCounts, findVersion, type ListVersion, versionsOf } from './store-versions.ts'
export { repairedOf } from './stored-files.ts'
export { strategyRefusals } from './strategy-refusals.ts'
export { listUnaddressable, streamAudience } from './stream-audience.ts'
export { versionRefusals } from './version-refusals.ts'
export { versionRoutes } from './version-routes.tsx'
export { nameOf, versionTexts } from './version-texts.ts'
