import type { AudienceKind, DataCategory } from './model.ts'
import { CATEGORIES } from './model.ts'
import { type Because, opening, type PlannedBlock, type PlannedSentence, planned } from './plan.ts'
import type { ItemId } from './wording/fr.ts'

/** What each kind of data may lead to. Every kind has at least one: art. 34(2) asks for the likely consequences. */
export const CONSEQUENCES: Record<DataCategory, readonly ItemId[]> = {
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

/** Consequences of the data that was exposed, each with the first kind of data that asks for it. */
export function planConsequences(
  exposed: readonly DataCategory[],
  audience: AudienceKind,
  condition?: ItemId,
): PlannedBlock[] {
  const found = new Map<ItemId, PlannedSentence>()
  for (const category of CATEGORIES.filter((one) => exposed.includes(one)))
    for (const item of CONSEQUENCES[category])
      if (!found.has(item))
        found.set(item, planned(item, { because: 'exposed', category }, { required: true }))
  if (audience === 'parent_of_minor')
    found.set('consequence.minor', planned('consequence.minor', { because: 'reader' }))
  return [
    ...(condition ? [opening(condition, { because: 'standing' })] : []),
    { kind: 'list', ordered: false, orderFree: true, sentences: [...found.values()] },
  ]
}

/** What to do today, in order of urgency. */
export function planTodo(exposed: readonly DataCategory[], audience: AudienceKind): PlannedBlock[] {
  const when = (category: DataCategory, item: ItemId): PlannedSentence[] =>
    exposed.includes(category) ? [planned(item, { because: 'exposed', category }, { required: true })] : []
  const habit: Because = { because: 'habit' }
  return [
    {
      kind: 'list',
      ordered: true,
      orderFree: true,
      sentences: [
        ...when('password', 'todo.password'),
        planned('todo.no_code', habit),
        planned('todo.no_link', habit),
        ...when('nir', 'todo.nir_accounts'),
        ...when('bank_details', 'todo.bank'),
        ...(audience === 'parent_of_minor' ? [planned('todo.child', { because: 'reader' })] : []),
        planned('todo.watch', habit),
        planned('todo.complaint', habit),
      ],
    },
  ]
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
