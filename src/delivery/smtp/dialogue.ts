import type { Socket } from 'node:net'
import { classify, type HandOver, type Phase, type Reply } from './classify.ts'
import { defaultPatience, type Patience, RelayUnusable, socketTo, tlsOver, unusable } from './reach-relay.ts'
import type { Relay } from './relay.ts'
import { RelayLost, ReplyReader } from './replies.ts'

export interface Envelope {
  /** VERP return path. */
  readonly from: string
  readonly to: string
}

/**
 * One SMTP connection (RFC 5321) that always knows its phase: before the final dot an accident means *not sent*,
 * after it *unknown*. Libraries hide that line (field/delivery.md, section 4), so the dialogue is ours.
 */
export class SmtpConnection {
  readonly #relay: Relay
  readonly #patience: Patience
  #socket: Socket
  #replies: ReplyReader
  #phase: Phase = 'connect'
  #extensions = new Set<string>()
  #usable = true

  private constructor(relay: Relay, socket: Socket, patience: Patience) {
    this.#relay = relay
    this.#patience = patience
    this.#socket = socket
    this.#replies = new ReplyReader(socket)
  }

  /** Connects, protects and identifies. @throws RelayUnusable */
  static async open(relay: Relay, heloName: string, patience = defaultPatience): Promise<SmtpConnection> {
    const connection = new SmtpConnection(relay, await socketTo(relay, patience), patience)
    try {
      await connection.#begin(heloName)
      return connection
    } catch (error) {
      connection.close()
      throw error instanceof RelayUnusable ? error : new RelayUnusable(connection.#accident(error))
    }
  }

  /** False once the connection can carry no other message. */
  get usable(): boolean {
    return this.#usable && !this.#replies.unasked
  }

  /**
   * Hands over one message. `beforeDot` must commit that the dot is about to leave; when it answers false the message
   * is abandoned unsent (another process took the attempt away).
   * @param message octets with CRLF line ends, without the final dot; dots are stuffed here (RFC 5321, 4.5.2).
   */
  async handOver(envelope: Envelope, message: string, beforeDot: () => Promise<boolean>): Promise<HandOver> {
    const tooBig = this.#tooBig(message)
    if (tooBig) return { outcome: classify('mail', tooBig), phase: 'mail', reply: tooBig }
    try {
      const refused = (await this.#envelope(envelope)) ?? (await this.#command('data', 'DATA', 354))
      if (refused) return await this.#afterRefusal(refused)
      this.#phase = 'body'
      this.#socket.write(stuffed(message))
      if (!(await beforeDot()) || this.#replies.unasked) return await this.#abandon()
      return await this.#dot()
    } catch (error) {
      this.close()
      return this.#accident(error)
    }
  }

  /** Leaves politely; the reply to QUIT is about no message. */
  async quit(): Promise<void> {
    if (this.usable) {
      this.#socket.write('QUIT\r\n')
      await this.#replies.next(2_000).catch(() => undefined)
    }
    this.close()
  }

  close(): void {
    this.#usable = false
    this.#socket.destroy()
  }

  async #begin(heloName: string): Promise<void> {
    this.#phase = 'greeting'
    this.#check(await this.#replies.next(this.#patience.command), 220)
    await this.#hello(heloName)
    if (this.#relay.tls === 'starttls') {
      this.#phase = 'tls'
      if (!this.#extensions.has('STARTTLS'))
        throw unusable('tls', { code: 530, status: '5.7.0', text: 'no STARTTLS' })
      await this.#must('tls', 'STARTTLS', 220)
      await this.#protect()
      await this.#hello(heloName)
    }
    if (this.#relay.auth) await this.#authenticate(this.#relay.auth)
  }

  async #hello(heloName: string): Promise<void> {
    const reply = await this.#must('ehlo', `EHLO ${heloName}`, 250)
    this.#extensions = new Set(
      reply.text
        .split('\n')
        .slice(1)
        .map((line) => line.trim().toUpperCase()),
    )
  }

  async #protect(): Promise<void> {
    this.#replies.detach()
    const plain = this.#socket
    this.#socket = await tlsOver(this.#relay, plain, this.#patience)
    this.#replies = new ReplyReader(this.#socket)
  }

  async #authenticate(auth: { user: string; password: string }): Promise<void> {
    const offered = [...this.#extensions].find((line) => line.startsWith('AUTH')) ?? ''
    const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
    if (offered.includes('PLAIN') || !offered.includes('LOGIN')) {
      await this.#must('auth', `AUTH PLAIN ${base64(`\0${auth.user}\0${auth.password}`)}`, 235) // RFC 4616
      return
    }
    await this.#must('auth', 'AUTH LOGIN', 334)
    await this.#must('auth', base64(auth.user), 334)
    await this.#must('auth', base64(auth.password), 235)
  }

  /** RFC 1870: the relay says the longest message it takes; 0 or nothing is no limit. A matter of ours, not the person's. */
  #tooBig(message: string): Reply | undefined {
    const limit = Number([...this.#extensions].find((line) => line.startsWith('SIZE '))?.slice(5)) || 0
    if (limit === 0 || message.length <= limit) return undefined
    return { code: 552, status: '5.3.4', text: `the relay takes ${limit} bytes at most` }
  }

  /** MAIL and RCPT, in one packet where the relay allows (RFC 2920). Gives the reply that refused, if any. */
  async #envelope(envelope: Envelope): Promise<Reply | undefined> {
    const mail = `MAIL FROM:<${envelope.from}>`
    const rcpt = `RCPT TO:<${envelope.to}>`
    if (!this.#extensions.has('PIPELINING')) {
      return (await this.#command('mail', mail, 250)) ?? (await this.#command('rcpt', rcpt, 250))
    }
    this.#phase = 'mail'
    this.#socket.write(`${mail}\r\n${rcpt}\r\n`)
    const mailReply = await this.#replies.next(this.#patience.command)
    const mailRefused = accepts(mailReply, 250) ? undefined : mailReply
    if (!mailRefused) this.#phase = 'rcpt'
    // A relay may refuse MAIL and leave: its one reply is the word that counts.
    const rcptReply = await this.#replies.next(this.#patience.command).catch((lost: unknown) => {
      if (mailRefused) return mailRefused
      throw lost
    })
    return mailRefused ?? (accepts(rcptReply, 250) ? undefined : rcptReply)
  }

