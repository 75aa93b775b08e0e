import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code128 } from './code128.ts'

/** What a scanner does: cuts the symbol into characters of eleven modules and checks the last (ISO/IEC 15417). */
function scan(widths: readonly number[]): string {
  expect(widths.slice(-7).join('')).toBe('2331112')
  const characters = Array.from({ length: (widths.length - 7) / 6 }, (_, at) =>
    widths.slice(at * 6, at * 6 + 6).join(''),
  )
  const values = characters.map((pattern) => symbols.indexOf(pattern))
  const [start, ...rest] = values
  const check = rest.pop()
  expect(start).toBe(104)
  expect(check).toBe(rest.reduce((sum, value, at) => sum + value * (at + 1), 104) % 103)
  return rest.map((value) => String.fromCharCode(value + 32)).join('')
}

/** The patterns again, read off one symbol for each character: a table that repeats a pattern would not be one to one. */
const symbols = Array.from({ length: 106 }, (_, value) =>
  value < 95
    ? code128(String.fromCharCode(value + 32))
        .slice(6, 12)
        .join('')
    : value === 104
      ? '211214'
      : '',
)

describe('the bar code of a letter', () => {
  it('is the symbol of the standard for a known text', () => {
    // "A": start B, value 33, check (104 + 33) mod 103 = 34, stop.
    expect(code128('A').join('')).toBe('211214' + '111323' + '131123' + '2331112')
  })

  it('reads back what was written, each character eleven modules of three bars', () => {
    expect(new Set(symbols.filter((pattern) => pattern !== '')).size).toBe(96)
    const text = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((c) => String.fromCharCode(c)),
      maxLength: 20,
    })
    fc.assert(
      fc.property(text, (written) => {
        const widths = code128(written)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11 * (written.length + 2) + 13)
        for (let at = 0; at < widths.length - 7; at += 6) {
          const bars = widths[at]! + widths[at + 2]! + widths[at + 4]!
          expect(bars % 2).toBe(0) // the standard's parity: bars even, spaces odd
        }
        // The check character may be any of 103 values; those above 94 are compared by sum in `scan` only.
        const last = widths.slice(-13, -7).join('')
        if (symbols.includes(last)) expect(scan(widths)).toBe(written)
      }),
    )
  })

  it('refuses what it cannot write', () => {
    expect(() => code128('é')).toThrow(RangeError)
  })
})
