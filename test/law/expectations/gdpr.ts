import type { Expectation } from '../expectation.ts'

/** Friday evening; the weekend counts (law.md, 2.1). */
const A = '2026-06-05T18:40:00+02:00'
const DUE = 'gdpr33_72h 2026-06-08T18:40:00+02:00'
const STARTS = 'awaits aware_at,told_by_supplier_at'
const controller = { roles: ['controller'], personal_data: true } as const
const joint = { roles: ['joint_controller'], personal_data: true } as const
const processor = { roles: ['processor'], personal_data: true } as const
const sub = { roles: ['sub_processor'], personal_data: true } as const
const high = { ...controller, risk_decided: 'high' } as const
const shut = {
  breach_type: ['C'],
  encrypted_at_rest: false,
  later_measures_remove_risk: false,
  disproportionate_effort: false,
} as const

const locked = { encrypted_at_rest: true, key_compromised: false } as const

export const gdprExpectations: readonly Expectation[] = [
  {
    rule: 'gdpr_33_1',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'cnil',
    done: 'authority_notified_at',
    cases: [
      [{ ...controller, risk_decided: 'risk', aware_at: A }, 'required', DUE],
      [{ ...controller, risk_decided: 'high', aware_at: A }, 'required', DUE],
      [{ ...joint, risk_decided: 'risk', aware_at: A }, 'required', DUE],
      // Nobody weighed the risk yet: due unless it is unlikely.
      [{ ...controller, aware_at: A }, 'unless', DUE],
      [{ ...controller, aware_at: A, risk_decided: 'unlikely' }, 'no'],
      // Told by its supplier, a controller is aware: whichever came first starts the 72 hours.
      [{ ...controller, risk_decided: 'risk', told_by_supplier_at: A }, 'required', DUE],
      [
        {
          ...controller,
          risk_decided: 'risk',
          aware_at: A,
          told_by_supplier_at: '2026-06-06T09:00:00+02:00',
        },
        'required',
        DUE,
      ],
      [
        {
          ...controller,
          risk_decided: 'risk',
          aware_at: A,
          told_by_supplier_at: '2026-06-05T09:00:00+02:00',
        },
        'required',
        'gdpr33_72h 2026-06-08T09:00:00+02:00',
      ],
      [{ ...controller, risk_decided: 'risk' }, 'required', STARTS],
      [{ roles: ['controller'], risk_decided: 'risk' }, 'depends', STARTS],
      [{ ...controller, personal_data: false, risk_decided: 'risk' }, 'no'],
      [{ ...processor, aware_at: A, risk_decided: 'risk' }, 'no'],
      [
        { ...controller, risk_decided: 'risk', aware_at: '2018-05-25T10:00:00+02:00' },
        'required',
        'gdpr33_72h 2018-05-28T10:00:00+02:00',
      ],
      [{ ...controller, risk_decided: 'risk', aware_at: '2018-05-24T10:00:00+02:00' }, 'no'],
    ],
  },
  {
    rule: 'cnil_complementary',
    status: 'practice',
    nature: 'duty',
    per: 'organisation',
    to: 'cnil',
    done: 'authority_complement_filed_at',
    cases: [
      [
        {
          ...controller,
          risk_decided: 'risk',
          initial_notification_complete: false,
          authority_notified_at: '2026-06-05T12:17:00+02:00',
        },
        'required',
        'cnil_complementary 2026-06-08T12:17:00+02:00',
      ],
      [
        { ...joint, risk_decided: 'high', initial_notification_complete: false },
        'required',
        'awaits authority_notified_at',
      ],
      [{ ...controller, risk_decided: 'risk' }, 'unless', 'awaits authority_notified_at'],
      [{ ...controller, initial_notification_complete: false }, 'unless', 'awaits authority_notified_at'],
      [{ ...controller, risk_decided: 'unlikely', initial_notification_complete: false }, 'no'],
      [{ ...controller, risk_decided: 'risk', initial_notification_complete: true }, 'no'],
      [{ roles: ['controller'], risk_decided: 'risk' }, 'depends', 'awaits authority_notified_at'],
      [{ ...controller, personal_data: false, risk_decided: 'risk' }, 'no'],
      [{ ...processor, risk_decided: 'risk' }, 'no'],
      [
        {
          ...controller,
          risk_decided: 'risk',
          initial_notification_complete: false,
          authority_notified_at: '2018-05-25T10:00:00+02:00',
        },
        'required',
        'cnil_complementary 2018-05-28T10:00:00+02:00',
      ],
      [
        {
          ...controller,
          risk_decided: 'risk',
          initial_notification_complete: false,
          authority_notified_at: '2018-05-24T10:00:00+02:00',
        },
        'no',
      ],
    ],
  },
  {
    rule: 'gdpr_33_2',
    status: 'in_force',
    nature: 'duty',
    per: 'client',
    to: 'client',
    done: 'clients_told_at',
    cases: [
      // Any breach: the risk is the client's to weigh.
      [{ ...processor, risk_decided: 'unlikely', aware_at: A }, 'required', 'words'],
      [sub, 'required', 'words'],
      [{ ...controller, aware_at: A }, 'no'],
      [{ ...processor, personal_data: false }, 'no'],
      [{ roles: ['processor'] }, 'depends', 'words'],
      [{ ...processor, aware_at: '2018-05-25T10:00:00+02:00' }, 'required', 'words'],
      [{ ...processor, aware_at: '2018-05-24T10:00:00+02:00' }, 'no'],
    ],
  },
  {
    rule: 'gdpr_33_1_mandated',
    status: 'in_force',
    nature: 'duty',
    per: 'client',
    to: 'cnil',
    cases: [
      [{ ...processor, mandated_to_notify: true, risk_decided: 'risk' }, 'required', 'words'],
      [{ ...sub, mandated_to_notify: true, risk_decided: 'high' }, 'required', 'words'],
      [{ ...processor, mandated_to_notify: true }, 'unless', 'words'],
      [{ ...processor, mandated_to_notify: true, risk_decided: 'unlikely' }, 'no'],
      [{ ...processor, mandated_to_notify: false }, 'no'],
      [{ ...processor, risk_decided: 'risk' }, 'depends', 'words'],
      [{ ...processor, personal_data: false, mandated_to_notify: true, risk_decided: 'risk' }, 'no'],
      [{ roles: ['processor'], mandated_to_notify: true, risk_decided: 'risk' }, 'depends', 'words'],
      [{ ...controller, mandated_to_notify: true, risk_decided: 'risk' }, 'no'],
      [
        {
          ...processor,
          mandated_to_notify: true,
          risk_decided: 'risk',
          aware_at: '2018-05-25T10:00:00+02:00',
        },
        'required',
        'words',
      ],
      [
        {
          ...processor,
          mandated_to_notify: true,
          risk_decided: 'risk',
          aware_at: '2018-05-24T10:00:00+02:00',
        },
        'no',
      ],
    ],
  },
  {
    rule: 'gdpr_33_5',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'register',
    done: 'register_entered_at',
    cases: [
      // Every breach, whatever the risk (EDPB 01/2021 §15).
      [{ ...controller, risk_decided: 'unlikely' }, 'required', 'words'],
      [joint, 'required', 'words'],
      [processor, 'no'],
      [{ ...controller, personal_data: false }, 'no'],
      [{ roles: ['controller'] }, 'depends', 'words'],
      [{ ...controller, aware_at: '2018-05-25T10:00:00+02:00' }, 'required', 'words'],
      [{ ...controller, aware_at: '2018-05-24T10:00:00+02:00' }, 'no'],
    ],
  },
  {
    rule: 'gdpr_34',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'persons',
    done: 'persons_told_at',
    cases: [
      [{ ...high, ...shut }, 'required', 'words'],
      [{ ...joint, risk_decided: 'high', ...shut }, 'required', 'words'],
      [high, 'unless', 'words'],
      [{ ...controller, risk_decided: 'risk' }, 'no'],
      [{ ...controller, risk_decided: 'unlikely' }, 'no'],
      [{ ...controller, ...shut }, 'depends', 'words'],
      [{ ...processor, risk_decided: 'high' }, 'no'],
      [{ ...high, personal_data: false }, 'no'],
      [{ roles: ['controller'], risk_decided: 'high', ...shut }, 'depends', 'words'],
      // 34(3)(a): encrypted and the key safe.
      [{ ...high, ...shut, encrypted_at_rest: true, key_compromised: false }, 'no'],
      [{ ...high, ...shut, encrypted_at_rest: true, key_compromised: true }, 'required', 'words'],
      [{ ...high, ...shut, encrypted_at_rest: true }, 'unless', 'words'],
      // Encryption mends nothing where care waits for the data.
      [{ ...high, ...shut, ...locked, breach_type: ['A'] }, 'required', 'words'],
      [{ ...high, ...shut, ...locked, breach_type: ['C', 'I'] }, 'required', 'words'],
      [{ ...high, ...shut, ...locked, breach_type: null }, 'unless', 'words'],
      [{ ...high, ...shut, encrypted_at_rest: false, key_compromised: false }, 'required', 'words'],
      // 34(3)(b).
      [{ ...high, ...shut, later_measures_remove_risk: true }, 'no'],
      // 34(3)(c), closed to whoever holds the contact details (Viamedis).
      [{ ...high, ...shut, disproportionate_effort: true, contact_details_held: false }, 'no'],
      [{ ...high, ...shut, disproportionate_effort: true, contact_details_held: true }, 'required', 'words'],
      [{ ...high, ...shut, disproportionate_effort: true }, 'unless', 'words'],
      [
        { ...high, ...shut, disproportionate_effort: false, contact_details_held: false },
        'required',
        'words',
      ],
      [{ ...high, ...shut, aware_at: '2018-05-25T10:00:00+02:00' }, 'required', 'words'],
      [{ ...high, ...shut, aware_at: '2018-05-24T10:00:00+02:00' }, 'no'],
    ],
  },
  {
    rule: 'gdpr_34_public',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'public',
    done: 'persons_told_publicly_at',
    cases: [
      [{ ...high, disproportionate_effort: true, contact_details_held: false }, 'required', 'words'],
      [
        { ...joint, risk_decided: 'high', disproportionate_effort: true, contact_details_held: false },
        'required',
        'words',
      ],
      [{ ...high, disproportionate_effort: true, contact_details_held: true }, 'no'],
      [{ ...high, disproportionate_effort: false, contact_details_held: false }, 'no'],
      [{ ...high, disproportionate_effort: true }, 'depends', 'words'],
      [{ ...high, contact_details_held: false }, 'depends', 'words'],
      [
        { ...controller, risk_decided: 'risk', disproportionate_effort: true, contact_details_held: false },
        'no',
      ],
      [{ ...controller, disproportionate_effort: true, contact_details_held: false }, 'depends', 'words'],
      [
        { ...processor, risk_decided: 'high', disproportionate_effort: true, contact_details_held: false },
        'no',
      ],
      [{ ...high, personal_data: false, disproportionate_effort: true, contact_details_held: false }, 'no'],
      [
        {
          ...high,
          disproportionate_effort: true,
          contact_details_held: false,
          aware_at: '2018-05-25T10:00:00+02:00',
        },
        'required',
        'words',
      ],
      [
        {
          ...high,
          disproportionate_effort: true,
          contact_details_held: false,
          aware_at: '2018-05-24T10:00:00+02:00',
        },
        'no',
      ],
    ],
  },
  {
    rule: 'gdpr_34_mandate',
    status: 'practice',
    nature: 'voluntary',
    per: 'organisation',
    to: 'mandated',
    cases: [
      [{ ...controller, telling_mandated_to_other: true }, 'required', 'words'],
      [{ ...joint, telling_mandated_to_other: true }, 'required', 'words'],
      [{ ...controller, telling_mandated_to_other: false }, 'no'],
      [controller, 'depends', 'words'],
      [{ ...processor, telling_mandated_to_other: true }, 'no'],
      [{ ...controller, personal_data: false, telling_mandated_to_other: true }, 'no'],
      [
        { ...controller, telling_mandated_to_other: true, aware_at: '2018-05-25T10:00:00+02:00' },
        'required',
        'words',
      ],
      [{ ...controller, telling_mandated_to_other: true, aware_at: '2018-05-24T10:00:00+02:00' }, 'no'],
    ],
  },
  {
    rule: 'unaffected_notice',
    status: 'in_force',
    nature: 'duty',
    per: 'organisation',
    to: 'unaffected',
    cases: [
      [high, 'no'],
      [{}, 'no'],
    ],
  },
  {
    // A proposal is never due, whatever the facts.
    rule: 'gdpr_33_1_omnibus',
    status: 'proposed',
    nature: 'duty',
    per: 'organisation',
    to: 'cnil',
    cases: [
      [{ ...high, aware_at: A }, 'would apply', 'words'],
      [{ ...joint, risk_decided: 'high' }, 'would apply', 'words'],
      [{ ...controller, risk_decided: 'risk', aware_at: A }, 'no'],
      [controller, 'would depend', 'words'],
      [{ ...high, personal_data: false }, 'no'],
      [{ ...processor, risk_decided: 'high' }, 'no'],
    ],
  },
  {
    rule: 'edpb_template',
    status: 'proposed',
    nature: 'duty',
    per: 'organisation',
    to: 'cnil',
    cases: [
      [controller, 'would apply', 'words'],
      [joint, 'would apply', 'words'],
      [{ roles: ['controller'] }, 'would depend', 'words'],
      [{ ...controller, personal_data: false }, 'no'],
      [processor, 'no'],
    ],
  },
]
