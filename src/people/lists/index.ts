export type { VerdictCounts } from './check-outputs.ts'
export type { DeliveryOfLists, DeliverySlots } from './delivery-slots.ts'
export { importLists } from './import-lists.ts'
export type { ImportedLists, ImportRequest } from './import-shapes.ts'
export type {
  Addressee,
  AudienceKind,
  Cohort,
  Covered,
  Funnel,
  PersonClass,
  PersonCounts,
  PostalAddress,
  ToldThrough,
  Unaddressable,
  UntoldReason,
  Verdict,
} from './model.ts'
export { COHORTS, PUBLISH_REASONS, type PublishReason } from './model.ts'
export { discardDraft, type PublishedList, type PublishRequest, publishList } from './publish-version.ts'
export { funnel, type PublishedVersion, publishedVersion } from './read-funnel.ts'
export { listRefusals } from './refusals.ts'
export { routes } from './routes.tsx'
export { type ChangeCounts, findVersion, type ListVersion, versionsOf } from './store-versions.ts'
export { listUnaddressable, streamAudience } from './stream-audience.ts'
export { versionRefusals } from './version-refusals.ts'
