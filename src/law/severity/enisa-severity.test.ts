import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Facts } from '../model.ts'
import { type ChosenFactors, chosenFactorFault, severityOf } from './enisa-severity.ts'
import { contextExamples } from './enisa-tables.ts'
import { proposeRisk } from './propose-risk.ts'
import { readRiskFacts } from './risk-facts.ts'

const enisaSeverity = (facts: Facts, chosen?: ChosenFactors) => severityOf(readRiskFacts(facts), chosen)

/** law notes, section 7, calibrations. */
const viamedis: Facts = {
  breach_type: ['C'],
  malicious: true,
  exfiltrated: true,
  persons: 20_000_000,
  data_categories: [
    'surname',
    'first_names',
    'birth_date',
    'nir',
    'insurer_name',
    'contract_number',
    'cover',
  ],
}
const coaxis: Facts = {
  breach_type: ['A'],
  malicious: true,
  exfiltrated: null,
  data_categories: ['identité', 'e-mail', 'salaires', 'IBAN'],
}

test('Viamedis: 2 × 1 + 1 = 3.0, high; with a context of 1 chosen by a person, 2.0, medium', () => {
  expect(enisaSeverity(viamedis)).toMatchObject({ dpc: 2, ei: 1, cb: 1, score: 3, band: 'high' })
  const chosen = enisaSeverity(viamedis, { dpc: { value: 1, reason: 'garanties anciennes' } })
  expect(chosen).toMatchObject({ score: 2, band: 'medium', flags: { moreThan100: true } })
  expect(chosen.factors[0]).toMatchObject({
    value: 1,
    overridden: 2,
    reason: { fr: 'garanties anciennes', en: 'garanties anciennes' },
  })
})

test('COAXIS: 3 × 1 + 0.75 = 3.75, high', () => {
  expect(enisaSeverity(coaxis)).toMatchObject({ dpc: 3, ei: 1, cb: 0.75, score: 3.75, band: 'high' })
})

test('EDPB case 10: low, and flagged unintelligible', () => {
  const file = readFileSync(join(import.meta.dirname, 'edpb/case-10.json'), 'utf8')
  const [facts] = (JSON.parse(file) as { as_entered: Facts[] }).as_entered
  expect(enisaSeverity(facts ?? {})).toMatchObject({ band: 'low', flags: { unintelligible: true } })
})

test.each([
  [1.99, 'low'],
  [2, 'medium'],
  [3, 'high'],
  [4, 'very_high'],
])('a score of %d is %s', (score, band) => {
  const dpc = Math.floor(score)
  const rest = { value: 0, reason: 'essai' }
  const chosen = { dpc: { value: Math.max(1, dpc), reason: 'essai' }, ei: { value: 1, reason: 'essai' } }
  const { band: read, score: scored } = enisaSeverity(
    {},
    { ...chosen, confidentiality: rest, integrity: rest, availability: rest },
  )
  expect([scored, read]).toEqual([dpc, band])
})

test('a chosen factor outside the method, or without a reason, is refused and changes nothing', () => {
  expect(chosenFactorFault('dpc', { value: 1.5, reason: 'entre deux' })).toBe('value')
  expect(chosenFactorFault('ei', { value: 0.3, reason: 'essai' })).toBe('value')
  expect(chosenFactorFault('dpc', { value: 2, reason: ' ' })).toBe('reason')
  expect(enisaSeverity(viamedis, { dpc: { value: 1.5, reason: 'entre deux' } }).score).toBe(3)
})

test('each value of the context has an example in each family', () => {
  for (const value of [1, 2, 3, 4]) expect(contextExamples(value)).toHaveLength(4)
})

test('unknown data are scored at their prudent value', () => {
  expect(enisaSeverity({})).toMatchObject({ dpc: 4, ei: 1 })
})

test('the French overlay raises the proposal with its reason and its mark, and leaves the score', () => {
  const mailed: Facts = {
    breach_type: ['C'],
    malicious: false,
    exfiltrated: false,
    persons: 150,
    recipients_known: true,
    recipient_trusted: false,
    data_returned_or_deleted: true,
    data_categories: ['nom', 'e-mail', 'NIR'],
    special_categories: false,
    financial_data: false,
  }
  const proposal = proposeRisk(mailed)
  expect(proposal.level).toBe('high')
  expect(proposal.overlay).toMatchObject([
    {
      code: 'nir',
      floor: 'high',
      raisedFrom: 'risk',
      certainty: 'to_check',
      article: { fr: 'loi 78-17, art. 30' },
    },
  ])
  expect(proposal.severity.score).toBe(enisaSeverity({ ...mailed, data_categories: ['nom', 'e-mail'] }).score)
  expect(proposeRisk({ ...mailed, encrypted_at_rest: true, key_compromised: false }).overlay).toEqual([])
})
