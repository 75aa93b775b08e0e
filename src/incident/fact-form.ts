import { Temporal } from 'temporal-polyfill'
import { catalogueEntry } from './fact-catalogue.ts'
import type { Fact, FactContent, FactKind, ListItem, Period } from './fact-value.ts'
import { inspectFact, type RecordFactInput } from './fact-version.ts'
import type { Said } from './model.ts'
import type { ProblemCode } from './validate-input.ts'

/** Fields of a form, as typed. */
export type Fields = Readonly<Record<string, string>>
export type FieldErrors = Readonly<Record<string, ProblemCode>>

export const FORM_ZONE = 'Europe/Paris'

/** What a form says, or what is wrong with it, field by field. */
export type FormReading = { readonly input: RecordFactInput } | { readonly errors: FieldErrors }

/** Where a problem of the value is shown. Instants are typed as a day and a time. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'value.fr': 'textFr',
  'value.en': 'textEn',
  'value.amount': 'amount',
  'value.at': 'day',
  'value.on': 'day',
  'value.from': 'from',
  'value.to': 'to',
  'value.said': 'saidFr',
  'value.name': 'name',
  'value.email': 'email',
  'value.phone': 'phone',
  'value.postal': 'postal',
  'value.answer': 'answer',
  'value.code': 'code',
  label: 'label',
  asOf: 'asOfDay',
}

/**
 * Reads the form of a fact of `kind`.
 * @param old the version being replaced: lines of a list keep the code and the instant they had.
 */
export function readFactForm(key: string, kind: FactKind, fields: Fields, old?: Fact): FormReading {
  const errors: Record<string, ProblemCode> = {}
  const asOf = readInstant(fields, 'asOfDay', 'asOfTime', errors)
  const content = readContent(kind, fields, old, errors, catalogueEntry(key)?.choices)
  const { source = '', sourceKind = '', confidence = '', owner = '' } = fields
  const label = fields['label'] ? { label: { fr: fields['label'] } } : {}
  const input = { key, ...label, ...content, source, sourceKind, confidence, owner, asOf: asOf ?? '' }
  for (const { path, code } of inspectFact(input)) errors[fieldOf(path, kind)] ??= code
  if (Object.keys(errors).length > 0) return { errors }
  return { input: input as RecordFactInput }
}

function readContent(
  kind: FactKind,
  fields: Fields,
  old: Fact | undefined,
  errors: Record<string, ProblemCode>,
  choices: Choices = {},
): { kind: FactKind; value: unknown } {
  const readers: Record<FactKind, () => unknown> = {
    text: () => saidOf(fields['textFr'], fields['textEn']),
    number: () => ({ amount: readAmount(fields['amount']), approximate: fields['approximate'] === 'yes' }),
    instant: () => readMoment(fields, errors),
    date: () => ({ on: fields['day'] }),
    period: () => readPeriod(fields),
    list: () => readLines(fields, [...(old?.kind === 'list' ? old.value : []), ...itemsOf(choices)], errors),
    contact: () => readContact(fields),
    yes_no: () => ({ answer: fields['answer'] }),
    choice: () => ({ code: fields['code'] }),
  }
  return { kind, value: readers[kind]() }
}

/** `18 012`, with whatever space a keyboard or a copied figure brings. */
function readAmount(text = ''): number {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return digits === '' ? Number.NaN : Number(digits)
}

function readMoment(fields: Fields, errors: Record<string, ProblemCode>): unknown {
  const at = readInstant(fields, 'day', 'time', errors)
  return { at: at ?? '', zone: FORM_ZONE, precision: fields['time'] ? 'minute' : 'day' }
}

/** An instant from a day and a time in Paris. An hour that the clock change skips or repeats is refused, not guessed. */
function readInstant(
  fields: Fields,
  dayField: string,
  timeField: string,
  errors: Record<string, ProblemCode>,
): string | undefined {
  const day = fields[dayField] ?? ''
  const time = fields[timeField] || '00:00'
  let local: Temporal.PlainDateTime
  try {
    local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
  } catch {
    errors[dayField] = day === '' ? 'missing' : 'date'
    return undefined
  }
  try {
    return local.toZonedDateTime(FORM_ZONE, { disambiguation: 'reject' }).toInstant().toString()
  } catch {
    errors[timeField] = 'local_time'
    return undefined
  }
}

