import type { Temporal } from '../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { Obstacle, Purge, PurgePlan, Retention, RetentionInForce, Step } from './model.ts'
import { DEFAULT_DAYS } from './model.ts'

export async function retentionInForce(tx: Tx, incidentId: string): Promise<RetentionInForce> {
  const found = await maybeRow<{
    days: number | null
    until: string | null
    decidedBy: string
    decidedAt: Temporal.Instant
  }>(
    tx,
    `select days, until::text, decided_by as "decidedBy", decided_at as "decidedAt" from retention_decision
      where incident_id = $1 order by id desc limit 1`,
    [incidentId],
  )
  if (!found) return { retention: { days: DEFAULT_DAYS, until: null }, decidedBy: null, decidedAt: null }
  const { days, until, decidedBy, decidedAt } = found
  return { retention: { days, until } as Retention, decidedBy, decidedAt }
}

export async function insertRetention(
  tx: Tx,
  incidentId: string,
  { days, until }: Retention,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `insert into retention_decision (incident_id, days, until, decided_at, decided_by) values ($1, $2, $3, $4, $5)`,
    [incidentId, days, until, at, by],
  )
}

const PURGE = `id, incident_id as "incidentId", state, plan, asked_by as "askedBy", asked_by_name as "askedByName", asked_at as "askedAt",
  confirmed_by_name as "confirmedByName", confirmed_at as "confirmedAt", steps, finished_at as "finishedAt"`

/** The purge in hand, or done; undefined when none was asked for. */
export async function purgeOf(tx: Tx, incidentId: string): Promise<Purge | undefined> {
  return maybeRow<Purge>(
    tx,
    `select ${PURGE} from purge where incident_id = $1 and state in ('asked', 'running', 'done')`,
    [incidentId],
  )
}

/** The same, locked until the end of the transaction; one act on the purge of an incident at a time. */
export async function lockPurge(tx: Tx, incidentId: string): Promise<Purge | undefined> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.purge'), hashtext($1))`, [incidentId])
  return purgeOf(tx, incidentId)
}

export async function runningPurges(tx: Tx): Promise<Purge[]> {
  return rows<Purge>(tx, `select ${PURGE} from purge where state = 'running' order by confirmed_at`)
}

export async function insertPurge(
  tx: Tx,
  purge: { id: string; incidentId: string; plan: PurgePlan; by: string; byName: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `insert into purge (id, incident_id, state, plan, asked_by, asked_by_name, asked_at) values ($1, $2, 'asked', $3, $4, $5, $6)`,
    [purge.id, purge.incidentId, JSON.stringify(purge.plan), purge.by, purge.byName, at],
  )
}

export async function setWithdrawn(tx: Tx, id: string): Promise<void> {
  await tx.query(`update purge set state = 'withdrawn' where id = $1 and state = 'asked'`, [id])
}

export async function setRunning(
  tx: Tx,
  id: string,
  by: { readonly id: string; readonly name: string; readonly sealId: string | null },
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `update purge set state = 'running', confirmed_by = $2, confirmed_by_name = $3, seal_id = $4, confirmed_at = $5
      where id = $1 and state = 'asked'`,
    [id, by.id, by.name, by.sealId, at],
  )
}

export async function stepDone(tx: Tx, id: string, step: Step): Promise<void> {
  await tx.query(`update purge set steps = array_append(steps, $2) where id = $1 and not ($2 = any(steps))`, [
    id,
    step,
  ])
}

export async function setDone(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const done = await tx.query(
    `update purge set state = 'done', finished_at = $2 where id = $1 and state = 'running'`,
    [id, at],
  )
  return done.rowCount === 1
}

/** Closes the incident when nobody did: nothing is written in it any more. */
export async function closeForPurge(tx: Tx, incidentId: string, at: Temporal.Instant): Promise<void> {
  await tx.query(`update incident set closed_at = $2 where id = $1 and closed_at is null`, [incidentId, at])
}

/** What is not finished in an incident. */
export async function obstaclesOf(tx: Tx, incidentId: string): Promise<Obstacle[]> {
  const found = await oneRow<Record<'campaign' | 'held' | 'intake' | 'draft', boolean>>(
    tx,
    `select exists (select from campaign where incident_id = $1 and state not in ('finished', 'cancelled')) as campaign,
            exists (select from delivery d join campaign c on c.id = d.campaign_id where c.incident_id = $1 and d.state = 'unknown') as held,
            exists (select from intake where incident_id = $1 and state in ('looking', 'to_confirm', 'waiting', 'running')) as intake,
            exists (select from list_version where incident_id = $1 and number is null) as draft`,
    [incidentId],
  )
  return [
    ...(found.campaign ? ['campaign_under_way' as const] : []),
    ...(found.held ? ['held_unknown' as const] : []),
    ...(found.intake ? ['import_in_hand' as const] : []),
    ...(found.draft ? ['draft_list' as const] : []),
  ]
}

/** What goes from the database and what stays, counted. */
export async function countPlan(tx: Tx, incidentId: string): Promise<Omit<PurgePlan, 'files' | 'bytes'>> {
  const found = await oneRow<Omit<PurgePlan, 'files' | 'bytes' | 'stays'> & PurgePlan['stays']>(
    tx,
    `with mine as (select d.id, d.recipient is not null as written from delivery d join campaign c on c.id = d.campaign_id where c.incident_id = $1)
     select (select count(*)::int from person where incident_id = $1) as people,
            (select count(*)::int from addressee a join list_version v on v.id = a.list_version_id where v.incident_id = $1) as addressees,
            (select count(*) filter (where written)::int from mine) as recipients,
            (select count(*)::int from attempt a join campaign c on c.id = a.campaign_id where c.incident_id = $1 and a.reply is not null) as replies,
            (select count(*)::int from review_item where incident_id = $1) as reviewed,
            (select count(*)::int from imported_list where incident_id = $1) as imports,
            (select count(*)::int from mine) as deliveries,
            (select count(*)::int from notice_version n join campaign c on c.id = n.campaign_id where c.incident_id = $1) as texts,
            (select count(*)::int from proof_seal where incident_id = $1) as seals,
            (select count(*)::int from duty_file where incident_id = $1) as receipts,
            (select count(*)::int from dossier_version where incident_id = $1) as dossiers,
            (select count(*)::int from journal_entry where incident_id = $1) as journal`,
    [incidentId],
  )
  const { deliveries, texts, seals, receipts, dossiers, journal, ...goes } = found
  return { ...goes, stays: { deliveries, texts, seals, receipts, dossiers, journal } }
}

export async function incidentOfPurge(
  tx: Tx,
  incidentId: string,
): Promise<{ id: string; reference: string; exercise: boolean; closedAt: Temporal.Instant | null }> {
  return oneRow(tx, `select id, reference, exercise, closed_at as "closedAt" from incident where id = $1`, [
    incidentId,
  ])
}

/** The day on which people's data began to go, ISO; undefined while they are all there. */
export async function purgeDay(tx: Tx, incidentId: string): Promise<string | undefined> {
  const found = await maybeRow<{ day: string }>(
    tx,
    `select to_char(confirmed_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day from purge
      where incident_id = $1 and state in ('running', 'done')`,
    [incidentId],
  )
  return found?.day
}
