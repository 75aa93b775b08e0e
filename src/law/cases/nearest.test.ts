import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const KNOWN = ['personal_data', 'persons', 'aware_at', 'zone', 'encrypted_at_rest', 'breach_type']

test.each([
  ['personal_dta', 'personal_data'],
  ['awareAt', 'aware_at'],
  ['breach-type', 'breach_type'],
  ['encrypted', 'encrypted_at_rest'],
  ['persons_count', 'persons'],
  ['role', ''],
  ['', ''],
  ['x'.repeat(5000), ''],
])('%s: %s', (word, expected) => {
  expect(nearest(word, KNOWN)).toBe(expected)
})
