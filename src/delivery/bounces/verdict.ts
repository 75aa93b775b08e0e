/** What becomes of the address, or of us, after one message (field/delivery.md, section 5). */
export const BOUNCE_DECISIONS = ['dead_address', 'retry', 'sender_side', 'not_a_bounce'] as const
export type BounceDecision = (typeof BOUNCE_DECISIONS)[number]

/** Messages that report no failure, by kind. */
export const NOT_A_BOUNCE = [
  'complaint',
  'authentication_report',
  'delayed',
  'delivered',
  'vacation',
  'challenge',
  'read_receipt',
  'not_a_report',
] as const

/** Why a message failed, in the words of the machine; each belongs to one decision. */
export const CAUSES = {
  user_unknown: 'dead_address',
  domain_unknown: 'dead_address',
  mailbox_disabled: 'dead_address',
  moved: 'dead_address',
  takes_no_mail: 'dead_address',
  mailbox_full: 'retry',
  message_too_big: 'retry',
  greylisted: 'retry',
  unreachable: 'retry',
  expired: 'retry',
  system_trouble: 'retry',
  cause_unknown: 'retry',
  authentication: 'sender_side',
  blocklist: 'sender_side',
  content: 'sender_side',
  rate_limited: 'sender_side',
  relay_denied: 'sender_side',
  sender_refused: 'sender_side',
  policy: 'sender_side',
} as const satisfies Readonly<Record<string, BounceDecision>>
export type Cause = keyof typeof CAUSES

/** One line for each failed recipient of one message; a message that reports no failure has one line. */
export interface BounceVerdict {
  /** The address we wrote to, as the report gives it; null when it gives none. */
  readonly recipient: string | null
  readonly decision: BounceDecision
  /** RFC 3463 status, `5.1.1`. */
  readonly status: string | null
  /** A `Cause`, or one of `NOT_A_BOUNCE`. */
  readonly reason: string
}
