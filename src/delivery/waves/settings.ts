import { z } from 'zod'
import { type Hours, OPEN_DAYS, readSpans, writeSpans } from './calendar.ts'

/** What a person confirms before the first message leaves. */
export interface PacingSettings {
  /** Calls an hour that the call centre can answer; null: calls are not counted. */
  readonly capacity: number | null
  /** Of a hundred people written to, how many call. */
  readonly callPercent: number
  /** Hours of opening within which nearly all of them (95 %) have called. */
  readonly callHours: number
  /** E-mails an hour that the relay may be given; null: as many as calls allow. */
  readonly ceiling: number | null
  /** Messages of the first wave, kept small: it shows what is wrong before many read it. */
  readonly firstWave: number
  /** Minutes of opening to look at what the first wave brought. */
  readonly lookMinutes: number
  readonly hours: Hours
}

/**
 * What is proposed. The share of callers and their hours are our assumption, no measure of this organisation: whoever
 * confirms puts what their call centre knows.
 */
export function proposedSettings(messages: number): PacingSettings {
  return {
    capacity: 120,
    callPercent: 5,
    callHours: 6,
    ceiling: 2400,
    firstWave: Math.max(1, Math.min(200, Math.ceil(messages / 100))),
    lookMinutes: 60,
    hours: {
      days: 'mon-fri',
      spans: [
        { from: '09:00', to: '12:30' },
        { from: '13:30', to: '18:00' },
      ],
      closedOnHolidays: true,
    },
  }
}

/** The settings as a form or a command gives them: texts, with their bounds. */
export const PACING_FIELDS = [
  'capacity',
  'call_percent',
  'call_hours',
  'ceiling',
  'first_wave',
  'look_minutes',
  'days',
  'hours',
  'holidays',
] as const
export type PacingField = (typeof PACING_FIELDS)[number]
export type PacingTexts = Readonly<Record<PacingField, string>>

const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most))
const countOrNone = (least: number, most: number) =>
  z.union([z.literal('').transform(() => null), count(least, most)])
const decimal = (above: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}([.,]\d{1,3})?$/)
    .transform((text) => Number(text.replace(',', '.')))
    .pipe(z.number().gt(above).max(most))

const schema: Record<PacingField, z.ZodType<unknown>> = {
  capacity: countOrNone(1, 1_000_000),
  call_percent: decimal(0, 100),
  call_hours: decimal(0, 500),
  ceiling: countOrNone(1, 10_000_000),
  first_wave: count(1, 1_000_000),
  look_minutes: count(0, 10_000),
  days: z.enum(OPEN_DAYS),
  hours: z.string().refine((text) => readSpans(text) !== undefined),
  holidays: z.enum(['closed', 'open']),
}

/** @returns the settings, or the first field that is not valid. White space around a value and within a number is nothing. */
export function readSettings(texts: PacingTexts): PacingSettings | { readonly field: PacingField } {
  const read: Partial<Record<PacingField, unknown>> = {}
  for (const field of PACING_FIELDS) {
    const text = field === 'hours' ? texts[field].trim() : texts[field].replace(/[\s\u202f\u00a0]/g, '')
    const parsed = schema[field].safeParse(text)
    if (!parsed.success) return { field }
    read[field] = parsed.data
  }
  if (read.capacity === null && read.ceiling === null) return { field: 'ceiling' }
  return {
    capacity: read.capacity as number | null,
    callPercent: read.call_percent as number,
    callHours: read.call_hours as number,
    ceiling: read.ceiling as number | null,
    firstWave: read.first_wave as number,
    lookMinutes: read.look_minutes as number,
    hours: {
      days: read.days as Hours['days'],
      spans: readSpans(read.hours as string) ?? [],
      closedOnHolidays: read.holidays === 'closed',
    },
  }
}

export function writeSettings(settings: PacingSettings): PacingTexts {
  return {
    capacity: settings.capacity === null ? '' : String(settings.capacity),
    call_percent: String(settings.callPercent),
    call_hours: String(settings.callHours),
    ceiling: settings.ceiling === null ? '' : String(settings.ceiling),
    first_wave: String(settings.firstWave),
    look_minutes: String(settings.lookMinutes),
    days: settings.hours.days,
    hours: writeSpans(settings.hours.spans),
    holidays: settings.hours.closedOnHolidays ? 'closed' : 'open',
  }
}
