import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { openDatabase } from './database.ts'
import { enqueue, LifeLost, prepareJobs, runJobs, type Task } from './jobs.ts'
import type { Platform } from './platform.ts'
import { giveBackJobsOfTheDead, livingWorkers } from './worker-life.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
  await prepareJobs(platform)
})
afterAll(() => platform.close())

/** A worker as another process would be: connections of its own. Its one job lasts until it is told. */
function aWorker(begun: string[], name: string) {
  const database = (platform.db as unknown as { name: string }).name
  const own: Platform = { ...platform, db: openDatabase({ ...inject('connection'), database }) }
  const stop = new AbortController()
  let finish: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  const task: Task = {
    name: 'slow',
    run: async () => {
      begun.push(name)
      await held
    },
  }
  const ended = runJobs(own, [task] as never, stop.signal).catch((error: unknown) => error)
  return { ended, finish, stop: () => stop.abort(), close: () => own.db.close() }
}

const until = async (holds: () => boolean | Promise<boolean>) => {
  for (let looked = 0; !(await holds()); looked += 1) {
    if (looked > 500) throw new Error('it did not come')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('a living worker keeps its job; the session of a dead one gives it back to another', async () => {
  const begun: string[] = []
  const first = aWorker(begun, 'first')
  await enqueue(platform.db, 'slow', {})
  await until(() => begun.length === 1)
  const second = aWorker(begun, 'second')
  await until(async () => (await livingWorkers(platform.db)) === 2)
  await giveBackJobsOfTheDead(platform.db)
  const held = await platform.db.query('select 1 from graphile_worker.jobs where locked_by is not null')
  expect([held.rowCount, begun]).toEqual([1, ['first']])
  // What a kill -9 does to it: the server sees its session end.
  await platform.db.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7331021
        and objid = hashtext((select locked_by from graphile_worker.jobs))::oid`,
  )
  expect(await first.ended).toBeInstanceOf(LifeLost)
  await until(() => begun.length === 2)
  expect(begun).toEqual(['first', 'second'])
  second.finish()
  await until(async () => (await platform.db.query('select 1 from graphile_worker.jobs')).rowCount === 0)
  second.stop()
  await second.ended
  await second.close()
})
