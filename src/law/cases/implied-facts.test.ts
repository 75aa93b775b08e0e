import { expect, test } from 'vitest'
import { assess } from '../assess/assess.ts'
import type { Facts } from '../model.ts'
import { validateCase } from './validate-case.ts'

const resultOf = (rule: string, facts: Facts) =>
  assess(
    validateCase({ facts: { aware_at: '2026-11-10T18:40:00+01:00', ...facts }, roles: ['controller'] }),
    {
      questionsFor: [],
    },
  ).conclusions.find(({ snapshot }) => snapshot.rule.id === rule)?.result

test('whoever says when something happened is not asked whether it did', () => {
  expect(resultOf('gdpr_12_3', {})).toBe('depends')
  expect(resultOf('gdpr_12_3', { access_request_received_at: '2026-11-12T09:00:00+01:00' })).toBe('required')
  expect(resultOf('sepa_contest', { unauthorised_debit_on: '2026-11-12T09:00:00+01:00' })).toBe('required')
  expect(resultOf('partial_activity_30d', { first_idle_day: '2026-11-12', idle_motive: 'motive_5' })).toBe(
    'required',
  )
  expect(resultOf('partial_activity_30d', { idle_employees: 3, idle_motive: 'motive_5' })).toBe('required')
  expect(resultOf('dora_initial', { sector: 'bank', dora_classified_at: '2026-11-10T19:00:00+01:00' })).toBe(
    'required',
  )
})

test('a publisher publishes and a manufacturer manufactures: their sector says so', () => {
  const hit = { product_vulnerability_significant: true, exploited_vulnerability: true }
  expect(resultOf('publisher_anssi', { ...hit, sector: 'software_publisher' })).toBe('required')
  expect(resultOf('cra_early_warning', { ...hit, sector: 'manufacturer' })).toBe('required')
  expect(resultOf('publisher_anssi', { ...hit, sector: 'mutual' })).toBe('depends')
  expect(resultOf('publisher_anssi', { ...hit, sector: 'mutual', publishes_software: false })).toBe(
    'not_required',
  )
})
