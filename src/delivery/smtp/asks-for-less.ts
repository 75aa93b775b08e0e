import { type HandOver, namesRecipient } from './classify.ts'

/** The receiving side speaks of its own rate: messages, connections or recipients in a time. */
const RATE =
  /\brates?\b|\brate[- ]?limit|throttl|slow(ing)? down|too (many|much|fast|frequent)|\bflood|(connection|message|recipient|hourly|daily|sending)s? (count )?(limit|quota)|limit (reached|exceeded)|d[ée]bit|trop (de|d.|rapide)|cadence|ralenti/i
const NOT_THE_RATE = /gr[ea]y-?list|mailbox|quota|disk|storage|size|taille|bo[iî]te|plein/i

/**
 * Whether the refusal asks for fewer messages, for now, to the domain it names: about us, about no mailbox, and gone once
 * we slow down. RFC 3463: X.4.5 says that the system is congested; X.7.28 that messages come at an unusual rate.
 */
export function asksForLess({ outcome, phase, reply }: HandOver): boolean {
  if (!reply || Math.floor(reply.code / 100) !== 4 || !namesRecipient(phase)) return false
  if (outcome !== 'retry' && outcome !== 'sender_side' && outcome !== 'not_sent') return false
  const [, subject, detail] = reply.status?.split('.') ?? []
  if (subject === '2') return false
  if (subject === '7' && detail === '28') return true
  if (subject === '4' && detail === '5') return true
  return RATE.test(reply.text) && !NOT_THE_RATE.test(reply.text)
}
