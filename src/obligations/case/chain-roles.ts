import type { Organisation, OrganisationLink } from '../../incident/index.ts'
import type { ChainRole } from '../../law/index.ts'

const PROCESSING = ['processor', 'host', 'vendor'] as const

const processes = ({ roles }: Organisation) => PROCESSING.some((role) => roles.includes(role))

/**
 * Roles in the chain of the incident, by organisation id. Who processes for a controller is its processor; who processes for
 * a processor is a sub-processor (both may hold). Organisations that only receive something (an authority, an insurer, a
 * print house) have none: the duties of this breach are not theirs.
 */
export function chainRoles(
  organisations: readonly Organisation[],
  links: readonly OrganisationLink[],
): ReadonlyMap<string, readonly ChainRole[]> {
  const byId = new Map(organisations.map((one) => [one.id, one]))
  const clients = new Map<string, Organisation[]>()
  for (const { supplierId, clientId } of links) {
    const client = byId.get(clientId)
    if (client) clients.set(supplierId, [...(clients.get(supplierId) ?? []), client])
  }
  return new Map(organisations.map((one) => [one.id, rolesOf(one, clients.get(one.id) ?? [])]))
}

function rolesOf(organisation: Organisation, clients: readonly Organisation[]): readonly ChainRole[] {
  const controller = organisation.roles.includes('controller')
  if (!processes(organisation)) return controller ? ['controller'] : []
  const sub = clients.some(processes)
  const direct = clients.length === 0 || clients.some((client) => !processes(client) || isController(client))
  return [
    ...(controller ? (['controller'] as const) : []),
    ...(direct ? (['processor'] as const) : []),
    ...(sub ? (['sub_processor'] as const) : []),
  ]
}

const isController = ({ roles }: Organisation) => roles.includes('controller')
