import type { Case, Expectation } from '../expectation.ts'

const STARTS = 'awaits access_request_received_at'
const asked = { roles: ['controller'], access_request_received: true } as const
const duty = (rule: string, done: string, cases: readonly Case[]): Expectation => ({
  rule,
  status: 'in_force',
  nature: 'duty',
  per: 'organisation',
  to: 'person',
  done,
  cases,
})

/** The two duties of whoever extends. */
const extended: readonly Case[] = [
  [{ ...asked, access_request_extension: true }, 'required', STARTS],
  [
    { roles: ['joint_controller'], access_request_received: true, access_request_extension: true },
    'required',
    STARTS,
  ],
  [asked, 'depends', STARTS],
  [{ roles: ['controller'], access_request_extension: true }, 'depends', STARTS],
  [{ ...asked, access_request_extension: false }, 'no'],
  [{ ...asked, access_request_received: false, access_request_extension: true }, 'no'],
  [{ ...asked, roles: ['processor'], access_request_extension: true }, 'no'],
  [
    { ...asked, access_request_extension: true, access_request_received_at: '2018-05-24T11:00:00+02:00' },
    'no',
  ],
]

export const accessExpectations: readonly Expectation[] = [
  duty('gdpr_12_3', 'access_request_answered_at', [
    // 31 January 2026: no 31 February (V19).
    [
      { ...asked, access_request_extension: false, access_request_received_at: '2026-01-31T09:00:00+01:00' },
      'required',
      'gdpr12_3_one_month 2026-02-28T09:00:00+01:00',
    ],
    [asked, 'unless', STARTS],
    [{ roles: ['joint_controller'], access_request_received: true }, 'unless', STARTS],
    [{ ...asked, access_request_extension: true }, 'no'],
    [{ roles: ['controller'], access_request_extension: false }, 'depends', STARTS],
    [{ ...asked, access_request_received: false }, 'no'],
    [{ ...asked, roles: ['processor'] }, 'no'],
    [
      { ...asked, access_request_extension: false, access_request_received_at: '2018-05-25T09:00:00+02:00' },
      'required',
      'gdpr12_3_one_month 2018-06-25T09:00:00+02:00',
    ],
    [
      { ...asked, access_request_extension: false, access_request_received_at: '2018-05-24T09:00:00+02:00' },
      'no',
    ],
  ]),
  duty('gdpr_12_3_notice', 'access_extension_told_at', [
    [
      { ...asked, access_request_extension: true, access_request_received_at: '2026-03-16T11:00:00+01:00' },
      'required',
      'gdpr12_3_one_month 2026-04-16T11:00:00+02:00',
    ],
    [
      { ...asked, access_request_extension: true, access_request_received_at: '2018-05-25T11:00:00+02:00' },
      'required',
      'gdpr12_3_one_month 2018-06-25T11:00:00+02:00',
    ],
    ...extended,
  ]),
  duty('gdpr_12_3_extension', 'access_request_answered_at', [
    [
      { ...asked, access_request_extension: true, access_request_received_at: '2026-03-16T11:00:00+01:00' },
      'required',
      'gdpr12_3_three_months 2026-06-16T11:00:00+02:00',
    ],
    [
      { ...asked, access_request_extension: true, access_request_received_at: '2018-05-25T11:00:00+02:00' },
      'required',
      'gdpr12_3_three_months 2018-08-25T11:00:00+02:00',
    ],
    ...extended,
  ]),
]
