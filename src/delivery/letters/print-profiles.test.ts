import { describe, expect, it } from 'vitest'
import { builtInProfile, FRENCH_WINDOW, PROFILES, readProfile } from './index.ts'
import { overprints } from './print-profiles.ts'

const refusal = (json: string) => {
  try {
    return readProfile(json)
  } catch (error) {
    return (error as { params: { fields: string[] } }).params.fields
  }
}

describe('a print house’s profile', () => {
  it('is known by its name, and none built in prints one thing on another', () => {
    expect(builtInProfile('dl-droite')).toBe(FRENCH_WINDOW)
    expect(() => builtInProfile('c4')).toThrow('noProfile')
    expect(PROFILES.flatMap(overprints)).toEqual([])
  })

  it('is read from a JSON file, what is left out taken from the common envelope', () => {
    const { window, sizes } = FRENCH_WINDOW
    expect(readProfile(`\ufeff${JSON.stringify({ name: 'routeur', window, sizes })}`)).toEqual({
      ...FRENCH_WINDOW,
      name: 'routeur',
    })
  })

  it('names every field that is missing, unknown or out of range, at once', () => {
    expect(refusal('{')).toEqual(['JSON'])
    expect(refusal('[]')).toEqual(['JSON'])
    expect(
      refusal(
        JSON.stringify({ name: 'a b', window: { left: 110, top: 55, width: 85 }, sizes: [7], colour: 1 }),
      ),
    ).toEqual(expect.arrayContaining(['name', 'window.height', 'window.inset', 'sizes.0', 'colour']))
  })

  it('refuses areas that would print on one another or off the sheet', () => {
    const change = (with_: object) => refusal(JSON.stringify({ ...FRENCH_WINDOW, ...with_ }))
    const { window } = FRENCH_WINDOW
    expect(change({ window: { ...window, left: 20, top: 30 } })).toEqual(['window × senderWidth'])
    expect(change({ window: { ...window, left: 190 } })).toEqual(['window'])
    expect(change({ bar: { module: 0.3, height: 10, rise: 20 } })).toEqual(['bar × margins.bottom'])
    expect(change({ keepClear: [{ left: 100, top: 280, width: 50, height: 10 }] })).toEqual([
      'keepClear.0 × bar',
    ])
    expect(change({ keepClear: [{ left: 0, top: 100, width: 15, height: 100 }] })).toMatchObject({
      keepClear: [{ left: 0 }],
    })
  })
})
