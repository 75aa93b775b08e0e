import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type FileReport, runMatch } from '../match/index.ts'
import type { ColumnMapping } from '../read/index.ts'
import type { FileAccount, MatchEngine } from './match-engine.ts'
import { listRefusals } from './refusals.ts'

/** people/match, fitted to what an import needs. */
export const runEngine: MatchEngine = async (request) => {
  const { register, exposed, outDir, workDir, onProgress, signal } = request
  const columns = request.columns as ColumnMapping | undefined
  const report = await runMatch({
    register,
    exposed,
    outDir,
    workDir,
    columns,
    repaired: request.repaired,
    format: 'parquet',
    signal,
    onProgress: ({ step, done, total, unit, rows }) => onProgress?.(step, done, total, unit, rows),
  })
  // A person keeps their place from one version to the next by this identifier alone: a row number would be someone else's.
  if (!('member_id' in report.register.columns)) throw listRefusals.noMemberId({ file: basename(register) })
  const output = (name: string) => join(outDir, name)
  const quarantined = report.register.accounting.quarantined + report.exposed.accounting.quarantined
  return {
    engineVersion: Object.entries(report.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    weightsVersion: report.weights,
    register: accountOf(report.register),
    exposed: accountOf(report.exposed),
    registerRows: join(workDir, 'register.parquet'),
    members: output('members.parquet'),
    verdicts: output('verdicts.parquet'),
    possible: output('possible.parquet'),
    seen: join(workDir, 'seen.parquet'),
    explanations: existsSync(output('explanations.parquet')) ? output('explanations.parquet') : null,
    report: output('report.json'),
    quarantine: quarantined > 0 ? output('quarantine.csv') : null,
  }
}

function accountOf({ sha256, encoding, separator, columns, accounting }: FileReport): FileAccount {
  const { lines, headerLines, blankLines, records, continuationLines, quarantined } = accounting
  return {
    sha256,
    encoding,
    separator,
    columns,
    lines,
    headerLines,
    blankLines,
    records,
    continuation: continuationLines,
    quarantined,
  }
}
