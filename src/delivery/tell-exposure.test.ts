import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { held } from '../../test/support/notice-facts.ts'
import type { Exposure } from '../notices/index.ts'
import { exposureTeller } from './tell-exposure.ts'

const say = (
  population: string,
  category: Exposure['value']['category'],
  status: Exposure['value']['status'],
): Exposure =>
  held(`exposure.${population}.${category}`, {
    category,
    status,
    reason: status === 'not_exposed' ? { fr: 'non conservée', en: 'not kept' } : null,
  })
const statuses = (list: readonly Exposure[]) =>
  Object.fromEntries(list.map(({ value }) => [value.category, value.status]))
const adult = { population: 'insured_adults' as const }
const dependant = { population: 'dependants' as const }

describe('what a message says was exposed', () => {
  const tell = exposureTeller([
    { key: 'health_professionals', exposures: [say('health_professionals', 'bank_details', 'exposed')] },
    {
      key: 'insured_adults',
      exposures: [
        say('insured_adults', 'surname', 'exposed'),
        say('insured_adults', 'email', 'exposed'),
        say('insured_adults', 'bank_details', 'not_exposed'),
      ],
    },
    {
      key: 'dependants',
      exposures: [say('dependants', 'surname', 'exposed'), say('dependants', 'email', 'not_exposed')],
    },
  ])

  it('is what was said of the person’s own population', () => {
    expect(tell([adult])).toMatchObject({ variant: '' })
    expect(statuses(tell([adult]).exposures)).toEqual({
      surname: 'exposed',
      email: 'exposed',
      bank_details: 'not_exposed',
    })
    expect(tell([dependant]).variant).toBe('dependants')
    expect(statuses(tell([dependant]).exposures)).toEqual({ surname: 'exposed', email: 'not_exposed' })
  })

  it('is the gravest word for a household, and "not exposed" only when it was said of all', () => {
    expect(statuses(tell([dependant, adult]).exposures)).toEqual({ surname: 'exposed', email: 'exposed' })
    expect(tell([adult, dependant]).variant).toBe('dependants+insured_adults')
  })

  it('is that of the insured where nothing was said of the others: one text, not two', () => {
    const only = exposureTeller([
      { key: 'insured_adults', exposures: [say('insured_adults', 'surname', 'exposed')] },
      { key: 'dependants', exposures: [] },
    ])
    expect(only([dependant])).toEqual(only([adult]))
  })

  it('is their own for health professionals, and refused while nothing is said of them', () => {
    const professional = { population: 'health_professionals' as const }
    expect(tell([professional])).toMatchObject({
      variant: 'health_professionals',
      populations: ['health_professionals'],
      exposures: [{ key: 'exposure.health_professionals.bank_details' }],
    })
    expect(() => tell([{ population: 'firms' }])).toThrow(
      expect.objectContaining({ code: 'delivery.nothingSaidOf', params: { population: 'firms' } }),
    )
    expect(() => tell([professional, adult])).toThrow()
  })

  it('is never theirs for the insured, even when nothing else was said', () => {
    const alone = exposureTeller([
      { key: 'health_professionals', exposures: [say('health_professionals', 'bank_details', 'exposed')] },
    ])
    expect(alone([adult]).exposures).toEqual([])
  })

  it('never lets what was said of one population enter the message of another', () => {
    const status = fc.constantFrom<Exposure['value']['status']>('exposed', 'not_exposed', 'unknown')
    const category = fc.constantFrom<Exposure['value']['category']>('surname', 'email', 'bank_details', 'nir')
    const exposures = (key: string) =>
      fc
        .uniqueArray(fc.record({ category, status }), { selector: (one) => one.category })
        .map((list) => list.map((one) => say(key, one.category, one.status)))
    fc.assert(
      fc.property(
        exposures('insured_adults'),
        exposures('dependants'),
        exposures('health_professionals'),
        fc.array(fc.constantFrom(adult, dependant), { minLength: 1 }),
        (insured, dependants, professionals, covers) => {
          fc.pre(insured.length > 0)
          const { exposures: told } = exposureTeller([
            { key: 'insured_adults', exposures: insured },
            { key: 'dependants', exposures: dependants },
            { key: 'health_professionals', exposures: professionals },
          ])(covers)
          expect(told.some(({ key }) => key.includes('health_professionals'))).toBe(false)
          for (const { value } of told.filter(({ value }) => value.status === 'not_exposed')) {
            const lists = covers.map((one) =>
              one === dependant && dependants.length > 0 ? dependants : insured,
            )
            for (const list of lists) expect(statuses(list)[value.category]).toBe('not_exposed')
          }
        },
      ),
    )
  })
})
