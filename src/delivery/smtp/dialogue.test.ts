import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { HandOver } from './classify.ts'
import { SmtpConnection } from './dialogue.ts'
import { RelayUnusable } from './reach-relay.ts'
import { readRelay } from './relay.ts'

type Act = string | 'die' | 'stall'
type Step = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'dot'
const GOOD: Record<Step, Act> = {
  greeting: '220 ready',
  EHLO: '250-relay\r\n250 SIZE 1000000',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  dot: '250 2.0.0 queued',
}

let server: Server | undefined
afterEach(() => server?.close())

/** A relay that follows a script: a reply, `die` or `stall` at each step. Keeps whole messages it received. */
async function relayThat(script: Partial<Record<Step, Act>>, received: string[] = []): Promise<string> {
  const acts = { ...GOOD, ...script }
  server = createServer((socket) => converse(socket, acts, received))
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function converse(socket: Socket, acts: Record<Step, Act>, received: string[]): void {
  let text = ''
  let inData = false
  const act = (step: Step) => {
    const what = acts[step]
    if (what === 'die') socket.destroy()
    else if (what !== 'stall') socket.write(`${what}\r\n`)
    return what
  }
  socket.on('error', () => undefined)
  act('greeting')
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    for (;;) {
      const end = inData ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n')
      if (end < 0) return
      const line = text.slice(0, end)
      text = text.slice(end + (inData ? 5 : 2))
      if (inData) {
        received.push(line)
        inData = false
        act('dot')
      } else if (line.startsWith('RSET')) socket.write('250 ok\r\n')
      else if (line.startsWith('QUIT')) socket.end('221 bye\r\n')
      else inData = act(line.slice(0, 4) as Step).startsWith('354')
    }
  })
}

const patience = { connect: 1000, command: 150, dot: 150 }
const envelope = { from: 'b+1@us.example', to: 'a@them.example' }

async function handOver(
  url: string,
  beforeDot = async () => true,
): Promise<HandOver & { dotMarked: boolean }> {
  let dotMarked = false
  try {
    const connection = await SmtpConnection.open(readRelay(url), 'test.example', patience)
    const mark = () => {
      dotMarked = true
      return beforeDot()
    }
    const result = await connection.handOver(envelope, 'Subject: x\r\n\r\n.one\r\n..two\r\n', mark)
    await connection.quit()
    return { ...result, dotMarked }
  } catch (error) {
    if (error instanceof RelayUnusable) return { ...error.handOver, dotMarked }
    throw error
  }
}

