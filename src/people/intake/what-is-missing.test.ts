import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldsOf } from './choose-columns.ts'
import { intakeTexts } from './texts.ts'
import { whatIsMissing } from './what-is-missing.ts'

it('says the cost of each thing a list does without, in both languages', () => {
  fc.assert(
    fc.property(fc.constantFrom('register', 'exposed'), fc.infiniteStream(fc.boolean()), (role, keep) => {
      const fields = fieldsOf(role).filter(() => keep.next().value)
      const missing = whatIsMissing(role, fields)
      expect(missing.length).toBe(new Set(missing).size)
      for (const what of missing) {
        expect(intakeTexts.fr.missing[what]).toMatch(/^(Sans|Aucune) /)
        expect(intakeTexts.en.missing[what]).toMatch(/^(Without|No) /)
      }
      // One field more never makes more of them.
      for (const field of fieldsOf(role)) {
        expect(missing).toEqual(expect.arrayContaining(whatIsMissing(role, [...fields, field])))
      }
    }),
  )
})

it('of a full list says nothing; of a list that names nobody, that first', () => {
  expect(whatIsMissing('register', fieldsOf('register'))).toEqual([])
  expect(whatIsMissing('exposed', ['cover'])[0]).toBe('identity')
})
