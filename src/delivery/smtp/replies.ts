import type { Duplex } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import type { Reply } from './classify.ts'

/** Longest reply kept in memory, all its lines together: a relay that never ends must not fill it. */
const MOST_BYTES = 64 * 1024

const MOST_UNASKED = 100

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
  // A character may be cut between two packets.
  readonly #decoder = new StringDecoder('utf8')
  #text = ''
  #code = ''
  #lines: string[] = []
  #bytes = 0
  #ready: Reply[] = []
  #lost: RelayLost | undefined
  #waiting:
    | { resolve: (reply: Reply) => void; reject: (error: RelayLost) => void; timer: NodeJS.Timeout }
    | undefined
  readonly #onData = (chunk: Buffer) => this.#take(this.#decoder.write(chunk), chunk.length)
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

  #take(text: string, bytes: number): void {
    if (this.#lost) return
    this.#text += text
    this.#bytes += bytes
    if (this.#bytes > MOST_BYTES) this.#fail(new RelayLost('nonsense'))
    let end = this.#text.indexOf('\n')
    while (end >= 0 && !this.#lost) {
      this.#line(this.#text.slice(0, end).replace(/\r$/, ''))
      this.#text = this.#text.slice(end + 1)
      end = this.#text.indexOf('\n')
    }
  }

  /** All lines of a reply bear one code (RFC 5321, 4.2.1): another one in the middle proves nothing. */
  #line(line: string): void {
    const [, code = '', more, words = ''] = /^(\d{3})(?:([ -])(.*))?$/.exec(line) ?? []
    if (code === '' || (this.#lines.length > 0 && code !== this.#code)) this.#fail(new RelayLost('nonsense'))
    if (this.#lost) return
    this.#code = code
    this.#lines.push(words)
    if (more === '-') return
    const text = this.#lines.join('\n')
    this.#lines = []
    this.#bytes = 0
    this.#deliver({ code: Number(code), status: /^([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1], text })
  }

  #deliver(reply: Reply): void {
    const waiting = this.#waiting
    if (!waiting) {
      this.#ready.push(reply)
      // Two answer a pipelined envelope; a relay that talks on and on is not one.
      if (this.#ready.length > MOST_UNASKED) this.#fail(new RelayLost('nonsense'))
      return
    }
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
