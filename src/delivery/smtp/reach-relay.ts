import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { classify, type HandOver, type Phase, type Reply } from './classify.ts'
import { type Relay, reachedAsPromised } from './relay.ts'

/** Longest silences accepted, in milliseconds. RFC 5321, 4.5.3.2 allows more before the dot; a relay next door needs less. */
export interface Patience {
  readonly connect: number
  readonly command: number
  /** After the final dot: giving up here makes an unknown, so it is all that the RFC asks for (4.5.3.2.6). */
  readonly dot: number
}
export const defaultPatience: Patience = { connect: 15_000, command: 60_000, dot: 600_000 }

/** The relay could not be used at all: no message was begun. `sender_side` needs a person, `not_sent` needs time. */
export class RelayUnusable extends Error {
  readonly handOver: HandOver
  constructor(handOver: HandOver) {
    super(`relay unusable at ${handOver.phase}`)
    this.name = 'RelayUnusable'
    this.handOver = handOver
  }
}

export function unusable(phase: Phase, reply: Reply): RelayUnusable {
  return new RelayUnusable({ outcome: classify(phase, reply), phase, reply })
}

/** A connection to the relay, protected from the first byte where it is asked (smtps). @throws RelayUnusable */
export async function socketTo(relay: Relay, patience: Patience): Promise<Socket> {
  const socket =
    relay.tls === 'wrapped'
      ? await tlsOver(relay, undefined, patience)
      : await established(
          connectTcp({ host: relay.host, port: relay.port, noDelay: true }),
          'connect',
          'connect',
          patience,
        )
  if (reachedAsPromised(relay, socket.remoteAddress)) return socket
  socket.destroy()
  throw unusable('tls', { code: 530, status: '5.7.0', text: 'a name of this machine that leads elsewhere' })
}

/** Certificates are verified: a relay that cannot prove its name gets no message. */
export function tlsOver(relay: Relay, socket: Socket | undefined, patience: Patience): Promise<Socket> {
  const servername = /^[\d.:a-f]+$/i.test(relay.host) && /[\d:]/.test(relay.host) ? undefined : relay.host
  const secured = connectTls({
    ...(socket ? { socket } : { port: relay.port }),
    host: relay.host,
    ...(servername ? { servername } : {}),
  })
  return established(secured, 'secureConnect', 'tls', patience)
}

function established(socket: Socket, event: string, phase: Phase, patience: Patience): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let why: Error | undefined
    const fail = () => {
      clearTimeout(timer)
      socket.destroy()
      reject(new RelayUnusable(whyNotEstablished(phase, why)))
    }
    const timer = setTimeout(fail, patience.connect)
    // Errors after this point reach the reply reader; an unheard 'error' event would end the process.
    socket.on('error', (error) => {
      why ??= error
    })
    socket.once('close', fail)
    socket.once(event, () => {
      clearTimeout(timer)
      socket.off('close', fail)
      resolve(socket)
    })
  })
}

/** A certificate that does not hold needs a person; a line that breaks needs time. */
function whyNotEstablished(phase: Phase, error: (Error & { code?: string }) | undefined): HandOver {
  const code = error?.code ?? ''
  if (!/CERT|SIGNATURE|ISSUER|ALTNAME/.test(code)) return { outcome: 'not_sent', phase, reply: undefined }
  const reply = { code: 530, status: '5.7.0', text: `certificate refused: ${code}` }
  return { outcome: 'sender_side', phase: 'tls', reply }
}
