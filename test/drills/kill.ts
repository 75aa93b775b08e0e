import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { bundleProgram } from '../../scripts/bundle.mjs'
import { countProof, recoverAttempts } from '../../src/delivery/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { aSendingCampaign } from '../support/campaign.ts'
import { aSink } from '../support/sink.ts'
import { type LedgerAccount, ledgerAccount } from './ledger-account.ts'

export interface KillDrill {
  readonly adults: number
  /** Most kills; fewer when the campaign is over before. */
  readonly kills: number
  /** Sender processes at once. */
  readonly workers: number
  readonly connections: number
  /** Deliveries claimed at once by a process. */
  readonly limit: number
  /** Longest life of a process before it is killed, in ms. */
  readonly longestLife: number
  /** How long the relay thinks over each message, in ms. */
  readonly slowMs?: number
  /** Each process lives with a clock of its own, up to a day early or late. */
  readonly clocksAstray?: boolean
  readonly random?: () => number
  /** Another fault, in the middle: called once for each process that is started. */
  readonly disturb?: () => Promise<void>
}

export interface KillReport extends LedgerAccount {
  readonly kills: number
}

/**
 * Kills sender processes with SIGKILL at random instants of a campaign, each on its own while the others go on, then lets
 * one finish. Unknowns are at most `connections` a kill.
 */
export async function killDrill(
  given: Platform,
  connection: Record<string, unknown>,
  drill: KillDrill,
): Promise<KillReport> {
  const { random = Math.random } = drill
  const sink = await aSink(undefined, { slowMs: drill.slowMs ?? 0 })
  const platform: Platform = { ...given, clock: systemClock, config: { ...given.config, smtpUrl: sink.url } }
  const { campaign, audience } = await aSendingCampaign(platform, {
    adults: drill.adults,
    withoutEmailEvery: 0,
  })
  const program = await bundleProgram('test/drills/send-worker.ts')
  const start = (clockSeconds: number) => {
    const { limit, connections } = drill
    const orders = {
      connection,
      home: given.home.root,
      smtpUrl: sink.url,
      campaignId: campaign.id,
      limit,
      connections,
      clockSeconds,
    }
    return spawn(process.execPath, [program], {
      env: { ...process.env, DRILL: JSON.stringify(orders) },
      stdio: ['ignore', 'pipe', drill.disturb ? 'ignore' : 'inherit'],
    })
  }
  const astray = () => (drill.clocksAstray ? Math.round((random() - 0.5) * 2 * 86_400) : 0)
  let kills = 0
  /** One place for a sender: filled again as soon as its process is killed. */
  const place = async () => {
    while (kills < drill.kills && (await inProgress(platform, audience.incidentId)) > 0) {
      const sender = start(astray())
      await Promise.race([once(sender.stdout as NodeJS.ReadableStream, 'data'), once(sender, 'exit')])
      await wait(random() * drill.longestLife)
      await drill.disturb?.()
      if (sender.exitCode === null && sender.signalCode === null && kills < drill.kills) kills += 1
      await killed(sender)
    }
  }
  await Promise.all(Array.from({ length: drill.workers }, place))
  // What a process of tomorrow's clock planned again is due tomorrow.
  await finish(start(drill.clocksAstray ? 2 * 86_400 : 0))
  await recoverAttempts(platform)
  const account = await ledgerAccount(platform, campaign, sink.messageIds)
  await sink.close()
  return { kills, ...account }
}

/** Asked again while the database is away. */
async function inProgress(platform: Platform, incidentId: string): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    try {
      return (await countProof(platform.db, incidentId)).in_progress
    } catch (error) {
      if (tries === 50) throw error
      await wait(200)
    }
  }
}

async function killed(process: ChildProcess): Promise<void> {
  process.kill('SIGKILL')
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit')
}

async function finish(process: ChildProcess): Promise<void> {
  process.stdout?.resume()
  const [code] = await once(process, 'exit')
  if (code !== 0) throw new Error(`the sender ended with ${code}`)
}
