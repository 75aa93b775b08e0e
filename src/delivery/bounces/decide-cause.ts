import { CAUSES, type Cause } from './verdict.ts'
import { FOR_NOW, POLICY, plain, STRONG, SURELY_POLICY } from './wordings.ts'

/** What is known of one failure: its status (RFC 3463) and the words said of it, the most precise first. */
export interface Evidence {
  readonly status: string | undefined
  readonly said: readonly string[]
}

/** RFC 3463 details, the IANA registry's later ones included, that settle the cause whatever the class (4 or 5) is. */
const OF_STATUS: Readonly<Record<string, Cause>> = {
  '1.0': 'user_unknown',
  '1.1': 'user_unknown',
  '1.2': 'domain_unknown',
  '1.3': 'user_unknown',
  '1.4': 'user_unknown',
  '1.6': 'moved',
  '1.7': 'sender_refused',
  '1.8': 'sender_refused',
  '1.9': 'user_unknown',
  '1.10': 'takes_no_mail',
  '2.0': 'mailbox_disabled',
  '2.1': 'mailbox_disabled',
  '2.2': 'mailbox_full',
  '2.3': 'message_too_big',
  '2.4': 'system_trouble',
  '3.0': 'system_trouble',
  '3.1': 'system_trouble',
  '3.2': 'system_trouble',
  '3.3': 'system_trouble',
  '3.4': 'message_too_big',
  '3.5': 'system_trouble',
  '4.1': 'unreachable',
  '4.2': 'unreachable',
  '4.3': 'unreachable',
  '4.4': 'domain_unknown',
  '4.5': 'system_trouble',
  '4.6': 'system_trouble',
  '4.7': 'expired',
  '5.3': 'rate_limited',
  '7.17': 'moved',
  '7.18': 'moved',
  // Exchange Online: the domain of the recipient does not exist.
  '4.310': 'domain_unknown',
}

/** Causes that a class 4 status, a failure "for now" that was given up, never proves. */
const NEEDS_PERMANENT = new Set<Cause>([
  'user_unknown',
  'domain_unknown',
  'mailbox_disabled',
  'moved',
  'takes_no_mail',
])
/** Statuses too general to say anything: the words decide. */
const GENERAL = /^[45]\.(?:0\.0|5\.\d+|4\.0|1\.0|2\.0|3\.0|7\.[01])$/

/** The cause of a failure: precise words, then the status, then the reply's code, then words about policy. */
export function decideCause({ status, said }: Evidence): Cause {
  const texts = said.map((text) => plain(text))
  const code = status && OF_STATUS[status.slice(2)]
  for (const [index, text] of texts.entries()) {
    const found = text === '' ? undefined : fromWords(text, status)
    if (found && (index === 0 || !code || isGeneral(status))) return found
    const replied = index === 0 && !code ? fromReply(text) : undefined
    if (replied) return replied
    if (index === 0 && code && !isGeneral(status)) break
  }
  return fromStatus(status, texts.join(' '))
}

const isGeneral = (status: string | undefined) => status === undefined || GENERAL.test(status)

/** The first phrase that settles it. Words about passing trouble settle nothing when the status names the address. */
function fromWords(text: string, status: string | undefined): Cause | undefined {
  let first: { cause: Cause; at: number } | undefined
  for (const [cause, phrase] of STRONG) {
    const at = phrase.exec(text)?.index
    if (at === undefined) continue
    if (!outranks(cause, at, first)) continue
    first = { cause, at }
  }
  if (!first) return undefined
  const { cause } = first
  if (NEEDS_PERMANENT.has(cause) && isForNow(text, status))
    return cause === 'domain_unknown' ? 'unreachable' : 'system_trouble'
  if (RANK[CAUSES[cause]] === 0 && WEAK.has(cause) && status && !isGeneral(status)) return undefined
  return cause
}

/** Sender-side and dead by who speaks first; full before both when it names the box; passing trouble last. */
const RANK = { sender_side: 1, dead_address: 1, retry: 0, not_a_bounce: 0 } as const
const WEAK = new Set<Cause>(['expired', 'unreachable', 'system_trouble', 'message_too_big'])

function outranks(cause: Cause, at: number, first: { cause: Cause; at: number } | undefined): boolean {
  if (!first) return true
  const rank = (one: Cause) => (one === 'mailbox_full' ? 2 : one === 'greylisted' ? 3 : RANK[CAUSES[one]])
  if (rank(cause) !== rank(first.cause)) return rank(cause) > rank(first.cause)
  return at < first.at
}

/** A class 4 status or reply without a permanent one beside it, or words that say "for now". */
function isForNow(text: string, status: string | undefined): boolean {
  if (/\b5[0-5]\d[ -]/.test(text) || status?.startsWith('5'))
    return /temporar/.test(text) && !/\b5\.1\.\d/.test(text)
  return status?.startsWith('4') || /\b4[2-5]\d[ -]/.test(text) || FOR_NOW.test(text)
}

/** RFC 5321 replies without an enhanced status, by the command they answered when the report names it. */
function fromReply(text: string): Cause | undefined {
  const code = /(?:^|[\s:<(;])([45]\d\d)[ -]/.exec(text)?.[1]
  if (code === '521' || code === '556') return 'takes_no_mail'
  if (code === '551') return 'moved'
  if (code === '552') return 'mailbox_full'
  if (/in reply to (?:the )?(?:mail from|helo|ehlo|initial)|>>> ?mail from|after mail from/.test(text))
    return 'sender_refused'
  const atRecipient = /in reply to rcpt to|>>> ?rcpt to|after rcpt to|rcpt to:/.test(text)
  if (atRecipient && (code === '550' || code === '553') && !POLICY.test(text)) return 'user_unknown'
  return undefined
}

function fromStatus(status: string | undefined, text: string): Cause {
  const detail = status?.slice(2) ?? ''
  const cause = OF_STATUS[detail]
  if (cause === 'user_unknown' && detail === '1.0' && /polic|block/.test(text)) return 'policy'
  if (cause && status?.startsWith('4') && NEEDS_PERMANENT.has(cause)) return 'unreachable'
  if (cause && !(detail === '2.0' && !text)) return cause
  if (
    detail.startsWith('4.') &&
    status?.startsWith('5') &&
    /recipient address rejected: access denied/.test(text)
  )
    return 'user_unknown'
  if (detail.startsWith('7.')) return status?.startsWith('4') && FOR_NOW.test(text) ? 'greylisted' : 'policy'
  if (detail.startsWith('6.')) return 'content'
  const permanent = status?.startsWith('5') || /\b5[057]\d\b/.test(text)
  return permanent && (status === undefined ? POLICY : SURELY_POLICY).test(text) ? 'policy' : 'cause_unknown'
}
