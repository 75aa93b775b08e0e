import type { Case, Expectation } from '../expectation.ts'

const nis2 = { nis2_entity: true, significant_incident: true } as const
/** Thursday 7 May 2026, before a holiday (V22). */
const THU = '2026-05-07T22:50:00+02:00'
const FROM_NIS2 = 'awaits nis2_aware_at,aware_at,told_by_supplier_at'

const notTransposed = (rule: string, done: string, cases: readonly Case[], to = 'anssi'): Expectation => ({
  rule,
  status: 'not_transposed',
  nature: 'duty',
  per: 'organisation',
  to,
  done,
  cases,
})
/** Trigger cases that three of its duties share; `rest` stands after them. */
const nis2Cases = (awaits: string): readonly Case[] => [
  [{ ...nis2, sector: 'hosting' }, 'would apply', awaits],
  [{ ...nis2, nis2_entity: false, sector: 'hosting' }, 'no'],
  [{ ...nis2, significant_incident: false, sector: 'hosting' }, 'no'],
  [{ nis2_entity: true, sector: 'hosting' }, 'would depend', awaits],
  [{ significant_incident: true, sector: 'hosting' }, 'would depend', awaits],
]

const nisExpectations: readonly Expectation[] = [
  notTransposed('nis2_early_warning', 'nis2_warning_sent_at', [
    ...nis2Cases(FROM_NIS2),
    [
      { ...nis2, aware_at: THU, told_by_supplier_at: '2026-05-06T22:50:00+02:00' },
      'would apply',
      'nis2_early_warning_24h 2026-05-07T22:50:00+02:00',
    ],
    [{ ...nis2, nis2_aware_at: THU }, 'would apply', 'nis2_early_warning_24h 2026-05-08T22:50:00+02:00'],
    [
      { ...nis2, aware_at: '2026-05-06T22:50:00+02:00', nis2_aware_at: THU },
      'would apply',
      'nis2_early_warning_24h 2026-05-08T22:50:00+02:00',
    ],
  ]),
  notTransposed('nis2_notification', 'nis2_notified_at', [
    ...nis2Cases(FROM_NIS2),
    [
      { ...nis2, sector: 'hosting', aware_at: THU, told_by_supplier_at: '2026-05-06T22:50:00+02:00' },
      'would apply',
      'nis2_notification_72h 2026-05-09T22:50:00+02:00',
    ],
    // 72 hours from the same awareness, not from the warning.
    [
      {
        ...nis2,
        sector: 'hosting',
        aware_at: '2026-05-06T22:50:00+02:00',
        nis2_aware_at: THU,
        nis2_warning_sent_at: '2026-05-08T10:00:00+02:00',
      },
      'would apply',
      'nis2_notification_72h 2026-05-10T22:50:00+02:00',
    ],
    [{ ...nis2, sector: 'trust_service' }, 'no'],
  ]),
  notTransposed('nis2_trust_notification', 'nis2_notified_at', [
    [
      { ...nis2, sector: 'trust_service', aware_at: '2026-05-06T22:50:00+02:00', nis2_aware_at: THU },
      'would apply',
      'nis2_trust_notification_24h 2026-05-08T22:50:00+02:00',
    ],
    [
      { ...nis2, sector: 'trust_service', aware_at: THU, told_by_supplier_at: '2026-05-06T22:50:00+02:00' },
      'would apply',
      'nis2_trust_notification_24h 2026-05-07T22:50:00+02:00',
    ],
    [{ ...nis2, sector: 'trust_service' }, 'would apply', FROM_NIS2],
    [{ ...nis2, sector: 'hosting' }, 'no'],
    [{ ...nis2, nis2_entity: false, sector: 'trust_service' }, 'no'],
    [{ ...nis2, significant_incident: false, sector: 'trust_service' }, 'no'],
    [nis2, 'would depend', FROM_NIS2],
    [{ nis2_entity: true, sector: 'trust_service' }, 'would depend', FROM_NIS2],
    [{ significant_incident: true, sector: 'trust_service' }, 'would depend', FROM_NIS2],
  ]),
  notTransposed('nis2_final', 'nis2_final_sent_at', [
    ...nis2Cases('awaits nis2_notified_at'),
    // One month from the notification.
    [
      { ...nis2, nis2_notified_at: '2026-01-30T10:00:00+01:00' },
      'would apply',
      'nis2_final_one_month 2026-02-28T10:00:00+01:00',
    ],
  ]),
  notTransposed(
    'nis2_recipients',
    'service_recipients_told_at',
    [
      [{ ...nis2, service_recipients_harmed: true }, 'would apply', 'words'],
      [{ ...nis2, service_recipients_harmed: false }, 'no'],
      [nis2, 'would depend', 'words'],
      [{ ...nis2, nis2_entity: false, service_recipients_harmed: true }, 'no'],
      [{ ...nis2, significant_incident: false, service_recipients_harmed: true }, 'no'],
      [{ nis2_entity: true, service_recipients_harmed: true }, 'would depend', 'words'],
      [{ significant_incident: true, service_recipients_harmed: true }, 'would depend', 'words'],
    ],
    'service_recipients',
  ),
  {
    rule: 'nis1_notification',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'anssi',
    done: 'anssi_told_at',
    cases: [
      [{ nis1_designated: true, significant_incident: true }, 'required', 'words'],
      [{ nis1_designated: false, significant_incident: true }, 'no'],
      [{ nis1_designated: true, significant_incident: false }, 'no'],
      [{ nis1_designated: true }, 'depends', 'words'],
      [{ significant_incident: true }, 'depends', 'words'],
    ],
  },
  notTransposed(
    'cer_24h',
    'critical_authority_told_at',
    [
      [{ critical_entity: true, aware_at: THU }, 'would apply', 'cer_24h 2026-05-08T22:50:00+02:00'],
      [{ critical_entity: false, aware_at: THU }, 'no'],
      // The word of a supplier makes one aware: whichever came first starts the clock.
      [
        { critical_entity: true, told_by_supplier_at: THU },
        'would apply',
        'cer_24h 2026-05-08T22:50:00+02:00',
      ],
      [
        { critical_entity: true, aware_at: THU, told_by_supplier_at: '2026-05-06T22:50:00+02:00' },
        'would apply',
        'cer_24h 2026-05-07T22:50:00+02:00',
      ],
      [
        { critical_entity: true, aware_at: THU, told_by_supplier_at: '2026-05-08T22:50:00+02:00' },
        'would apply',
        'cer_24h 2026-05-08T22:50:00+02:00',
      ],
      [{}, 'would depend', 'awaits aware_at,told_by_supplier_at'],
    ],
    'critical_authority',
  ),
]

