import type { AudienceKind, DataCategory } from './model.ts'
import { CATEGORIES } from './model.ts'
import { type Because, opening, type PlannedBlock, type PlannedSentence, planned } from './plan.ts'
import type { ItemId } from './wording/fr.ts'

/** What each kind of data may lead to. The first must be said: art. 34(2) asks for the likely consequences. */
export const CONSEQUENCES: Record<DataCategory, readonly [ItemId, ...ItemId[]]> = {
  surname: ['consequence.identity'],
  first_names: ['consequence.identity'],
  birth_date: ['consequence.identity'],
  birth_rank: ['consequence.identity'],
  nir: ['consequence.identity', 'consequence.phishing', 'consequence.nir', 'consequence.nir_lasting'],
  insurer_name: ['consequence.phishing'],
  contract_number: ['consequence.phishing'],
  member_number: ['consequence.phishing'],
  cover: ['consequence.phishing'],
  email: ['consequence.email'],
  phone: ['consequence.phone'],
  postal_address: ['consequence.postal_address'],
  bank_details: ['consequence.bank_details'],
  medical_data: ['consequence.medical_data'],
  reimbursements: ['consequence.reimbursements'],
  password: ['consequence.password'],
}

/** What the reader can do about each kind of data, and the notice must say (art. 34(2) with art. 33(3)(d)). */
export const ADVICE: Record<DataCategory, ItemId> = {
  surname: 'todo.no_code',
  first_names: 'todo.no_code',
  birth_date: 'todo.no_code',
  birth_rank: 'todo.no_code',
  nir: 'todo.nir_accounts',
  insurer_name: 'todo.no_code',
  contract_number: 'todo.no_code',
  member_number: 'todo.no_code',
  cover: 'todo.no_code',
  email: 'todo.mailbox',
  phone: 'todo.no_code',
  postal_address: 'todo.letters',
  bank_details: 'todo.bank',
  medical_data: 'todo.pressure',
  reimbursements: 'todo.watch',
  password: 'todo.password',
}

/** Consequences of the data that was exposed, each with the first kind of data that asks for it. */
export function planConsequences(
  exposed: readonly DataCategory[],
  audience: AudienceKind,
  condition?: ItemId,
): PlannedBlock[] {
  const found = new Map<ItemId, PlannedSentence>()
  for (const category of CATEGORIES.filter((one) => exposed.includes(one)))
    for (const item of CONSEQUENCES[category])
      if (!found.has(item)) {
        const required = exposed.some((one) => CONSEQUENCES[one][0] === item)
        found.set(item, planned(item, { because: 'exposed', category }, { required }))
      }
  if (audience === 'parent_of_minor')
    found.set('consequence.minor', planned('consequence.minor', { because: 'reader' }))
  return [
    ...(condition ? [opening(condition, { because: 'standing' })] : []),
    { kind: 'list', ordered: false, orderFree: true, sentences: [...found.values()] },
  ]
}

interface Advised {
  readonly item: ItemId
  /** Said by default with one of these kinds of data; always where absent. */
  readonly with?: readonly DataCategory[]
  /** May be added, and is not said by default. */
  readonly option?: boolean
  readonly only?: AudienceKind
  /** Passwords of the dead are not changed: accounts are closed. */
  readonly notTo?: AudienceKind
}

const NOT_TO: AudienceKind = 'relative_of_deceased'

/** In order of urgency: what stops a loss, what stops a fraud, what is watched, what comes after. */
const TODO: readonly Advised[] = [
  { item: 'todo.password', with: ['password'] },
  { item: 'todo.bank', with: ['bank_details'] },
  { item: 'todo.no_code' },
  { item: 'todo.no_link' },
  { item: 'todo.nir_accounts', with: ['nir'] },
  { item: 'todo.mailbox', with: ['email', 'password'] },
  { item: 'todo.reused', with: ['password'], notTo: NOT_TO },
  { item: 'todo.password_rule', with: ['nir', 'email', 'password'], notTo: NOT_TO },
  { item: 'todo.letters', with: ['postal_address'] },
  { item: 'todo.pressure', with: ['medical_data'] },
  { item: 'todo.child', only: 'parent_of_minor' },
  { item: 'todo.watch' },
  { item: 'todo.report_sms', with: ['phone'], option: true },
  { item: 'todo.evidence' },
  { item: 'todo.complaint_desk' },
  { item: 'todo.complaint' },
  { item: 'todo.help', option: true },
]

/** What to do today, in order of urgency; what does not fit the data exposed may still be added. */
export function planTodo(exposed: readonly DataCategory[], audience: AudienceKind): PlannedBlock[] {
  const sentences = TODO.filter(
    ({ only, notTo }) => (!only || only === audience) && notTo !== audience,
  ).flatMap((advised) => advice(advised, exposed))
  return [{ kind: 'list', ordered: true, orderFree: true, sentences }]
}

/** Items about one kind of data are offered only where they make sense: a bank is not spoken of without bank details. */
const ONLY_WITH: readonly ItemId[] = [
  'todo.password',
  'todo.bank',
  'todo.nir_accounts',
  'todo.letters',
  'todo.pressure',
]

function advice(advised: Advised, exposed: readonly DataCategory[]): PlannedSentence[] {
  const { item, option = false } = advised
  const asking = CATEGORIES.find((category) => exposed.includes(category) && ADVICE[category] === item)
  const because = asking ?? advised.with?.find((category) => exposed.includes(category))
  if (!because && ONLY_WITH.includes(item)) return []
  const why: Because = option
    ? { because: 'option' }
    : because
      ? { because: 'exposed', category: because }
      : advised.only
        ? { because: 'reader' }
        : { because: advised.with ? 'option' : 'habit' }
  return [planned(item, why, { required: asking !== undefined })]
}

export function planNever(): PlannedBlock[] {
  const items = ['never.password', 'never.bank', 'never.nir', 'never.payment'] as const
  return [
    opening('never.intro', { because: 'habit' }),
    {
      kind: 'list',
      ordered: false,
      orderFree: true,
      sentences: items.map((item) => planned(item, { because: 'habit' })),
    },
  ]
}
