import { createRequire } from 'node:module'
import { afterEach, describe, expect, test } from 'vitest'
import {
  type Act,
  type FaultyRelay,
  type FaultyRelayOptions,
  type Step,
  startFaultyRelay,
} from '../../../test/support/faulty-relay.ts'
import type { HandOver } from './classify.ts'
import { SmtpConnection } from './dialogue.ts'
import { RelayUnusable } from './reach-relay.ts'
import { type Relay, readRelay } from './relay.ts'

// The certificate that the npm package smtp-server carries: self-signed, for no name of ours.
const { key, cert } = createRequire(import.meta.url)('smtp-server/lib/tls-options.js')({}) as {
  key: string
  cert: string
}

let relay: FaultyRelay | undefined
afterEach(() => relay?.close())

/** Where the relay stalls, little; elsewhere enough for a machine that does other things besides. */
const SHORT = { connect: 250, command: 120, dot: 120 }
const LONG = { connect: 10_000, command: 10_000, dot: 10_000 }
const envelope = { from: 'b+1@us.example', to: 'a@them.example' }
const MESSAGE = 'Message-ID: <m@us.example>\r\n\r\n.one\r\nline\r\n'

async function handOver(
  options: FaultyRelayOptions & { readonly stalls?: boolean },
  as: Partial<Relay> = {},
): Promise<HandOver & { dotMarked: boolean; kept: number }> {
  relay = await startFaultyRelay(options)
  let dotMarked = false
  // The body has left and was read before its dot is asked for.
  const mark = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    dotMarked = true
    return true
  }
  const tell = (result: HandOver) => ({ ...result, dotMarked, kept: relay?.kept.length ?? 0 })
  try {
    const connection = await SmtpConnection.open(
      { ...readRelay(relay.url), ...as },
      'test.example',
      options.stalls ? SHORT : LONG,
    )
    const result = await connection.handOver(envelope, MESSAGE, mark)
    await connection.quit()
    return tell(result)
  } catch (error) {
    if (error instanceof RelayUnusable) return tell(error.handOver)
    throw error
  }
}

const ENDLESS = `250-${'x'.repeat(200)}\r\n`.repeat(400)
const at = (step: Step, act: Act) => ({
  fault: (now: Step) => (now === step ? act : undefined),
  stalls: act === 'stall' || act === ENDLESS,
})
const auth = { user: 'u', password: 'p' }
const withAuth = { extensions: ['AUTH PLAIN LOGIN', 'PIPELINING', 'SIZE 1000000'] }

describe.each([
  ['one command at a time', {}],
  ['with PIPELINING and AUTH, replies cut into bytes', { ...withAuth, inBytes: true }],
] as const)('a relay %s', (_, options) => {
  const as = 'extensions' in options ? { auth } : {}
  const steps: Step[] = [
    'greeting',
    'EHLO',
    ...('extensions' in options ? ['AUTH' as const] : []),
    'MAIL',
    'RCPT',
    'DATA',
    'body',
  ]

  test.each(
    steps.flatMap((step) =>
      (['die', 'stall', '421 4.3.2 closing'] as const).map((act) => [step, act] as const),
    ),
  )('%s: %s → not sent, and the relay kept nothing', async (step, act) => {
    const result = await handOver({ ...options, ...at(step, act) }, as)
    // A body read in silence is followed by its dot: once it is marked only the relay's word can prove that the message was not taken.
    if (result.outcome === 'unknown') expect([step, act]).toEqual(['body', 'stall'])
    else expect(result.outcome).toBe('not_sent')
    expect(result.kept).toBe(0)
  })

  test.each<[Act, string, number]>([
    ['die', 'unknown', 1],
    ['stall', 'unknown', 1],
    ['250 2.0.0 queued', 'accepted', 1],
    ['250-2.0.0 reçu\r\n250 2.0.0 en file', 'accepted', 1],
    ['250-2.0.0 one\r\n550 two', 'unknown', 1],
    ['250', 'accepted', 1],
    ['2500 ok', 'unknown', 1],
    ['221 2.0.0 bye', 'unknown', 1],
    [ENDLESS, 'unknown', 1],
    ['451 4.3.0 later', 'sender_side', 0],
    ['550 5.1.1 user unknown', 'address_dead', 0],
    ['421 4.3.2 closing', 'not_sent', 0],
  ])('after the dot: %s → %s', async (act, outcome, kept) => {
    expect(await handOver({ ...options, ...at('dot', act) }, as)).toMatchObject({
      outcome,
      kept,
      dotMarked: true,
    })
  })
})

describe('TLS and authentication', () => {
  const starttls = { tls: 'starttls' as const }
  test.each<[string, FaultyRelayOptions, string, string]>([
    ['STARTTLS taken out on the way', {}, 'sender_side', 'tls'],
    [
      'STARTTLS refused for now',
      { tls: { key, cert }, ...at('STARTTLS', '454 4.7.0 not now') },
      'not_sent',
      'tls',
    ],
    ['STARTTLS refused', { tls: { key, cert }, ...at('STARTTLS', '501 no') }, 'sender_side', 'tls'],
    ['dies instead of the handshake', { tls: { key, cert }, ...at('handshake', 'die') }, 'not_sent', 'tls'],
    ['stalls in the handshake', { tls: { key, cert }, ...at('handshake', 'stall') }, 'not_sent', 'tls'],
    [
      'speaks on in clear',
      { tls: { key, cert }, ...at('handshake', '250 2.0.0 queued\r\n'), stalls: true },
      'not_sent',
      'tls',
    ],
    ['a certificate nobody vouches for', { tls: { key, cert } }, 'sender_side', 'tls'],
  ])('%s', async (_, options, outcome, phase) => {
    expect(await handOver(options, starttls)).toMatchObject({ outcome, phase, kept: 0, dotMarked: false })
  })

  test.each<[Act, string]>([
    ['535 5.7.8 wrong password', 'sender_side'],
    ['454 4.7.0 try later', 'not_sent'],
    ['503 5.5.1 no AUTH here', 'sender_side'],
  ])('AUTH: %s → %s', async (act, outcome) => {
    expect(await handOver({ ...withAuth, ...at('AUTH', act) }, { auth })).toMatchObject({
      outcome,
      phase: 'auth',
    })
  })
})

test('a message longer than the relay takes is a matter of ours: nothing is said to it', async () => {
  const result = await handOver({ extensions: ['SIZE 20'] })
  expect(result).toMatchObject({
    outcome: 'sender_side',
    reply: { code: 552, status: '5.3.4' },
    kept: 0,
    dotMarked: false,
  })
  expect((await handOver({ extensions: ['SIZE 0'] })).outcome).toBe('accepted')
})

test('what leaves is stuffed, ASCII, in lines of 998 bytes at most, whatever the relay offers', async () => {
  await handOver({ extensions: ['8BITMIME', 'SMTPUTF8', 'CHUNKING', 'BINARYMIME'] })
  expect(relay?.bodies).toEqual(['Message-ID: <m@us.example>\r\n\r\n..one\r\nline'])
})