const FINANCIAL = [
  'insurer',
  'mutual',
  'provident_institution',
  'bank',
  'market_infrastructure',
  'other_financial_entity',
  'broker',
] as const
/** In the scope for sure, and major for sure. */
const major = {
  sector: 'mutual',
  small_entity: false,
  very_small_insurer: false,
  critical_service_affected: true,
  dora_classified_major: true,
  nis2_entity: false,
} as const

/** Who is in scope, and what is major: the same for each report and for the clients. `more` completes the facts. */
const doraCases = (clock: string, more: Case[0] = {}): readonly Case[] => [
  ...FINANCIAL.map((sector): Case => [{ ...major, sector, ...more }, 'required', clock]),
  [{ ...major, sector: 'third_party_payment', ...more }, 'no'],
  [{ ...major, sector: 'hosting', ...more }, 'no'],
  [{ ...major, sector: null, ...more }, 'depends', clock],
  // A small broker, a very small insurer: outside.
  [{ ...major, sector: 'broker', small_entity: true, ...more }, 'no'],
  [{ ...major, sector: 'broker', small_entity: null, ...more }, 'unless', clock],
  [{ ...major, sector: 'bank', small_entity: true, very_small_insurer: true, ...more }, 'required', clock],
  [{ ...major, sector: 'insurer', very_small_insurer: true, ...more }, 'no'],
  [{ ...major, sector: 'mutual', very_small_insurer: true, ...more }, 'no'],
  [{ ...major, sector: 'provident_institution', very_small_insurer: true, ...more }, 'no'],
  [{ ...major, very_small_insurer: null, ...more }, 'unless', clock],
  // Major by decision; or plainly so before the decision: critical service, malicious access.
  [{ ...major, dora_classified_major: false, ...more }, 'no'],
  [{ ...major, dora_classified_major: null, ...more }, 'depends', clock],
  [
    { ...major, dora_classified_major: null, malicious: true, attack_on_data_system: true, ...more },
    'unless',
    clock,
  ],
  [
    { ...major, dora_classified_major: null, malicious: false, attack_on_data_system: true, ...more },
    'depends',
    clock,
  ],
  [
    { ...major, dora_classified_major: null, malicious: true, attack_on_data_system: false, ...more },
    'depends',
    clock,
  ],
  [
    {
      ...major,
      dora_classified_major: null,
      critical_service_affected: null,
      malicious: true,
      attack_on_data_system: true,
      ...more,
    },
    'depends',
    clock,
  ],
  [{ ...major, dora_classified_major: false, malicious: true, attack_on_data_system: true, ...more }, 'no'],
  [{ ...major, critical_service_affected: false, ...more }, 'no'],
  // Classified as major, it hit a critical service.
  [{ ...major, critical_service_affected: null, ...more }, 'required', clock],
]

