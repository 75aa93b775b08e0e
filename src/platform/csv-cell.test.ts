import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvCell } from './csv-cell.ts'

it.each([
  '=1+1',
  '+cmd',
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u00a0=1',
  '＝1',
  '+33612345678',
  '-12',
])('no spreadsheet runs %j', (text) => {
  expect(parse(csvCell(text))[0]).toEqual([`'${text}`])
})

it.each(['12', 'a=b', '', 'D’Œuvre', '1-2'])('leaves %j as it is', (text) => {
  expect(csvCell(text)).toBe(text)
})

it('property: any text comes back, an apostrophe aside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom(';', ','), (text, separator) => {
      const read = parse(csvCell(text, separator), {
        delimiter: separator,
        relax_quotes: false,
        record_delimiter: '\n',
      })
      expect([text, `'${text}`]).toContain(read[0]?.[0] ?? '')
    }),
  )
})
