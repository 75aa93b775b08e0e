import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import {
  type Confidence,
  type FactId,
  type IncidentId,
  type Provenance,
  type Said,
  said,
  saidShape,
} from './model.ts'

const isoInstant = z.string().refine(isInstant, 'instant')
const isoDate = z.string().refine(isDate, 'date')
const zone = z.string().refine(isZone, 'zone')

/** A moment as precisely as it is known. With `day`, `at` is any instant of that day in `zone`. */
const moment = z.strictObject({ at: isoInstant, zone, precision: z.enum(['minute', 'day']) })

const period = z
  .strictObject({ from: isoDate, to: isoDate.nullable(), said: said.optional() })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'], error: 'order' })

const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, 'choice')

export interface ListItem extends Said {
  readonly code?: string
  readonly at?: string
}

/** One line of a list. `code` lets a text say it in its own approved words; `at` is when it was done. */
const item = z.strictObject({
  ...saidShape,
  code: code.optional(),
  at: isoInstant.optional(),
}) as unknown as z.ZodType<ListItem, ListItem>

/** What the public dials or writes to: loose on purpose, the world's numbers and addresses vary. */
export const contact = z
  .strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    email: z.email().max(254).optional(),
    phone: z
      .string()
      .regex(/^\+?[\d\s\u00a0\u202f.-]{4,24}$/, 'phone')
      .optional(),
    postal: z.array(z.string().trim().min(1).max(80)).min(1).max(8).optional(),
  })
  .refine((value) => Object.values(value).some((part) => part !== undefined), { error: 'empty' })

/** The value of a fact, by kind. Instants and dates are ISO 8601 text, for they live in jsonb and in files. */
export const factContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), value: said }),
  z.strictObject({
    kind: z.literal('number'),
    value: z.strictObject({ amount: z.number().finite().min(0).max(1e11), approximate: z.boolean() }),
  }),
  z.strictObject({ kind: z.literal('instant'), value: moment }),
  z.strictObject({ kind: z.literal('date'), value: z.strictObject({ on: isoDate }) }),
  z.strictObject({ kind: z.literal('period'), value: period }),
  z.strictObject({ kind: z.literal('list'), value: z.array(item).min(1).max(100) }),
  z.strictObject({ kind: z.literal('contact'), value: contact }),
  z.strictObject({
    kind: z.literal('yes_no'),
    value: z.strictObject({ answer: z.enum(['yes', 'no', 'unknown']) }),
  }),
  z.strictObject({ kind: z.literal('choice'), value: z.strictObject({ code }) }),
])

export type FactContent = z.infer<typeof factContent>
export type FactKind = FactContent['kind']
export type ValueOf<K extends FactKind> = Extract<FactContent, { kind: K }>['value']
export type Moment = ValueOf<'instant'>
export type Period = ValueOf<'period'>

export const FACT_KINDS = [
  'text',
  'number',
  'instant',
  'date',
  'period',
  'list',
  'contact',
  'yes_no',
  'choice',
] as const

interface FactRow extends Provenance {
  readonly id: FactId
  readonly incidentId: IncidentId
  readonly key: string
  /** For a key that the catalogue does not know. */
  readonly label: Said | null
  readonly confidence: Confidence
  readonly owner: string
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededBy: FactId | null
  readonly supersededAt: Temporal.Instant | null
}

export type Fact = FactRow & FactContent
export type FactOf<K extends FactKind> = FactRow & Extract<FactContent, { kind: K }>

/** First and last instant that a moment may stand for: the same one, or the bounds of its day. */
export function boundsOf(value: Moment): { earliest: Temporal.Instant; latest: Temporal.Instant } {
  const at = Temporal.Instant.from(value.at)
  if (value.precision === 'minute') return { earliest: at, latest: at }
  const day = at.toZonedDateTimeISO(value.zone).startOfDay()
  return { earliest: day.toInstant(), latest: day.add({ days: 1 }).toInstant().subtract({ nanoseconds: 1 }) }
}

function isInstant(text: string): boolean {
  return succeeds(() => Temporal.Instant.from(text))
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && succeeds(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
  )
}

function isZone(text: string): boolean {
  return succeeds(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text))
}

function succeeds(parse: () => unknown): boolean {
  try {
    parse()
    return true
  } catch {
    return false
  }
}
