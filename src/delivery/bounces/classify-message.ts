import { addressesIn, distinct } from './addresses.ts'
import { decideCause } from './decide-cause.ts'
import { type RecipientStatus, readDeliveryStatus } from './delivery-status.ts'
import { failedHeader, namedRecipients, returnedTo, writtenTo } from './find-recipients.ts'
import { fieldsOf, type ReadMessage, readMessage } from './read-message.ts'
import { ofNotification } from './read-notification.ts'
import { asksSender, saysFailure, textKind } from './report-kind.ts'
import { type BounceVerdict, CAUSES } from './verdict.ts'
import { plain } from './wordings.ts'

/** A verdict with the words of the mail system it was drawn from. They may quote addresses. */
export type Finding = BounceVerdict & { readonly said?: string }

/**
 * Reads one returned message, whatever its bytes, and says what it proves: RFC 3464 first, then complaints (RFC 5965)
 * and receipts (RFC 8098), then the words of mail systems. One verdict for each failed recipient; exactly one, with the
 * kind as its reason, when nobody's message failed. A failure whose cause is not told is `retry`.
 */
export async function classifyMessage(bytes: Uint8Array): Promise<BounceVerdict[]> {
  return findingsOf(await readMessage(bytes)).map(({ said: _, ...verdict }) => verdict)
}

/** The same, of a message already cut into its parts. */
export function findingsOf(message: ReadMessage): Finding[] {
  const complaint = complaintOf(message)
  if (complaint) return [complaint]
  const recipients = message.deliveryStatus.flatMap(readDeliveryStatus).slice(0, MOST_RECIPIENTS)
  if (recipients.length > 0) return ofDeliveryStatus(message, recipients)
  const receipt = receiptOf(message)
  const notified = receipt ? undefined : ofNotification(message)
  if (notified && notified.length > 0) return merged(notified)
  return receipt ? [receipt] : ofWords(message)
}

/** Of one report, whatever the parts it came in. */
const MOST_RECIPIENTS = 1000

function notABounce(reason: string, recipient: string | null = null, status: string | null = null): Finding {
  return { recipient, decision: 'not_a_bounce', status, reason }
}

