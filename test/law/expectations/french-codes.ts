import type { Expectation } from '../expectation.ts'

const attack = { attack_on_data_system: true } as const
const insured = {
  acts_professionally: true,
  covered_against_attack: true,
  contract_under_french_code: true,
} as const
const KNOWN = 'awaits attack_known_at,aware_at,told_by_supplier_at'
const LOSS = 'awaits loss_known_at,attack_known_at,told_by_supplier_at,aware_at'

const insuranceExpectations: readonly Expectation[] = [
  {
    rule: 'lopmi_complaint',
    status: 'in_force',
    nature: 'condition_of_cover',
    per: 'organisation',
    to: 'police',
    done: 'complaint_filed_at',
    cases: [
      // V34: COAXIS, Friday 8 December 2023; the weekend counts.
      [
        { ...attack, ...insured, attack_known_at: '2023-12-08T09:00:00+01:00' },
        'required',
        'lopmi_complaint_72h 2023-12-11T09:00:00+01:00',
      ],
      // The earliest knowledge counts, whichever message brought it.
      [
        {
          ...attack,
          ...insured,
          attack_known_at: '2026-06-05T09:00:00+02:00',
          told_by_supplier_at: '2026-06-04T09:00:00+02:00',
          aware_at: '2026-06-08T09:00:00+02:00',
        },
        'required',
        'lopmi_complaint_72h 2026-06-07T09:00:00+02:00',
      ],
      [
        { ...attack, ...insured, aware_at: '2026-06-05T18:40:00+02:00' },
        'required',
        'lopmi_complaint_72h 2026-06-08T18:40:00+02:00',
      ],
      [{ ...attack, ...insured }, 'required', KNOWN],
      // Unknown cover is perhaps cover.
      [attack, 'unless', KNOWN],
      [{ ...attack, ...insured, covered_against_attack: null }, 'unless', KNOWN],
      [{ ...attack, ...insured, acts_professionally: null }, 'unless', KNOWN],
      [{ ...attack, ...insured, contract_under_french_code: null }, 'unless', KNOWN],
      [insured, 'depends', KNOWN],
      [{ ...insured, attack_on_data_system: false }, 'no'],
      [{ ...attack, ...insured, acts_professionally: false }, 'no'],
      [{ ...attack, ...insured, covered_against_attack: false }, 'no'],
      [{ ...attack, ...insured, contract_under_french_code: false }, 'no'],
      [
        { ...attack, ...insured, attack_known_at: '2023-04-24T09:00:00+02:00' },
        'required',
        'lopmi_complaint_72h 2023-04-27T09:00:00+02:00',
      ],
      [{ ...attack, ...insured, attack_known_at: '2023-04-23T09:00:00+02:00' }, 'no'],
    ],
  },
  {
    rule: 'insurer_declaration',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'insurer',
    done: 'insurer_told_at',
    cases: [
      // V39: Easter Monday does not count.
      [
        { insured_loss: true, theft: false, loss_known_at: '2026-04-01T15:00:00+02:00' },
        'required',
        'assurance_5_jours_ouvres 2026-04-10T00:00:00+02:00',
      ],
      // Knowledge of the loss decides, before that of the attack.
      [
        {
          insured_loss: true,
          theft: false,
          loss_known_at: '2026-04-01T15:00:00+02:00',
          attack_known_at: '2026-03-30T15:00:00+02:00',
        },
        'required',
        'assurance_5_jours_ouvres 2026-04-10T00:00:00+02:00',
      ],
      // As long as nobody says when the loss was known, the first knowledge of the attack stands for it.
      [
        {
          insured_loss: true,
          theft: false,
          attack_known_at: '2026-04-02T15:00:00+02:00',
          told_by_supplier_at: '2026-04-01T15:00:00+02:00',
        },
        'required',
        'assurance_5_jours_ouvres 2026-04-10T00:00:00+02:00',
      ],
      // A contract may give more, and never less.
      [
        {
          insured_loss: true,
          theft: false,
          loss_known_at: '2026-04-01T15:00:00+02:00',
          insurer_delay_working_days: 6,
        },
        'required',
        'assurance_5_jours_ouvres 2026-04-11T00:00:00+02:00',
      ],
      [
        {
          insured_loss: true,
          theft: false,
          loss_known_at: '2026-04-01T15:00:00+02:00',
          insurer_delay_working_days: 3,
        },
        'required',
        'assurance_5_jours_ouvres 2026-04-10T00:00:00+02:00',
      ],
      // 20 December, a holiday in La Réunion, is a Monday in 2027.
      [
        {
          insured_loss: true,
          theft: false,
          loss_known_at: '2027-12-16T15:00:00+01:00',
          holiday_region: 'reunion',
        },
        'required',
        'assurance_5_jours_ouvres 2027-12-25T00:00:00+01:00',
      ],
      // An attack, and a contract that covers attacks: due unless that contract cannot answer after all.
      [{ ...attack, covered_against_attack: true, theft: false }, 'unless', LOSS],
      [{ ...attack, covered_against_attack: true, insured_loss: true, theft: false }, 'required', LOSS],
      [{ ...attack, covered_against_attack: true, insured_loss: false, theft: false }, 'no'],
      [{ ...attack, covered_against_attack: false, theft: false }, 'depends', LOSS],
      [{ attack_on_data_system: false, covered_against_attack: true, theft: false }, 'depends', LOSS],
      [{ ...attack, theft: false }, 'depends', LOSS],
      [{ covered_against_attack: true, theft: false }, 'depends', LOSS],
      [{ insured_loss: true, theft: false }, 'required', LOSS],
      [{ insured_loss: true }, 'unless', LOSS],
      [{ theft: false }, 'depends', LOSS],
      [{ insured_loss: false, theft: false }, 'no'],
      [{ insured_loss: true, theft: true }, 'no'],
    ],
  },
  {
    rule: 'insurer_declaration_theft',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'insurer',
    done: 'insurer_told_at',
    cases: [
      // V41: Christmas Day does not count.
      [
        { insured_loss: true, theft: true, loss_known_at: '2026-12-24T10:00:00+01:00' },
        'required',
        'assurance_vol_2_jours_ouvres 2026-12-30T00:00:00+01:00',
      ],
      [
        {
          insured_loss: true,
          theft: true,
          loss_known_at: '2026-12-24T10:00:00+01:00',
          insurer_delay_working_days: 3,
        },
        'required',
        'assurance_vol_2_jours_ouvres 2026-12-31T00:00:00+01:00',
      ],
      [
        {
          insured_loss: true,
          theft: true,
          loss_known_at: '2027-12-17T10:00:00+01:00',
          holiday_region: 'reunion',
        },
        'required',
        'assurance_vol_2_jours_ouvres 2027-12-23T00:00:00+01:00',
      ],
      [
        {
          insured_loss: true,
          theft: true,
          loss_known_at: '2026-12-24T10:00:00+01:00',
          attack_known_at: '2026-12-21T10:00:00+01:00',
        },
        'required',
        'assurance_vol_2_jours_ouvres 2026-12-30T00:00:00+01:00',
      ],
      [
        {
          insured_loss: true,
          theft: true,
          attack_known_at: '2026-12-28T10:00:00+01:00',
          aware_at: '2026-12-24T10:00:00+01:00',
        },
        'required',
        'assurance_vol_2_jours_ouvres 2026-12-30T00:00:00+01:00',
      ],
      [{ ...attack, covered_against_attack: true, theft: true }, 'unless', LOSS],
      [{ ...attack, covered_against_attack: true, theft: false }, 'no'],
      [{ ...attack, covered_against_attack: true, insured_loss: false, theft: true }, 'no'],
      [{ ...attack, covered_against_attack: true, insured_loss: true, theft: true }, 'required', LOSS],
      [{ ...attack, theft: true }, 'depends', LOSS],
      [{ covered_against_attack: true, theft: true }, 'depends', LOSS],
      [{ insured_loss: true, theft: true }, 'required', LOSS],
      [{ insured_loss: true }, 'depends', LOSS],
      [{ theft: true }, 'depends', LOSS],
      [{ insured_loss: true, theft: false }, 'no'],
      [{ insured_loss: false, theft: true }, 'no'],
    ],
  },
]

