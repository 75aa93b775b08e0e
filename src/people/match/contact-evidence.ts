import type { Field, Layout } from '../read/index.ts'

/** How a person is reached, as evidence of who they are: in normal form, and only where both lists hold it. */
export const contactEvidence = ['email', 'postcode', 'city', 'street'] as const
export type ContactEvidence = (typeof contactEvidence)[number]

/** Lists cut an address into lines each in its own way: it is compared as one bag of words. */
export const streetFields: readonly Field[] = ['address_1', 'address_2', 'address_3', 'address_4']

/** What of it two lists can be compared by. */
export function sharedContact(one: Layout, other: Layout): ContactEvidence[] {
  return contactEvidence.filter((name) => holds(one, name) && holds(other, name))
}

function holds({ columns }: Layout, name: ContactEvidence): boolean {
  return name === 'street'
    ? streetFields.some((field) => columns[field] !== undefined)
    : columns[name] !== undefined
}
