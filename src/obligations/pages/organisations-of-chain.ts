import type { Organisation } from '../../incident/index.ts'

/** Those that may owe something or be owed it: an authority and a print house are in no chain of processing. */
export function inChain(organisations: readonly Organisation[]): Organisation[] {
  const apart = ['authority', 'print_house']
  return organisations.filter(({ roles }) => roles.some((role) => !apart.includes(role)))
}