function readPeriod(fields: Fields): unknown {
  const said = saidOf(fields['saidFr'], fields['saidEn'])
  return { from: fields['from'] ?? '', to: fields['to'] || null, ...(said.fr ? { said } : {}) }
}

function readLines(fields: Fields, old: readonly ListItem[], errors: Record<string, ProblemCode>): unknown {
  const french = linesOf(fields['linesFr'])
  const english = linesOf(fields['linesEn'])
  if (french.length === 0) errors['linesFr'] = 'missing'
  if (english.length > 0 && english.length !== french.length) errors['linesEn'] = 'lines'
  return french.map((fr, index) => {
    const { code, at } = old.find((item) => item.fr === fr) ?? {}
    return { ...saidOf(fr, english[index]), ...(code && { code }), ...(at && { at }) }
  })
}

type Choices = Readonly<Record<string, Said>>

/** A list of choices is ticked, not typed: each line is then one of them. */
function itemsOf(choices: Choices): ListItem[] {
  return Object.entries(choices).map(([code, words]) => ({ code, ...words }))
}

function readContact(fields: Fields): unknown {
  const postal = linesOf(fields['postal'])
  const given = ['name', 'email', 'phone'].flatMap((part) => (fields[part] ? [[part, fields[part]]] : []))
  return { ...Object.fromEntries(given), ...(postal.length > 0 ? { postal } : {}) }
}

function saidOf(fr = '', en = ''): Said {
  return { fr, ...(en ? { en } : {}) }
}

function linesOf(text = ''): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function fieldOf(path: string, kind: FactKind): string {
  if (kind === 'list' && path.startsWith('value')) return path.endsWith('.en') ? 'linesEn' : 'linesFr'
  const known = Object.keys(FIELD_OF).find((prefix) => path === prefix || path.startsWith(`${prefix}.`))
  if (known) return FIELD_OF[known]!
  return kind === 'contact' && path === 'value' ? 'name' : path
}

/** The instant typed in two fields, or undefined when it cannot be read. */
export function readLocalInstant(fields: Fields, dayField: string, timeField: string): string | undefined {
  return readInstant(fields, dayField, timeField, {})
}

/** The fields of a version, ready to be changed. Source and instants of the source are the new version's own. */
export function fieldsOf(fact: Fact): Fields {
  const { confidence, owner, source, sourceKind } = fact
  return {
    ...contentFields(fact),
    ...local(fact.asOf, 'asOfDay', 'asOfTime'),
    confidence,
    owner,
    source,
    sourceKind,
  }
}

function contentFields(content: FactContent): Fields {
  switch (content.kind) {
    case 'text':
      return { textFr: content.value.fr, textEn: content.value.en ?? '' }
    case 'number':
      return { amount: String(content.value.amount), approximate: content.value.approximate ? 'yes' : '' }
    case 'instant': {
      const fields = local(Temporal.Instant.from(content.value.at), 'day', 'time')
      return content.value.precision === 'day' ? { ...fields, time: '' } : fields
    }
    case 'date':
      return { day: content.value.on }
    case 'period':
      return periodFields(content.value)
    case 'list':
      return listFields(content.value)
    case 'contact': {
      const { name = '', email = '', phone = '', postal = [] } = content.value
      return { name, email, phone, postal: postal.join('\n') }
    }
    case 'yes_no':
      return { answer: content.value.answer }
    case 'choice':
      return { code: content.value.code }
  }
}

function periodFields({ from, to, said }: Period): Fields {
  return { from, to: to ?? '', saidFr: said?.fr ?? '', saidEn: said?.en ?? '' }
}

function listFields(items: readonly ListItem[]): Fields {
  const english = items.every(({ en }) => en) ? items.map(({ en }) => en).join('\n') : ''
  return { linesFr: items.map(({ fr }) => fr).join('\n'), linesEn: english }
}

/** A day and a time in Paris, as date and time controls want them. */
export function local(at: Temporal.Instant, dayField: string, timeField: string): Fields {
  const zoned = at.toZonedDateTimeISO(FORM_ZONE)
  return {
    [dayField]: zoned.toPlainDate().toString(),
    [timeField]: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
