import { expect, test } from 'vitest'
import { assess } from '../../src/law/assess/assess.ts'
import type { ChainRole, Conclusion, Facts } from '../../src/law/model.ts'

/** “Not required, because…” (law.md, section 6): fourteen entries, each from facts, with its article. */
function conclude(rule: string, facts: Facts, roles: readonly ChainRole[] = ['controller']): Conclusion {
  const own = { aware_at: '2026-06-05T18:40:00+02:00', ...facts }
  const { conclusions } = assess({
    facts: {},
    organisations: [{ key: 'us', name: 'Nous', roles, facts: own }],
    links: [],
    contracts: [],
    asOf: '2026-06-05T18:40:00+02:00',
  })
  return conclusions.find(({ id }) => id === `${rule}@us`)!
}

function notRequired(rule: string, facts: Facts, roles?: readonly ChainRole[]) {
  const { result, because } = conclude(rule, facts, roles)
  expect({ rule, result }).toEqual({ rule, result: 'not_required' })
  return { why: because[0]!.words, article: because[0]!.article.fr }
}

const breach = { personal_data: true } as const
const attack = { attack_on_data_system: true } as const

test('1. the CNIL: encrypted, key safe, backup (EDPB cases 1 and 10)', () => {
  const facts = {
    ...breach,
    breach_type: ['A', 'I'],
    malicious: true,
    encrypted_at_rest: true,
    key_compromised: false,
    backup_available: true,
    restored_within_hours: 'a few hours',
    exfiltrated: false,
    persons: 40,
    data_categories: ['identity/contact of clients and employees'],
    special_categories: false,
    financial_data: false,
    identity_fraud_possible: false,
    vulnerable_persons: false,
    consequences: [],
  } as const
  const { why, article } = notRequired('gdpr_33_1', facts)
  expect(why.fr).toBe('parce qu’un risque pour les personnes est improbable')
  expect(article).toBe('RGPD, art. 33(1)')
})

test('2. article 34: the risk is not high', () => {
  const { why, article } = notRequired('gdpr_34', { ...breach, risk_decided: 'risk' })
  expect(why.fr).toBe('parce que le risque pour les personnes n’est pas élevé')
  expect(article).toBe('RGPD, art. 34')
})

test('3. the CNIL, by a processor for its client', () => {
  const { why } = notRequired('gdpr_33_1', { ...breach, risk_decided: 'high' }, ['processor'])
  expect(why.fr).toContain('un sous-traitant avertit son client (art. 33(2))')
  const other = notRequired('gdpr_33_1_mandated', { ...breach, mandated_to_notify: false }, ['processor'])
  expect(other.why.en).toContain('the processor’s own duty is to tell that client (art. 33(2))')
  expect(conclude('gdpr_33_2', breach, ['processor']).result).toBe('required')
})

test('4. L12-10-1: a private individual, an accident, no insurance', () => {
  const article = 'Code des assurances, art. L12-10-1'
  const person = notRequired('lopmi_complaint', { ...attack, acts_professionally: false })
  expect(person).toMatchObject({ article, why: { en: expect.stringContaining('a private person') } })
  const accident = notRequired('lopmi_complaint', { attack_on_data_system: false })
  expect(accident).toMatchObject({ article, why: { fr: expect.stringContaining('323-1') } })
  const bare = notRequired('lopmi_complaint', { ...attack, covered_against_attack: false })
  expect(bare).toMatchObject({
    article,
    why: { en: expect.stringContaining('no insurance contract covers') },
  })
})

test('5. L1111-8-2: an insurer is not a care structure', () => {
  const { why, article } = notRequired('health_incident', { sector: 'mutual', health_incident_grave: true })
  expect(why.fr).toContain('n’est pas une structure de soins')
  expect(article).toBe('Code de la santé publique, art. L1111-8-2')
})

test('6. NIS2 while it is not transposed', () => {
  const facts = { nis2_entity: true, significant_incident: true, service_recipients_harmed: true }
  for (const rule of ['nis2_early_warning', 'nis2_notification', 'nis2_final', 'nis2_recipients']) {
    const { why, article } = notRequired(rule, facts)
    expect(why.fr).toBe('parce que la directive n’est pas transposée en droit français')
    expect(article).toMatch(/^Directive 2022\/2555, art\. 23/)
    expect(conclude(rule, facts).snapshot.rule.warnings?.[0]?.fr).toContain('un signalement volontaire')
  }
})

