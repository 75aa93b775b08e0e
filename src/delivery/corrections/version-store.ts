import type { NoticeTree } from '../../notices/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { rows, type Tx } from '../../platform/database.ts'
import type { CampaignState, Correction } from '../model.ts'
import { HOLD_TEXT } from '../proof/index.ts'

/** One text of a campaign, and the persons it told. */
export interface VersionFigures {
  readonly id: number
  readonly campaignId: number
  readonly campaignNumber: number
  readonly campaignState: CampaignState
  readonly correction: Correction | null
  readonly cohort: string
  readonly audience: string
  readonly variant: string
  readonly locale: string
  readonly number: number
  readonly sha256: string
  readonly tree: NoticeTree
  readonly composedAt: Temporal.Instant
  /** Persons told, by channel. */
  readonly email: number
  readonly letter: number
  /** Of them, those who were told nothing since: this is what they hold. */
  readonly holding: number
}

/** Every text of an incident whose campaign was released, with its persons, the latest campaign first. */
export async function versionFigures(tx: Tx, incidentId: string): Promise<VersionFigures[]> {
  return rows<VersionFigures>(
    tx,
    `select n.id, k.id as "campaignId", k.number as "campaignNumber", k.state as "campaignState", k.correction, k.cohort, n.audience,
            n.variant, n.locale, n.number, n.sha256, n.tree, n.composed_at as "composedAt",
            (select count(*)::int ${TOLD} and d.channel = 'email') as email,
            (select count(*)::int ${TOLD} and d.channel = 'letter') as letter,
            (select count(*)::int ${TOLD} and ${HOLD_TEXT}) as holding
       from notice_version n join campaign k on k.id = n.campaign_id
      where k.incident_id = $1 and k.state in ('released', 'sending', 'paused', 'finished') order by k.number desc, n.id`,
    [incidentId],
  )
}

const TOLD = `from delivery d join delivery_person p on p.delivery_id = d.id and p.live
  where d.campaign_id = k.id and d.notice_version_id = n.id and d.state = 'accepted'`

/** One line of the export: who was told what, how and when. */
export interface ToldLine {
  readonly personId: number
  readonly memberId: string
  readonly campaign: string
  readonly version: number
  readonly sha256: string
  readonly channel: string
  readonly at: Temporal.Instant
  readonly code: string
}

/** The persons told by texts of an incident, in order of person. */
export async function toldBy(tx: Tx, incidentId: string, noticeIds: readonly number[]): Promise<ToldLine[]> {
  return rows<ToldLine>(
    tx,
    `select p.person_id as "personId", coalesce(w.member_id, '') as "memberId", k.reference as campaign, n.number as version, n.sha256,
            d.channel, d.settled_at as at, d.code
       from delivery d join delivery_person p on p.delivery_id = d.id and p.live join campaign k on k.id = d.campaign_id
       join notice_version n on n.id = d.notice_version_id left join person w on w.id = p.person_id
      where k.incident_id = $1 and n.id = any($2::bigint[]) and d.state = 'accepted' order by p.person_id, k.id`,
    [incidentId, noticeIds],
  )
}
