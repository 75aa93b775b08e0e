export { type AddOrganisationInput, addOrganisation } from './add-organisation.ts'
export { type AddPopulationInput, addPopulation } from './add-population.ts'
export { closeIncident } from './close-incident.ts'
export { type Contradiction, findContradiction, ORDER_RULES } from './contradictions.ts'
export { catalogueEntry, FACT_CATALOGUE, groupOf, labelOf } from './fact-catalogue.ts'
export {
  boundsOf,
  type Fact,
  type FactContent,
  type FactKind,
  type FactOf,
  type Moment,
  type Period,
} from './fact-value.ts'
export type { RecordFactInput, SupersedeFactInput } from './fact-version.ts'
export { findNationalId } from './guard-national-id.ts'
export { LAW_KEYS, lawFactKey, readLawKey } from './law-facts.ts'
export { type LinkOrganisationsInput, linkOrganisations } from './link-organisations.ts'
export {
  type IncidentFile,
  openIncidentFromFile,
  readIncidentFile,
  type WriteAlso,
} from './load-incident-file.ts'
export { loadSampleIncident } from './load-sample-incident.ts'
export {
  type Confidence,
  type Contact,
  DATA_CATEGORIES,
  type DataCategory,
  type Exposure,
  type FactId,
  type Incident,
  type IncidentId,
  type Organisation,
  type OrganisationLink,
  type OrganisationRole,
  type Population,
  type Said,
  type SourceKind,
  sayIn,
} from './model.ts'
export type { NoticeSource, Stated, StatedPopulation } from './notice-source.ts'
export { type OpenIncidentInput, openIncident } from './open-incident.ts'
export { incidentsRoutes } from './page-incidents.tsx'
export { type ChangedFact, changedFacts } from './read-changed-facts.ts'
export { currentExposureDates } from './read-exposure-dates.ts'
export { type ExposureTable, exposureTable } from './read-exposure-table.ts'
export { incidentByReference, incidentHeader } from './read-incident.ts'
export { noticeFacts } from './read-notice-source.ts'
export { type RecordExposureInput, recordExposure } from './record-exposure.ts'
export { recordFact, recordFactIn } from './record-fact.ts'
export { routes } from './routes.tsx'
export { categoryWord, describeMoment, showValue } from './show-value.ts'
export {
  currentExposures,
  currentFact,
  currentFacts,
  factById,
  factHistory,
  findIncident,
  findIncidentById,
  listIncidents,
  listLinks,
  listOrganisations,
  listPopulations,
  supersededExposures,
} from './store.ts'
export { supersedeFact, supersedeFactIn } from './supersede-fact.ts'
export { writableIncident } from './writable-incident.ts'
