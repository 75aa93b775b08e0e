export type { VerdictCounts } from './check-outputs.ts'
export type { DeliverySlots } from './delivery-slots.ts'
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
export { COHORTS } from './model.ts'
export { funnel } from './read-funnel.ts'
export { listRefusals } from './refusals.ts'
export { routes } from './routes.tsx'
export { listUnaddressable, streamAudience } from './stream-audience.ts'
