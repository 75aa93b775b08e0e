import type pg from 'pg'
import { record, tocsin } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Campaign, Claimed } from '../model.ts'
import { journalUnsuited, takeBackUnsuited } from '../planning/take-back-unsuited.ts'
import { sealRun } from '../proof/index.ts'
import { spend, takePace } from '../waves/pace.ts'
import { claim, holdRun, insertRun, unlockRun } from './ledger-store.ts'

/** One process sending one chunk. Alive as long as its connection holds the lock (see 0005_delivery.sql). */
export interface Run {
  readonly id: number
  readonly campaign: Campaign
  readonly claimed: readonly Claimed[]
  /** Aborted when the lock's connection is lost: nothing more may be begun. */
  readonly lost: AbortSignal
  readonly client: pg.PoolClient
  /** Stops listening to the connection before it goes back to the pool. */
  readonly unwatch: () => void
}

/** Takes the lock, then claims a chunk with its attempts; both are committed before anything leaves. */
export async function openRun(platform: Platform, campaign: Campaign, limit: number): Promise<Run> {
  const client = await platform.db.connect()
  const lost = new AbortController()
  const onError = () => lost.abort()
  client.on('error', onError)
  try {
    const at = platform.clock.now()
    const tx = {
      query: (text: string, values?: readonly unknown[]) => client.query(text, values?.map(String)) as never,
    }
    await client.query('begin')
    const id = await insertRun(tx, campaign.id, at)
    await client.query('commit')
    const claimed = await platform.db.transaction(async (inner) =>
      (await holdRun(inner, id)) ? claimAtPace(platform, inner, { id, campaign }, limit, at) : [],
    )
    return { id, campaign, claimed, lost: lost.signal, client, unwatch: () => client.off('error', onError) }
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** What the pace of the campaign allows, counted where every process counts. */
async function claimAtPace(
  platform: Pick<Platform, 'clock'>,
  tx: Tx,
  { id, campaign }: { id: number; campaign: Campaign },
  limit: number,
  at: Temporal.Instant,
): Promise<Claimed[]> {
  const taking = await takePace(tx, campaign.id, limit, at)
  const due = taking.limit === 0 ? [] : await claim(tx, { id, campaignId: campaign.id }, taking, at)
  await spend(
    tx,
    campaign.id,
    taking,
    due.map(({ domain }) => domain),
    at,
  )
  const { leave, withdrawn } = await takeBackUnsuited(
    tx,
    platform.clock,
    campaign,
    due,
    ({ deliveryId }) => deliveryId,
  )
  await journalUnsuited(tx, platform.clock, campaign, withdrawn)
  return leave
}

/** Seals the run's events in one journal entry and gives the lock back. Every attempt must be settled before. */
export async function closeRun(platform: Platform, run: Run): Promise<Record<string, number>> {
  try {
    const kinds = await platform.db.transaction(async (tx) => {
      const seal = await sealRun(tx, run.id, false, platform.clock.now())
      if (seal && seal.events > 0) {
        await record(tx, platform.clock, {
          actor: tocsin,
          kind: 'delivery.chunk-sent',
          incidentId: run.campaign.incidentId,
          payload: { campaign: run.campaign.reference, run: run.id, ...seal },
        })
      }
      return seal?.kinds ?? {}
    })
    await unlockRun(run.client as never, run.id)
    run.unwatch()
    run.client.release()
    return kinds
  } catch (error) {
    run.client.release(true)
    throw error
  }
}

/** Drops the lock without sealing: the run is dead and the next recovery settles what it left. */
export function abandonRun(run: Run): void {
  run.client.release(true)
}
