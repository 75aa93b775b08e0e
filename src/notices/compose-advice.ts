import type { AudienceKind, Block, DataCategory } from './model.ts'
import { CATEGORIES } from './model.ts'
import type { ItemId } from './wording/fr.ts'
import type { Writer } from './writer.ts'

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

/** Consequences, what to do in order of urgency, and what will never be asked, for the data that was exposed. */
export function composeAdvice(
  writer: Writer,
  exposed: readonly DataCategory[],
  audience: AudienceKind,
  condition?: ItemId,
) {
  const say = (items: readonly ItemId[], ordered: boolean): Block => ({
    kind: 'list',
    ordered,
    items: items.map((item) => writer.say(item)),
  })
  return {
    consequences: [
      ...(condition ? [{ kind: 'paragraph' as const, sentences: [writer.say(condition)] }] : []),
      say(consequencesOf(exposed, audience), false),
    ],
    todo: [say(todoFor(exposed, audience), true)],
    never: [
      { kind: 'paragraph' as const, sentences: [writer.say('never.intro')] },
      say(['never.password', 'never.bank', 'never.nir', 'never.payment'], false),
    ],
  }
}

function consequencesOf(exposed: readonly DataCategory[], audience: AudienceKind): ItemId[] {
  const inOrder = CATEGORIES.filter((category) => exposed.includes(category))
  const items = new Set(inOrder.flatMap((category) => CONSEQUENCES[category]))
  if (audience === 'parent_of_minor') items.add('consequence.minor')
  return [...items]
}

function todoFor(exposed: readonly DataCategory[], audience: AudienceKind): ItemId[] {
  const when = (condition: boolean, item: ItemId): ItemId[] => (condition ? [item] : [])
  return [
    ...when(exposed.includes('password'), 'todo.password'),
    'todo.no_code',
    'todo.no_link',
    ...when(exposed.includes('nir'), 'todo.nir_accounts'),
    ...when(exposed.includes('bank_details'), 'todo.bank'),
    ...when(audience === 'parent_of_minor', 'todo.child'),
    'todo.watch',
    'todo.complaint',
  ]
}
