import { rows, type Tx } from '../../platform/database.ts'
import type { OutcomeAttempt, OutcomeDelivery } from './model.ts'

/** ISO 8601, UTC, microseconds: written by the database, for a million persons have ten million instants. */
const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

export interface CampaignPart {
  readonly id: number
  readonly reference: string
  readonly generation: number
  readonly releasedBy: readonly string[]
}

export async function campaignParts(tx: Tx, incidentId: string): Promise<Map<number, CampaignPart>> {
  const found = await rows<CampaignPart>(
    tx,
    `select id, reference, generation, array(select user_name from release r where r.campaign_id = c.id order by at) as "releasedBy"
       from campaign c where incident_id = $1`,
    [incidentId],
  )
  return new Map(found.map((part) => [part.id, part]))
}

export interface TextPart {
  readonly id: number
  readonly sha256: string
  readonly audience: string
  readonly locale: string
  readonly version: number
  readonly releasedAt: string | null
}

export async function textParts(tx: Tx, incidentId: string): Promise<Map<number, TextPart>> {
  const found = await rows<TextPart>(
    tx,
    `select n.id, n.sha256, n.audience, n.locale, n.number as version, ${iso('n.frozen_at')} as "releasedAt"
       from notice_version n join campaign c on c.id = n.campaign_id where c.incident_id = $1`,
    [incidentId],
  )
  return new Map(found.map((part) => [part.id, part]))
}

export interface DecisionPart {
  readonly delivery: number
  readonly actor: string
  readonly decision: string
  readonly journal: number
}

/** What people decided about held deliveries: each stands in the journal. */
export async function decisionParts(tx: Tx, incidentId: string): Promise<DecisionPart[]> {
  return rows<DecisionPart>(
    tx,
    `select (payload::jsonb ->> 'delivery')::bigint as delivery, actor, payload::jsonb ->> 'decision' as decision, seq as journal
       from journal_entry where incident_id = $1 and kind = 'delivery.unknown-decided' order by seq`,
    [incidentId],
  )
}

/** What differs from delivery to delivery, beside its campaign and its text. */
export interface DeliveryPart
  extends Omit<
    OutcomeDelivery,
    'campaign' | 'generation' | 'text' | 'to' | 'attempts' | 'letter' | 'events' | 'decisions'
  > {
  readonly personId: number
  readonly campaignId: number
  readonly noticeVersionId: number
  readonly name: string
  readonly email: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly protectedAddress: boolean
  readonly batch: string | null
  readonly pdfSha256: string | null
  readonly manifestSha256: string | null
  readonly firstPage: number | null
  readonly pages: number | null
  readonly depositedAt: string | null
  readonly receipt: string | null
  readonly fictional: boolean
}

/** Every delivery that covers or covered these persons, in order. Emptied by a purge: the recipient is then nobody. */
export async function deliveryParts(tx: Tx, personIds: readonly number[]): Promise<DeliveryPart[]> {
  return rows<DeliveryPart>(
    tx,
    `select p.person_id as "personId", d.id as delivery, d.campaign_id as "campaignId", d.notice_version_id as "noticeVersionId",
            p.cohort, d.wave, d.channel, d.state, d.reason, d.person_id <> p.person_id as "throughAnother", d.persons as covers,
            concat_ws(' ', d.recipient -> 'name' ->> 'civility', d.recipient -> 'name' ->> 'firstNames', d.recipient -> 'name' ->> 'surname') as name,
            d.recipient ->> 'email' as email, d.recipient -> 'postal' ->> 'postcode' as postcode, d.recipient -> 'postal' ->> 'city' as city,
            coalesce(q.protected_address, false) as "protectedAddress", d.code as reference, d.message_id as "messageId",
            ${iso('d.planned_at')} as "plannedAt", ${iso('d.settled_at')} as "settledAt",
            b.reference as batch, b.pdf_sha256 as "pdfSha256", b.manifest_sha256 as "manifestSha256", d.first_page as "firstPage", d.pages,
            ${iso('b.deposited_at')} as "depositedAt", b.receipt, coalesce(b.fictional, false) as fictional
       from delivery_person p join delivery d on d.id = p.delivery_id
       left join person q on q.id = d.person_id left join letter_batch b on b.id = d.letter_batch_id
      where p.person_id = any($1::bigint[]) order by p.person_id, d.id`,
    [personIds],
  )
}

export interface UntoldPart {
  readonly personId: number
  readonly campaignId: number
  readonly reason: string
  readonly at: string
}

export async function untoldParts(tx: Tx, personIds: readonly number[]): Promise<UntoldPart[]> {
  return rows<UntoldPart>(
    tx,
    `select person_id as "personId", campaign_id as "campaignId", reason, ${iso('at')} as at
       from untold where person_id = any($1::bigint[]) order by person_id, campaign_id`,
    [personIds],
  )
}

export async function attemptParts(
  tx: Tx,
  deliveryIds: readonly number[],
): Promise<(OutcomeAttempt & { readonly delivery: number })[]> {
  return rows(
    tx,
    `select delivery_id as delivery, number, ${iso('started_at')} as "startedAt", ${iso('dot_at')} as "handedOverAt",
            ${iso('ended_at')} as "endedAt", outcome, status, reply, ${iso('bounced_at')} as "bouncedAt"
       from attempt where delivery_id = any($1::bigint[]) order by delivery_id, number`,
    [deliveryIds],
  )
}

export async function eventParts(
  tx: Tx,
  deliveryIds: readonly number[],
): Promise<{ delivery: number; at: string; kind: string; detail: string | null }[]> {
  return rows(
    tx,
    `select delivery_id as delivery, ${iso('at')} as at, kind, detail
       from delivery_event where delivery_id = any($1::bigint[]) order by delivery_id, id`,
    [deliveryIds],
  )
}
