import { rmSync } from 'node:fs'
import {
  campaignById,
  countPlanned,
  driveCampaign,
  resumeCampaign,
  resumeDomain,
} from '../../src/delivery/index.ts'
import { systemClock, type Temporal } from '../../src/platform/clock.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { aSendingCampaign, operator } from '../support/campaign.ts'
import { type Act, STEPS, type Step, startFaultyRelay } from '../support/faulty-relay.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openWorkbench } from '../support/workbench.ts'
import { dice } from './kill-plan.ts'
import { brokenInLedger, type LedgerAccount, ledgerAccount } from './ledger-account.ts'
import type { DrillLine } from './summary.ts'

/** Short enough that a stall costs little. */
const PATIENCE = { connect: 400, command: 200, dot: 200 }
/** On this machine there is no TLS nor authentication: those steps are tried one by one in smtp/faults.test.ts. */
const TRIED = STEPS.filter((step) => !['STARTTLS', 'handshake', 'AUTH'].includes(step))
const ACTS: readonly [string, (step: Step) => Act][] = [
  ['relay dies', () => 'die'],
  ['relay stalls', () => 'stall'],
  ['relay says 4xx', (step) => (step === 'RCPT' ? '450 4.2.0 later' : '451 4.3.0 later')],
  ['relay says 5xx', (step) => (step === 'RCPT' ? '550 5.1.1 user unknown' : '554 5.7.1 refused')],
  ['relay says 421', () => '421 4.3.2 closing'],
]

/** Each fault at each phase, on a part of the messages of a campaign that two loops send; then the relay is well again. */
export async function relayFaults(
  say: (line: string) => void,
  seed: number,
  adults = 120,
): Promise<DrillLine[]> {
  const root = temporaryFolder('drill')
  const bench = await openWorkbench(root)
  try {
    const { platform } = await bench.platform('drill_relay')
    const lines: DrillLine[] = []
    for (const [fault, actOf] of ACTS) {
      const accounts: LedgerAccount[] = []
      const wrong: string[] = []
      for (const step of TRIED) {
        const account = await faultyCampaign(platform, { step, act: actOf(step), adults, random: dice(seed) })
        accounts.push(account)
        wrong.push(...brokenInLedger(account).map((words) => `${step}: ${words}`))
        say(`  ${fault} at ${step}: kept ${account.received}, held ${account.held}`)
      }
      lines.push(lineOf(`${fault}, each phase`, accounts, wrong))
    }
    await platform.db.close()
    return lines
  } finally {
    await bench.close()
    rmSync(root, { recursive: true, force: true })
  }
}

function lineOf(fault: string, accounts: readonly LedgerAccount[], wrong: readonly string[]): DrillLine {
  const sum = (of: (one: LedgerAccount) => number) => accounts.reduce((total, one) => total + of(one), 0)
  return {
    fault,
    runs: accounts.length,
    messages: sum(({ received }) => received),
    held: sum(({ held }) => held),
    lost: sum(({ proof }) => proof.lost),
    toldTwice: sum(({ proof }) => proof.told_twice),
    wrong,
  }
}

export interface FaultyCampaign {
  readonly step: Step
  readonly act: Act
  readonly adults: number
  readonly random: () => number
}

/** Sends a campaign through a relay that fails at one step for a while; a person resumes it, or a domain, whenever a breaker stops it. */
export async function faultyCampaign(given: Platform, fault: FaultyCampaign): Promise<LedgerAccount> {
  let ill = true
  const failing = (step: Step) => (ill && step === fault.step && fault.random() < 0.3 ? fault.act : undefined)
  const relay = await startFaultyRelay({ fault: failing, extensions: ['PIPELINING'] })
  let ahead = 0
  const clock = { now: (): Temporal.Instant => systemClock.now().add({ seconds: ahead }) }
  const platform: Platform = { ...given, clock, config: { ...given.config, smtpUrl: relay.url } }
  try {
    const { campaign } = await aSendingCampaign(platform, { adults: fault.adults, withoutEmailEvery: 0 })
    for (let round = 0; round < 40; round += 1) {
      ill = round < 4
      const options = { connections: 4, limit: 40, patience: PATIENCE }
      await Promise.all([1, 2].map(() => driveCampaign(platform, campaign.id, options)))
      if ((await countPlanned(platform.db, campaign.id)).emailLeft === 0) break
      if ((await campaignById(platform.db, campaign.id)).state === 'paused')
        await resumeCampaign(platform, campaign.id, operator)
      await resumeDomains(platform, campaign.id)
      ahead += 1800
    }
    await settleLetters(platform, campaign.id)
    return await ledgerAccount(platform, campaign, relay.kept)
  } finally {
    await relay.close()
  }
}

/** A person has repaired what the receiving domains held against us. */
async function resumeDomains(platform: Platform, campaignId: number): Promise<void> {
  const { rows } = await platform.db.query<{ domain: string }>(
    `select domain from domain_pace where campaign_id = $1 and held_at is not null`,
    [campaignId],
  )
  for (const { domain } of rows) await resumeDomain(platform, campaignId, domain, operator)
}

/** Letters are another drill's: those that e-mails turned into count as sent here. */
async function settleLetters(platform: Platform, campaignId: number): Promise<void> {
  await platform.db.query(
    `update delivery set state = 'accepted', settled_at = now() where campaign_id = $1 and channel = 'letter' and state = 'planned'`,
    [campaignId],
  )
}
