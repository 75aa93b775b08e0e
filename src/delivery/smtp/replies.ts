import type { Duplex } from 'node:stream'
import type { Reply } from './classify.ts'

/** Longest reply kept in memory: a relay that never ends a line must not fill it. */
const MOST_BYTES = 64 * 1024

/** The relay's side of the connection is gone: closed, reset, silent beyond the limit, or talking nonsense. */
export class RelayLost extends Error {
  readonly why: 'closed' | 'silent' | 'nonsense'
  constructor(cause: 'closed' | 'silent' | 'nonsense') {
    super(`relay ${cause}`)
    this.name = 'RelayLost'
    this.why = cause
  }
}

/** Reads replies one by one from a connection (RFC 5321, 4.2.1: `250-` continues, `250 ` ends). */
export class ReplyReader {
  readonly #socket: Duplex
  #text = ''
  #lines: string[] = []
  #ready: Reply[] = []
  #lost: RelayLost | undefined
  #waiting:
    | { resolve: (reply: Reply) => void; reject: (error: RelayLost) => void; timer: NodeJS.Timeout }
    | undefined
  readonly #onData = (chunk: Buffer) => this.#take(chunk.toString('utf8'))
  readonly #onEnd = () => this.#fail(new RelayLost('closed'))

  constructor(socket: Duplex) {
    this.#socket = socket
    socket.on('data', this.#onData)
    for (const event of ['end', 'close', 'error']) socket.on(event, this.#onEnd)
  }

  /** The next reply, within `timeoutMs`. @throws RelayLost */
  next(timeoutMs: number): Promise<Reply> {
    const ready = this.#ready.shift()
    if (ready) return Promise.resolve(ready)
    if (this.#lost) return Promise.reject(this.#lost)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(new RelayLost('silent')), timeoutMs)
      this.#waiting = { resolve, reject, timer }
    })
  }

  /** True when the relay spoke or left although nothing was asked: nothing more may be written as if it had not. */
  get unasked(): boolean {
    return this.#ready.length > 0 || this.#lost !== undefined
  }

  /** True when a reply waits to be read. */
  get spoken(): boolean {
    return this.#ready.length > 0
  }

  /** Leaves the socket to TLS. What came before the handshake is dropped with this reader (RFC 3207, 5). */
  detach(): void {
    this.#socket.off('data', this.#onData)
    for (const event of ['end', 'close']) this.#socket.off(event, this.#onEnd)
  }

  #take(text: string): void {
    this.#text += text
    if (this.#text.length > MOST_BYTES) this.#fail(new RelayLost('nonsense'))
    let end = this.#text.indexOf('\n')
    while (end >= 0) {
      this.#line(this.#text.slice(0, end).replace(/\r$/, ''))
      this.#text = this.#text.slice(end + 1)
      end = this.#text.indexOf('\n')
    }
  }

  #line(line: string): void {
    const match = /^(\d{3})([ -]?)(.*)$/.exec(line)
    if (!match) this.#fail(new RelayLost('nonsense'))
    if (this.#lost || !match) return
    this.#lines.push(match[3] ?? '')
    if (match[2] === '-') return
    const text = this.#lines.join('\n')
    this.#lines = []
    this.#deliver({ code: Number(match[1]), status: /^([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1], text })
  }

  #deliver(reply: Reply): void {
    const waiting = this.#waiting
    if (!waiting) return void this.#ready.push(reply)
    clearTimeout(waiting.timer)
    this.#waiting = undefined
    waiting.resolve(reply)
  }

  #fail(lost: RelayLost): void {
    this.#lost ??= lost
    const waiting = this.#waiting
    this.#waiting = undefined
    if (!waiting) return
    clearTimeout(waiting.timer)
    waiting.reject(this.#lost)
  }
}
