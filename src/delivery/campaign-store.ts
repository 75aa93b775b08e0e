import type { MendPlace } from '../notices/index.ts'
import type { Cohort } from '../people/lists/index.ts'
import type { Temporal } from '../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { Campaign, CampaignState, Correction, PauseReason } from './model.ts'

const COLUMNS = `id, incident_id as "incidentId", number, cohort, reference, list_version_id as "listVersionId", generation, correction, corrects, exercise,
  sender_name as "senderName", sender_address as "senderAddress", state, pause_reason as "pauseReason",
  prepared_at as "preparedAt", released_at as "releasedAt", started_at as "startedAt", resumed_at as "resumedAt",
  finished_at as "finishedAt"`

export interface NewCampaign {
  readonly incidentId: string
  readonly incidentReference: string
  readonly cohort: Cohort
  readonly listVersionId: number
  readonly exercise: boolean
  readonly senderName: string
  readonly senderAddress: string
  readonly at: Temporal.Instant
  readonly correction?: { readonly why: Correction; readonly corrects: number | null }
}

/** One preparation of an incident at a time, until the end of the transaction. To be taken before looking. */
export async function lockPreparation(tx: Tx, incidentId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tocsin.campaign'), hashtext($1::text))`, [
    incidentId,
  ])
}

/** Numbers campaigns within their incident, under the lock of `lockPreparation`. */
export async function insertCampaign(tx: Tx, given: NewCampaign): Promise<Campaign> {
  return oneRow<Campaign>(
    tx,
    `insert into campaign (incident_id, number, reference, list_version_id, exercise, sender_name, sender_address, prepared_at, cohort,
                           generation, correction, corrects)
     select $1, n, $2 || '-C' || n, $3, $4, $5, $6, $7, $8, case when $9::text is null then 1 else g end, $9, $10
       from (select coalesce(max(number), 0) + 1 as n, coalesce(max(generation), 1) + 1 as g from campaign where incident_id = $1) next
     returning ${COLUMNS}`,
    [
      given.incidentId,
      given.incidentReference,
      given.listVersionId,
      given.exercise,
      given.senderName,
      given.senderAddress,
      given.at,
      given.cohort,
      given.correction?.why ?? null,
      given.correction?.corrects ?? null,
    ],
  )
}

export async function campaignById(tx: Tx, id: number): Promise<Campaign> {
  return oneRow<Campaign>(tx, `select ${COLUMNS} from campaign where id = $1`, [id])
}

/**
 * The campaign in hand: the latest that was not cancelled. A list version may add a second one beside the first: an act
 * that needs a `state` finds the oldest campaign in that state before it falls back on the latest. `cohort`: a first
 * notice of that cohort only.
 */
export async function currentCampaign(
  tx: Tx,
  incidentId: string,
  state?: CampaignState,
  cohort?: Cohort,
): Promise<Campaign | undefined> {
  return maybeRow<Campaign>(
    tx,
    `select ${COLUMNS} from campaign
      where incident_id = $1 and state <> 'cancelled' and ($3::text is null or (cohort = $3::text and generation = 1))
      order by (state = $2::text) desc nulls last, case when state = $2::text then number end, number desc limit 1`,
    [incidentId, state ?? null, cohort ?? null],
  )
}

/** Every campaign of an incident that was not cancelled, in order. */
export async function campaignsOf(tx: Tx, incidentId: string): Promise<Campaign[]> {
  return rows<Campaign>(
    tx,
    `select ${COLUMNS} from campaign where incident_id = $1 and state <> 'cancelled' order by number`,
    [incidentId],
  )
}

/** One change of a campaign at a time. Rows that only refer to it may still be written meanwhile. */
export async function lockCampaign(tx: Tx, id: number): Promise<Campaign> {
  return oneRow<Campaign>(tx, `select ${COLUMNS} from campaign where id = $1 for no key update`, [id])
}

/** Campaigns that a starting process must take up again. */
export async function campaignsUnderWay(tx: Tx): Promise<Campaign[]> {
  return rows<Campaign>(tx, `select ${COLUMNS} from campaign where state = 'sending' order by id`)
}

export interface NoticeVersion {
  readonly id: number
  readonly audience: string
  /** Of several texts for one audience: `relatives` says a sentence about someone who died. */
  readonly variant: string
  readonly locale: string
  readonly number: number
  readonly tree: unknown
  readonly sha256: string
  readonly gates: readonly GateResult[]
  readonly frozenAt: Temporal.Instant | null
}

