import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimate, wilson } from './estimate.ts'

describe('Wilson’s bounds', () => {
  it('are those of the published formula', () => {
    // Wilson 1927 as worked out in Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20.
    const rounded = ({ low, high }: { low: number; high: number }) => [low.toFixed(4), high.toFixed(4)]
    expect(rounded(wilson(81, 263))).toEqual(['0.2553', '0.3662'])
    expect(rounded(wilson(15, 148))).toEqual(['0.0624', '0.1605'])
    expect(rounded(wilson(0, 20))).toEqual(['0.0000', '0.1611'])
    expect(rounded(wilson(1, 29))).toEqual(['0.0061', '0.1718'])
  })

  const aRead = fc
    .integer({ min: 1, max: 5000 })
    .chain((read) => fc.record({ read: fc.constant(read), right: fc.integer({ min: 0, max: read }) }))

  it('property: hold the share read, within 0 and 1', () => {
    fc.assert(
      fc.property(aRead, ({ read, right }) => {
        const { low, high } = wilson(right, read)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(right / read)
        expect(high).toBeGreaterThanOrEqual(right / read)
      }),
    )
  })

  it('property: what is right from one side is wrong from the other', () => {
    fc.assert(
      fc.property(aRead, ({ read, right }) => {
        const [one, other] = [wilson(right, read), wilson(read - right, read)]
        expect(one.low).toBeCloseTo(1 - other.high, 10)
        expect(one.high).toBeCloseTo(1 - other.low, 10)
      }),
    )
  })

  it('property: reading ten times as much with the same share says more', () => {
    fc.assert(
      fc.property(aRead, ({ read, right }) => {
        const width = (r: number, n: number) => wilson(r, n).high - wilson(r, n).low
        expect(width(right * 10, read * 10)).toBeLessThan(width(right, read))
      }),
    )
  })
})

describe('the estimate', () => {
  const stratum = (right: number, wrong: number, undecided = 0) => ({
    rows: 10_000,
    drawn: 100,
    right,
    wrong,
    undecided,
  })

  it('claims nothing before something is read', () => {
    expect(estimate(undefined, undefined)).toBeNull()
    expect(estimate(stratum(0, 0), stratum(0, 0, 3))).toBeNull()
    expect(estimate(stratum(12, 0), stratum(0, 0))).toMatchObject({ setAside: null, recall: null })
  })

  it('counts what nobody could decide against us below and for us above', () => {
    const sure = estimate(stratum(90, 10), undefined)?.precision
    const unsure = estimate(stratum(90, 10, 20), undefined)?.precision
    expect(unsure?.value).toBe(sure?.value)
    expect(unsure!.low).toBeLessThan(sure!.low)
    expect(unsure!.high).toBeGreaterThan(sure!.high - 0.02)
  })

  it('property: recall holds its value between its bounds, and falls when more of ours were set aside', () => {
    const aRead = fc.record({ right: fc.nat(100), wrong: fc.nat(100) }).filter((r) => r.right + r.wrong > 0)
    fc.assert(
      fc.property(aRead, aRead, (one, two) => {
        const found = estimate(stratum(one.right, one.wrong), stratum(two.right, two.wrong))?.recall
        expect(found!.low).toBeLessThanOrEqual(found!.value + 1e-9)
        expect(found!.high).toBeGreaterThanOrEqual(found!.value - 1e-9)
        const worse = estimate(stratum(one.right, one.wrong), stratum(two.right, two.wrong + 5))?.recall
        expect(worse!.value).toBeLessThanOrEqual(found!.value + 1e-9)
      }),
    )
  })
})