  async #command(phase: Phase, line: string, expected: number): Promise<Reply | undefined> {
    this.#phase = phase
    this.#socket.write(`${line}\r\n`)
    const reply = await this.#replies.next(this.#patience.command)
    return accepts(reply, expected) ? undefined : reply
  }

  async #must(phase: Phase, line: string, expected: number): Promise<Reply> {
    this.#phase = phase
    this.#socket.write(`${line}\r\n`)
    return this.#check(await this.#replies.next(this.#patience.command), expected)
  }

  #check(reply: Reply, expected: number): Reply {
    if (!accepts(reply, expected)) throw unusable(this.#phase, reply)
    return reply
  }

  /** From here on, any byte of the dot may have left. */
  async #dot(): Promise<HandOver> {
    this.#phase = 'dot'
    this.#socket.write('.\r\n')
    const reply = await this.#replies.next(this.#patience.dot)
    if (reply.code === 421) this.close()
    return { outcome: classify('dot', reply), phase: 'dot', reply }
  }

  async #afterRefusal(reply: Reply): Promise<HandOver> {
    const phase = this.#phase
    if (reply.code === 421) this.close()
    else if (await this.#command(phase, 'RSET', 250).catch(() => reply)) this.close()
    return { outcome: classify(phase, reply), phase, reply }
  }

  /** The body left but not its dot: closing here means the relay discards it (RFC 5321, 4.1.1.4). It may have said why. */
  async #abandon(): Promise<HandOver> {
    const reply = this.#replies.spoken
      ? await this.#replies.next(this.#patience.command).catch(() => undefined)
      : undefined
    this.close()
    const outcome = reply && reply.code >= 400 ? classify('body', reply) : 'not_sent'
    return { outcome, phase: 'body', reply }
  }

  #accident(error: unknown): HandOver {
    if (!(error instanceof RelayLost) && !isSocketError(error)) throw error
    return { outcome: this.#phase === 'dot' ? 'unknown' : 'not_sent', phase: this.#phase, reply: undefined }
  }
}

/** 2xx replies of the same kind are as good: 251 for 250 (RFC 5321, 4.3.2). */
function accepts(reply: Reply, expected: number): boolean {
  return reply.code === expected || (expected === 250 && reply.code >= 250 && reply.code < 253)
}

function stuffed(message: string): string {
  const body = message.startsWith('.') ? `.${message}` : message
  const dotted = body.includes('\r\n.') ? body.replaceAll('\r\n.', '\r\n..') : body
  return dotted.endsWith('\r\n') ? dotted : `${dotted}\r\n`
}

function isSocketError(error: unknown): boolean {
  return error instanceof Error && 'code' in error
}
