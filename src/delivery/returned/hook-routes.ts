import { type Context, Hono } from 'hono'
import type { DeskEnv } from '../../desk/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { MOST_BYTES } from '../bounces/index.ts'
import { readEvents } from './hook-events.ts'
import { knownToken } from './hook-token.ts'
import { noteRead } from './intake-store.ts'
import { returnedRefusals } from './refusals.ts'
import { readReturned, type TakenReport, takeReport } from './take-report.ts'

/** A minute's worth of requests of known tokens, and of refused ones, for the whole desk: a relay sends batches. */
const REQUESTS = 600
const REFUSED = 30

/**
 * `POST /hooks/bounces`: where a relay gives back what it could not deliver, as a message (`message/rfc822`) or as events
 * (`application/json`). No session and no page of ours: the token alone lets in, and only to add reports. Sent twice, a
 * report is one.
 */
export function hookRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const requests = new Counter(REQUESTS)
  const refused = new Counter(REFUSED)
  app.onError((error, c) => {
    if (error instanceof Refusal) return answer(c, error)
    c.get('platform').log.error({ error: error.name }, 'hook failed')
    return c.json({ error: { code: 'unexpected' } }, 500)
  })
  app.post('/bounces', async (c) => {
    const platform = c.get('platform')
    const now = platform.clock.now().epochMilliseconds
    const token = /^Bearer (\S{10,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
    const isKnown = token !== undefined && (await knownToken(platform, token))
    // The token first: whoever has none must not be able to shut the relay out.
    if (!(isKnown ? requests : refused).allows(now)) throw returnedRefusals.tooMany()
    if (!isKnown) throw returnedRefusals.tokenRefused()
    const taken = await reportsOf(c)
    const fresh = await takeAll(platform, taken)
    return c.json({ taken: taken.length, new: fresh }, 202)
  })
  return app
}

async function takeAll(platform: Platform, taken: readonly TakenReport[]): Promise<number> {
  let fresh = 0
  for (const report of taken) if (await takeReport(platform, report)) fresh += 1
  await noteRead(platform.db, 'hook', fresh, platform.clock.now())
  return fresh
}

async function reportsOf(c: Context<DeskEnv>): Promise<readonly TakenReport[]> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'message/rfc822' && type !== 'application/json') throw returnedRefusals.notAReport()
  const bytes = await readAtMost(c.req.raw.body)
  if (type === 'message/rfc822') return [await readReturned('hook', bytes)]
  const events = readEvents(parsed(Buffer.from(bytes).toString('utf8')))
  if (!events) throw returnedRefusals.badEvents()
  return events
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readAtMost(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) throw returnedRefusals.tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function answer(c: Context<DeskEnv>, refusal: Refusal): Response {
  const message = refusal.text(c.get('locale') ?? 'en')
  return c.json({ error: { code: refusal.code, message } }, refusal.http as never)
}

/** At most so many in one minute of the clock. */
class Counter {
  readonly #most: number
  #minute = 0
  #count = 0

  constructor(most: number) {
    this.#most = most
  }

  allows(now: number): boolean {
    const minute = Math.floor(now / 60_000)
    if (minute !== this.#minute) {
      this.#minute = minute
      this.#count = 0
    }
    this.#count += 1
    return this.#count <= this.#most
  }
}
