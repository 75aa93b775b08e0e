import { expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { chosenFactors, factorsKept, type TypedFactors } from './chosen-factors.ts'

const refused = (typed: TypedFactors) => {
  try {
    chosenFactors(typed)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return null
}

test('a factor is chosen with its reason, in the steps of the method', () => {
  expect(chosenFactors({ dpc: { value: '1', reason: ' garanties anciennes ' } })).toEqual({
    dpc: { value: 1, reason: 'garanties anciennes' },
  })
  expect(chosenFactors({ ei: { value: '', reason: 'oublié' } })).toEqual({})
  expect(refused({ dpc: { value: '1.5', reason: 'entre deux' } })).toBe('obligations.badChoice')
  expect(refused({ ei: { value: '0.5', reason: ' ' } })).toBe('obligations.missing')
  expect(refused({ ei: { value: '0.5', reason: '1 85 12 75 116 001 42' } })).toBe('obligations.nationalId')
})

test('what was chosen stands until another decision', () => {
  const factors = [
    { name: 'dpc', value: 1, overridden: 2, reason: { fr: 'ancien', en: 'ancien' }, facts: [] },
    { name: 'ei', value: 1, overridden: null, reason: { fr: 'nom', en: 'name' }, facts: [] },
  ]
  expect(factorsKept({ severity: { factors } })).toEqual({ dpc: { value: 1, reason: 'ancien' } })
  expect(factorsKept(null)).toEqual({})
})