const idle = { employees_idle: true } as const
const REQUESTED = { partial_activity_requested_at: '2023-12-31T10:00:00+01:00' } as const

const labourExpectations: readonly Expectation[] = [
  {
    rule: 'partial_activity_prior',
    status: 'in_force',
    nature: 'right',
    per: 'organisation',
    to: 'ddets',
    done: 'partial_activity_requested_at',
    cases: [
      [{ ...idle, idle_motive: 'motive_1' }, 'required', 'words'],
      [{ ...idle, idle_motive: 'motive_2' }, 'required', 'words'],
      [{ ...idle, idle_motive: 'motive_4' }, 'required', 'words'],
      [{ ...idle, idle_motive: 'motive_3' }, 'no'],
      [{ ...idle, idle_motive: 'motive_5' }, 'no'],
      // A prior request is the rule; the motive may free one from it.
      [idle, 'unless', 'words'],
      [{ employees_idle: false, idle_motive: 'motive_1' }, 'no'],
      [{ idle_motive: 'motive_1' }, 'depends', 'words'],
    ],
  },
  {
    rule: 'partial_activity_30d',
    status: 'in_force',
    nature: 'right',
    per: 'organisation',
    to: 'ddets',
    done: 'partial_activity_requested_at',
    cases: [
      // V36: the first day counts.
      [
        { ...idle, idle_motive: 'motive_5', first_idle_day: '2023-12-11' },
        'required',
        'activite_partielle_30d 2024-01-10T00:00:00+01:00',
      ],
      [{ ...idle, idle_motive: 'motive_3' }, 'required', 'awaits first_idle_day'],
      [{ ...idle, idle_motive: 'motive_1' }, 'no'],
      [{ ...idle, idle_motive: 'motive_2' }, 'no'],
      [{ ...idle, idle_motive: 'motive_4' }, 'no'],
      [idle, 'depends', 'awaits first_idle_day'],
      [{ idle_motive: 'motive_5' }, 'depends', 'awaits first_idle_day'],
      [{ employees_idle: false, idle_motive: 'motive_5' }, 'no'],
    ],
  },
  {
    rule: 'works_council_prior',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'works_council',
    done: 'works_council_consulted_at',
    cases: [
      [{ ...idle, headcount: 50, idle_motive: 'motive_1' }, 'required', 'words'],
      [{ ...idle, headcount: 49, idle_motive: 'motive_1' }, 'no'],
      [{ ...idle, headcount: 50, idle_motive: 'motive_3' }, 'no'],
      [{ ...idle, headcount: 50, idle_motive: 'motive_5' }, 'no'],
      [{ ...idle, headcount: 50 }, 'unless', 'words'],
      [{ ...idle, idle_motive: 'motive_4' }, 'depends', 'words'],
      [{ headcount: 50, idle_motive: 'motive_1' }, 'depends', 'words'],
      [{ employees_idle: false, headcount: 50, idle_motive: 'motive_1' }, 'no'],
    ],
  },
  {
    rule: 'works_council_after',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'works_council',
    done: 'works_council_consulted_at',
    cases: [
      // No 31 February: the last day of the month, in a leap year.
      [
        { ...idle, headcount: 50, idle_motive: 'motive_5', ...REQUESTED },
        'required',
        'works_council_2_months 2024-02-29T10:00:00+01:00',
      ],
      [
        { ...idle, headcount: 50, idle_motive: 'motive_3' },
        'required',
        'awaits partial_activity_requested_at',
      ],
      [{ ...idle, headcount: 49, idle_motive: 'motive_5' }, 'no'],
      [{ ...idle, headcount: 50, idle_motive: 'motive_1' }, 'no'],
      [{ ...idle, headcount: 50 }, 'depends', 'awaits partial_activity_requested_at'],
      [{ ...idle, idle_motive: 'motive_5' }, 'depends', 'awaits partial_activity_requested_at'],
      [{ headcount: 50, idle_motive: 'motive_5' }, 'depends', 'awaits partial_activity_requested_at'],
      [{ employees_idle: false, headcount: 50, idle_motive: 'motive_5' }, 'no'],
    ],
  },
  {
    rule: 'partial_activity_answer',
    status: 'in_force',
    nature: 'voluntary',
    per: 'organisation',
    to: 'employer',
    done: 'partial_activity_decided_at',
    cases: [
      [
        { ...idle, partial_activity_requested_at: '2023-12-13T10:00:00+01:00' },
        'required',
        'partial_activity_answer_15d 2023-12-29T00:00:00+01:00',
      ],
      [idle, 'required', 'awaits partial_activity_requested_at'],
      [{ employees_idle: false }, 'no'],
      [{}, 'depends', 'awaits partial_activity_requested_at'],
    ],
  },
]

