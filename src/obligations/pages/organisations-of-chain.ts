import type { Organisation } from '../../incident/index.ts'

/** Those that may owe something by this breach, or be owed it: who decides of data, and who processes them. */
export function inChain(organisations: readonly Organisation[]): Organisation[] {
  const chain = ['controller', 'processor', 'host', 'vendor']
  return organisations.filter(({ roles }) => roles.some((role) => chain.includes(role)))
}
