import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { DeskEnv } from './env.ts'
import { LiveFigures, type LiveState, streamLive } from './live.ts'

const state = (done: number): LiveState => ({
  running: true,
  figures: { outcomes: undefined, steps: [{ done } as never] },
})

function deskOn(live: LiveFigures) {
  return new Hono<DeskEnv>()
    .use(async (c, next) => {
      c.set('incident', { id: 'i1' } as never)
      await next()
    })
    .get('/live', (c) => streamLive(c, live))
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('all pages share one read, and the reading ends with the last of them', async () => {
  let reads = 0
  const live = new LiveFigures({ read: async () => state(++reads), runningMs: 20 })
  const seen: number[][] = [[], [], []]
  const stops = seen.map((list) => live.listen('i1', () => list.push(reads)))
  await until(() => reads >= 3)
  for (const stop of stops) stop()
  for (const list of seen) expect(new Set(list).size).toBe(list.length)
  const after = reads
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(reads).toBeLessThanOrEqual(after + 1)
})

test('refuses one page too many, and takes it once another has left', async () => {
  const live = new LiveFigures({ read: async () => state(1), mostClients: 1, runningMs: 10 })
  const stop = live.listen('i1', () => undefined)
  expect((await deskOn(live).request('/live')).status).toBe(503)
  stop()
  stop()
  expect(live.full).toBe(false)
})

test('streams figures when they change, a comment when they do not, and stops when the page goes', async () => {
  let reads = 0
  const live = new LiveFigures({ read: async () => state(++reads < 3 ? 1 : 2), runningMs: 10 })
  const answer = await deskOn(live).request('/live')
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = answer.body!.getReader()
  let received = ''
  await (async () => {
    while (!received.includes('"done":2')) received += new TextDecoder().decode((await reader.read()).value)
  })()
  expect(received.match(/event: figures/g)).toHaveLength(2)
  expect(received).toContain(': quiet')
  await reader.cancel()
  await until(() => !live.busy)
})

test('goes on after a read that failed', async () => {
  let reads = 0
  const read = async () => {
    reads += 1
    if (reads === 1) throw new Error('database away')
    return state(reads)
  }
  const live = new LiveFigures({ read, runningMs: 5, idleMs: 5 })
  const seen: (LiveState | 'failed')[] = []
  const stop = live.listen('i1', (value) => seen.push(value))
  await until(() => seen.length >= 2)
  stop()
  expect(seen[0]).toBe('failed')
  expect(seen[1]).toMatchObject({ running: true })
})