describe('what is known after an accident (field/delivery.md, section 4)', () => {
  test.each<[Step, Act, string]>([
    ['greeting', 'die', 'not_sent'],
    ['EHLO', 'die', 'not_sent'],
    ['MAIL', 'die', 'not_sent'],
    ['RCPT', 'die', 'not_sent'],
    ['DATA', 'die', 'not_sent'],
    ['dot', 'die', 'unknown'],
    ['greeting', 'stall', 'not_sent'],
    ['EHLO', 'stall', 'not_sent'],
    ['MAIL', 'stall', 'not_sent'],
    ['RCPT', 'stall', 'not_sent'],
    ['DATA', 'stall', 'not_sent'],
    ['dot', 'stall', 'unknown'],
    ['greeting', '421 busy', 'not_sent'],
    ['greeting', '554 no service for you', 'sender_side'],
    ['EHLO', '421 busy', 'not_sent'],
    ['EHLO', '550 who are you', 'sender_side'],
    ['MAIL', '451 4.3.0 later', 'sender_side'],
    ['MAIL', '452 4.3.1 disk full', 'sender_side'],
    ['MAIL', '450 later', 'sender_side'],
    ['MAIL', '550 5.7.1 sender refused', 'sender_side'],
    ['MAIL', '421 4.3.2 closing', 'not_sent'],
    ['RCPT', '450 4.2.0 greylisted', 'retry'],
    ['RCPT', '550 5.1.1 user unknown', 'address_dead'],
    ['RCPT', '550 5.7.1 blocked', 'sender_side'],
    ['RCPT', '421 4.3.2 closing', 'not_sent'],
    ['RCPT', '452 4.3.1 Insufficient system storage', 'sender_side'],
    ['RCPT', '452 4.2.2 mailbox full', 'retry'],
    ['RCPT', '452 quota exceeded', 'retry'],
    ['RCPT', '452 insufficient storage', 'sender_side'],
    ['RCPT', '451 4.7.1 greylisted', 'retry'],
    ['RCPT', '421 4.7.0 too many messages from you', 'sender_side'],
    ['DATA', '451 4.3.0 later', 'sender_side'],
    ['DATA', '554 5.6.0 no', 'sender_side'],
    ['dot', '451 4.3.0 queue file write error', 'sender_side'],
    ['dot', '451 error', 'sender_side'],
    ['dot', '354 go on', 'unknown'],
    ['dot', '100 what', 'unknown'],
    ['dot', '999 what', 'unknown'],
    ['dot', '554 5.7.1 spam', 'sender_side'],
    ['dot', '550 5.1.1 user unknown', 'address_dead'],
    ['dot', '421 4.3.2 closing', 'not_sent'],
    ['dot', 'nonsense', 'unknown'],
    ['dot', '250 2.0.0 queued', 'accepted'],
  ])('%s: %s → %s', async (step, act, outcome) => {
    const received: string[] = []
    const url = await relayThat({ [step]: act }, received)
    const result = await handOver(url)
    expect(result.outcome).toBe(outcome)
    // The proof depends on it: nothing the relay may have kept goes without the dot having been marked first.
    if (received.length > 0 || result.outcome === 'unknown') expect(result.dotMarked).toBe(true)
    if (step !== 'dot') expect(received).toEqual([])
  })

  test('nothing listens there', async () => {
    expect((await handOver('smtp://127.0.0.1:1')).outcome).toBe('not_sent')
  })

  test('when the attempt was taken away, the dot never leaves', async () => {
    const received: string[] = []
    const result = await handOver(await relayThat({}, received), async () => false)
    expect(result.outcome).toBe('not_sent')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(received).toEqual([])
  })

  test('a relay that says 421 while the body leaves gets no dot', async () => {
    const received: string[] = []
    const url = await relayThat({ DATA: '354 go on\r\n421 4.3.2 closing' }, received)
    const result = await handOver(url, () => new Promise((resolve) => setTimeout(() => resolve(true), 50)))
    expect(result).toMatchObject({ outcome: 'not_sent', reply: { code: 421, status: '4.3.2' } })
    expect(received).toEqual([])
  })

  test('a refusal said while the body leaves is read and believed', async () => {
    const received: string[] = []
    const url = await relayThat({ DATA: '354 go on\r\n554 5.7.1 your rate is too high' }, received)
    const result = await handOver(url, () => new Promise((resolve) => setTimeout(() => resolve(true), 50)))
    expect(result).toMatchObject({ outcome: 'sender_side', phase: 'body', reply: { code: 554 } })
    expect(received).toEqual([])
  })

  test('with pipelining, a relay that refuses MAIL and leaves is heard', async () => {
    const url = await relayThat({
      EHLO: '250-relay\r\n250 PIPELINING',
      MAIL: '421 4.7.0 too many connections',
      RCPT: 'die',
    })
    expect(await handOver(url)).toMatchObject({ outcome: 'sender_side', phase: 'mail', reply: { code: 421 } })
  })
})

describe('the words of the dialogue', () => {
  test('dots are stuffed, and envelope commands travel together where the relay says so', async () => {
    const received: string[] = []
    const url = await relayThat({ EHLO: '250-relay\r\n250-PIPELINING\r\n250 SIZE' }, received)
    expect((await handOver(url)).outcome).toBe('accepted')
    expect(received).toEqual(['Subject: x\r\n\r\n..one\r\n...two'])
  })

  test('with pipelining, a refusal of RCPT is read as such', async () => {
    const url = await relayThat({ EHLO: '250-relay\r\n250 PIPELINING', RCPT: '550 5.1.1 no' })
    expect(await handOver(url)).toMatchObject({ outcome: 'address_dead', phase: 'rcpt' })
  })

  test('without TLS on offer, a relay elsewhere gets no message', async () => {
    const url = await relayThat({})
    const relay = { ...readRelay(url), tls: 'starttls' as const }
    const opened = SmtpConnection.open(relay, 'test.example', patience)
    await expect(opened).rejects.toMatchObject({ handOver: { outcome: 'sender_side', phase: 'tls' } })
  })
})
