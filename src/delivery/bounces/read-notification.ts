import { z } from 'zod'
import { decideCause } from './decide-cause.ts'
import type { ReadMessage } from './read-message.ts'
import { CAUSES } from './verdict.ts'

/** A relay's notification in JSON as the body of a message (Amazon SES by SNS): the members that say what happened. */
const recipient = z.object({
  emailAddress: z.string(),
  status: z.string().optional(),
  action: z.string().optional(),
  diagnosticCode: z.string().optional(),
})
const notification = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  bounce: z
    .object({ bounceType: z.string().optional(), bouncedRecipients: z.array(recipient).max(1000) })
    .optional(),
  complaint: z.object({ complainedRecipients: z.array(recipient).max(1000) }).optional(),
  mail: z.object({ destination: z.array(z.string()).max(1000).optional() }).optional(),
})

const KINDS: Readonly<Record<string, string>> = {
  complaint: 'complaint',
  delivery: 'delivered',
  deliverydelay: 'delayed',
}

/** The findings of such a notification; undefined when the body is none. */
export function ofNotification({ text }: ReadMessage) {
  const body = text.trimStart()
  if (!body.startsWith('{') || !/"(?:notificationType|eventType)"/.test(body)) return undefined
  const parsed = notification.safeParse(jsonOf(body))
  if (!parsed.success) return undefined
  const { notificationType, eventType, bounce, complaint, mail } = parsed.data
  const type = (notificationType ?? eventType ?? '').toLowerCase()
  if (bounce) return bounce.bouncedRecipients.map((one) => ofBounced(one, bounce.bounceType))
  const about = complaint?.complainedRecipients[0]?.emailAddress ?? mail?.destination?.[0] ?? null
  const reason = KINDS[type]
  return reason ? [{ recipient: about, decision: 'not_a_bounce' as const, status: null, reason }] : undefined
}

function ofBounced({ emailAddress, status, diagnosticCode }: z.infer<typeof recipient>, type = '') {
  const known = /^[245]\.\d{1,3}\.\d{1,3}$/.exec(status ?? '')?.[0]
  const said = (diagnosticCode ?? '').replace(/^\s*smtp\s*;\s*/i, '')
  const cause = decideCause({ status: known, said: [said] })
  const reason = cause === 'cause_unknown' && /permanent/i.test(type) && !said ? 'user_unknown' : cause
  return { recipient: emailAddress, decision: CAUSES[reason], status: known ?? null, reason, said }
}

/** The object alone: mail systems add a signature after it. */
function jsonOf(body: string): unknown {
  for (const end of [body.length, body.lastIndexOf('}\n') + 1, body.lastIndexOf('}') + 1]) {
    try {
      return JSON.parse(body.slice(0, end))
    } catch {}
  }
  return undefined
}
