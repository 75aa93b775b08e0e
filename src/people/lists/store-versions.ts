import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import type { VerdictCounts } from './check-outputs.ts'
import type { PersonCounts } from './model.ts'

/** One writer of an incident's versions at a time, until the end of the transaction. To be taken before looking. */
export async function lockVersions(tx: Tx, incidentId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.lists.version'), hashtext($1::text))`, [
    incidentId,
  ])
}

/** Whether the database knows the files of this name: a run of its own, or the decided verdicts of a version. */
export async function ownsFiles(tx: Tx, id: string): Promise<boolean> {
  const found = await maybeRow(
    tx,
    `select 1 as one from match_run where id::text = $1
     union all select 1 from list_version where verdicts_path = 'verdicts/' || $1 limit 1`,
    [id],
  )
  return found !== undefined
}

/** The files behind the draft and the current list version, to refuse importing them once more. */
export async function knownSources(tx: Tx, incidentId: string) {
  return rows<{ number: number | null; register: string; exposed: string; columns: string }>(
    tx,
    `select v.number, r.sha256 as register, e.sha256 as exposed, m.columns_sha256 as columns
       from list_version v join match_run m on m.id = v.run_id
       join imported_list r on r.id = m.register_list_id join imported_list e on e.id = m.exposed_list_id
      where v.incident_id = $1 order by v.id desc limit 2`,
    [incidentId],
  )
}

/** How many persons changed in each way since the base; `same` and the kinds are counted by one pass over both lists. */
export type ChangeCounts = Readonly<
  Record<'added' | 'removed' | 'class' | 'data' | 'contact' | 'same', number>
>

export interface ListVersion {
  readonly id: number
  readonly incidentId: string
  /** Null: a draft. */
  readonly number: number | null
  readonly runId: string
  readonly counts: PersonCounts
  readonly verdicts: VerdictCounts
  readonly draftedAt: Temporal.Instant | null
  readonly draftedBy: string | null
  readonly publishedAt: Temporal.Instant | null
  readonly publishedBy: string | null
  readonly baseId: number | null
  readonly changes: ChangeCounts | null
  readonly verdictsPath: string
  readonly decisions: number
  readonly decisionsSha256: string | null
  readonly reason: string | null
}

const VERSION = `v.id, v.incident_id as "incidentId", v.number, v.run_id as "runId", v.counts,
  coalesce(v.verdict_counts, m.counts) as verdicts, v.drafted_at as "draftedAt", v.drafted_by as "draftedBy",
  v.published_at as "publishedAt", v.published_by as "publishedBy", v.base_id as "baseId", v.changes,
  coalesce(v.verdicts_path, m.verdicts_path) as "verdictsPath", v.decisions, v.decisions_sha256 as "decisionsSha256", v.reason
  from list_version v join match_run m on m.id = v.run_id`

/** Every version of an incident, newest first; a draft, when there is one, before all. */
export async function versionsOf(tx: Tx, incidentId: string): Promise<ListVersion[]> {
  return rows<ListVersion>(tx, `select ${VERSION} where v.incident_id = $1 order by v.id desc`, [incidentId])
}

export async function findVersion(
  tx: Tx,
  incidentId: string,
  asked: { readonly id: number } | { readonly number: number } | 'draft' | 'published',
): Promise<ListVersion | undefined> {
  const condition =
    asked === 'draft'
      ? 'v.number is null'
      : asked === 'published'
        ? 'v.number is not null'
        : 'id' in asked
          ? 'v.id = $2'
          : 'v.number = $2'
  const value = typeof asked === 'string' ? [] : ['id' in asked ? asked.id : asked.number]
  return maybeRow<ListVersion>(
    tx,
    `select ${VERSION} where v.incident_id = $1 and ${condition} order by v.id desc limit 1`,
    [incidentId, ...value],
  )
}

export interface NewVersion {
  readonly incidentId: string
  readonly runId: string
  readonly baseId: number | null
  readonly at: Temporal.Instant
  readonly by: string
}

/** A draft without entries: its id names its addressees and entries from here on. */
export async function insertDraft(tx: Tx, version: NewVersion): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into list_version (incident_id, run_id, base_id, counts, drafted_at, drafted_by)
     values ($1, $2, $3, '{}', $4, $5) returning id`,
    [version.incidentId, version.runId, version.baseId, version.at, version.by],
  )
  return id
}

export interface BuiltVersion {
  readonly persons: PersonCounts
  readonly changes: ChangeCounts | null
  /** Decisions of the review: how many, which, and the verdicts they made; null when there are none. */
  readonly decided: {
    readonly decisions: number
    readonly sha256: string
    readonly path: string
    readonly verdicts: VerdictCounts
  } | null
}

export async function setBuilt(tx: Tx, id: number, built: BuiltVersion): Promise<void> {
  const { persons, changes, decided } = built
  await tx.query(
    `update list_version set counts = $2, changes = $3, decisions = $4, decisions_sha256 = $5, verdicts_path = $6,
            verdict_counts = $7 where id = $1`,
    [
      id,
      JSON.stringify(persons),
      changes && JSON.stringify(changes),
      decided?.decisions ?? 0,
      decided?.sha256 ?? null,
      decided?.path ?? null,
      decided && JSON.stringify(decided.verdicts),
    ],
  )
}

/** Gives a draft the next number. @returns that number */
export async function setPublished(
  tx: Tx,
  id: number,
  act: {
    readonly at: Temporal.Instant
    readonly by: string
    readonly reason: string | null
    readonly wasDraft: boolean
  },
): Promise<number> {
  const { number } = await oneRow<{ number: number }>(
    tx,
    `update list_version v set published_at = $2, published_by = $3, reason = $4,
            drafted_at = case when $5 then drafted_at end, drafted_by = case when $5 then drafted_by end,
            number = (select coalesce(max(number), 0) + 1 from list_version o where o.incident_id = v.incident_id)
      where id = $1 returning number`,
    [id, act.at, act.by, act.reason, act.wasDraft],
  )
  return number
}

/** The rows of a draft that is built anew, or goes; those of a published version stay. */
export async function clearEntries(tx: Tx, id: number): Promise<void> {
  for (const table of ['list_change', 'list_entry_row', 'list_entry', 'addressee']) {
    await tx.query(
      `delete from ${table} where list_version_id = (select id from list_version where id = $1 and number is null)`,
      [id],
    )
  }
}

/** A draft goes with the persons that it alone brought. Its run and its files stay: they were imported. */
export async function deleteDraft(tx: Tx, id: number): Promise<void> {
  await clearEntries(tx, id)
  await dropLeftPersons(tx, id)
  await tx.query(`delete from list_version where id = $1 and number is null`, [id])
}

/** Persons whom the draft brought and the published version no longer needs: decisions came between. */
export async function dropLeftPersons(tx: Tx, id: number): Promise<void> {
  await tx.query(`delete from person where draft_id = $1`, [id])
}
