import { ADDRESS, addressesIn, distinct, isMachine, sameAddress } from './addresses.ts'
import { fieldsOf, type ReadMessage } from './read-message.ts'

/** A recipient that the words of a report name, with what they say of it. */
export interface NamedRecipient {
  readonly recipient: string
  readonly said: string
}

/** Words right before an address that say it is the one that failed. */
const POINTS_AT =
  /(?:undeliverable (?:to|address)|addressed(?: to|,)|smtp=|(?:not |un|n.t )(?:be )?deliver(?:ed|able|y)?(?: (?:your|the) (?:message|mail|e-?mail))? (?:to|for)|deliver(?:y|ed)? (?:your |the )?(?:message |mail )?(?:to|for)|(?:failed|rejected|invalid|unknown|original|intended|final|bad) (?:recipient|address|user)e?s?(?:\(s\))?|recipients?(?:\(s\))?(?: address)?|rcpt to|user(?: unknown)?|unknown user|address(?:es)?(?:\(es\))?|mailbox|account|(?:did )?not reach|(?:to|for) (?:the )?(?:following )?(?:recipient|address|user)e?s?|destinataires?|adresses?|utilisateur|boite|compte|remis(?:e|)? [aà]|distribu[eé]e?s? [aà]|\bto|\bpour|\bfor|\bà)[\s:=>"'«(]*(?:rfc822;)?[\s<"'«(]*$/iu
/** An address in these surroundings is a contact, a sender or an identifier. */
const POINTS_ELSEWHERE =
  /(?:contact|e-?mail us|write to|reply to|reply-to|from|sender|return-path|message-id|mail from|questions?|assistance|support|help|postmaster|helo|ehlo|envoy[eé] par|de la part de|exp[eé]diteur|\bde|\bby|x-\w+)[\s:=>]*(?:address)?[\s<"'(:]*$/i

/** Addresses that stand for us: those the report was sent to, and those the returned message came from. */
function ours(message: ReadMessage): string[] {
  const named = [
    'to',
    'cc',
    'delivered-to',
    'envelope-to',
    'from',
    'sender',
    'reply-to',
    'errors-to',
    'return-path',
  ]
  const reported = named.flatMap((name) => (message.headers.get(name) ?? []).flatMap(addressesIn))
  const wrote = ['from', 'sender', 'return-path', 'reply-to', 'errors-to', 'x-envelope-from']
  const returned = fieldsOf(message.returned)
    .filter(([name]) => wrote.includes(name))
    .flatMap(([, value]) => addressesIn(value))
  return [...reported, ...returned]
}

/** To whom the returned message was written, by its own headers; at most a few matter. */
export function returnedTo(message: ReadMessage): string[] {
  const fields = fieldsOf(message.returned.slice(0, 60_000))
  const of = (name: string) => fields.find(([field]) => field === name)?.[1] ?? ''
  const quoted = /^[ \t>*]{0,20}(?:to|à|an|para): [^\n]{0,300}/im.exec(message.text)?.[0] ?? ''
  return distinct(addressesIn(`${of('to')} ${of('cc')} ${quoted}`)).slice(0, 20)
}

/** Recipients of one report that are read: far above any message of ours, which has one. */
const MOST_RECIPIENTS = 500

/** `X-Failed-Recipients` (Exim) names them all. */
export function failedHeader(message: ReadMessage): string[] {
  const named = distinct((message.headers.get('x-failed-recipients') ?? []).flatMap(addressesIn))
  return named.slice(0, MOST_RECIPIENTS)
}

/** The recipients that a report in plain words names, each with its lines. `known`: look for these only. */
export function namedRecipients(message: ReadMessage, known: readonly string[] = []): NamedRecipient[] {
  const candidates = known.length > 0 ? known : candidatesIn(message)
  if (candidates.length <= 1) {
    const recipient = writtenTo(message.text) ?? candidates[0]
    return recipient === undefined ? [] : [{ recipient, said: message.text }]
  }
  const lines = linesOfEach(message.text, candidates)
  return candidates.map((named) => {
    const said = lines.get(named.toLowerCase()) ?? ''
    return { recipient: writtenTo(said) ?? named, said }
  })
}

function candidatesIn(message: ReadMessage): string[] {
  const excluded = ours(message)
  const eligible = (address: string) =>
    !isMachine(address) &&
    !excluded.some((own) => sameAddress(own, address)) &&
    /\.[\p{L}\d-]+$|\]$/u.test(address)
  const wroteTo = returnedTo(message)
  for (const strength of [atLineStart, pointedAt, anywhere]) {
    const named = distinct(strength(message.text).filter(eligible))
    const found = strength === anywhere ? narrowed(named, wroteTo) : agreeing(named, wroteTo)
    if (found.length > 0) return found
  }
  const only = wroteTo.filter((address) => !isMachine(address))
  return only.length === 1 ? only : ofReturnPath(message)
}

/** `bounces+lea=poste.example@…`: a return path that spells the recipient. */
function ofReturnPath(message: ReadMessage): string[] {
  const paths = ['delivered-to', 'to', 'x-original-to'].flatMap((name) => message.headers.get(name) ?? [])
  const [, local, domain] =
    /[+-]([^\s=@<>+]{1,64})=([^\s=@<>]{1,200}\.[a-z]{2,20})@/i.exec(paths.join(' ')) ?? []
  return local && domain ? [`${local}@${domain}`] : []
}

/** When the report and the returned message agree on some, those are meant; others are quoted for another reason. */
function agreeing(found: string[], wroteTo: readonly string[]): string[] {
  const both = found.filter((address) => wroteTo.some((to) => sameAddress(to, address)))
  return both.length > 0 && found.length > both.length && wroteTo.length <= 2 ? both : found.slice(0, 200)
}

/** Somewhere in the text: those the returned message was for, or the only one. */
function narrowed(found: string[], wroteTo: readonly string[]): string[] {
  const both = found.filter((address) => wroteTo.some((to) => sameAddress(to, address)))
  return both.length > 0 || found.length > 1 ? both : found
}

/** `<a@b.example>:` (qmail, Postfix), or an address alone or first on its line (Exim, Sendmail, Exchange). */
function atLineStart(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const start =
      /^[\s>*•-]*(?:<<< \d{3} \S{0,9} ?)?(?:"[^"<@]{0,80}" ?)?[<"'([«]*(?:(?:rfc822|smtp|mailto)[;:=] ?)?/i.exec(
        line.slice(0, 400),
      )?.[0] ?? ''
    const rest = line.slice(start.length, start.length + 400)
    const found = ADDRESS.exec(rest)
    if (found?.index !== 0) return []
    const after = rest.slice(found[0].length)
    return /^[>"')»\]]*\s*(?:$|[:,;.(<[-]|on |le |(?:is |was |does |has |no |not |invalid|unknown|inconnu|could |n.|[45]\d\d\b)|\.\.\.|\S{0,3}\s*[-–:(])/.test(
      after,
    ) || start.trim() === '<'
      ? [found[0]]
      : []
  })
}

