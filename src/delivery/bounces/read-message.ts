import PostalMime, { decodeWords, type Email } from 'postal-mime'
import { textOfHtml } from './text-of-html.ts'

/** Bytes of a message that are read: a report says what it has to say before the message it returns. */
export const MOST_BYTES = 1 << 20
const MOST_LINE = 20_000
const MOST_LINES = 40_000
const MOST_TEXT = 200_000

/** A message cut into what the parser looks at. Nothing in it is trusted to be well formed. */
export interface ReadMessage {
  /** Lower-case name to values, unfolded, words decoded. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly subject: string
  /** What a person would read, without the returned message. */
  readonly text: string
  /** The returned message, or its headers: what the sender wrote, never the report. */
  readonly returned: string
  /** Bodies of `message/delivery-status` and its kin. */
  readonly deliveryStatus: readonly string[]
  /** Bodies of `message/feedback-report` (RFC 5965). */
  readonly feedback: readonly string[]
  /** Bodies of `message/disposition-notification` (RFC 8098). */
  readonly disposition: readonly string[]
}

/** Reads one message, whatever its bytes: at most a mebibyte of it, never throws. */
export async function readMessage(bytes: Uint8Array): Promise<ReadMessage> {
  const source = soundLines(bytes)
  const email = await PostalMime.parse(Buffer.from(source, 'latin1'), {
    forceRfc822Attachments: true,
    maxNestingDepth: 30,
  }).catch(() => undefined)
  return email ? fromEmail(email, source) : fromText(source)
}

/** One byte a character, so that a wrong character set loses nothing; lines cut, NULs and the mbox line taken out. */
function soundLines(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MOST_BYTES))
    .toString('latin1')
    .replaceAll('\0', '')
    // Files of old systems end their lines by a carriage return alone.
    .replace(/\r\n?/g, '\n')
    .trimStart()
    .replace(/^>?From [^\n]*\n(?:[ \t]+[^\n]*\n)*/, '')
  return text
    .split('\n', MOST_LINES)
    .map((line) => (line.length > MOST_LINE ? line.slice(0, MOST_LINE) : line))
    .join('\n')
}

async function parts(email: Email) {
  return email.attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: decode(content),
  }))
}

async function fromEmail(email: Email, source: string): Promise<ReadMessage> {
  const all = await parts(email)
  const of = (pattern: RegExp) => all.filter(({ type }) => pattern.test(type)).map(({ text }) => text)
  const headers = new Map<string, string[]>()
  for (const { key, value } of email.headers.slice(0, 500)) {
    const values = headers.get(key) ?? []
    headers.set(key, values)
    values.push(words(value))
  }
  const written = [email.text ?? '', email.html ? textOfHtml(email.html.slice(0, MOST_TEXT)) : '']
  const seen = (written[0] ?? '').trim().length > 20 ? written[0] : written.join('\n')
  const readable = `${seen ?? ''}\n${of(/^text\/(?!rfc822)/).join('\n')}`
  const inline = splitReturned(readable.slice(0, MOST_TEXT))
  const returned = [...of(/^(message\/(rfc822|global|partial)|text\/rfc822)/), inline.returned]
  const deliveryStatus = of(/^(message\/(global-)?delivery-status)/)
  return {
    headers,
    subject: email.subject ?? headers.get('subject')?.[0] ?? '',
    text: inline.text,
    returned: returned.join('\n').slice(0, MOST_TEXT),
    deliveryStatus: deliveryStatus.length > 0 ? deliveryStatus : mislabelled(readable, source),
    feedback: of(/feedback-report/),
    disposition: of(/disposition-notification/),
  }
}

/** A report whose parts carry a wrong type or a wrong boundary still holds its fields (RFC 3464, 2.3). */
function mislabelled(readable: string, source: string): string[] {
  for (const text of [readable, source]) {
    const at = /^(?:Final-Recipient|Original-Recipient)[ \t]*:/im.exec(text)?.index
    if (at === undefined) continue
    const block = text.slice(at, at + 20_000)
    if (/^(?:Action|Status|Diagnostic-Code)[ \t]*:/im.test(block)) return [block]
  }
  return []
}

/** The structure could not be read at all: headers to the first blank line, the rest as text. */
function fromText(source: string): ReadMessage {
  const end = /\r?\n\r?\n/.exec(source)
  const head = end ? source.slice(0, end.index) : source
  const headers = new Map<string, string[]>()
  for (const [name, value] of fieldsOf(head)) headers.set(name, [...(headers.get(name) ?? []), words(value)])
  const inline = splitReturned(source.slice(end ? end.index : 0).slice(0, MOST_TEXT))
  return {
    headers,
    subject: headers.get('subject')?.[0] ?? '',
    text: inline.text,
    returned: inline.returned,
    deliveryStatus: mislabelled(source, ''),
    feedback: [],
    disposition: [],
  }
}

/** Fields of a header block, unfolded, names in lower case. */
export function fieldsOf(block: string): [string, string][] {
  const unfolded = block.replace(/\r/g, '').replace(/\n[ \t]+/g, ' ')
  return unfolded.split('\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    return colon > 0 && /^[\w-]+$/.test(name) ? [[name, line.slice(colon + 1).trim()]] : []
  })
}

const COPY_FOLLOWS = new RegExp(
  '^[-_=*+~.> \\t]{0,100}(?:below (?:this|the next) line is a copy|this is a copy of (?:the|your)|' +
    'a copy of (?:the|your) (?:original )?message|here is (?:a copy of )?(?:the|your) (?:original )?message|' +
    'original[ -](?:message|headers?|mail)(?: headers?)?(?: (?:follows|starts?|begins?|is|included|below).*)?\\W*$|' +
    '(?:the )?(?:message )?headers? (?:and body )?(?:of the (?:original|returned) message )?follows?|' +
    '(?:the )?text of (?:the|your) (?:original )?message|' +
    'start of (?:the )?(?:returned|original|undelivered) message|included is a copy|' +
    '(?:your )?(?:original|unsent|undelivered|returned|failed) (?:message|mail) (?:follows|is attached|is included|below)|' +
    'message (?:header|text|body|contents?) follows|returned message\\W*$|message d.origine|' +
    'en-t[eê]tes? (?:du message )?d.origine|copie d[ue] (?:votre |le )?message|urspr.ngliche nachricht|mensaje original)',
  'im',
)
const HEADER_LINE =
  /^(?:> ?)?(?:Received: ?(?:from|by|\()|Return-Path: ?<|X-Received: by|DKIM-Signature: v=)/im

/** What the report says, and the copy that it quotes after it. */
function splitReturned(text: string): { text: string; returned: string } {
  const copy = COPY_FOLLOWS.exec(text)?.index ?? text.length
  const header = HEADER_LINE.exec(text)?.index ?? text.length
  const cut = Math.min(...[copy, header].filter((at) => text.slice(0, at).trim().length > 30), text.length)
  return { text: text.slice(0, cut), returned: text.slice(cut) }
}

function words(value: string): string {
  try {
    return decodeWords(value)
  } catch {
    return value
  }
}

function decode(content: ArrayBuffer | Uint8Array | string): string {
  if (typeof content === 'string') return content.slice(0, MOST_TEXT)
  const bytes = Buffer.from(content as ArrayBuffer).subarray(0, MOST_TEXT)
  const text = bytes.toString('utf8')
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text
}