const dora = (rule: string, done: string, cases: readonly Case[], to = 'acpr'): Expectation => ({
  rule,
  status: 'in_force',
  nature: 'duty',
  per: 'organisation',
  to,
  done,
  cases,
})
/** A Saturday (V28, V29). */
const SAT = {
  aware_at: '2026-06-06T10:00:00+02:00',
  dora_classified_at: '2026-06-06T14:00:00+02:00',
} as const
const SATURDAY = 'dora_initial 2026-06-06T18:00:00+02:00'
const MONDAY = ' relief 2026-06-08T12:00:00+02:00'
/** 30 April 2026, before a weekend of 1 May (V30). */
const SENT = { dora_initial_sent_at: '2026-04-30T15:00:00+02:00' } as const
const SUNDAY = 'dora_intermediate 2026-05-03T15:00:00+02:00'
const AFTER = ' relief 2026-05-04T12:00:00+02:00'

const doraExpectations: readonly Expectation[] = [
  dora('dora_initial', 'dora_initial_sent_at', [
    ...doraCases('awaits aware_at,told_by_supplier_at,dora_classified_at'),
    [
      { ...major, aware_at: '2026-06-02T09:00:00+02:00', told_by_supplier_at: '2026-06-01T09:00:00+02:00' },
      'required',
      'dora_initial 2026-06-02T09:00:00+02:00',
    ],
    [
      { ...major, aware_at: '2026-06-02T09:00:00+02:00', told_by_supplier_at: '2026-06-03T09:00:00+02:00' },
      'required',
      'dora_initial 2026-06-03T09:00:00+02:00',
    ],
    // Whoever classified it knew of it by then.
    [
      {
        ...major,
        dora_classified_at: '2026-06-02T09:00:00+02:00',
        told_by_supplier_at: '2026-06-03T09:00:00+02:00',
      },
      'required',
      'dora_initial 2026-06-02T13:00:00+02:00',
    ],
    // V25, V26, and classified after the 24 hours.
    [
      { ...major, aware_at: '2026-06-02T09:00:00+02:00', dora_classified_at: '2026-06-02T15:30:00+02:00' },
      'required',
      'dora_initial 2026-06-02T19:30:00+02:00',
    ],
    [
      { ...major, aware_at: '2026-06-02T09:00:00+02:00', dora_classified_at: '2026-06-03T07:00:00+02:00' },
      'required',
      'dora_initial 2026-06-03T09:00:00+02:00',
    ],
    // Not classified yet: the 24 hours run.
    [
      { ...major, aware_at: '2026-06-02T09:00:00+02:00' },
      'required',
      'dora_initial 2026-06-03T09:00:00+02:00',
    ],
    [{ ...major, ...SAT }, 'required', `${SATURDAY}${MONDAY}`],
    // Art. 5(5): no relief for a bank, a market infrastructure, a NIS2 entity; nor when nobody said.
    [{ ...major, ...SAT, sector: 'bank' }, 'required', SATURDAY],
    [{ ...major, ...SAT, sector: 'market_infrastructure' }, 'required', SATURDAY],
    [{ ...major, ...SAT, nis2_entity: true }, 'required', SATURDAY],
    [{ ...major, ...SAT, nis2_entity: null }, 'required', SATURDAY],
    [
      { ...major, aware_at: '2025-01-17T09:00:00+01:00' },
      'required',
      'dora_initial 2025-01-18T09:00:00+01:00 relief 2025-01-20T12:00:00+01:00',
    ],
    [{ ...major, aware_at: '2025-01-16T09:00:00+01:00' }, 'no'],
  ]),
  dora('dora_intermediate', 'dora_intermediate_sent_at', [
    ...doraCases('awaits dora_initial_sent_at'),
    [{ ...major, ...SENT }, 'required', `${SUNDAY}${AFTER}`],
    [{ ...major, ...SENT, sector: 'bank' }, 'required', SUNDAY],
    [{ ...major, ...SENT, sector: 'market_infrastructure' }, 'required', SUNDAY],
    [{ ...major, ...SENT, nis2_entity: true }, 'required', SUNDAY],
    [{ ...major, ...SENT, nis2_entity: null }, 'required', SUNDAY],
    [
      { ...major, dora_initial_sent_at: '2025-01-17T09:00:00+01:00' },
      'required',
      'dora_intermediate 2025-01-20T09:00:00+01:00',
    ],
    [{ ...major, dora_initial_sent_at: '2025-01-16T09:00:00+01:00' }, 'no'],
  ]),
  dora('dora_final', 'dora_final_sent_at', [
    ...doraCases('awaits dora_intermediate_sent_at'),
    // V32: All Saints.
    [
      { ...major, dora_intermediate_sent_at: '2026-10-01T10:00:00+02:00' },
      'required',
      'dora_final_one_month 2026-11-01T10:00:00+01:00',
    ],
    [
      { ...major, dora_intermediate_sent_at: '2025-01-17T10:00:00+01:00' },
      'required',
      'dora_final_one_month 2025-02-17T10:00:00+01:00',
    ],
    [{ ...major, dora_intermediate_sent_at: '2025-01-16T10:00:00+01:00' }, 'no'],
  ]),
  dora(
    'dora_clients',
    'clients_interests_told_at',
    [
      ...doraCases('words', { clients_financial_interests_hit: true }),
      [{ ...major, clients_financial_interests_hit: false }, 'no'],
      [major, 'depends', 'words'],
      [
        { ...major, clients_financial_interests_hit: true, aware_at: '2025-01-17T09:00:00+01:00' },
        'required',
        'words',
      ],
      [{ ...major, clients_financial_interests_hit: true, aware_at: '2025-01-16T09:00:00+01:00' }, 'no'],
    ],
    'clients',
  ),
  {
    ...dora('dora_threat', 'threat_notified_at', [
      ...FINANCIAL.map(
        (sector): Case => [
          { sector, small_entity: false, very_small_insurer: false, significant_cyber_threat: true },
          'required',
          'words',
        ],
      ),
      [{ sector: 'hosting', significant_cyber_threat: true }, 'no'],
      [{ sector: 'bank' }, 'depends', 'words'],
      [
        { significant_cyber_threat: true, small_entity: false, very_small_insurer: false },
        'depends',
        'words',
      ],
      [{ sector: 'bank', significant_cyber_threat: false }, 'no'],
      [{ sector: 'broker', small_entity: true, significant_cyber_threat: true }, 'no'],
      [{ sector: 'insurer', very_small_insurer: true, significant_cyber_threat: true }, 'no'],
      [{ sector: 'mutual', very_small_insurer: true, significant_cyber_threat: true }, 'no'],
      [{ sector: 'provident_institution', very_small_insurer: true, significant_cyber_threat: true }, 'no'],
      [
        { sector: 'bank', small_entity: true, very_small_insurer: true, significant_cyber_threat: true },
        'required',
        'words',
      ],
      [
        { sector: 'bank', significant_cyber_threat: true, aware_at: '2025-01-17T09:00:00+01:00' },
        'required',
        'words',
      ],
      [{ sector: 'bank', significant_cyber_threat: true, aware_at: '2025-01-16T09:00:00+01:00' }, 'no'],
    ]),
    nature: 'voluntary',
  },
]

