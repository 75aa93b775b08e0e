import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { bundleProgram } from '../../scripts/bundle.mjs'
import type { Proof } from '../../src/delivery/index.ts'
import { countProof, prove, recoverAttempts } from '../../src/delivery/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { aSendingCampaign } from '../support/campaign.ts'
import { aSink } from '../support/sink.ts'

export interface KillDrill {
  readonly adults: number
  readonly kills: number
  /** Sender processes at once. */
  readonly workers: number
  readonly connections: number
  /** Deliveries claimed at once by a process. */
  readonly limit: number
  /** Longest life of a process before it is killed, in ms. */
  readonly longestLife: number
}

export interface KillReport {
  readonly kills: number
  readonly proof: Proof
  /** Messages the relay accepted. */
  readonly received: number
  /** Message-IDs the relay accepted more than once: must be 0. */
  readonly receivedTwice: number
  /** Accepted by the relay but told of nowhere, neither as told nor as held: must be 0. */
  readonly receivedUnknown: number
}

/**
 * Kills sender processes with SIGKILL at random instants of a campaign, then lets one finish. What must hold after:
 * lost 0, told_twice 0, each Message-ID at the relay at most once, unknowns at most `connections` a kill.
 */
export async function killDrill(
  given: Platform,
  connection: Record<string, unknown>,
  drill: KillDrill,
): Promise<KillReport> {
  const sink = await aSink()
  const platform: Platform = { ...given, clock: systemClock, config: { ...given.config, smtpUrl: sink.url } }
  const { campaign, audience } = await aSendingCampaign(platform, { adults: drill.adults })
  const program = await bundleProgram('test/drills/send-worker.ts')
  const orders = {
    connection,
    home: given.home.root,
    smtpUrl: sink.url,
    campaignId: campaign.id,
    limit: drill.limit,
    connections: drill.connections,
  }
  const start = () =>
    spawn(process.execPath, [program], {
      env: { ...process.env, DRILL: JSON.stringify(orders) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  const kills = await killMany(
    start,
    drill,
    async () => (await countProof(platform.db, audience.incidentId)).in_progress,
  )
  await finish(start())
  await recoverAttempts(platform)
  const proof = await prove(platform.db, audience.incidentId)
  const known = await platform.db.query<{ id: string }>(
    `select message_id as id from delivery where campaign_id = $1 and state in ('accepted', 'unknown')`,
    [campaign.id],
  )
  await sink.close()
  const ids = new Set(known.rows.map((row) => row.id))
  return {
    kills,
    proof,
    received: sink.messageIds.length,
    receivedTwice: sink.messageIds.length - new Set(sink.messageIds).size,
    receivedUnknown: sink.messageIds.filter((id) => !ids.has(id)).length,
  }
}

async function killMany(
  start: () => ChildProcess,
  drill: KillDrill,
  left: () => Promise<number>,
): Promise<number> {
  let kills = 0
  while (kills < drill.kills && (await left()) > 0) {
    const processes = Array.from({ length: drill.workers }, start)
    await Promise.all(processes.map((one) => once(one.stdout as NodeJS.ReadableStream, 'data')))
    await wait(Math.random() * drill.longestLife)
    for (const one of processes) {
      kills += one.exitCode === null ? 1 : 0
      one.kill('SIGKILL')
      if (one.exitCode === null && one.signalCode === null) await once(one, 'exit')
    }
  }
  return kills
}

async function finish(process: ChildProcess): Promise<void> {
  process.stdout?.resume()
  const [code] = await once(process, 'exit')
  if (code !== 0) throw new Error(`the sender ended with ${code}`)
}
