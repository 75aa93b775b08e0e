import { randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { generateSample } from '../../src/exercise/generate/index.ts'
import { runMatch } from '../../src/people/match/index.ts'
import { fillReview } from '../../src/people/review/index.ts'
import { encryptTo } from '../../src/platform/encrypted-file.ts'
import type { Platform } from '../../src/platform/platform.ts'

export interface ReviewedRun {
  readonly incidentId: string
  readonly reference: string
  readonly runId: string
  readonly folder: string
  readonly register: string
  readonly exposed: string
}

/** Rates that leave many rows between two people: no NIR, no date, numbers lost. */
const MESSY = {
  no_nir: 0.5,
  wrong_digit: 0,
  no_key: 0,
  other_parent_nir: 0.2,
  no_birth_date: 0.4,
  no_member_number: 0.6,
  first_name_typo: 0.2,
  surname_typo: 0.2,
}

/** A small register and a messy exposed list, matched for good; nothing in the database yet. */
export async function aMessySample(folder: string, seed = 7): Promise<{ register: string; exposed: string }> {
  mkdirSync(folder, { recursive: true })
  await generateSample({
    members: 2500,
    exposed: 5000,
    affected: 900,
    seed,
    out: folder,
    force: true,
    rates: MESSY,
  })
  return { register: join(folder, 'register.csv'), exposed: join(folder, 'exposed.csv') }
}

export async function anIncident(platform: Platform): Promise<{ incidentId: string; reference: string }> {
  const incidentId = randomUUID()
  const reference = `essai-${incidentId.slice(0, 8)}`
  await platform.db.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by) values ($1, $2, 'Essai', true, now(), 'essai')`,
    [incidentId, reference],
  )
  return { incidentId, reference }
}

/** The real match of two lists; its files serve as many runs as a test wants. */
export async function aMatch(
  platform: Platform,
  lists: { register: string; exposed: string },
): Promise<{ outDir: string; workDir: string }> {
  const folder = join(platform.home.root, `match-${randomUUID()}`)
  const [outDir, workDir] = [join(folder, 'out'), join(folder, 'work')]
  mkdirSync(outDir, { recursive: true })
  await runMatch({ ...lists, outDir, workDir, format: 'parquet' })
  return { outDir, workDir }
}

/** Fills the review of a run of two lists, as an import does, without persons nor version. */
export async function aReviewedRun(
  platform: Platform,
  incident: { incidentId: string; reference: string },
  lists: { register: string; exposed: string },
  matched?: { outDir: string; workDir: string },
): Promise<ReviewedRun> {
  const runId = randomUUID()
  const { outDir, workDir } = matched ?? (await aMatch(platform, lists))
  mkdirSync(join(platform.home.store, 'lists'), { recursive: true })
  for (const kind of ['register', 'exposed'] as const)
    await encryptTo(
      platform.home,
      createReadStream(lists[kind]),
      join(platform.home.store, 'lists', `${runId}-${kind}.age`),
    )
  const files = {
    verdicts: join(outDir, 'verdicts.parquet'),
    explanations: join(outDir, 'explanations.parquet'),
    possible: join(outDir, 'possible.parquet'),
    registerRows: join(workDir, 'register.parquet'),
  }
  await platform.db.transaction(async (tx) => {
    const ids: number[] = []
    for (const kind of ['register', 'exposed']) {
      const found = await tx.query<{ id: number }>(
        `insert into imported_list (incident_id, kind, file_name, bytes, sha256, encoding, separator, columns, lines, header_lines,
           records, continuation, quarantined, blank_lines, stored_path, imported_at, imported_by)
         values ($1, $2, $2 || '.csv', 1, $3, 'utf-8', ';', '{}', 1, 1, 0, 0, 0, 0, $4, now(), 'test') returning id`,
        [incident.incidentId, kind, 'a'.repeat(64), join('lists', `${runId}-${kind}.age`)],
      )
      ids.push(found.rows[0]!.id)
    }
    await tx.query(
      `insert into match_run (id, incident_id, register_list_id, exposed_list_id, columns_sha256, engine_version, weights_version,
         counts, verdicts_path, verdicts_sha256, members_sha256, started_at, finished_at)
       values ($1, $2, $3, $4, $5, '1', '1', '{}', $6, $5, $5, now(), clock_timestamp())`,
      [runId, incident.incidentId, ids[0], ids[1], 'a'.repeat(64), `verdicts/${runId}`],
    )
    await fillReview(tx, platform, {
      incidentId: incident.incidentId,
      runId,
      registerPath: lists.register,
      exposedPath: lists.exposed,
      files,
    })
  })
  return { ...incident, runId, folder: outDir, ...lists }
}
