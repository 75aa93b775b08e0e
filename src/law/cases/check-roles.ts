import { CHAIN_ROLES, type ChainRole } from '../model.ts'
import { shown } from './check-value.ts'
import { nearest } from './nearest.ts'
import { caseRefusals } from './refusals.ts'

/**
 * `role` or `roles` of an organisation; one that stands alone is a controller unless it says otherwise.
 * @throws law.wrongShape, unknownCode
 */
export function readRoles(
  { role, roles }: Readonly<Record<string, unknown>>,
  where: string,
  count: number,
): readonly ChainRole[] {
  if (role !== undefined && roles !== undefined) {
    throw shape(where, 'donnez « role » ou « roles », pas les deux', 'give “role” or “roles”, not both')
  }
  const given = roles ?? (role === undefined ? undefined : [role])
  if (given === undefined && count === 1) return ['controller']
  if (!Array.isArray(given) || given.length === 0) {
    throw shape(
      `${where}/roles`,
      `dites le rôle de l’organisme dans la chaîne : ${CHAIN_ROLES.join(', ')}`,
      `say the role of the organisation in the chain: ${CHAIN_ROLES.join(', ')}`,
    )
  }
  const place = roles === undefined ? () => `${where}/role` : (index: number) => `${where}/roles/${index}`
  return [...new Set(given.map((item, index) => readRole(item, place(index))))]
}

function readRole(given: unknown, where: string): ChainRole {
  const found = CHAIN_ROLES.find((role) => role === given)
  if (found) return found
  const value = shown(given)
  throw caseRefusals.unknownCode({
    where,
    value,
    nearest: nearest(value, CHAIN_ROLES),
    allowed: CHAIN_ROLES.join(', '),
  })
}

const shape = (where: string, fr: string, en: string) =>
  caseRefusals.wrongShape({ where, fr: `${fr}.`, en: `${en}.` })
