export { loadSampleDisruption } from './load-sample.ts'
export type {
  BlockedFiling,
  CostKind,
  CostSum,
  CoverLine,
  Disruption,
  ExtraCost,
  InsuranceContract,
  Loss,
  Tolerance,
} from './model.ts'
export { LOSSES, standingOf, sumOf, sumsByKind } from './model.ts'
export { readDisruption } from './read-disruption.ts'
export { routes } from './routes.tsx'
export { showDay, showEuros, showHours } from './show-figures.ts'
export { costLines, exportCsv, filingLines } from './write-exports.ts'