/** What a control before sending found; `reason` says what to mend. */
export interface GateResult {
  readonly gate: string
  readonly passed: boolean
  readonly reason: string
  /** The page or library to go to; campaigns prepared before it was kept have none. */
  readonly whereToMend?: string
  /** The same for a link, one a thing to mend. */
  readonly mend?: readonly MendPlace[]
  /** Sentences, keys or places concerned. */
  readonly details?: readonly string[]
}

const NOTICE = `id, audience, variant, locale, number, tree, sha256, gates, frozen_at as "frozenAt"`

export async function insertNotice(
  tx: Tx,
  campaignId: number,
  notice: Pick<NoticeVersion, 'audience' | 'variant' | 'locale' | 'tree' | 'sha256' | 'gates'> & {
    readonly number?: number
  },
  at: Temporal.Instant,
): Promise<NoticeVersion> {
  return oneRow<NoticeVersion>(
    tx,
    `insert into notice_version (campaign_id, audience, locale, tree, sha256, gates, composed_at, variant, number)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${NOTICE}`,
    [
      campaignId,
      notice.audience,
      notice.locale,
      JSON.stringify(notice.tree),
      notice.sha256,
      JSON.stringify(notice.gates),
      at,
      notice.variant,
      notice.number ?? 1,
    ],
  )
}

export async function noticesOf(tx: Tx, campaignId: number): Promise<NoticeVersion[]> {
  return rows<NoticeVersion>(tx, `select ${NOTICE} from notice_version where campaign_id = $1 order by id`, [
    campaignId,
  ])
}

export async function freezeNotices(tx: Tx, campaignId: number, at: Temporal.Instant): Promise<void> {
  await tx.query(`update notice_version set frozen_at = $2 where campaign_id = $1 and frozen_at is null`, [
    campaignId,
    at,
  ])
}

export interface Release {
  readonly userId: string
  readonly userName: string
  readonly fictional: boolean
  readonly method: string
  readonly at: Temporal.Instant
}

export async function insertRelease(tx: Tx, campaignId: number, release: Release): Promise<void> {
  await tx.query(
    `insert into release (campaign_id, user_id, user_name, fictional, method, at) values ($1, $2, $3, $4, $5, $6)`,
    [campaignId, release.userId, release.userName, release.fictional, release.method, release.at],
  )
}

export async function releasesOf(tx: Tx, campaignId: number): Promise<Release[]> {
  return rows<Release>(
    tx,
    `select user_id as "userId", user_name as "userName", fictional, method, at from release
      where campaign_id = $1 order by at, user_id`,
    [campaignId],
  )
}

export async function setReleased(tx: Tx, id: number, at: Temporal.Instant): Promise<void> {
  await tx.query(`update campaign set state = 'released', released_at = $2 where id = $1`, [id, at])
}

/** Starts or takes up again; the breaker counts from this instant. */
export async function setCancelled(tx: Tx, id: number): Promise<void> {
  await tx.query(`update campaign set state = 'cancelled' where id = $1`, [id])
}

export async function setSending(tx: Tx, id: number, at: Temporal.Instant): Promise<void> {
  await tx.query(
    `update campaign set state = 'sending', pause_reason = null, resumed_at = $2, started_at = coalesce(started_at, $2),
            finished_at = null
      where id = $1`,
    [id, at],
  )
}

/** A restored database: whatever could send waits for a person who says what left after the backup. */
export async function pauseAllRestored(tx: Tx): Promise<Campaign[]> {
  return rows<Campaign>(
    tx,
    `update campaign set state = 'paused', pause_reason = 'restored'
      where state in ('released', 'sending', 'paused') returning ${COLUMNS}`,
  )
}

/** @returns false when another process paused it before. */
export async function setPaused(tx: Tx, id: number, reason: PauseReason): Promise<boolean> {
  const done = await tx.query(
    `update campaign set state = 'paused', pause_reason = $2 where id = $1 and state = 'sending'`,
    [id, reason],
  )
  return done.rowCount === 1
}

/** Finished: nothing planned nor under way on any channel. Lock the campaign first: a decision may plan a letter. @returns false when something is, or it was already. */
export async function setFinished(tx: Tx, id: number, at: Temporal.Instant): Promise<boolean> {
  const done = await tx.query(
    `update campaign set state = 'finished', finished_at = $2
      where id = $1 and state = 'sending'
        and not exists (select from delivery where campaign_id = $1 and state in ('planned', 'attempting'))`,
    [id, at],
  )
  return done.rowCount === 1
}
