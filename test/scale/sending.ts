import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Campaign, driveCampaign, planCampaign } from '../../src/delivery/index.ts'
import { markDots, settleAccepted } from '../../src/delivery/sending/ledger-store.ts'
import { countOutbox } from '../../src/delivery/sending/outbox.ts'
import { closeRun, openRun } from '../../src/delivery/sending/run.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { anAudience } from '../support/audience.ts'
import { aSendingCampaign, operator, preparationOf } from '../support/campaign.ts'
import { openWorkbench } from '../support/workbench.ts'
import { startCountingSink } from './counting-sink.ts'
import { type Cost, costOf, cpuOfTree, type Finding } from './measure.ts'
import type { Sizes } from './sizes.ts'

type Work = Omit<Finding, 'serverCpuSeconds'> & { readonly serverCpuSeconds?: number }

/** The cost of a piece of work, on both sides of the database's socket. */
type Timed = <T>(
  work: () => Promise<T> | T,
) => Promise<Cost & { readonly value: T; readonly serverCpuSeconds: number }>

/** Runs `bench` on the embedded PostgreSQL and counts what the server spent while `timed` ran. */
export async function onServer(
  folder: string,
  env: NodeJS.ProcessEnv,
  bench: (platform: Platform, timed: Timed) => Promise<Work>,
): Promise<Finding> {
  const root = join(folder, 'home')
  mkdirSync(root, { recursive: true, mode: 0o711 })
  const workbench = await openWorkbench(root)
  let serverCpuSeconds = 0
  const timed: Timed = async (work) => {
    const before = cpuOfTree(workbench.pid)
    const cost = await costOf(work)
    const spentThere = cpuOfTree(workbench.pid) - before
    serverCpuSeconds += spentThere
    return { ...cost, serverCpuSeconds: spentThere }
  }
  try {
    const { platform } = await workbench.platform('bench', env)
    const work = await bench(platform, timed)
    await platform.db.close()
    return { serverCpuSeconds, ...work }
  } finally {
    await workbench.close()
  }
}

/** Messages through our SMTP dialogue into a sink in another process: ledger and rendering included, the sink not. */
export async function smtp(sizes: Sizes, folder: string): Promise<Finding> {
  const sink = await startCountingSink()
  return onServer(folder, { TOCSIN_SMTP_URL: sink.url }, async (platform, timed) => {
    const { campaign } = await emails(platform, sizes.messages)
    const cost = await timed(() => driveCampaign(platform, campaign.id))
    const { messages, distinct, bytes } = await sink.stop()
    if (messages !== sizes.messages || distinct !== messages)
      throw new Error(`${sizes.messages} sent, ${messages} received, ${distinct} distinct`)
    return { ...spent(cost), count: messages, unit: 'messages', bytes, durable: true }
  })
}

/** The same, into the outbox folder of an exercise. */
export async function outbox(sizes: Sizes, folder: string): Promise<Finding> {
  return onServer(folder, {}, async (platform, timed) => {
    const { campaign } = await emails(platform, sizes.messages)
    const cost = await timed(() => driveCampaign(platform, campaign.id))
    const count = await countOutbox(platform, campaign)
    if (count !== sizes.messages) throw new Error(`${sizes.messages} sent, ${count} in the outbox`)
    return { ...spent(cost), count, unit: 'messages', durable: true }
  })
}

function emails(platform: Platform, adults: number) {
  return aSendingCampaign(platform, { adults, deceased: 0, heldForReview: 0, withoutEmailEvery: 0 })
}

const CLAIM = 500
const GROUP = 50

/** Claim 500, mark and complete in groups of 50, seal: the ledger of a chunk without its messages. */
export async function ledger(sizes: Sizes, folder: string): Promise<Finding> {
  return onServer(folder, {}, async (platform, timed) => {
    const { campaign } = await emails(platform, sizes.ledgerRows)
    const cost = await timed(() => completeAll(platform, campaign))
    if (cost.value !== sizes.ledgerRows)
      throw new Error(`${cost.value} of ${sizes.ledgerRows} rows completed`)
    return { ...spent(cost), count: cost.value, unit: 'rows', durable: true }
  })
}

async function completeAll(platform: Platform, campaign: Campaign): Promise<number> {
  for (let done = 0; ; ) {
    const run = await openRun(platform, campaign, CLAIM)
    for (let at = 0; at < run.claimed.length; at += GROUP) {
      const group = run.claimed.slice(at, at + GROUP)
      const now = platform.clock.now()
      await markDots(
        platform.db,
        group.map((one) => one.attemptId),
        now,
      )
      const settled = group.map((one) => ({ ...one, status: '250 2.0.0', reply: '2.0.0 queued' }))
      await settleAccepted(platform.db, run.id, settled, now)
    }
    await closeRun(platform, run)
    if (run.claimed.length === 0) return done
    done += run.claimed.length
  }
}

/** Planning a campaign: one delivery per addressee, gates, conservation, digest, in one transaction. Counts persons. */
export async function prepare(sizes: Sizes, folder: string): Promise<Finding> {
  return onServer(folder, {}, async (platform, timed) => {
    const audience = await anAudience(platform.db, { adults: Math.round(sizes.persons / 1.25), deceased: 0 })
    const cost = await timed(() => planCampaign(platform, preparationOf(audience), operator))
    const { concerned } = cost.value
    return { ...spent(cost), count: concerned, unit: 'persons', durable: true }
  })
}

export function spent({ cpuSeconds, wallSeconds }: { cpuSeconds: number; wallSeconds: number }) {
  return { cpuSeconds, wallSeconds }
}