const grave = { sector: 'care', health_incident_grave: true } as const
const healthExpectations: readonly Expectation[] = [
  {
    rule: 'health_incident',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'ans',
    done: 'health_agency_told_at',
    cases: [
      [{ ...grave, on: '2026-06-05' }, 'required', 'words'],
      [{ ...grave, on: '2022-04-29' }, 'required', 'words'],
      [{ sector: 'care', on: '2026-06-05' }, 'depends', 'words'],
      [{ health_incident_grave: true, on: '2026-06-05' }, 'depends', 'words'],
      [{ sector: 'care', health_incident_grave: false, on: '2026-06-05' }, 'no'],
      [{ sector: 'mutual', health_incident_grave: true, on: '2026-06-05' }, 'no'],
      [{ sector: 'third_party_payment', health_incident_grave: true, on: '2026-06-05' }, 'no'],
    ],
  },
  {
    // The superseded wording: to the regional agency.
    rule: 'health_incident',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'ars',
    done: 'health_agency_told_at',
    cases: [
      [{ ...grave, on: '2022-04-28' }, 'required', 'words'],
      [{ sector: 'care', on: '2020-01-01' }, 'depends', 'words'],
      [{ health_incident_grave: true, on: '2020-01-01' }, 'depends', 'words'],
      [{ sector: 'care', health_incident_grave: false, on: '2020-01-01' }, 'no'],
      [{ sector: 'insurer', health_incident_grave: true, on: '2020-01-01' }, 'no'],
    ],
  },
  {
    rule: 'health_host_client',
    status: 'contract',
    nature: 'duty',
    per: 'client',
    to: 'client',
    done: 'clients_told_at',
    cases: [
      [{ roles: ['processor'], certified_health_host: true }, 'required', 'words'],
      [{ roles: ['sub_processor'], certified_health_host: true }, 'required', 'words'],
      [{ roles: ['processor'] }, 'depends', 'words'],
      [{ roles: ['processor'], certified_health_host: false }, 'no'],
      [{ roles: ['controller'], certified_health_host: true }, 'no'],
    ],
  },
]

