import type { Case, Expectation } from '../expectation.ts'

const controller = { roles: ['controller'], personal_data: true } as const
const joint = { roles: ['joint_controller'], personal_data: true } as const

type Kind = Partial<Pick<Expectation, 'status' | 'nature' | 'done'>>
const act = (rule: string, to: string, cases: readonly Case[], kind: Kind = {}): Expectation => ({
  rule,
  status: 'practice',
  nature: 'voluntary',
  per: 'organisation',
  to,
  cases,
  ...kind,
})

/** Advice that a controller gives the people concerned; `given` is what else must hold. */
const adviceWhen = (given: Case[0], not: Case[0]): readonly Case[] => [
  [{ ...controller, ...given }, 'required', 'words'],
  [{ ...joint, ...given }, 'required', 'words'],
  [{ ...controller, ...not }, 'no'],
  [controller, 'depends', 'words'],
  [{ roles: ['controller'], ...given }, 'depends', 'words'],
  [{ ...controller, ...given, personal_data: false }, 'no'],
  [{ roles: ['processor'], personal_data: true, ...given }, 'no'],
]
const ADVICE: readonly Case[] = [
  [controller, 'required', 'words'],
  [joint, 'required', 'words'],
  [{ roles: ['controller'] }, 'depends', 'words'],
  [{ ...controller, personal_data: false }, 'no'],
  [{ roles: ['processor'], personal_data: true }, 'no'],
]
const onAttack: readonly Case[] = [
  [{ attack_on_data_system: true }, 'required', 'words'],
  [{ attack_on_data_system: false }, 'no'],
  [{}, 'depends', 'words'],
]
const FROM_DEBIT = 'awaits unauthorised_debit_on'

export const actExpectations: readonly Expectation[] = [
  act('victim_complaint', 'police', onAttack, { status: 'in_force', done: 'complaint_filed_at' }),
  act('assistance_17cyber', 'assistance', [[{}, 'required', 'words']]),
  act('anssi_report', 'anssi', onAttack, { done: 'anssi_told_at' }),
  act('plainte_en_ligne', 'police', [
    [{ theft: true, on: '2024-10-15' }, 'required', 'words'],
    [{ theft: true, on: '2024-10-14' }, 'no'],
    [{ theft: false, on: '2026-06-05' }, 'no'],
    [{ attack_on_data_system: true, theft: false, on: '2026-06-05' }, 'no'],
    [{ on: '2026-06-05' }, 'depends', 'words'],
  ]),
  act(
    'person_letter_of_complaint',
    'police',
    adviceWhen({ dedicated_complaint_form: true }, { dedicated_complaint_form: false }),
  ),
  act('person_inquiry_open', 'police', adviceWhen({ inquiry_open: true }, { inquiry_open: false })),
  act('person_pre_plainte', 'police', ADVICE),
  act('person_thesee', 'police', ADVICE),
  act('person_pharos', 'pharos', ADVICE),
  act('person_suspect_messages', 'spam', ADVICE),
  act('person_bank_watch', 'bank', adviceWhen({ financial_data: true }, { financial_data: false })),
  act('person_perceval', 'perceval', adviceWhen({ financial_data: true }, { financial_data: false })),
  act('person_account_files', 'files', ADVICE),
  act(
    'sepa_contest',
    'bank',
    [
      // 31 January 2027 + 13 months: 29 February 2028.
      [
        {
          unauthorised_debit: true,
          financial_data: true,
          payee_bank_outside_eea: false,
          unauthorised_debit_on: '2027-01-31T10:00:00+01:00',
        },
        'required',
        'sepa_contest_13_months 2028-02-29T10:00:00+01:00',
      ],
      [{ unauthorised_debit: true, financial_data: true }, 'unless', FROM_DEBIT],
      [{ unauthorised_debit: true, payee_bank_outside_eea: false }, 'unless', FROM_DEBIT],
      [{ unauthorised_debit: true, payee_bank_outside_eea: true }, 'no'],
      // No bank data leaked: the question of a debit is not even asked.
      [{ financial_data: false }, 'no'],
      [{ unauthorised_debit: true, financial_data: false, payee_bank_outside_eea: false }, 'no'],
      [{ payee_bank_outside_eea: false }, 'depends', FROM_DEBIT],
      [{ unauthorised_debit: false, payee_bank_outside_eea: false }, 'no'],
    ],
    { status: 'in_force', done: 'debit_contested_at' },
  ),
  act(
    'sepa_contest_outside_eea',
    'bank',
    [
      // 1 June 2026 + 70 days: 10 August.
      [
        {
          unauthorised_debit: true,
          financial_data: true,
          payee_bank_outside_eea: true,
          unauthorised_debit_on: '2026-06-01T10:00:00+02:00',
        },
        'required',
        'sepa_contest_70_days 2026-08-10T10:00:00+02:00',
      ],
      [{ unauthorised_debit: true, payee_bank_outside_eea: true }, 'unless', FROM_DEBIT],
      [{ unauthorised_debit: true, financial_data: false, payee_bank_outside_eea: true }, 'no'],
      [{ unauthorised_debit: true, payee_bank_outside_eea: false }, 'no'],
      [{ unauthorised_debit: true }, 'depends', FROM_DEBIT],
      [{ payee_bank_outside_eea: true }, 'depends', FROM_DEBIT],
      [{ unauthorised_debit: false, payee_bank_outside_eea: true }, 'no'],
    ],
    { status: 'in_force', done: 'debit_contested_at' },
  ),
  act(
    'blocked_filings',
    'tax_and_social',
    [
      // A tolerance, even granted, takes nothing away from it.
      [
        { filings_blocked: true, tax_tolerance_granted: true, social_tolerance_granted: true },
        'required',
        'words',
      ],
      [{ filings_blocked: false }, 'no'],
      [{}, 'depends', 'words'],
    ],
    { status: 'in_force', nature: 'duty' },
  ),
  act('tax_tolerance', 'tax', [
    [{ filings_blocked: true, tax_tolerance_granted: true }, 'required', 'words'],
    [{ filings_blocked: true, tax_tolerance_granted: false }, 'no'],
    [{ filings_blocked: false, tax_tolerance_granted: true }, 'no'],
    [{ filings_blocked: true }, 'depends', 'words'],
    [{ tax_tolerance_granted: true }, 'depends', 'words'],
  ]),
  act('social_tolerance', 'urssaf', [
    [{ filings_blocked: true, social_tolerance_granted: true }, 'required', 'words'],
    [{ filings_blocked: true, social_tolerance_granted: false }, 'no'],
    [{ filings_blocked: false, social_tolerance_granted: true }, 'no'],
    [{ filings_blocked: true }, 'depends', 'words'],
    [{ social_tolerance_granted: true }, 'depends', 'words'],
  ]),
  act(
    'penalty_relief',
    'tax',
    [
      [{ filings_blocked: true }, 'required', 'words'],
      [{ filings_blocked: false }, 'no'],
      [{}, 'depends', 'words'],
    ],
    { status: 'in_force' },
  ),
]
