import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from '../../platform/clock.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ACTS, AWARENESS, SEQUENCES } from './order-of-events.ts'
import { validateCase } from './validate-case.ts'

const EARLY = '2026-06-05T09:00:00+02:00'
const LATE = '2026-06-06T09:00:00+02:00'

/** The two facts that a refusal names, each with the organisation that says it; undefined when the case is taken. */
function named(json: object) {
  try {
    validateCase(json)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'law.contradiction') throw error
    const { first, second } = error.params as Record<'first' | 'second', Record<string, string>>
    for (const fact of [first, second]) {
      expect(error.text('fr')).toContain(fact['fact'])
      expect(error.text('en')).toContain(fact['value'])
    }
    return [first, second].map(({ fact, organisation }) => (organisation ? `${fact}@${organisation}` : fact))
  }
  return undefined
}
const alone = (facts: object) => named({ facts })

test.each([
  [{ aware_at: EARLY, attack_started_at: LATE }, ['aware_at', 'attack_started_at']],
  [{ attack_ended_at: EARLY, attack_started_at: LATE }, ['attack_ended_at', 'attack_started_at']],
  [{ clients_told_at: EARLY, aware_at: LATE }, ['clients_told_at', 'aware_at']],
  [{ authority_notified_at: EARLY, aware_at: LATE }, ['authority_notified_at', 'aware_at']],
  [{ persons_told_at: EARLY, told_by_supplier_at: LATE }, ['persons_told_at', 'told_by_supplier_at']],
  [{ complaint_filed_at: EARLY, attack_known_at: LATE }, ['complaint_filed_at', 'attack_known_at']],
  [
    { authority_notified_at: LATE, authority_complement_filed_at: EARLY },
    ['authority_complement_filed_at', 'authority_notified_at'],
  ],
  [{ dora_classified_at: EARLY, aware_at: LATE }, ['dora_classified_at', 'aware_at']],
  [
    { dora_classified_major: true, critical_service_affected: false },
    ['dora_classified_major', 'critical_service_affected'],
  ],
  [{ first_idle_day: '2026-06-08', employees_idle: false }, ['first_idle_day', 'employees_idle']],
  [{ nis2_aware_at: LATE, significant_incident: false }, ['nis2_aware_at', 'significant_incident']],
  [
    { access_request_extension: true, access_request_received: false },
    ['access_request_extension', 'access_request_received'],
  ],
  [
    { aware_at: EARLY, told_by_supplier_at: LATE, aware_by_other_means: false },
    ['aware_at', 'told_by_supplier_at'],
  ],
  [{ exfiltrated: true, breach_type: ['A', 'I'] }, ['exfiltrated', 'breach_type']],
  [{ personal_data: false, persons: 12 }, ['personal_data', 'persons']],
  [{ personal_data: false, data_categories: ['email'] }, ['personal_data', 'data_categories']],
  [{ encrypted_at_rest: false, key_compromised: true }, ['key_compromised', 'encrypted_at_rest']],
  [{ recipients_known: false, recipient_trusted: true }, ['recipient_trusted', 'recipients_known']],
  [{ headcount: 10, idle_employees: 11 }, ['idle_employees', 'headcount']],
  [
    { dora_classified_major: false, dora_classified_at: LATE },
    ['dora_classified_at', 'dora_classified_major'],
  ],
])('%j contradicts itself, and both facts are named', (facts, expected) => {
  expect(alone(facts)).toEqual(expected)
})

const chain = (supplier: object, client: object, shared: object = {}) =>
  named({
    facts: shared,
    organisations: [
      { key: 's', name: 'Host', role: 'processor', facts: supplier },
      { key: 'c', name: 'Firm', role: 'controller', facts: client },
    ],
    links: [{ supplier: 's', client: 'c' }],
  })

test('a supplier cannot tell its client before it knows, and both organisations are named', () => {
  expect(chain({ aware_at: LATE }, { told_by_supplier_at: EARLY })).toEqual([
    'told_by_supplier_at@Firm',
    'aware_at@Host',
  ])
  expect(chain({ aware_at: LATE }, { aware_at: EARLY, aware_by_other_means: 'no' })).toEqual([
    'aware_at@Firm',
    'aware_at@Host',
  ])
  expect(chain({ attack_started_at: LATE }, { aware_at: EARLY })).toEqual([
    'aware_at@Firm',
    'attack_started_at@Host',
  ])
  expect(chain({ attack_started_at: LATE }, { aware_at: EARLY, attack_started_at: EARLY })).toBeUndefined()
  expect(chain({}, { aware_at: EARLY }, { attack_started_at: LATE })).toEqual([
    'aware_at@Firm',
    'attack_started_at',
  ])
})

test('what can happen is taken', () => {
  expect(chain({ aware_at: LATE }, { aware_at: EARLY, aware_by_other_means: true })).toBeUndefined()
  expect(chain({ aware_at: LATE }, { aware_at: EARLY })).toBeUndefined()
  expect(chain({ aware_at: LATE, detected_at: EARLY, clients_told_at: EARLY }, {})).toBeUndefined()
  for (const facts of [
    { aware_at: EARLY, told_by_supplier_at: LATE },
    { aware_at: LATE, told_by_supplier_at: EARLY, authority_notified_at: EARLY },
    { aware_at: EARLY, attack_started_at: EARLY, authority_notified_at: EARLY },
    { exfiltrated: false, breach_type: ['C'] },
    { access_request_received_at: EARLY, aware_at: LATE },
    { loss_known_at: '2026-06-06', insurer_told_at: '2026-06-06T00:30:00+02:00' },
    { encrypted_at_rest: true, key_compromised: true },
  ]) {
    expect(alone(facts)).toBeUndefined()
  }
})

/** Acts that a sequence names, each after those that it follows. */
const depth = (fact: string): number =>
  Math.max(0, ...SEQUENCES.filter(([, later]) => later === fact).map(([earlier]) => depth(earlier) + 1))
const laters = new Set<string>(
  [...new Set(SEQUENCES.flat())]
    .filter((fact) => !AWARENESS.includes(fact))
    .sort((a, b) => depth(a) - depth(b)),
)

test('events in their order never contradict one another', () => {
  const order = ['attack_started_at', ...AWARENESS, ...ACTS.filter((act) => !laters.has(act)), ...laters]
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { minLength: order.length, maxLength: order.length }), (gaps) => {
      let at = Temporal.Instant.from('2026-01-05T08:00:00Z')
      const facts = order.map((fact, index) => {
        at = at.add({ minutes: gaps[index]! })
        return [fact, at.toString()]
      })
      expect(alone(Object.fromEntries(facts))).toBeUndefined()
    }),
    { numRuns: 20 },
  )
})