const vital = { vital_operator: true, vital_system_hit: true } as const
const publisher = {
  sector: 'hosting',
  publishes_software: true,
  product_vulnerability_significant: true,
} as const
const defenceExpectations: readonly Expectation[] = [
  {
    rule: 'oiv_incident',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'anssi',
    done: 'anssi_told_at',
    cases: [
      [vital, 'required', 'words'],
      [{ ...vital, vital_operator: false }, 'no'],
      [{ ...vital, vital_system_hit: false }, 'no'],
      [{ vital_operator: true }, 'depends', 'words'],
      [{ vital_system_hit: true }, 'depends', 'words'],
    ],
  },
  ...(
    [
      ['publisher_anssi', 'anssi', 'anssi_told_at'],
      ['publisher_users', 'users', 'users_of_product_told_at'],
    ] as const
  ).map(
    ([rule, to, done]): Expectation => ({
      rule,
      status: 'in_force',
      nature: 'duty',
      per: 'organisation',
      to,
      done,
      cases: [
        [{ ...publisher, on: '2026-06-05' }, 'required', 'words'],
        [{ ...publisher, publishes_software: false }, 'no'],
        [{ ...publisher, product_vulnerability_significant: false }, 'no'],
        [
          { sector: 'software_publisher', product_vulnerability_significant: true, on: '2026-06-05' },
          'required',
          'words',
        ],
        [{ sector: 'software_publisher', product_vulnerability_significant: false }, 'no'],
        [{ publishes_software: true }, 'depends', 'words'],
        [{ sector: 'hosting', product_vulnerability_significant: true }, 'depends', 'words'],
        [{ product_vulnerability_significant: true }, 'depends', 'words'],
        [{ ...publisher, aware_at: '2024-06-01T10:00:00+02:00' }, 'required', 'words'],
        [{ ...publisher, aware_at: '2024-05-31T10:00:00+02:00' }, 'no'],
      ],
    }),
  ),
]

const consumerExpectations: readonly Expectation[] = [
  {
    rule: 'consumer_notice',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'dgccrf',
    cases: [
      [{ roles: ['controller'], personal_data: true, risk_decided: 'high' }, 'no'],
      [{}, 'no'],
    ],
  },
  {
    rule: 'credit_monitoring',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'persons',
    cases: [
      [{ roles: ['controller'], personal_data: true, financial_data: true }, 'no'],
      [{}, 'no'],
    ],
  },
]

export const frenchCodesExpectations: readonly Expectation[] = [
  ...insuranceExpectations,
  ...labourExpectations,
  ...healthExpectations,
  ...defenceExpectations,
  ...consumerExpectations,
]
