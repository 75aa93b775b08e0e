import type { Actor } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../../platform/database.ts'
import type { ColumnMapping } from '../read/index.ts'
import type { Failure, Intake, IntakeProgress, IntakeState } from './model.ts'

const INTAKE = `id, incident_id as "incidentId", state, json_build_object('register', register_name, 'exposed', exposed_name) as names,
  json_build_object('register', register_bytes, 'exposed', exposed_bytes) as bytes, stored,
  case when repaired_name is not null then json_build_object('name', repaired_name, 'bytes', repaired_bytes) end as repaired, columns, mapping_id as "mappingId", progress,
  stop_asked as "stopAsked", failure, list_version_id as "listVersionId", opened_at as "openedAt", begun_at as "begunAt",
  ended_at as "endedAt"`

const IN_HAND = `('looking', 'to_confirm', 'waiting', 'running')`

export async function insertIntake(
  tx: Tx,
  intake: Pick<Intake, 'id' | 'incidentId' | 'names' | 'bytes'> & {
    openedBy: Actor
    openedAt: Temporal.Instant
  },
): Promise<void> {
  const { id, incidentId, names, bytes, openedBy, openedAt } = intake
  await tx.query(
    `insert into intake (id, incident_id, state, register_name, register_bytes, exposed_name, exposed_bytes, opened_by, opened_at)
     values ($1, $2, 'looking', $3, $4, $5, $6, $7, $8)`,
    [
      id,
      incidentId,
      names.register,
      bytes.register,
      names.exposed,
      bytes.exposed,
      JSON.stringify(openedBy),
      openedAt,
    ],
  )
}

/** An import that a person need not confirm: lists and columns are those of one that was. */
export async function insertRepair(
  tx: Tx,
  intake: Pick<Intake, 'id' | 'incidentId' | 'names' | 'bytes' | 'columns' | 'stored' | 'repaired'> & {
    openedBy: Actor
    openedAt: Temporal.Instant
  },
): Promise<void> {
  const { id, incidentId, names, bytes, columns, stored, repaired, openedBy, openedAt } = intake
  await tx.query(
    `insert into intake (id, incident_id, state, register_name, register_bytes, exposed_name, exposed_bytes, columns, stored,
       repaired_name, repaired_bytes, opened_by, opened_at)
     values ($1, $2, 'to_confirm', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      incidentId,
      names.register,
      bytes.register,
      names.exposed,
      bytes.exposed,
      columns && JSON.stringify(columns),
      JSON.stringify(stored),
      repaired?.name,
      repaired?.bytes,
      JSON.stringify(openedBy),
      openedAt,
    ],
  )
}

export function findIntake(tx: Tx, incidentId: string, id: string): Promise<Intake | undefined> {
  return maybeRow<Intake>(tx, `select ${INTAKE} from intake where incident_id = $1 and id::text = $2`, [
    incidentId,
    id,
  ])
}

export function findById(tx: Tx, id: string): Promise<(Intake & { begunBy: Actor | null }) | undefined> {
  return maybeRow(tx, `select ${INTAKE}, begun_by as "begunBy" from intake where id = $1`, [id])
}

export function findInHand(tx: Tx, incidentId: string): Promise<Intake | undefined> {
  return maybeRow<Intake>(tx, `select ${INTAKE} from intake where incident_id = $1 and state in ${IN_HAND}`, [
    incidentId,
  ])
}

/** Every import in hand, whatever the incident: for a start that puts things in order, and for the sweep. */
export function allInHand(tx: Tx): Promise<Intake[]> {
  return rows<Intake>(tx, `select ${INTAKE} from intake where state in ${IN_HAND}`)
}

/** Moves an import on when it stands in one of `from`. @returns false when it does not: someone else was quicker */
export async function moveIntake(
  tx: Tx,
  id: string,
  from: readonly IntakeState[],
  to: IntakeState,
  set: {
    failure?: Failure | null
    listVersionId?: number
    begunAt?: Temporal.Instant | null
    begunBy?: Actor
    endedAt?: Temporal.Instant
  } = {},
): Promise<boolean> {
  const { failure = null, listVersionId = null, begunAt = null, begunBy = null, endedAt = null } = set
  const moved = await tx.query(
    `update intake set state = $3, failure = $4, list_version_id = coalesce($5, list_version_id),
            stop_asked = stop_asked and $3 = 'running',
            progress = null, begun_at = coalesce($6, begun_at), ended_at = $7, begun_by = coalesce($8, begun_by)
      where id = $1 and state = any($2::text[])`,
    [
      id,
      from,
      to,
      failure && JSON.stringify(failure),
      listVersionId,
      begunAt,
      endedAt,
      begunBy && JSON.stringify(begunBy),
    ],
  )
  return moved.rowCount === 1
}

/** @returns false when the import is no longer to be confirmed */
export async function setColumns(
  tx: Tx,
  id: string,
  columns: ColumnMapping | null,
  mappingId: number | null,
): Promise<boolean> {
  const set = await tx.query(
    `update intake set columns = $2, mapping_id = $3, failure = null where id = $1 and state = 'to_confirm'`,
    [id, columns && JSON.stringify(columns), mappingId],
  )
  return set.rowCount === 1
}

export async function setProgress(tx: Tx, id: string, progress: IntakeProgress): Promise<void> {
  await tx.query(`update intake set progress = $2 where id = $1`, [id, JSON.stringify(progress)])
}

/** @returns false when nothing of it runs or waits */
export async function askToStop(tx: Tx, id: string): Promise<boolean> {
  const asked = await tx.query(
    `update intake set stop_asked = true where id = $1 and state in ('waiting', 'running') and not stop_asked`,
    [id],
  )
  return asked.rowCount === 1
}

/** The files change places. @returns false when the import is no longer to be confirmed */
export async function swapFiles(tx: Tx, id: string): Promise<boolean> {
  const swapped = await tx.query(
    `update intake set register_name = exposed_name, exposed_name = register_name, register_bytes = exposed_bytes,
            exposed_bytes = register_bytes, columns = null, mapping_id = null, failure = null, state = 'looking'
      where id = $1 and state = 'to_confirm'`,
    [id],
  )
  return swapped.rowCount === 1
}
