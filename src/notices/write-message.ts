import type { Temporal } from '../platform/clock.ts'
import { asciiAddress } from '../platform/mail-address.ts'
import { noticeRefusals } from './refusals.ts'
import type { RenderedNotice } from './rendered-model.ts'

export interface MessageEnvelope {
  readonly from: { readonly name: string; readonly address: string }
  readonly to: { readonly name: string; readonly address: string }
  /** With its angle brackets: `<…@…>`. */
  readonly messageId: string
  readonly writtenAt: Temporal.Instant
}

/** "_" is not in the base64 alphabet: the boundary can never occur in a part (RFC 2046, 5.1.1). */
const BOUNDARY = '=_tocsin_notice'

/**
 * The message as bytes (RFC 5322, MIME multipart/alternative, base64, ASCII only): the same input gives the same
 * bytes. No List-Unsubscribe: a notice the law requires is not a mailing list.
 * @throws notices.unsafeHeader for an address or an id that could not stand in a header.
 */
export function messageFor(rendered: RenderedNotice, envelope: MessageEnvelope): Buffer {
  const { from, to, messageId, writtenAt } = envelope
  if (!/^<[\x21-\x3b\x3d\x3f-\x7e]+@[\x21-\x3b\x3d\x3f-\x7e]+>$/.test(messageId) || messageId.length > 900) {
    throw noticeRefusals.unsafeHeader({ header: 'Message-ID' })
  }
  return Buffer.from(
    [
      `From: ${mailbox('From', from)}`,
      `To: ${mailbox('To', to)}`,
      `Subject: ${encodeWords(rendered.subject)}`,
      `Date: ${dateHeader(writtenAt)}`,
      `Message-ID: ${messageId}`,
      'MIME-Version: 1.0',
      'Auto-Submitted: auto-generated',
      `Content-Language: ${rendered.locale}`,
      `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
      '',
      `--${BOUNDARY}`,
      ...part('plain', rendered.text.replaceAll('\n', '\r\n')),
      `--${BOUNDARY}`,
      ...part('html', rendered.html),
      `--${BOUNDARY}--`,
      '',
    ].join('\r\n'),
    'latin1',
  )
}

function part(subtype: string, body: string): string[] {
  const type = `Content-Type: text/${subtype}; charset=utf-8`
  return [type, 'Content-Transfer-Encoding: base64', '', base64Lines(body)]
}

function base64Lines(body: string): string {
  const encoded = Buffer.from(body, 'utf8').toString('base64')
  const lines: string[] = []
  for (let at = 0; at < encoded.length; at += 76) lines.push(encoded.slice(at, at + 76))
  return lines.join('\r\n')
}

function mailbox(header: string, { name, address }: { name: string; address: string }): string {
  return `${name === '' ? '' : `${encodeWords(name)}\r\n `}<${safeAddress(header, address)}>`
}

function safeAddress(header: string, address: string): string {
  const safe = asciiAddress(address)
  if (safe === undefined) throw noticeRefusals.unsafeHeader({ header })
  return safe
}

/**
 * RFC 2047 encoded words, cut between characters, one a line of at most 76 characters with its header name. Everything but letters,
 * digits and single spaces is encoded, so no name can end a header or add an address.
 */
export function encodeWords(text: string): string {
  if (/^[A-Za-z0-9]+( [A-Za-z0-9]+)*$/.test(text) && text.length <= 60) return text
  const words: string[] = []
  let chunk = ''
  let bytes = 0
  for (const character of text) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 39) {
      words.push(chunk)
      chunk = ''
      bytes = 0
    }
    chunk += character
    bytes += size
  }
  words.push(chunk)
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** RFC 5322, 3.3, in UTC: "Fri, 06 Feb 2026 09:12:00 +0000". */
function dateHeader(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO('UTC')
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${DAYS[at.dayOfWeek - 1]}, ${two(at.day)} ${MONTHS[at.month - 1]} ${at.year}`
  return `${day} ${two(at.hour)}:${two(at.minute)}:${two(at.second)} +0000`
}
