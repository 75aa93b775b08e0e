import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excelSerial } from './calendar.ts'
import { permutation } from './draw.ts'
import { birthPlaces, keyOfText, nationalId } from './national-id.ts'
import { memberId } from './register-row.ts'

describe('parts of the generator', () => {
  it('permutes any range onto itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer(), (size, key) => {
        const shuffle = permutation(size, key)
        const images = new Set(Array.from({ length: size }, (_, n) => shuffle(n)))
        expect(images.size).toBe(size)
        expect(Math.max(...images)).toBe(size - 1)
      }),
      { numRuns: 50 },
    )
  })

  it('never gives two indices the same member_id, up to the largest register', () => {
    const exact = (index: number) =>
      String((BigInt(index) * 387_420_489n + 141_421_356n) % 1_000_000_000n).padStart(9, '0')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (index) => memberId(index) === exact(index)),
    )
  })

  it('computes the key of a NIR as 97 - (n mod 97), Corsica through 19 and 18', () => {
    expect(keyOfText('1850338185001')).toBe(String(97n - (1850338185001n % 97n)).padStart(2, '0'))
    expect(keyOfText('185032A185001')).toBe(String(97n - (1850319185001n % 97n)).padStart(2, '0'))
    expect(keyOfText('185032B185001')).toBe(String(97n - (1850318185001n % 97n)).padStart(2, '0'))
  })

  it.each([1, 401] as const)('spreads people over all birth places and orders, from commune %i', (first) => {
    const places = birthPlaces(first)
    const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
    expect(gcd(61_803_419, places.length * 999)).toBe(1)
    expect(places.length * 999).toBeGreaterThan(37_000_000)
    const id = nationalId(places, 5, { male: true, year: 1980, month: 4, provisional: false }, 0)
    expect(id).toMatch(/^18004.{10}$/)
  })

  it('keeps the birth places of the two populations apart', () => {
    const own = new Set(birthPlaces(1).flatMap(({ code, before1976 }) => [code, before1976]))
    expect(birthPlaces(401).filter(({ code, before1976 }) => own.has(code) || own.has(before1976))).toEqual(
      [],
    )
  })

  it('counts days as a spreadsheet does', () => {
    expect([excelSerial(1900, 3, 1), excelSerial(1985, 3, 17), excelSerial(2024, 2, 29)]).toEqual([
      61, 31_123, 45_351,
    ])
  })
})
