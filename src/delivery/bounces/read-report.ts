import type { Temporal } from '../../platform/clock.ts'
import { type Finding, findingsOf } from './classify-message.ts'
import { fieldsOf, type ReadMessage, readMessage } from './read-message.ts'
import { instantOfDate } from './report-date.ts'

/** A message of ours that a report names, and by what: its return path, or its Message-ID in the copy that came back. */
export interface NamedMessage {
  readonly messageId: string
  readonly evidence: 'return_path' | 'message_id'
}

/** What one returned message says, and about which of our messages. */
export interface ReadReport {
  readonly findings: readonly Finding[]
  readonly names: readonly NamedMessage[]
  /** When the mail system had received our message, else when it wrote; undefined when it gives no date. */
  readonly reportedAt: Temporal.Instant | undefined
}

/** Reads a returned message for the deliveries it is about. Never throws, whatever its bytes. */
export async function readReport(bytes: Uint8Array): Promise<ReadReport> {
  const message = await readMessage(bytes)
  return { findings: findingsOf(message), names: namedMessages(message), reportedAt: dateOf(message) }
}

/** As `messageIdOf` and `returnPathOf` write them. */
const OURS = /(b\+)?(d[0-9a-z]{1,13}-[0-9a-f]{20}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?)/gi
const MOST_NAMES = 5

/** Return paths before Message-IDs: a forwarded copy may quote another one. */
function namedMessages(message: ReadMessage): NamedMessage[] {
  const headers = [...message.headers.values()].flat().join('\n')
  const everywhere = [headers, ...message.deliveryStatus, ...message.feedback, ...message.disposition]
  const text = [...everywhere, message.returned.slice(0, 100_000), message.text.slice(0, 100_000)].join('\n')
  const found = new Map<string, NamedMessage>()
  for (const [, path, id = ''] of text.matchAll(OURS)) {
    const messageId = id.toLowerCase()
    if (path || !found.has(messageId))
      found.set(messageId, { messageId, evidence: path ? 'return_path' : 'message_id' })
  }
  const rank = ({ evidence }: NamedMessage) => (evidence === 'return_path' ? 0 : 1)
  return [...found.values()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_NAMES)
}

function dateOf(message: ReadMessage): Temporal.Instant | undefined {
  const fields = message.deliveryStatus.flatMap(fieldsOf)
  const arrival = fields.find(([name]) => name === 'arrival-date')?.[1]
  return instantOfDate(arrival ?? '') ?? instantOfDate(message.headers.get('date')?.[0] ?? '')
}
