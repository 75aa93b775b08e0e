import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { DeskEnv } from './env.ts'
import type { HomeFigures } from './home-figures.ts'
import { runningSteps } from './home-figures.ts'

/** What a page needs to know: is anything different, and does anything still run. Counts only, never a person. */
export interface LiveState {
  readonly running: boolean
  readonly figures: Pick<HomeFigures, 'outcomes' | 'steps'>
}

export interface LiveOptions {
  /** One read of the database; shared by all who look at the incident. */
  readonly read: (incidentId: string) => Promise<LiveState>
  readonly mostClients?: number
  readonly runningMs?: number
  readonly idleMs?: number
}

type Listener = (state: LiveState | 'failed') => void

/** One reader per incident, alive while someone listens: never more than one read each second, however many pages. */
export class LiveFigures {
  readonly #options: Required<LiveOptions>
  readonly #channels = new Map<string, { listeners: Set<Listener>; latest?: LiveState }>()
  #clients = 0

  constructor(options: LiveOptions) {
    this.#options = { mostClients: 64, runningMs: 1000, idleMs: 2000, ...options }
  }

  get full(): boolean {
    return this.#clients >= this.#options.mostClients
  }

  get busy(): boolean {
    return this.#clients > 0
  }

  /** @returns the function that stops listening. */
  listen(incidentId: string, listener: Listener): () => void {
    this.#clients += 1
    const channel = this.#channels.get(incidentId)
    if (channel) {
      channel.listeners.add(listener)
      if (channel.latest) listener(channel.latest)
    } else {
      this.#channels.set(incidentId, { listeners: new Set([listener]) })
      void this.#follow(incidentId)
    }
    return () => {
      if (this.#channels.get(incidentId)?.listeners.delete(listener)) this.#clients -= 1
    }
  }

  async #follow(incidentId: string): Promise<void> {
    const channel = this.#channels.get(incidentId)
    while (channel && channel.listeners.size > 0) {
      const state = await this.#options.read(incidentId).catch(() => 'failed' as const)
      if (state !== 'failed') channel.latest = state
      for (const listener of channel.listeners) listener(state)
      await pause(state !== 'failed' && state.running ? this.#options.runningMs : this.#options.idleMs)
    }
    this.#channels.delete(incidentId)
  }
}

/** `GET …/live`: an event `figures` when they changed, a comment otherwise; 503 when too many pages listen already. */
export function streamLive(c: Context<DeskEnv>, live: LiveFigures): Response {
  if (live.full) return c.body(null, 503, { 'Retry-After': '10' })
  const incidentId = c.get('incident').id
  return streamSSE(c, (stream) => sendUntilAbort(stream, (listener) => live.listen(incidentId, listener)))
}

/** A stream ends by itself after this and the browser asks again: so does the check of its session. */
const LONGEST_MS = 10 * 60_000

async function sendUntilAbort(
  stream: SSEStreamingApi,
  listen: (listener: Listener) => () => void,
): Promise<void> {
  let sent = ''
  await new Promise<void>((resolve) => {
    const stop = listen((state) => {
      const data = state === 'failed' ? sent : JSON.stringify(state)
      // A comment keeps proxies and the browser from giving up on a quiet stream.
      const chunk = data === sent ? stream.write(': quiet\n\n') : stream.writeSSE({ event: 'figures', data })
      sent = data
      void chunk
    })
    const end = () => {
      clearTimeout(longest)
      stop()
      resolve()
    }
    const longest = setTimeout(end, LONGEST_MS).unref()
    stream.onAbort(end)
  })
}

export function liveStateOf(figures: Pick<HomeFigures, 'outcomes' | 'steps'>): LiveState {
  return {
    running: runningSteps(figures).length > 0,
    figures: { outcomes: figures.outcomes, steps: figures.steps },
  }
}

/** Does not keep the process alive: Ctrl-C must not wait for it. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
