export { type CandidateExplained, explainRow, type RowExplained } from './explain-row.ts'
export {
  type FileReport,
  type MatchReport,
  type MemberClass,
  memberClasses,
  type OutputFormat,
  type Tier,
  tiers,
  type Verdict,
  verdicts,
} from './model.ts'
export { matchRefusals } from './refusals.ts'
export { removeStale, workFolderOf } from './remove-stale.ts'
export { type MatchInput, type MatchProgress, type MatchStep, runMatch } from './run-match.ts'
export { thresholdsFor, WEIGHTS } from './weights.ts'
