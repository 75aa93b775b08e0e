/** A reply of the relay (RFC 5321, 4.2) with its enhanced status (RFC 3463) when it gave one. */
export interface Reply {
  readonly code: number
  /** `5.1.1`; undefined when the relay gives none. */
  readonly status: string | undefined
  readonly text: string
}

/** Where the dialogue stood when something happened. `dot` = the final dot may have left. */
export type Phase =
  | 'connect'
  | 'greeting'
  | 'ehlo'
  | 'tls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'body'
  | 'dot'

/**
 * What an attempt came to. All are proven but `unknown`, a state held for a person (never resent by itself).
 * `unwritable`: no message could be made for this address; nothing was said to the relay.
 */
export type Outcome =
  | 'accepted'
  | 'retry'
  | 'address_dead'
  | 'sender_side'
  | 'not_sent'
  | 'unknown'
  | 'unwritable'

/** What became of one message, and how far the dialogue went. `reply` is the relay's last word, if it spoke. */
export interface HandOver {
  readonly outcome: Outcome
  readonly phase: Phase
  readonly reply: Reply | undefined
}

/** RFC 3463 X.1.Z and X.2.Z that condemn the recipient's address; 5.1.10 RFC 7505; 5.7.17 and 5.7.18 RFC 7293. */
const DEAD = new Set([
  '1.0',
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.6',
  '1.9',
  '1.10',
  '2.0',
  '2.1',
  '4.4',
  '7.17',
  '7.18',
])
/** Mailbox full: wait, then a letter. */
const MAILBOX = new Set(['2.2'])

const POLICY =
  /spam|polic|block|black ?list|block ?list|reputation|relay|authenti|dkim|spf|dmarc|denied|refus[ée]|interdit|rate limit|too many|bulk|content|virus/i
const UNKNOWN_USER =
  /user unknown|unknown user|no such (user|recipient|mailbox)|(mailbox|recipient|user|address).{0,24}(not found|unknown|does not exist|unavailable|invalid|disabled)|does(n.t| not) exist|inconnu|n.existe pas|d[ée]sactiv/i
const GREYLIST = /gr[ea]y-?list|try again later|r[ée]essaye/i
const FULL = /quota|full|over.{0,8}limit|plein/i

/**
 * Decides on a reply. The rule of the product: a refusal that is about us (authentication, reputation, policy, content,
 * rate) or about the relay itself (RFC 3463, X.3.Z) never condemns a person's address; it opens the circuit breaker
 * (field/delivery.md, section 5). When a permanent refusal can't be told apart it counts as about us: a person looks
 * before letters leave. After the dot only a reply that RFC 5321 knows there proves anything.
 */
export function classify(phase: Phase, reply: Reply): Outcome {
  const kind = Math.floor(reply.code / 100)
  // 25x alone says that the message was taken: 220 and 221 are about the connection.
  if (phase === 'dot' && reply.code >= 250 && reply.code < 260) return 'accepted'
  if (phase === 'dot' && kind !== 4 && kind !== 5) return 'unknown'
  if (reply.code === 421) return aboutUs(reply) ? 'sender_side' : 'not_sent'
  if (!namesRecipient(phase)) return kind === 5 || phase === 'mail' ? 'sender_side' : 'not_sent'
  if (kind !== 5) return transient(phase, reply)
  return reply.status ? permanentStatus(reply) : permanentCode(phase, reply)
}

/** The relay knew for whom the message was when it spoke. */
export function namesRecipient(phase: Phase): boolean {
  return phase === 'rcpt' || phase === 'data' || phase === 'body' || phase === 'dot'
}

function aboutUs(reply: Reply): boolean {
  return (reply.status?.startsWith('4.7.') ?? false) && !GREYLIST.test(reply.text)
}

/** "For now": the mailbox's only when the reply speaks of the mailbox, its address or the way to its domain. */
function transient(phase: Phase, reply: Reply): Outcome {
  const [, subject, detail] = reply.status?.split('.') ?? []
  if (GREYLIST.test(reply.text)) return 'retry'
  if (subject === '1' && (detail === '7' || detail === '8')) return 'sender_side' // the sender's address
  if (subject !== undefined && subject !== '0')
    return subject === '1' || subject === '2' || subject === '4' ? 'retry' : 'sender_side'
  if (reply.code === 450 || FULL.test(reply.text)) return 'retry'
  // RFC 5321, 4.2.3: 451 and 452 speak of the relay; many say 451 of a recipient, as long as none was accepted.
  return reply.code === 451 && phase === 'rcpt' ? 'retry' : 'sender_side'
}

function permanentStatus(reply: Reply): Outcome {
  const detail = reply.status?.slice(2) ?? ''
  if (MAILBOX.has(detail)) return 'retry'
  if (detail === '1.0' || detail === '2.0' || detail === '0.0') return permanentCode('rcpt', reply)
  return DEAD.has(detail) ? 'address_dead' : 'sender_side'
}

function permanentCode(phase: Phase, reply: Reply): Outcome {
  if (reply.code === 521 || reply.code === 556) return 'address_dead' // RFC 7504: the domain takes no mail
  if (reply.code === 552) return 'retry'
  const aboutAddress = reply.code === 550 || reply.code === 551 || reply.code === 553
  if (UNKNOWN_USER.test(reply.text)) return 'address_dead'
  return phase === 'rcpt' && aboutAddress && !POLICY.test(reply.text) ? 'address_dead' : 'sender_side'
}
