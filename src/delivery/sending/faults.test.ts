import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice } from '../../../test/drills/kill-plan.ts'
import { brokenInLedger, ledgerAccount } from '../../../test/drills/ledger-account.ts'
import { faultyCampaign } from '../../../test/drills/relay-faults.ts'
import { aSendingCampaign } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import type { Act, Step } from '../../../test/support/faulty-relay.ts'
import { aSink } from '../../../test/support/sink.ts'
import { driveCampaign } from './drive-campaign.ts'

/** The short versions of `npm run drills -- --only relay,database`. */
let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

test.each<[Step, Act]>([
  ['dot', 'die'],
  ['body', '421 4.3.2 closing'],
  ['MAIL', '451 4.3.0 later'],
  ['RCPT', 'stall'],
])(
  'through a relay where %s meets “%s”, two senders lose nobody and tell nobody twice',
  async (step, act) => {
    const account = await faultyCampaign(platform, { step, act, adults: 20, random: dice(7) })
    expect(brokenInLedger(account)).toEqual([])
    expect(account.received).toBeGreaterThan(0)
    if (step === 'dot') expect(account.held).toBeGreaterThan(0)
  },
)

test('every connection of the database is cut while a campaign is sent: what follows finishes it', async () => {
  let accepted = 0
  const cut = () => {
    accepted += 1
    if (accepted % 40 === 15)
      void platform.db
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => undefined)
    return undefined
  }
  const sink = await aSink(cut, { slowMs: 2 })
  try {
    const own = { ...platform, config: { ...platform.config, smtpUrl: sink.url } }
    const { campaign } = await aSendingCampaign(own, { adults: 100, withoutEmailEvery: 0 })
    let failures = 0
    for (let state = ''; state !== 'finished' && failures < 20; ) {
      platform.clock.set(platform.clock.now().add({ minutes: 1 }).toString())
      const report = await driveCampaign(own, campaign.id, { limit: 50, connections: 4 }).catch(
        () => undefined,
      )
      failures += report ? 0 : 1
      state = report?.state ?? ''
    }
    expect(failures).toBeGreaterThan(0)
    await expect
      .poll(async () => brokenInLedger(await ledgerAccount(own, campaign, sink.messageIds)))
      .toEqual([])
  } finally {
    await sink.close()
  }
})
