import { type AddressInfo, createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

export const STEPS = [
  'greeting',
  'EHLO',
  'STARTTLS',
  'handshake',
  'AUTH',
  'MAIL',
  'RCPT',
  'DATA',
  'body',
  'dot',
] as const
export type Step = (typeof STEPS)[number]
/** What a relay does instead of its duty: leave, say nothing more, or say this. */
export type Act = 'die' | 'stall' | (string & {})

export interface FaultyRelayOptions {
  /** The fault of this step, for this message or connection; undefined when all goes well. */
  readonly fault?: (step: Step, messageId: string) => Act | undefined
  readonly extensions?: readonly string[]
  /** Offers STARTTLS with this certificate. */
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer }
  /** Writes byte by byte, over several turns. */
  readonly inBytes?: boolean
}

/** A relay in this process that fails where it is told to. It keeps the Message-ID of each message whose dot it read and did not refuse. */
export interface FaultyRelay {
  readonly url: string
  readonly kept: readonly string[]
  /** Bodies kept, as they came: dots still stuffed. */
  readonly bodies: readonly string[]
  close(): Promise<void>
}

const GOOD: Partial<Record<Step, string>> = {
  greeting: '220 relay ready',
  STARTTLS: '220 2.0.0 go on',
  AUTH: '235 2.7.0 welcome',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  dot: '250 2.0.0 queued',
}

export async function startFaultyRelay(options: FaultyRelayOptions = {}): Promise<FaultyRelay> {
  const kept: string[] = []
  const bodies: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    new Session(socket, options, kept, bodies).greet()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    })
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, kept, bodies, close }
}

class Session {
  #socket: Socket
  readonly #options: FaultyRelayOptions
  readonly #kept: string[]
  readonly #bodies: string[]
  #text = ''
  #inData = false
  #messageId = ''
  readonly #bytes: number[] = []

  constructor(socket: Socket, options: FaultyRelayOptions, kept: string[], bodies: string[]) {
    this.#socket = socket
    this.#options = options
    this.#kept = kept
    this.#bodies = bodies
    this.#listen()
  }

  greet(): void {
    this.#act('greeting')
  }

  #listen(): void {
    this.#socket.on('error', () => undefined)
    this.#socket.on('data', (chunk) => {
      this.#text += chunk.toString('latin1')
      while (this.#next());
    })
  }

  /** Reads one command or body; false when none is whole yet. */
  #next(): boolean {
    if (this.#inData) return this.#body()
    const end = this.#text.indexOf('\r\n')
    if (end < 0) return false
    const line = this.#text.slice(0, end)
    this.#text = this.#text.slice(end + 2)
    const verb = line.split(' ')[0]?.toUpperCase() ?? ''
    if (verb === 'RCPT') this.#messageId = ''
    if (verb === 'EHLO') this.#hello()
    else if (verb === 'QUIT') this.#socket.end('221 bye\r\n')
    else if (verb === 'RSET') this.#write('250 ok')
    else if (verb === 'STARTTLS') this.#startTls()
    else if (verb in GOOD) this.#inData = this.#act(verb as Step)?.startsWith('354') ?? false
    else this.#write('500 what')
    return true
  }

  #hello(): void {
    const { extensions = [], tls } = this.#options
    const offered = [...extensions, ...(tls && !(this.#socket instanceof TLSSocket) ? ['STARTTLS'] : [])]
    const lines = ['relay.example', ...offered]
    this.#act(
      'EHLO',
      lines.map((line, at) => `250${at === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n'),
    )
  }

  #startTls(): void {
    const said = this.#act('STARTTLS')
    if (!said?.startsWith('220') || !this.#options.tls) return
    const act = this.#options.fault?.('handshake', '')
    this.#socket.removeAllListeners('data')
    if (act === 'die') this.#socket.destroy()
    else if (act === undefined) {
      this.#socket = new TLSSocket(this.#socket, { isServer: true, ...this.#options.tls })
      this.#text = ''
      this.#listen()
    } else if (act !== 'stall') this.#socket.write(act)
  }

  #body(): boolean {
    if (this.#text.length > 0 && this.#options.fault?.('body', '') !== undefined) {
      const act = this.#options.fault('body', '')
      if (act === 'die') this.#socket.destroy()
      else if (act !== 'stall') this.#write(act ?? '')
      this.#text = ''
      return false
    }
    const end = this.#text.indexOf('\r\n.\r\n')
    if (end < 0) return false
    const body = this.#text.slice(0, end)
    this.#text = this.#text.slice(end + 5)
    this.#inData = false
    this.#messageId = /^Message-ID: <(.+)>/m.exec(body)?.[1] ?? ''
    const act = this.#options.fault?.('dot', this.#messageId) ?? GOOD.dot ?? ''
    // A relay that dies or stalls here may have taken it; one that says 4xx or 5xx has not.
    if (!/^[45]\d\d\b/.test(act)) {
      this.#kept.push(this.#messageId)
      this.#bodies.push(body)
    }
    this.#do(act)
    return true
  }

  #act(step: Step, good = GOOD[step] ?? ''): string | undefined {
    return this.#do(this.#options.fault?.(step, this.#messageId) ?? good)
  }

  #do(act: Act): string | undefined {
    if (act === 'die') this.#socket.destroy()
    else if (act !== 'stall') this.#write(act)
    return act === 'die' || act === 'stall' ? undefined : act
  }

  #write(text: string): void {
    if (!this.#options.inBytes) return void this.#socket.write(`${text}\r\n`)
    const idle = this.#bytes.length === 0
    this.#bytes.push(...Buffer.from(`${text}\r\n`))
    if (idle) this.#writeByte()
  }

  #writeByte(): void {
    const [byte] = this.#bytes
    if (byte === undefined || this.#socket.destroyed) return
    this.#socket.write(Buffer.from([byte]))
    setImmediate(() => {
      this.#bytes.shift()
      this.#writeByte()
    })
  }
}
