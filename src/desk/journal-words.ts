import { actorName, type JournalEntry } from '../journal/index.ts'
import { Temporal } from '../platform/clock.ts'
import { formatDay, formatInstant, formatInteger, type Locale } from '../platform/i18n.ts'
import { journalCodes, journalKinds } from './journal-kinds.ts'

type Words = Readonly<Record<string, { readonly fr: string; readonly en: string }>>
const named: Record<string, Words[string]> = {}

/** Words for codes whose room the desk does not know, such as the keys of facts: an entry then says them, not the code. */
export function nameJournalCodes(words: Words): void {
  Object.assign(named, words)
}

/** An instant as entries keep it, with its offset. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
/** A day as entries keep it: the legal date of a filing. */
const DAY = /^\d{4}-\d\d-\d\d$/
/** What a member says that is there and empty: a deadline that nobody holds. */
const NOBODY: Words = { holder: { fr: 'personne', en: 'nobody' } }
const MEMBER = /\{([\w.]+)\}/g

/**
 * An entry in words. A kind that has none yet is shown as it is written, so that a new room is readable from its
 * first entry. `{name}` in a sentence is the member of the payload, counts in the reader's figures.
 */
export function entryWords(entry: Pick<JournalEntry, 'kind' | 'payload'>, locale: Locale): string {
  const sentence = journalKinds[entry.kind]?.[locale]
  if (!sentence) return entry.kind
  const payload: unknown = JSON.parse(entry.payload)
  const read = (path: string) => memberOf(payload, path) ?? NOBODY[path]?.[locale]
  const complete = [...sentence.matchAll(MEMBER)].every(([, path]) => isPlain(read(path!)))
  const words = complete ? sentence : sentence.replace(/[\s:,]*(n°\s)?\S*\{.*$/u, '')
  return words.replace(MEMBER, (_, path: string) => valueWords(read(path), locale))
}

/** `exercise:<id>:<name>` gives the name and says that this person is fictional. */
export function entryActor(entry: Pick<JournalEntry, 'actor'>, locale: Locale): string {
  const name = actorName(entry.actor)
  if (entry.actor.startsWith('operator:')) return `${name}, ${locale === 'fr' ? 'opérateur' : 'operator'}`
  if (entry.actor.startsWith('exercise:'))
    return `${name}, ${locale === 'fr' ? 'personne fictive' : 'fictional person'}`
  return name
}

function memberOf(payload: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], payload)
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'number' || typeof value === 'string'
}

function valueWords(value: unknown, locale: Locale): string {
  if (typeof value === 'number') return formatInteger(value, locale)
  if (typeof value === 'string' && INSTANT.test(value))
    return formatInstant(Temporal.Instant.from(value), locale, { form: 'short' })
  if (typeof value === 'string' && DAY.test(value)) return formatDay(Temporal.PlainDate.from(value), locale)
  return (journalCodes[String(value)] ?? named[String(value)])?.[locale] ?? String(value)
}
