import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export interface Sink {
  readonly url: string
  /** Message-IDs in the order they were accepted. */
  readonly messageIds: string[]
  readonly recipients: string[]
  close(): Promise<void>
}

/** What the relay answers to a recipient: undefined accepts. */
export type Answer = (recipient: string) => { code: number; message: string } | undefined

/**
 * A relay on the loopback interface that keeps what it accepted.
 * @param options.slowMs how long it thinks over each message before it takes it: a real one does.
 * @param options.until what it waits for before it takes a message.
 */
export async function aSink(
  answer: Answer = () => undefined,
  options: { slowMs?: number; until?: () => Promise<unknown> } = {},
): Promise<Sink> {
  const messageIds: string[] = []
  const recipients: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      const refused = answer(address)
      done(refused ? Object.assign(new Error(refused.message), { responseCode: refused.code }) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        if (options.slowMs) await wait(options.slowMs)
        await options.until?.()
        const id = /^Message-ID: <(.+)>\r$/m.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? 'none'
        messageIds.push(id)
        recipients.push(session.envelope.rcptTo[0]?.address ?? '')
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, messageIds, recipients, close }
}
