import { readFile } from 'node:fs/promises'
import {
  type ClockResult,
  checkVectors,
  clockRule,
  computeClock,
  formatDeadline,
  lawRefusals,
  READING_WORDS,
  type Step,
} from '../law/index.ts'
import { Temporal } from '../platform/clock.ts'
import { formatDay, formatInstant } from '../platform/i18n.ts'
import { ioRefusal } from '../platform/io-refusal.ts'
import type { Locale } from '../platform/refusal.ts'
import { setFrenchSpaces } from '../platform/typography.ts'
import { type Call, defineCommand, type Outcome } from './command.ts'
import { lawClockTexts } from './law-clock-texts.ts'
import { cliRefusals } from './run-command.ts'

export const command = defineCommand({
  name: 'law clock',
  summary: {
    fr: 'Dit quand un acte est dû, par chaque lecture du texte, avec le calcul pas à pas.',
    en: 'Says when an act is due, by every reading of the text, with the count step by step.',
  },
  options: {
    rule: {
      type: 'string',
      value: 'ID',
      fr: 'délai : gdpr33_72h, dora_initial…',
      en: 'clock: gdpr33_72h, dora_initial…',
    },
    from: {
      type: 'string',
      value: 'ISO',
      fr: 'fait qui le fait courir : 2026-06-05T18:40:00+02:00',
      en: 'fact that starts it: 2026-06-05T18:40:00+02:00',
    },
    zone: {
      type: 'string',
      value: 'ZONE',
      default: 'Europe/Paris',
      fr: 'fuseau IANA du lieu de l’acte',
      en: 'IANA zone of the place of the act',
    },
    params: {
      type: 'string',
      value: 'JSON',
      fr: 'ce que la règle lit d’autre : {"relief_eligible": true}',
      en: 'what else the rule reads: {"relief_eligible": true}',
    },
    batch: {
      type: 'string',
      value: 'FILE',
      fr: 'fichier de vecteurs à recalculer ; la sortie est du JSON',
      en: 'file of vectors to compute again; prints JSON',
    },
  },
  async run(call) {
    const { rule, from, batch } = call.values
    const single = rule !== undefined && from !== undefined
    if (
      batch !== undefined &&
      rule === undefined &&
      from === undefined &&
      call.values['params'] === undefined
    ) {
      return runBatch(batch)
    }
    if (batch !== undefined || !single) throw usage(call, 'ruleOrBatch')
    return runOne(call, rule, from)
  },
})

const usage = ({ locale }: Call, text: string) =>
  cliRefusals.usage({ command: 'law clock', problem: lawClockTexts[locale][text] ?? '' })

/** Always JSON. The exit code is 0 once every vector was computed, whatever they say: `ok` is for the reader to judge. */
async function runBatch(file: string): Promise<Outcome> {
  const checked = checkVectors(await readJson(file), file)
  return { json: checked, text: JSON.stringify(checked) }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR'
    throw isFolder ? lawRefusals.badBatch({ file }) : ioRefusal(error, file)
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw lawRefusals.badBatch({ file })
  }
}

function runOne(call: Call, rule: string, from: string): Outcome {
  const zone = call.values['zone'] ?? ''
  const params = readParams(call)
  const result = computeClock({ rule, from, zone, params })
  return { json: asJson(result, { from, zone, params }), text: tell(result, call.locale) }
}

function readParams(call: Call): Record<string, unknown> {
  try {
    return JSON.parse(call.values['params'] ?? '{}')
  } catch {
    throw usage(call, 'badParams')
  }
}

const iso = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never' })

function asJson(result: ClockResult, { from, zone, params }: { from: string; zone: string; params: object }) {
  const { rule, readings, dueAt, soft, disputed, steps } = result
  return {
    rule,
    start: from,
    zone,
    params,
    computed: readings,
    due: iso(dueAt),
    soft,
    disputed,
    steps: steps.map(({ words, at }) => ({ ...words, at: at ? iso(at) : null })),
  }
}

function tell(result: ClockResult, locale: Locale): string {
  const texts = lawClockTexts[locale]
  const { title, article } = clockRule(result.rule)
  const readings = readingLines(result, locale)
  const width = Math.max(...readings.map(([label]) => label.length))
  const text = [
    `${title[locale]} (${article[locale]})`,
    `${texts[result.soft ? 'soft' : 'due']} ${formatDeadline(result.dueAt, locale)}`,
    '',
    ...readings.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    '',
    texts['steps'],
    ...result.steps.map((step, index) => `  ${index + 1}. ${stepLine(step, index === 0, locale)}`),
    ...(result.disputed ? ['', `${texts['disputed']} ${result.disputed[locale]}`] : []),
  ].join('\n')
  return locale === 'fr' ? setFrenchSpaces(text) : text
}

function readingLines({ readings, dueAt }: ClockResult, locale: Locale): [string, string][] {
  const texts = lawClockTexts[locale]
  const zone = dueAt.timeZoneId
  const lines: [string, string][] = []
  for (const [name, label] of Object.entries(READING_WORDS)) {
    const value = readings[name as keyof typeof READING_WORDS]
    if (value !== undefined)
      lines.push([label[locale], value === null ? (texts['none'] ?? '') : written(value, zone, locale)])
  }
  if (readings.strict && zone !== 'Europe/Paris') {
    lines.push([texts['paris'] ?? '', written(readings.strict, 'Europe/Paris', locale)])
  }
  return lines
}

function written(value: string, zone: string, locale: Locale): string {
  if (!value.includes('T')) return formatDay(Temporal.PlainDate.from(value), locale)
  return formatDeadline(Temporal.Instant.from(value).toZonedDateTimeISO(zone), locale)
}

function stepLine({ words, at, endOfDay }: Step, isStart: boolean, locale: Locale): string {
  if (!at) return words[locale]
  const instant =
    isStart || !endOfDay
      ? formatInstant(at.toInstant(), locale, { zone: at.timeZoneId })
      : formatDeadline(at, locale)
  return `${words[locale]} → ${instant}`
}
