import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refusal } from '../../platform/refusal.ts'
import { campaignById } from '../campaign-store.ts'
import { type Campaign, type Claimed, type PauseReason, returnPathOf } from '../model.ts'
import { pauseByBreaker } from '../pause-campaign.ts'
import { asksForLess } from '../smtp/asks-for-less.ts'
import type { HandOver, Phase } from '../smtp/classify.ts'
import { type Patience, RelayUnusable } from '../smtp/reach-relay.ts'
import { judgeRefusals, slowDomains } from '../waves/judge-refusals.ts'
import { type Carrier, type Carriers, carriersOf } from './carrier.ts'
import { compiledNotices, composeEmail, type Render } from './compose-message.ts'
import { GroupCommit } from './group-commit.ts'
import { markDots } from './ledger-store.ts'
import { abandonRun, closeRun, openRun, type Run } from './run.ts'
import { outcomeOf, type Settled, settleAttempts } from './settle-attempts.ts'
import { settleLate } from './settle-late.ts'

export interface ChunkOptions {
  /** Deliveries claimed at once. */
  readonly limit?: number
  /** Parallel connections: also the most messages a kill can leave unknown. */
  readonly connections?: number
  readonly signal?: AbortSignal
  readonly patience?: Patience
  /** Texts already compiled, to spare it for each chunk. */
  readonly renders?: Map<number, Render>
}

export interface ChunkReport {
  readonly claimed: number
  /** Events of the run by kind: accepted, retry, address_dead, sender_side, not_sent, unknown, planned_letter. */
  readonly outcomes: Readonly<Record<string, number>>
  /** The relay could not be used: try later. */
  readonly relayDown: boolean
}

const RECONNECTIONS = 2
const WATCH_MS = 400
/** A stopping desk waits this long for replies under way, then cuts: it must be gone within 2 s. */
const LAST_REPLIES_MS = 450

/**
 * Sends one chunk of a campaign's e-mails: claim, hand over on parallel connections, settle, seal. Killed at any
 * instant it leaves a ledger that `recoverAttempts` can read. Sends nothing unless the campaign is `sending`.
 */
export async function sendChunk(
  platform: Platform,
  campaignId: number,
  options: ChunkOptions = {},
): Promise<ChunkReport> {
  const campaign = await campaignById(platform.db, campaignId)
  if (campaign.state !== 'sending') return { claimed: 0, outcomes: {}, relayDown: false }
  const carriers = carriersOf(platform, campaign, options.patience)
  const renders = options.renders ?? (await compiledNotices(platform.db, campaignId))
  const run = await openRun(platform, campaign, options.limit ?? 500)
  const chunk = new Chunk(platform, run, carriers, renders, options.signal)
  try {
    await chunk.send(options.connections ?? carriers.lanes)
  } catch (error) {
    abandonRun(run)
    throw error
  }
  const outcomes = await closeRun(platform, run)
  return { claimed: run.claimed.length, outcomes, relayDown: chunk.relayDown }
}

class Chunk {
  readonly #platform: Platform
  readonly #run: Run
  readonly #campaign: Campaign
  readonly #carriers: Carriers
  readonly #renders: Map<number, Render>
  #queue: Claimed[]
  /** Claimed and not begun, of a domain that was slowed since. */
  readonly #aside: Claimed[] = []
  readonly #dots: GroupCommit<number, boolean>
  readonly #settlements: GroupCommit<Settled, void>
  readonly #signal: AbortSignal | undefined
  readonly #open = new Set<Carrier>()
  #stopped = false
  relayDown = false