const QUOTED_HEADER = /(?:^|\n)[\s>*]*(?:to|cc|à|an|para|from|de|von) ?:[^\n]*$/i

function pointedAt(text: string): string[] {
  return withSurroundings(
    text,
    (before) => POINTS_AT.test(before) && !POINTS_ELSEWHERE.test(before) && !QUOTED_HEADER.test(before),
  )
}

function anywhere(text: string): string[] {
  return withSurroundings(text, (before) => !POINTS_ELSEWHERE.test(before) && !QUOTED_HEADER.test(before))
}

function withSurroundings(text: string, accept: (before: string) => boolean): string[] {
  let from = 0
  return addressesIn(text.slice(0, 40_000)).filter((address) => {
    const at = text.indexOf(address, from)
    from = at + address.length
    return accept(text.slice(Math.max(0, at - 80), at))
  })
}

const WRITTEN_TO =
  /\((?:ultimately )?(?:expanded|generated) from:?[\s<]*([^\s<>()]+@[^\s<>()]+)|original address:[\s<]*([^\s<>()]+@[^\s<>()]+)/i

/** The address that a forwarding led away from, when the lines of a recipient name it: the one we wrote to. */
export function writtenTo(said: string): string | undefined {
  const found = WRITTEN_TO.exec(said)
  const address = found && ADDRESS.exec(found[1] ?? found[2] ?? '')?.[0]
  return address && /\.[\p{L}\d-]{2,}$/u.test(address) ? address : undefined
}

/** Each line belongs to the recipient it names, or to the last one named; lines before any are everybody's. */
function linesOfEach(text: string, candidates: readonly string[]): Map<string, string> {
  const names = candidates.map((one) => one.toLowerCase())
  const said = new Map<string, string>(names.map((one) => [one, '']))
  let current: string | undefined
  for (const line of text.split('\n')) {
    const low = line.toLowerCase()
    if (low.includes('@')) current = names.find((one) => low.includes(one)) ?? current
    if (current) said.set(current, `${said.get(current)}${line}\n`.slice(0, 20_000))
  }
  return said
}
