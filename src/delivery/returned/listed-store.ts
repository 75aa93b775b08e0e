import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'

/** What each figure of the page counts, said once for the figure and for its list. */
export const REPORT_LISTS = {
  letter: `r.effect = 'letter' and c.id is not null`,
  again: `r.effect = 'again' and c.id is not null`,
  kept: `r.effect = 'kept' and c.id is not null`,
  complaint: `r.reason = 'complaint' and c.id is not null`,
  noted: `(r.effect in ('noted', 'too_late') or r.state = 'waiting') and r.reason <> 'complaint' and c.id is not null`,
  unmatched: `r.state = 'unmatched'`,
} as const
export type ReportList = keyof typeof REPORT_LISTS

/** Figures of an incident's reports, and of those whose message was not found. */
export async function countReports(tx: Tx, incidentId: string): Promise<Record<ReportList, number>> {
  const counts = Object.entries(REPORT_LISTS).map(
    ([name, where]) => `(count(*) filter (where ${where}))::int as ${name}`,
  )
  return oneRow(
    tx,
    `select ${counts.join(', ')} from bounce_report r left join delivery d on d.id = r.delivery_id
       left join campaign c on c.id = d.campaign_id and c.incident_id = $1`,
    [incidentId],
  )
}

export interface ListedReport {
  readonly id: number
  readonly receivedAt: Temporal.Instant
  readonly decision: string
  readonly reason: string
  readonly status: string | null
  readonly said: string | null
  readonly masked: string | null
  readonly state: string
  readonly effect: string | null
  readonly personId: number | null
  readonly deliveryId: number | null
  readonly suggestedPersonId: number | null
  readonly suggestedId: number | null
}

export async function listReports(
  tx: Tx,
  incidentId: string,
  list: ReportList | undefined,
  { before = Number.MAX_SAFE_INTEGER, limit = 50 } = {},
): Promise<ListedReport[]> {
  return rows<ListedReport>(
    tx,
    `select r.id, r.received_at as "receivedAt", r.decision, r.reason, r.status, r.said, r.masked, r.state, r.effect,
            d.person_id as "personId", d.id as "deliveryId", s.person_id as "suggestedPersonId", s.id as "suggestedId"
       from bounce_report r left join delivery d on d.id = r.delivery_id
       left join campaign c on c.id = d.campaign_id and c.incident_id = $1
       left join (delivery s join campaign k on k.id = s.campaign_id and k.incident_id = $1) on s.id = r.suggested_id
      where r.id < $2 and ${list ? REPORT_LISTS[list] : 'c.id is not null'} order by r.id desc limit $3`,
    [incidentId, before, limit],
  )
}