const telecom = { sector: 'telecom', personal_data: true } as const
const harmed = { ...telecom, adverse_effect_on_subscribers: true, encrypted_at_rest: false } as const
const duty = (rule: string, to: string, done: string, cases: readonly Case[]): Expectation => ({
  rule,
  status: 'in_force',
  nature: 'duty',
  per: 'organisation',
  to,
  done,
  cases,
})

const communicationsExpectations: readonly Expectation[] = [
  duty('telecom_first', 'cnil', 'telecom_notified_at', [
    // V42; detection, not awareness; no threshold of risk.
    [
      {
        ...telecom,
        risk_decided: 'unlikely',
        detected_at: '2026-05-01T10:20:00+02:00',
        aware_at: '2026-05-03T10:20:00+02:00',
      },
      'required',
      'eprivacy_24h 2026-05-02T10:20:00+02:00',
    ],
    [
      // Whichever came first.
      { ...telecom, detected_at: '2026-05-02T10:20:00+02:00', aware_at: '2026-05-01T10:20:00+02:00' },
      'required',
      'eprivacy_24h 2026-05-02T10:20:00+02:00',
    ],
    [telecom, 'required', 'awaits detected_at,aware_at,told_by_supplier_at'],
    [{ ...telecom, personal_data: false }, 'no'],
    [{ ...telecom, sector: 'insurer' }, 'no'],
    [{ sector: 'telecom' }, 'depends', 'awaits detected_at,aware_at,told_by_supplier_at'],
    [{ personal_data: true }, 'depends', 'awaits detected_at,aware_at,told_by_supplier_at'],
  ]),
  duty('telecom_second', 'cnil', 'telecom_second_sent_at', [
    // V43: strict is 72 hours.
    [
      { ...telecom, telecom_first_complete: false, telecom_notified_at: '2026-04-30T09:00:00+02:00' },
      'required',
      'eprivacy_second_3d 2026-05-03T09:00:00+02:00',
    ],
    [telecom, 'unless', 'awaits telecom_notified_at'],
    [{ ...telecom, telecom_first_complete: true }, 'no'],
    [{ ...telecom, telecom_first_complete: false, personal_data: false }, 'no'],
    [{ ...telecom, telecom_first_complete: false, sector: 'insurer' }, 'no'],
    [{ sector: 'telecom', telecom_first_complete: false }, 'depends', 'awaits telecom_notified_at'],
    [{ personal_data: true, telecom_first_complete: false }, 'depends', 'awaits telecom_notified_at'],
  ]),
  duty('telecom_persons', 'persons', 'subscribers_told_at', [
    [harmed, 'required', 'words'],
    [{ ...harmed, encrypted_at_rest: null }, 'unless', 'words'],
    [{ ...harmed, encrypted_at_rest: true, key_compromised: false }, 'no'],
    [{ ...harmed, encrypted_at_rest: true, key_compromised: true }, 'required', 'words'],
    [{ ...harmed, encrypted_at_rest: false, key_compromised: false }, 'required', 'words'],
    [{ ...harmed, adverse_effect_on_subscribers: false }, 'no'],
    [telecom, 'depends', 'words'],
    [{ ...harmed, personal_data: false }, 'no'],
    [{ ...harmed, personal_data: null }, 'depends', 'words'],
    [{ ...harmed, sector: 'bank' }, 'no'],
    [{ ...harmed, sector: null }, 'depends', 'words'],
  ]),
  duty('telecom_security', 'network_authority', 'network_authority_told_at', [
    [{ sector: 'telecom', network_security_incident: true }, 'required', 'words'],
    [{ sector: 'telecom', network_security_incident: false }, 'no'],
    [{ sector: 'hosting', network_security_incident: true }, 'no'],
    [{ sector: 'telecom' }, 'depends', 'words'],
    [{ network_security_incident: true }, 'depends', 'words'],
  ]),
  ...(
    [
      ['eidas_supervisor', 'anssi', 'trust_supervisor_told_at'],
      ['eidas_persons', 'persons', 'trust_persons_told_at'],
    ] as const
  ).map(([rule, to, done]) =>
    duty(rule, to, done, [
      // V44: the holiday does not count.
      [
        { sector: 'trust_service', significant_trust_impact: true, aware_at: '2026-07-13T20:00:00+02:00' },
        'required',
        'eidas_24h 2026-07-14T20:00:00+02:00',
      ],
      [{ sector: 'trust_service', significant_trust_impact: false }, 'no'],
      [{ sector: 'hosting', significant_trust_impact: true }, 'no'],
      [{ sector: 'trust_service' }, 'depends', 'awaits aware_at,told_by_supplier_at'],
      [
        {
          sector: 'trust_service',
          significant_trust_impact: true,
          aware_at: '2026-07-13T20:00:00+02:00',
          told_by_supplier_at: '2026-07-12T20:00:00+02:00',
        },
        'required',
        'eidas_24h 2026-07-13T20:00:00+02:00',
      ],
      [
        {
          sector: 'trust_service',
          significant_trust_impact: true,
          aware_at: '2026-07-13T20:00:00+02:00',
          told_by_supplier_at: '2026-07-14T20:00:00+02:00',
        },
        'required',
        'eidas_24h 2026-07-14T20:00:00+02:00',
      ],
      [{ significant_trust_impact: true }, 'depends', 'awaits aware_at,told_by_supplier_at'],
    ]),
  ),
]

