import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'

export interface Received {
  readonly messages: number
  readonly distinct: number
  readonly bytes: number
}

/** The word by which the bundled benchmark knows that it is to be the sink. */
export const SINK = '--be-the-sink'

/** A relay in a process of its own, which takes everything at once and only counts. */
export async function startCountingSink(): Promise<{ url: string; stop(): Promise<Received> }> {
  const sink = fork(fileURLToPath(import.meta.url), [SINK])
  const [port] = await once(sink, 'message')
  return {
    url: `smtp://127.0.0.1:${port}`,
    async stop() {
      sink.send('stop')
      const [received] = await once(sink, 'message')
      await once(sink, 'exit')
      return received as Received
    },
  }
}

/** The sink's own process. */
export function beTheSink(): void {
  const ids = new Set<string>()
  const count = { messages: 0, bytes: 0 }
  const server = createServer({ noDelay: true }, (socket) => converse(socket, ids, count))
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
  process.on('message', () => {
    process.send?.({ ...count, distinct: ids.size }, () => process.exit(0))
  })
  process.on('disconnect', () => process.exit(1))
}

/** As much of RFC 5321 as a loopback client needs, with PIPELINING. */
function converse(socket: Socket, ids: Set<string>, count: { messages: number; bytes: number }): void {
  let text = ''
  let inData = false
  socket.on('error', () => undefined)
  socket.write('220 sink\r\n')
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    for (;;) {
      const end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const line = text.slice(0, end)
      text = text.slice(end + (inData ? 5 : 2))
      if (inData) {
        count.messages += 1
        count.bytes += line.length
        ids.add(/^Message-ID: <(.+)>/m.exec(line)?.[1] ?? '')
      }
      inData = !inData && line === 'DATA'
      socket.write(inData ? '354 go on\r\n' : replyTo(line))
      if (line === 'QUIT') socket.end()
    }
  })
}

function replyTo(line: string): string {
  return line.startsWith('EHLO') ? '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n' : '250 2.0.0 ok\r\n'
}
