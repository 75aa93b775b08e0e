import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type DutyBench, dutyBench } from '../../../test/support/duties.ts'
import { prepareJobs } from '../../platform/jobs.ts'
import { enqueueFollowing, followTask, keepDutiesFollowed } from './follow-job.ts'

let platform: DutyBench['platform']
let incidentId: string
beforeAll(async () => {
  const bench = await dutyBench()
  platform = bench.platform
  incidentId = bench.incident.id
  await prepareJobs(platform)
})
afterAll(() => platform.close())

const waiting = async () =>
  (
    await platform.db.query<{ now: boolean }>(
      `select run_at <= now() as now from graphile_worker.jobs where task_identifier = 'obligations.follow'`,
    )
  ).rows
const run = () => followTask.run(platform, { incidentId }, new AbortController().signal)

test('what is written while the duties are looked at is looked at next, and not at the next reminder', async () => {
  platform.clock.set('2099-01-01T00:00:00Z')
  await run()
  expect(await waiting()).toEqual([{ now: false }])
  await enqueueFollowing(platform.db, incidentId)
  await run()
  expect(await waiting()).toEqual([{ now: true }])
})

test('a machine whose clock was ahead and was set back looks again within the hour', async () => {
  await platform.db.query(`update graphile_worker._private_jobs set run_at = now() + interval '1 day'`)
  vi.useFakeTimers({ toFake: ['setInterval'] })
  keepDutiesFollowed(platform)
  vi.advanceTimersByTime(3_600_000)
  vi.useRealTimers()
  await expect.poll(waiting).toEqual([{ now: true }])
})
