import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from '../../platform/clock.ts'
import { type Calendar, writeIcs } from './write-ics.ts'

/** A reader of its own, from RFC 5545: unfolds, splits at the first colon, nests components, reads TEXT back. */
interface Component {
  readonly name: string
  readonly properties: Record<string, string>
  readonly parts: Component[]
}

function parse(bytes: Uint8Array): Component {
  const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  expect(source.endsWith('\r\n')).toBe(true)
  expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of source.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const root: Component = { name: '', properties: {}, parts: [] }
  const open = [root]
  for (const line of source
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)) {
    const at = line.indexOf(':')
    const [name, value] = [line.slice(0, at), line.slice(at + 1)]
    if (name === 'BEGIN') {
      const part = { name: value, properties: {}, parts: [] }
      open.at(-1)!.parts.push(part)
      open.push(part)
    } else if (name === 'END') expect(open.pop()!.name).toBe(value)
    else open.at(-1)!.properties[name] = value
  }
  expect(open).toEqual([root])
  return root.parts[0]!
}

const textOf = (value = '') => value.replaceAll(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c))

const stampedAt = Temporal.Instant.from('2026-06-08T11:28:04Z')
const calendarOf = (summary: string, dueAt = stampedAt, exercise: string | null = null): Calendar => ({
  name: 'Échéances',
  entries: [{ uid: 'a1@tocsin', dueAt, summary, description: `${summary}\n${summary}` }],
  stampedAt,
  exercise,
})

test('whatever the words, the lines hold 75 octets and are read back as they were', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 120 }).filter((text) => !/\p{Cc}/u.test(text))
  fc.assert(
    fc.property(words, (summary) => {
      const event = parse(Buffer.from(writeIcs(calendarOf(summary)))).parts[0]!
      expect(textOf(event.properties['SUMMARY'])).toBe(summary)
      expect(textOf(event.properties['DESCRIPTION'])).toBe(`${summary}\n${summary}`)
    }),
    { numRuns: 60 },
  )
})

test('a line break smuggled into a summary opens no property of its own', () => {
  const calendar = parse(Buffer.from(writeIcs(calendarOf('CNIL\r\nATTENDEE:mailto:x@y.example\u0007'))))
  expect(calendar.parts[0]!.properties).not.toHaveProperty('ATTENDEE')
  expect(textOf(calendar.parts[0]!.properties['SUMMARY'])).toBe('CNIL\nATTENDEE:mailto:x@y.example')
})

test('an instant is written in UTC, with an alarm four hours and one hour before', () => {
  const dueAt = Temporal.ZonedDateTime.from('2026-10-25T02:30+01:00[Europe/Paris]').toInstant()
  const event = parse(Buffer.from(writeIcs(calendarOf('Plainte', dueAt, 'Exercice')))).parts[0]!
  expect(event.properties).toMatchObject({
    UID: 'a1@tocsin',
    DTSTAMP: '20260608T112804Z',
    DTSTART: '20261025T013000Z',
    SUMMARY: '[Exercice] Plainte',
  })
  expect(event.parts.map(({ name, properties }) => [name, properties['TRIGGER']])).toEqual([
    ['VALARM', '-PT4H'],
    ['VALARM', '-PT1H'],
  ])
})
