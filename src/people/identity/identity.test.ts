import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import {
  birthDateText,
  isShapedLikeNir,
  nirKey,
  normalName,
  normalNumber,
  normalOpaqueId,
  parseBirthDate,
  parseNir,
  parseRank,
  parseSex,
} from './index.ts'

const withKey = (nir13: string) => nir13 + String(nirKey(nir13)).padStart(2, '0')

describe('parseNir', () => {
  it('tells definitive, unverified, provisional, fictitious and malformed apart', () => {
    expect(parseNir(withKey('1850338123045'))).toEqual({ class: 'definitive', id: 1850338123045 })
    expect(parseNir('1 85 03 38 123 045')).toEqual({ class: 'unverified', id: 1850338123045 })
    expect(parseNir('185033812304501').class).toBe('malformed')
    expect(parseNir(withKey('7850338123045')).class).toBe('provisional')
    expect(parseNir('1999999999999').class).toBe('fictitious')
    expect(parseNir('0000000000000').class).toBe('fictitious')
    expect(parseNir('1851338123045').class).toBe('malformed')
    expect(parseNir('1850338123000').class).toBe('malformed')
    expect(parseNir('1,85034E+14')).toEqual({ class: 'malformed', id: null, isLost: true })
    expect(parseNir('1.850338123045E+12').class).toBe('unverified')
    expect(parseNir(`'${withKey('1850338123045')}.0`).class).toBe('definitive')
    expect(parseNir('#N/A').class).toBe('absent')
  })

  it('never equates 2A with 19, 20 or 2B', () => {
    const ids = ['2A', '2B', '19', '18', '20'].map((department) => parseNir(`18503${department}123045`).id)
    expect(new Set(ids).size).toBe(5)
    expect(nirKey('185032A123045')).toBe(nirKey('1850319123045'))
    expect(parseNir(withKey('185032b123045'.toUpperCase())).class).toBe('definitive')
    expect(parseNir('1A50338123045').class).toBe('malformed')
  })

  it('property: one wrong digit is never definitive', () => {
    const digits = fc.tuple(
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 10, max: 99 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1001, max: 95999 }),
      fc.integer({ min: 1, max: 999 }),
    )
    fc.assert(
      fc.property(
        digits,
        fc.nat(14),
        fc.integer({ min: 1, max: 9 }),
        ([sex, year, month, place, order], at, step) => {
          const nir = withKey(
            `${sex}${year}${String(month).padStart(2, '0')}${String(place).padStart(5, '0')}${String(order).padStart(3, '0')}`,
          )
          const wrong = nir.slice(0, at) + ((Number(nir[at]) + step) % 10) + nir.slice(at + 1)
          expect(parseNir(wrong).class).not.toBe('definitive')
        },
      ),
    )
  })

  const thirteen = fc
    .tuple(
      fc.constantFrom(1, 2),
      fc.nat(99),
      fc.constantFrom(...Array.from({ length: 12 }, (_, i) => i + 1), 20, 30, 31, 42, 50, 99),
      fc.oneof(
        fc.integer({ min: 1, max: 95 }).map((n) => String(n).padStart(2, '0')),
        fc.constantFrom('2A', '2B', '97', '99'),
      ),
      fc.nat(999),
      fc.integer({ min: 1, max: 999 }),
    )
    .map(
      ([sex, year, month, department, town, order]) =>
        `${sex}${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}${department}${String(town).padStart(3, '0')}${String(order).padStart(3, '0')}`,
    )

  it('property: keys are those of stdnum', () => {
    fc.assert(
      fc.property(thirteen, fc.integer({ min: 1, max: 97 }), (nir13, key) => {
        const whole = nir13 + String(key).padStart(2, '0')
        const { isValid } = stdnum['FR']!['nir']!.validate(whole)
        expect(isValid).toBe(nirKey(nir13) === key)
        if (isValid) expect(['definitive', 'fictitious']).toContain(parseNir(whole).class)
        else expect(parseNir(whole).class).toMatch(/malformed|fictitious/)
      }),
    )
  })

  it('property: however it is written, it is the same number', () => {
    const spell = fc.constantFrom<(text: string) => string>(
      (text) => `'${text}`,
      (text) => ` ${text.replace(/(.)(..)(..)(..)(...)(...)/, '$1 $2 $3 $4 $5 $6')}\u00a0`,
      (text) => text.toLowerCase(),
      (text) => text.replace(/(.{13})/, '$1-'),
      (text) => (/^\d+$/.test(text) ? `${text}.0` : text),
      (text) => (/^\d+$/.test(text) ? `${text[0]},${text.slice(1)}E+${text.length - 1}` : text),
    )
    fc.assert(
      fc.property(thirteen, spell, (nir13, spelt) => {
        expect(parseNir(spelt(withKey(nir13)))).toEqual(parseNir(withKey(nir13)))
        expect(parseNir(spelt(nir13))).toEqual(parseNir(nir13))
      }),
    )
  })

  it('property: two different numbers never get one identity', () => {
    fc.assert(
      fc.property(thirteen, thirteen, (a, b) => {
        expect(parseNir(a).id === parseNir(b).id).toBe(a === b)
      }),
    )
  })

  it('recognises the shape a public form must refuse', () => {
    expect(isShapedLikeNir('1 85 03 2A 123 045 22')).toBe(true)
    expect(isShapedLikeNir('0612345678')).toBe(false)
  })
})