test('7. DORA: a small broker', () => {
  const facts = {
    sector: 'broker',
    small_entity: true,
    critical_service_affected: true,
    dora_classified_major: true,
  }
  for (const rule of ['dora_initial', 'dora_intermediate', 'dora_final']) {
    const { why, article } = notRequired(rule, facts)
    expect(why.fr).toBe('parce qu’un courtier micro, petit ou moyen est hors du règlement')
    expect(article).toBe('Règlement 2022/2554, art. 2')
  }
})

test.each(['motive_1', 'motive_2', 'motive_4'])('8. the thirty days of R5122-3: %s', (idle_motive) => {
  const { why, article } = notRequired('partial_activity_30d', { employees_idle: true, idle_motive })
  expect(why.fr).toContain('ne valent que pour les motifs 3')
  expect(article).toBe('Code du travail, art. R5122-3')
  expect(conclude('partial_activity_prior', { employees_idle: true, idle_motive }).result).toBe('required')
})

test('9. the works council below 50 employees', () => {
  for (const [rule, idle_motive] of [
    ['works_council_prior', 'motive_1'],
    ['works_council_after', 'motive_5'],
  ] as const) {
    const { why, article } = notRequired(rule, { employees_idle: true, headcount: 49, idle_motive })
    expect(why.fr).toBe('parce que l’entreprise compte moins de 50 salariés')
    expect(article).toBe('Code du travail, art. R5122-2')
  }
})

test('10. the Consumer Code: neither the DGCCRF nor consumers', () => {
  const { why, article } = notRequired('consumer_notice', { ...breach, risk_decided: 'high' })
  expect(why.fr).toContain('le code de la consommation n’impose aucune notification de violation')
  expect(article).toBe('Code de la consommation')
})

test('11. ePrivacy: not a telecom provider', () => {
  const { why, article } = notRequired('telecom_first', { ...breach, sector: 'insurer' })
  expect(why.fr).toContain('n’est pas un fournisseur de communications électroniques')
  expect(article).toBe('Règlement 611/2013, art. 2(2)')
})

test('12. an offer of credit monitoring', () => {
  const { why } = notRequired('credit_monitoring', { ...breach, financial_data: true })
  expect(why.fr).toContain('n’existe pas en France')
})

test('13. ANSSI, by an ordinary company: voluntary', () => {
  const ordinary = {
    ...attack,
    sector: 'other',
    vital_operator: false,
    nis1_designated: false,
    publishes_software: false,
  }
  expect(notRequired('oiv_incident', ordinary).why.fr).toContain('reste volontaire')
  expect(notRequired('nis1_notification', ordinary).why.fr).toContain('reste volontaire')
  notRequired('publisher_anssi', ordinary)
  const report = conclude('anssi_report', ordinary)
  expect(report.snapshot.rule.nature).toBe('voluntary')
  expect(report.snapshot.rule.reading.en).toContain('owes ANSSI no report')
})

test('14. people who are not concerned: useful, but voluntary', () => {
  const { why, article } = notRequired('unaffected_notice', { ...breach, risk_decided: 'high' })
  expect(why.fr).toContain('utile, mais volontaire')
  expect(article).toBe('RGPD, art. 34(1)')
})

test('a voluntary act is never shown as a duty, and a text to come never as law', () => {
  const { conclusions } = assess({
    facts: { ...breach, ...attack, risk_decided: 'high' },
    organisations: [{ key: 'us', name: 'Nous', roles: ['controller'], facts: {} }],
    links: [],
    contracts: [],
  })
  const toCome = conclusions.filter(({ snapshot }) => snapshot.rule.status === 'proposed')
  expect(toCome.map(({ result }) => result)).toEqual(toCome.map(() => 'not_required'))
  expect(toCome.map(({ snapshot }) => snapshot.rule.wouldChange)).toEqual(['gdpr_33_1', 'gdpr_33_1'])
})
