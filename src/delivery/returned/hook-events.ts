import { z } from 'zod'
import { Temporal } from '../../platform/clock.ts'
import { CAUSES, decideCause, type Finding, type NamedMessage } from '../bounces/index.ts'
import { eventReport, type TakenReport } from './take-report.ts'

const OURS = /^(?:b\+)?(d[0-9a-z]{1,13}-[0-9a-f]{20}@[a-z0-9.-]{1,253})$/i

/** One event of a relay's webhook, in the shape that docs/guide.en.md gives. */
const event = z.object({
  event: z.enum(['failed', 'delayed', 'delivered', 'complained']),
  return_path: z.string().max(400).optional(),
  message_id: z.string().max(400).optional(),
  recipient: z.string().max(320).optional(),
  status: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
    .optional(),
  diagnostic: z.string().max(4000).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
})
export type HookEvent = z.infer<typeof event>

const batch = z.object({ events: z.array(event).min(1).max(1000) })

const KINDS = { delayed: 'delayed', delivered: 'delivered', complained: 'complaint' } as const

/** Reads a batch of events; undefined when it does not have the documented shape. */
export function readEvents(body: unknown): TakenReport[] | undefined {
  const parsed = batch.safeParse(body)
  return parsed.success ? parsed.data.events.map(readEvent) : undefined
}

function readEvent(one: HookEvent): TakenReport {
  return eventReport(one, findingOf(one), namesOf(one), instantOf(one.at))
}

/** Undefined for what is no instant of ours (ten decimals) and for a year before e-mail: a wrong clock. */
function instantOf(at: string | undefined): Temporal.Instant | undefined {
  try {
    const instant = Temporal.Instant.from(at ?? '')
    return instant.epochMilliseconds > 0 ? instant : undefined
  } catch {
    return undefined
  }
}

function findingOf({ event: kind, recipient, status, diagnostic }: HookEvent): Finding {
  const about = {
    recipient: recipient ?? null,
    status: status ?? null,
    ...(diagnostic ? { said: diagnostic } : {}),
  }
  if (kind !== 'failed') return { ...about, decision: 'not_a_bounce', reason: KINDS[kind] }
  const reason = decideCause({ status, said: [diagnostic ?? ''] })
  return { ...about, decision: CAUSES[reason], reason }
}

function namesOf({ return_path, message_id }: HookEvent): NamedMessage[] {
  const id = (value: string | undefined) =>
    OURS.exec((value ?? '').replace(/[<>\s]/g, ''))?.[1]?.toLowerCase()
  const path = id(return_path)
  const message = id(message_id)
  return [
    ...(path ? [{ messageId: path, evidence: 'return_path' as const }] : []),
    ...(message ? [{ messageId: message, evidence: 'message_id' as const }] : []),
  ]
}