const product = { sector: 'other', product_with_digital_elements: true } as const
const none = { sector: 'other', product_with_digital_elements: false } as const
const maker = { sector: 'manufacturer' } as const
const either = { ...product, exploited_vulnerability: true, severe_product_incident: true } as const
const CRA = 'awaits product_aware_at,aware_at'
const NIGHT = '2026-11-10T23:15:00+01:00'

/** A vulnerability or an incident starts it, and either is enough. */
const craCases = (rule: string, due: string, dueOnFirstDay: string): readonly Case[] => [
  [{ ...product, exploited_vulnerability: true, product_aware_at: NIGHT }, 'required', `${rule} ${due}`],
  [
    {
      ...product,
      severe_product_incident: true,
      product_aware_at: NIGHT,
      aware_at: '2026-11-09T08:00:00+01:00',
    },
    'required',
    `${rule} ${due}`,
  ],
  [{ ...either, on: '2026-11-10' }, 'required', CRA],
  [{ ...product, on: '2026-11-10' }, 'depends', CRA],
  [{ ...product, exploited_vulnerability: false, severe_product_incident: false, on: '2026-11-10' }, 'no'],
  [{ ...either, ...none, on: '2026-11-10' }, 'no'],
  [{ ...either, ...none, ...maker, on: '2026-11-10' }, 'required', CRA],
  [{ sector: 'other', exploited_vulnerability: true, on: '2026-11-10' }, 'depends', CRA],
  [{ exploited_vulnerability: true, on: '2026-11-10' }, 'depends', CRA],
  [{ ...product, exploited_vulnerability: false, on: '2026-11-10' }, 'depends', CRA],
  [{ ...product, severe_product_incident: false, on: '2026-11-10' }, 'depends', CRA],
  [{ ...either, aware_at: '2026-09-11T10:00:00+02:00' }, 'required', `${rule} ${dueOnFirstDay}`],
  [{ ...either, aware_at: '2026-09-10T10:00:00+02:00' }, 'no'],
]