  constructor(
    platform: Platform,
    run: Run,
    carriers: Carriers,
    renders: Map<number, Render>,
    signal: AbortSignal | undefined,
  ) {
    this.#platform = platform
    this.#run = run
    this.#campaign = run.campaign
    this.#carriers = carriers
    this.#renders = renders
    this.#signal = signal
    this.#queue = [...run.claimed]
    this.#dots = new GroupCommit(async (ids) => {
      const marked = await markDots(platform.db, ids, platform.clock.now())
      return (id) => marked.has(id)
    })
    this.#settlements = new GroupCommit<Settled, void>(async (settled) => {
      const at = platform.clock.now()
      // Accepted messages alone are one statement, which commits by itself: two round trips spared.
      const plain = settled.every((one) => one.handOver.outcome === 'accepted')
      const late = plain
        ? await settleAttempts(platform.db, run.id, settled, at)
        : await platform.db.transaction(async (tx) => {
            const late = await settleAttempts(tx, run.id, settled, at)
            await this.#slow(tx, settled)
            return late
          })
      if (late.length > 0) await settleLate(platform, run.campaign, late)
      if (settled.some((one) => outcomeOf(one) === 'sender_side')) await this.#breaker()
      return () => undefined
    })
  }

  /** Empties the queue over `connections` carriers; what could not be begun is planned again. */
  async send(connections: number): Promise<void> {
    const watch = setInterval(() => void this.#watch(), WATCH_MS)
    const cutLater = () => void setTimeout(() => this.#cut(), LAST_REPLIES_MS)
    this.#signal?.addEventListener('abort', cutLater, { once: true })
    const lanes = Array.from({ length: Math.min(connections, this.#queue.length) }, () => this.#lane())
    const ended = await Promise.allSettled(lanes)
    clearInterval(watch)
    this.#signal?.removeEventListener('abort', cutLater)
    const failed = ended.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    this.relayDown = this.#queue.length > 0 && !this.#halted
    const handOver: HandOver = { outcome: 'not_sent', phase: 'connect', reply: undefined }
    await Promise.all([
      ...this.#queue.map((claimed) => this.#settlements.add({ claimed, handOver, stopped: !this.relayDown })),
      ...this.#aside.map((claimed) => this.#settlements.add({ claimed, handOver, stopped: true })),
    ])
  }

  /** A domain asks for fewer messages: what is claimed for it waits for its turn, the others go on. */
  async #slow(tx: Tx, settled: readonly Settled[]): Promise<void> {
    const asked = settled.flatMap(({ claimed, handOver }) =>
      claimed.domain && asksForLess(handOver)
        ? [{ attemptId: claimed.attemptId, domain: claimed.domain }]
        : [],
    )
    if (asked.length === 0) return
    await slowDomains(tx, this.#platform, this.#campaign.id, asked)
    this.#putAside(asked.map(({ domain }) => domain))
  }

  #putAside(domains: readonly string[]): void {
    const waits = ({ domain }: Claimed) => domain !== null && domains.includes(domain)
    this.#aside.push(...this.#queue.filter(waits))
    this.#queue = this.#queue.filter((claimed) => !waits(claimed))
  }

  get #halted(): boolean {
    return this.#stopped || this.#run.lost.aborted || (this.#signal?.aborted ?? false)
  }

  async #lane(): Promise<void> {
    let carrier: Carrier | undefined
    let failures = 0
    // The dot of a message waits for the outcome of the one before: a kill leaves at most one unknown per lane.
    let settled: Promise<void> = Promise.resolve()
    try {
      while (!this.#halted && this.#queue.length > 0 && failures <= RECONNECTIONS) {
        carrier = carrier?.usable ? carrier : await this.#connect()
        const claimed = carrier && this.#queue.shift()
        failures = carrier ? 0 : failures + 1
        if (!carrier || !claimed) continue
        const handOver = await this.#handOver(carrier, claimed, settled)
        await settled
        settled = this.#settlements.add({ claimed, handOver })
        settled.catch(() => undefined)
      }
      await settled
    } catch (error) {
      this.#stopped = true
      throw error
    } finally {
      await carrier?.quit()
    }
  }

  async #handOver(carrier: Carrier, claimed: Claimed, settled: Promise<void>): Promise<HandOver> {
    const render = this.#renders.get(claimed.noticeVersionId)
    if (!render) throw new Error(`no notice version ${claimed.noticeVersionId}`)
    const message = this.#compose(render, claimed)
    if (typeof message !== 'string') return message
    const envelope = { from: returnPathOf(claimed.messageId), to: claimed.recipient.email ?? '' }
    return carrier.handOver(envelope, message, async () => {
      await settled
      return this.#dots.add(claimed.attemptId)
    })
  }

  /** The message, or what became of it when it cannot be made: one delivery's matter, never the chunk's. */
  #compose(render: Render, claimed: Claimed): string | HandOver {
    try {
      const at = this.#platform.clock.now()
      return this.#carriers.sign(composeEmail(render, this.#campaign, claimed, at), at)
    } catch (error) {
      const aboutThem = error instanceof Refusal && error.params['header'] === 'To'
      const { name, code } = error as Error & { code?: string }
      this.#platform.log.error({ delivery: claimed.deliveryId, error: code ?? name }, 'message not made')
      return { outcome: aboutThem ? 'unwritable' : 'sender_side', phase: 'connect', reply: undefined }
    }
  }

  async #connect(): Promise<Carrier | undefined> {
    try {
      const carrier = await this.#carriers.open()
      this.#open.add(carrier)
      return carrier
    } catch (error) {
      if (!(error instanceof RelayUnusable)) throw error
      if (error.handOver.outcome === 'sender_side') await this.#pause(reasonOf(error.handOver.phase))
      return undefined
    }
  }

  #cut(): void {
    for (const carrier of this.#open) carrier.close()
  }

  async #breaker(): Promise<void> {
    const { held, paused } = await judgeRefusals(this.#platform, this.#campaign.id)
    if (paused) this.#stopped = true
    this.#putAside(held)
  }

  async #pause(reason: PauseReason): Promise<void> {
    this.#stopped = true
    await pauseByBreaker(this.#platform, this.#campaign.id, reason)
  }

  /** Sees a pause asked elsewhere. */
  async #watch(): Promise<void> {
    const campaign = await campaignById(this.#platform.db, this.#campaign.id).catch(() => undefined)
    if (campaign?.state !== 'sending') this.#stopped = true
  }
}

function reasonOf(phase: Phase): PauseReason {
  if (phase === 'tls') return 'relay_tls'
  return phase === 'auth' ? 'relay_auth' : 'sender_refused'
}