describe('parseBirthDate', () => {
  it.each([
    ['19850307', 'yyyymmdd', 19850307],
    ['07/03/1985', 'dd/mm/yyyy', 19850307],
    ['03/07/1985', 'mm/dd/yyyy', 19850307],
    ['1985-03-07T00:00:00', 'yyyy-mm-dd', 19850307],
    ['7.3.1985', 'dd/mm/yyyy', 19850307],
    ['07031985', 'ddmmyyyy', 19850307],
    ['00/00/1950', 'dd/mm/yyyy', 19500000],
    ['31/19/1950', 'dd/mm/yyyy', 19501931],
    ['19500000', 'yyyymmdd', 19500000],
    ['07/03/85', 'dd/mm/yyyy', 19850307],
    ['850307', 'yyyymmdd', 19850307],
    ['31113', 'excel1900', 19850307],
    ['31113', 'yyyymmdd', 19850307],
    ['29651', 'excel1904', 19850307],
    ['1985', 'dd/mm/yyyy', 19850000],
    ['31113.5', 'excel1900', 19850307],
    ['9999', 'excel1900', 19270517],
    [' 19170311', 'yyyymmdd', 19170311],
    ['11 Mar 1917', 'dd/mm/yyyy', 19170311],
    ['March 11, 1917', 'dd/mm/yyyy', 19170311],
    ['1er août 1917', 'yyyymmdd', 19170801],
    ['11-MAR-1917', 'mm/dd/yyyy', 19170311],
    ['févr. 1917', 'dd/mm/yyyy', 19170200],
    ['1917-03', 'yyyymmdd', 19170300],
    ['03/1917', 'dd/mm/yyyy', 19170300],
    ['1917-??-??', 'yyyy-mm-dd', 19170000],
    ['XX/03/1917', 'dd/mm/yyyy', 19170300],
    ['c. 1861', 'dd/mm/yyyy', 18610000],
    ['born 3 or 4 May 1917', 'dd/mm/yyyy', 0],
    ['12 rue de mars 1917', 'dd/mm/yyyy', 0],
    ['mardi', 'dd/mm/yyyy', 0],
    ['#N/A', 'dd/mm/yyyy', 0],
    ['', 'dd/mm/yyyy', 0],
  ] as const)('%s as %s', (raw, format, date) => {
    expect(parseBirthDate(raw, format)).toBe(date)
  })

  it('property: any three integers survive writing and reading', () => {
    const two = fc.integer({ min: 0, max: 99 })
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2100 }), two, two, (year, month, day) => {
        const pad = (n: number) => String(n).padStart(2, '0')
        const date = year * 10_000 + month * 100 + day
        expect(parseBirthDate(`${pad(day)}/${pad(month)}/${year}`, 'dd/mm/yyyy')).toBe(date)
        expect(parseBirthDate(birthDateText(date), 'yyyy-mm-dd')).toBe(date)
        expect(parseBirthDate(`${year}${pad(month)}${pad(day)}`, 'yyyymmdd')).toBe(date)
      }),
    )
  })
})

describe('normalName', () => {
  it('gives upper-case tokens without accents', () => {
    expect(normalName(' d’Œuvre-Müller ')).toBe('D OEUVRE MULLER')
    expect(normalName('JEAN PIERRE')).toBe('JEAN PIERRE')
    expect(normalName('\u00a0Élodie\u00a0')).toBe('ELODIE')
    expect(normalName('#N/A')).toBe('')
  })

  it('property: idempotent, and case and accents never matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (raw) => {
        const once = normalName(raw)
        expect(normalName(once)).toBe(once)
        expect(normalName(raw.normalize('NFD'))).toBe(once)
      }),
    )
  })
})

describe('numbers', () => {
  it('sets leading zeros, separators and spreadsheet damage aside', () => {
    expect(normalNumber(' 00 123-456 ')).toBe('123456')
    expect(normalNumber('ab.12')).toBe('AB12')
    expect(normalNumber("'0042")).toBe('42')
    expect(normalNumber('123456.0')).toBe('123456')
    expect(normalNumber('1,23457E+11')).toBe('')
    expect(normalNumber('1.23456789012E+11')).toBe('123456789012')
    expect(['#DIV/0!', '#NOM?', '####', '#NUL!'].map(normalNumber)).toEqual(['', '', '', ''])
    expect([normalOpaqueId('5304218.0'), normalOpaqueId(' 53-04218'), normalOpaqueId('5,30E+06')]).toEqual([
      '5304218',
      '5304218',
      '',
    ])
    expect(normalNumber('0000')).toBe('')
  })

  it('property: idempotent, leading zeros lost or not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,14}$/), fc.nat(4), (number, zeros) => {
        const once = normalNumber(number)
        expect(normalNumber(once)).toBe(once)
        expect(normalNumber('0'.repeat(zeros) + number)).toBe(once)
      }),
    )
  })

  it('reads ranks and sexes', () => {
    expect([parseRank('1'), parseRank('02'), parseRank(''), parseRank('x'), parseRank('12')]).toEqual([
      1, 2, 0, 0, 0,
    ])
    expect([parseSex('F'), parseSex('h'), parseSex('2'), parseSex('?'), parseSex(' M ')]).toEqual([
      2, 1, 2, 0, 1,
    ])
  })
})
