import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { brokenInLedger, ledgerAccount } from '../../../test/drills/ledger-account.ts'
import { aSendingCampaign } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { aSink } from '../../../test/support/sink.ts'
import { systemClock } from '../../platform/clock.ts'
import { oneRow, openDatabase } from '../../platform/database.ts'
import { prepareJobs, runJobs } from '../../platform/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { livingWorkers } from '../../platform/worker-life.ts'
import { campaignById } from '../campaign-store.ts'
import { enqueueSending } from '../enqueue-jobs.ts'
import { sendingTasks } from '../jobs.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
  await prepareJobs(platform)
})
afterAll(() => platform.close())

test('two workers send one campaign at the same time, each message once', async () => {
  // No message is taken before both have claimed some: on a busy machine one would have sent all of them before the other came.
  const senders = async () =>
    (
      await oneRow<{ n: number }>(
        platform.db,
        `select count(distinct run_id)::int as n from attempt where outcome is null`,
      )
    ).n
  let both: Promise<unknown> | undefined
  const until = () => {
    both ??= Promise.resolve(expect.poll(senders, { timeout: 60_000 }).toBeGreaterThan(1))
    return both
  }
  const sink = await aSink(undefined, { until })
  const config = { ...platform.config, smtpUrl: sink.url }
  const { campaign } = await aSendingCampaign(
    { ...platform, config, clock: systemClock },
    { adults: 700, deceased: 0, withoutEmailEvery: 0 },
  )
  const stop = new AbortController()
  const workers = ['first', 'second'].map((name) => {
    const database = (platform.db as unknown as { name: string }).name
    const db = openDatabase({ ...inject('connection'), database, application_name: name })
    const own: Platform = { ...platform, config, clock: systemClock, db }
    return { db, ended: runJobs(own, sendingTasks, stop.signal) }
  })
  await expect.poll(() => livingWorkers(platform.db)).toBe(2)
  // Asked for again until it is finished: the worker that sends may itself take the call meant for the other.
  const asked = async () => {
    await enqueueSending(platform.db, campaign.id)
    return (await campaignById(platform.db, campaign.id)).state
  }
  await expect.poll(asked, { timeout: 60_000 }).toBe('finished')
  stop.abort()
  await Promise.all(workers.map(({ ended }) => ended))
  const { together } = await oneRow<{ together: number }>(
    platform.db,
    `select count(*)::int as together from delivery_run a join delivery_run b on a.id < b.id
      where b.started_at < a.ended_at and exists (select from attempt where run_id = b.id)`,
  )
  expect(together).toBeGreaterThan(0)
  expect(brokenInLedger(await ledgerAccount(platform, campaign, sink.messageIds))).toEqual([])
  expect(sink.messageIds.length).toBe(700)
  await Promise.all(workers.map(({ db }) => db.close()))
  await sink.close()
}, 90_000)