function complaintOf(message: ReadMessage): Finding | undefined {
  const [body] = message.feedback
  const type = message.headers.get('content-type')?.[0] ?? ''
  // Some providers forward the message with these words and no feedback report.
  const inWords = /^\s*complaint about message from/i.test(message.subject)
  if (body === undefined && !inWords && !/report-type="?feedback-report/i.test(type)) return undefined
  const fields = fieldsOf(body ?? message.text)
  const of = (name: string) => fields.find(([field]) => field === name)?.[1] ?? ''
  const named = distinct(
    ['original-rcpt-to', 'original-recipient', 'removal-recipient'].flatMap((name) => addressesIn(of(name))),
  )
  const [recipient = null] = named.length > 0 ? named : returnedTo(message)
  return notABounce(
    /auth-failure|dmarc/i.test(of('feedback-type')) ? 'authentication_report' : 'complaint',
    recipient,
  )
}

/** RFC 8098: a message that was displayed, or deleted unread, had arrived. `failed` and `error` say that it had not. */
function receiptOf(message: ReadMessage): Finding | undefined {
  const [body] = message.disposition
  if (body === undefined) return undefined
  const fields = fieldsOf(body)
  const of = (name: string) => fields.find(([field]) => field === name)?.[1] ?? ''
  const [recipient = null] = addressesIn(`${of('original-recipient')} ${of('final-recipient')}`)
  const rejected = /;\s*(?:deleted|failed|denied)\b/i.test(of('disposition'))
  if (rejected && (saysFailure(message) || /failed/i.test(of('disposition'))))
    return ofWordsAbout(message, recipient, message.text)
  return notABounce('read_receipt', recipient)
}

type Fate = 'failed' | 'delayed' | 'delivered' | 'challenge'

/** Actions of RFC 3464, 2.3.3; where one is missing or lies, the status and the words, failure before anything else. */
function fateOf({ action, status, diagnostic }: RecipientStatus, message: ReadMessage): Fate {
  if (action === 'failed' || action === 'failure') return 'failed'
  if (status?.startsWith('5')) return 'failed'
  if (action === 'delayed') return 'delayed'
  if (['delivered', 'relayed', 'expanded'].includes(action))
    return /^\s*5\d\d\b/.test(diagnostic) ? 'failed' : 'delivered'
  if (status?.startsWith('2')) return 'delivered'
  if (!action && asksSender(message, diagnostic)) return 'challenge'
  return textKind(message) === 'delayed' ? 'delayed' : 'failed'
}

function ofDeliveryStatus(message: ReadMessage, recipients: readonly RecipientStatus[]): Finding[] {
  const failed = recipients.filter((one) => fateOf(one, message) === 'failed')
  if (failed.length === 0) {
    const [first] = recipients
    const fates = recipients.map((one) => fateOf(one, message))
    const kind = (['delayed', 'challenge'] as const).find((fate) => fates.includes(fate)) ?? 'delivered'
    return [notABounce(kind, first?.recipient ?? onlyRecipient(message), first?.status ?? null)]
  }
  const alone = failed.length === 1
  return merged(failed.map((one) => ofRecipientStatus(message, one, alone)))
}

function ofRecipientStatus(message: ReadMessage, one: RecipientStatus, alone: boolean): Finding {
  const named = one.recipient ?? (alone ? onlyRecipient(message) : null)
  const names = [named, one.finalRecipient ?? null].filter((name) => name !== null)
  const near = alone ? message.text : linesNaming(message.text, names)
  const forwarded = named === one.finalRecipient ? writtenTo(near) : undefined
  const recipient = forwarded ?? named
  const status = preciseStatus(one.status, one.diagnostic)
  const reason = decideCause({ status: status ?? undefined, said: [one.diagnostic, near] })
  return { recipient, decision: CAUSES[reason], status, reason, said: one.diagnostic || near }
}

/** The lines that name a recipient, with the few after each. */
function linesNaming(text: string, names: readonly string[]): string {
  const lines = text.split('\n')
  const low = names.map((name) => name.toLowerCase())
  return lines
    .flatMap((line, at) =>
      low.some((name) => line.toLowerCase().includes(name)) ? lines.slice(at, at + 4) : [],
    )
    .join('\n')
    .slice(0, 4000)
}

function onlyRecipient(message: ReadMessage): string | null {
  const failed = failedHeader(message)
  const named = failed.length > 0 ? failed : namedRecipients(message).map(({ recipient }) => recipient)
  return named.length === 1 ? (named[0] ?? null) : null
}

/** The status field, unless it says nothing (`5.0.0`) and the reply quoted says more. */
function preciseStatus(status: string | undefined, diagnostic: string): string | null {
  const quoted = quotedStatus(diagnostic)
  if (status && !/^[45]\.0\.0$/.test(status)) return status
  return quoted ?? status ?? null
}

/** `5.1.1` in a reply, next to its code when there is one; never part of an IP address or of a version. */
function quotedStatus(text: string): string | undefined {
  const beside = /\b[45]\d\d[ -]+(?:\S{0,3}#)?([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\.\d)\b/.exec(text)?.[1]
  return beside ?? /(?<![\d.])[#(]?([45]\.\d{1,2}\.\d{1,3})(?![\d]|\.\d)/.exec(text)?.[1]
}

function ofWords(message: ReadMessage): Finding[] {
  const kind = textKind(message)
  const header = failedHeader(message)
  if (kind === 'abandoned') return [abandoned(message)]
  if (kind !== 'failure') {
    const about = kind === 'delayed' || kind === 'delivered' ? (header[0] ?? onlyRecipient(message)) : null
    return [notABounce(kind, about)]
  }
  const named = namedRecipients(message, header)
  if (named.length === 0) return [ofWordsAbout(message, null, message.text)]
  return merged(named.map(({ recipient, said }) => ofWordsAbout(message, recipient, said)))
}

/** An automatic answer that nobody reads this mailbox any more: who answers is who was written to. */
function abandoned(message: ReadMessage): Finding {
  const [recipient = null] = addressesIn(message.headers.get('from')?.[0] ?? '')
  return { recipient, decision: 'dead_address', status: null, reason: 'mailbox_disabled', said: message.text }
}

function ofWordsAbout(message: ReadMessage, recipient: string | null, said: string): Finding {
  const status =
    quotedStatus(said) ?? (said === message.text ? undefined : quotedStatus(message.text)) ?? null
  const words = [
    withoutChatter(said),
    message.text === said ? message.subject : `${message.text}\n${message.subject}`,
  ]
  const reason = decideCause({ status: status ?? undefined, said: words })
  return { recipient, decision: CAUSES[reason], status, reason, said: withoutChatter(said) }
}

/** What every report of a system says whatever happened: it would decide by its politeness. */
function withoutChatter(text: string): string {
  return text
    .split(/\n\s*\n/)
    .filter(
      (paragraph) =>
        !/^\s*(?:if you (?:have|need|believe)|for (?:further|more) (?:help|info|assist)|please (?:contact|include|send mail)|pour plus d)/i.test(
          paragraph,
        ),
    )
    .join('\n\n')
}

const GRAVITY = { dead_address: 2, sender_side: 1, retry: 0, not_a_bounce: -1 } as const

/** One verdict an address: a report that names it twice says the more precise thing once. */
function merged(verdicts: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>()
  for (const verdict of verdicts) {
    const key = plain(verdict.recipient ?? '')
    const known = kept.get(key)
    if (!known || GRAVITY[verdict.decision] > GRAVITY[known.decision]) kept.set(key, verdict)
  }
  return [...kept.values()]
}
