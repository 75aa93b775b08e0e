import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, cp, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resultFile } from './decide-rows.ts'
import type { MatchReport, OutputFormat } from './model.ts'
import { matchRefusals } from './refusals.ts'
import { raw } from './render-sql.ts'
import type { DescribedRun } from './report.ts'
import outputsSql from './sql/outputs.sql'
import outputsCsvSql from './sql/outputs-csv.sql'
import type { WorkDatabase } from './work-database.ts'

export const REPORT_FILE = 'report.json'

/** The pieces of a weight, in the order an explanation shows them. */
export const EVIDENCE = [
  'nid',
  'birth',
  'surname',
  'first',
  'member',
  'contract',
  'insurer',
  'rank',
  'sex',
  'email',
  'postcode',
  'city',
  'street',
] as const

export interface Outputs {
  /** Writes every output and puts them in place, the report last. */
  write(db: WorkDatabase, workDir: string, run: DescribedRun): Promise<MatchReport>
  /** Removes what was not put in place. */
  discard(): Promise<void>
}

/** Refuses to replace results, then makes a folder beside them to write in. */
export async function prepareOutputs(outDir: string, format: OutputFormat, force: boolean): Promise<Outputs> {
  const names = outputNames(format)
  if (!force) await refuseExisting(outDir, [...Object.values(names), REPORT_FILE])
  const temporary = await makeTemporary(outDir)
  return {
    discard: () => rm(temporary, { recursive: true, force: true }),
    write: async (db, workDir, run) => {
      await copyTables(db, temporary, names, format, workDir)
      const report = await finalReport(temporary, Object.values(names), run)
      await writeFile(join(temporary, REPORT_FILE), `${JSON.stringify(report, null, 2)}\n`)
      for (const name of [...Object.values(names), REPORT_FILE]) {
        // They name members: the user's own, wherever they are put.
        await chmod(join(temporary, name), 0o600)
        await rename(join(temporary, name), join(outDir, name))
      }
      return report
    },
  }
}

function outputNames(format: OutputFormat) {
  return {
    verdicts: `verdicts.${format}`,
    members: `members.${format}`,
    explanations: `explanations.${format}`,
    possible: `possible.${format}`,
    quarantine: 'quarantine.csv',
  }
}

async function refuseExisting(folder: string, names: readonly string[]): Promise<void> {
  for (const file of names) {
    const there = await access(join(folder, file)).then(
      () => true,
      () => false,
    )
    if (there) throw matchRefusals.outputsExist({ folder, file })
  }
}

async function makeTemporary(outDir: string): Promise<string> {
  try {
    await mkdir(outDir, { recursive: true })
    return await mkdtemp(join(outDir, `.match-${process.pid}-`))
  } catch (error) {
    const problem = (error as NodeJS.ErrnoException).code ?? 'error'
    throw matchRefusals.folderNotWritable({ folder: outDir, problem })
  }
}

async function copyTables(
  db: WorkDatabase,
  folder: string,
  names: ReturnType<typeof outputNames>,
  format: OutputFormat,
  workDir: string,
): Promise<void> {
  const [verdicts, members] = [join(folder, names.verdicts), join(folder, names.members)]
  if (format === 'csv') await db.run(outputsCsvSql, { verdicts, members })
  else {
    await cp(resultFile(workDir, 'verdicts'), verdicts)
    await cp(resultFile(workDir, 'members'), members)
  }
  await db.run(outputsSql, {
    explanations: join(folder, names.explanations),
    possible: join(folder, names.possible),
    quarantine: join(folder, names.quarantine),
    format: raw(format === 'csv' ? '(format csv, header)' : '(format parquet, compression zstd)'),
    memberId: raw(format === 'csv' ? 'inert(member_id) as member_id' : 'member_id'),
    explanationsOrder: raw(format === 'csv' ? 'order by exposed_row, place' : ''),
    pieces: raw(EVIDENCE.flatMap((piece) => [`${piece}_l`, `round(${piece}_w, 2) as ${piece}_w`]).join(', ')),
  })
}

async function finalReport(
  folder: string,
  names: readonly string[],
  run: DescribedRun,
): Promise<MatchReport> {
  const { started, ...described } = run
  const outputs: Record<string, { bytes: number; sha256: string }> = {}
  for (const name of names) outputs[name] = await fingerprint(join(folder, name))
  const cpu = process.cpuUsage(started.cpu)
  const total = Math.round(performance.now() - started.wall) / 1000
  return {
    ...described,
    outputs,
    seconds: { ...described.seconds, total },
    cpuSeconds: Math.round((cpu.user + cpu.system) / 1000) / 1000,
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
  }
}

async function fingerprint(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}