const productExpectations: readonly Expectation[] = [
  duty(
    'cra_early_warning',
    'enisa',
    'cra_warning_sent_at',
    craCases('cra_early_warning_24h', '2026-11-11T23:15:00+01:00', '2026-09-12T10:00:00+02:00'),
  ),
  duty(
    'cra_notification',
    'enisa',
    'cra_notified_at',
    craCases('cra_notification_72h', '2026-11-13T23:15:00+01:00', '2026-09-14T10:00:00+02:00'),
  ),
  duty('cra_final_vulnerability', 'enisa', 'cra_final_sent_at', [
    // V46.
    [
      { ...product, exploited_vulnerability: true, corrective_measure_at: '2026-12-11T10:00:00+01:00' },
      'required',
      'cra_final_14d 2026-12-25T10:00:00+01:00',
    ],
    [
      { ...product, exploited_vulnerability: true, on: '2026-11-10' },
      'required',
      'awaits corrective_measure_at',
    ],
    [{ ...product, exploited_vulnerability: false, severe_product_incident: true }, 'no'],
    [{ ...product, on: '2026-11-10' }, 'depends', 'awaits corrective_measure_at'],
    [{ exploited_vulnerability: true, on: '2026-11-10' }, 'depends', 'awaits corrective_measure_at'],
    [{ ...none, exploited_vulnerability: true }, 'no'],
    [
      { ...maker, exploited_vulnerability: true, on: '2026-11-10' },
      'required',
      'awaits corrective_measure_at',
    ],
    [
      { sector: 'other', exploited_vulnerability: true, on: '2026-11-10' },
      'depends',
      'awaits corrective_measure_at',
    ],
    [
      { ...product, exploited_vulnerability: true, corrective_measure_at: '2026-09-11T10:00:00+02:00' },
      'required',
      'cra_final_14d 2026-09-25T10:00:00+02:00',
    ],
    [{ ...product, exploited_vulnerability: true, corrective_measure_at: '2026-09-10T10:00:00+02:00' }, 'no'],
  ]),
  duty('cra_final_incident', 'enisa', 'cra_final_sent_at', [
    [
      { ...product, severe_product_incident: true, cra_notified_at: '2026-10-31T10:00:00+01:00' },
      'required',
      'cra_final_one_month 2026-11-30T10:00:00+01:00',
    ],
    [{ ...product, severe_product_incident: true, on: '2026-11-10' }, 'required', 'awaits cra_notified_at'],
    [{ ...product, exploited_vulnerability: true, severe_product_incident: false }, 'no'],
    [{ ...product, on: '2026-11-10' }, 'depends', 'awaits cra_notified_at'],
    [{ severe_product_incident: true, on: '2026-11-10' }, 'depends', 'awaits cra_notified_at'],
    [{ ...none, severe_product_incident: true }, 'no'],
    [{ ...maker, severe_product_incident: true, on: '2026-11-10' }, 'required', 'awaits cra_notified_at'],
    [
      { sector: 'other', severe_product_incident: true, on: '2026-11-10' },
      'depends',
      'awaits cra_notified_at',
    ],
    [
      { ...product, severe_product_incident: true, cra_notified_at: '2026-09-11T10:00:00+02:00' },
      'required',
      'cra_final_one_month 2026-10-11T10:00:00+02:00',
    ],
    [{ ...product, severe_product_incident: true, cra_notified_at: '2026-09-10T10:00:00+02:00' }, 'no'],
  ]),
  duty('mar_17', 'market', 'market_told_at', [
    [{ listed_issuer: true, inside_information: true }, 'required', 'words'],
    [{ listed_issuer: false, inside_information: true }, 'no'],
    [{ listed_issuer: true, inside_information: false }, 'no'],
    [{ listed_issuer: true }, 'depends', 'words'],
    [{ inside_information: true }, 'depends', 'words'],
  ]),
  duty('ai_act_73', 'ai_authority', 'ai_authority_told_at', [
    [{ high_risk_ai_incident: true, on: '2027-12-02' }, 'required', 'words'],
    [{ high_risk_ai_incident: true, on: '2027-12-01' }, 'no'],
    [{ high_risk_ai_incident: false, on: '2027-12-02' }, 'no'],
    [{ on: '2027-12-02' }, 'depends', 'words'],
  ]),
]

export const euActsExpectations: readonly Expectation[] = [
  ...nisExpectations,
  ...doraExpectations,
  ...communicationsExpectations,
  ...productExpectations,
]
