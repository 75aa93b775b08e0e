import type { NoticeTree } from '../../notices/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { rows, type Tx } from '../../platform/database.ts'
import type { Recipient } from '../model.ts'

export interface SentText {
  readonly delivery: number
  readonly sha256: string
  readonly tree: NoticeTree
  readonly code: string
  /** Null once purged. */
  readonly recipient: Recipient | null
  /** The day written on it: of the attempt that was taken, or of the batch of letters. Null while nothing left. */
  readonly writtenAt: Temporal.Instant | null
}

/** The texts of these deliveries, with whom they were written to. */
export async function sentTexts(tx: Tx, deliveryIds: readonly number[]): Promise<SentText[]> {
  return rows<SentText>(
    tx,
    `select d.id as delivery, n.sha256, n.tree, d.code, d.recipient,
            coalesce(b.created_at, (select a.started_at from attempt a where a.delivery_id = d.id and a.outcome in ('accepted', 'unknown')
                                     order by a.number desc limit 1)) as "writtenAt"
       from delivery d join notice_version n on n.id = d.notice_version_id left join letter_batch b on b.id = d.letter_batch_id
      where d.id = any($1::bigint[]) order by d.id`,
    [deliveryIds],
  )
}

export interface GateHeld {
  readonly gate: string
  readonly passed: boolean
}

/** The checks that the text of a delivery passed before its release. */
export async function gatesOfText(tx: Tx, deliveryId: number): Promise<readonly GateHeld[]> {
  const [found] = await rows<{ gates: GateHeld[] }>(
    tx,
    `select n.gates from delivery d join notice_version n on n.id = d.notice_version_id where d.id = $1`,
    [deliveryId],
  )
  return found?.gates ?? []
}

/** The person and incident of a letter that left, for whoever asks to see it again. */
export async function letterOwner(
  tx: Tx,
  incidentId: string,
  deliveryId: number,
): Promise<{ personId: number } | undefined> {
  const [found] = await rows<{ personId: number }>(
    tx,
    `select d.person_id as "personId" from delivery d join campaign c on c.id = d.campaign_id
      where c.incident_id = $1 and d.id = $2 and d.channel = 'letter' and d.recipient is not null`,
    [incidentId, deliveryId],
  )
  return found
}
