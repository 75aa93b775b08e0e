import type { CaseFile, ChainOrganisation, Facts } from '../model.ts'
import { earliestOf } from './instants.ts'

/** An organisation with what holds for it, and its neighbours in the chain. */
export interface Member {
  readonly organisation: ChainOrganisation
  readonly facts: Facts
  readonly zone: string
  readonly clients: readonly ChainOrganisation[]
  readonly suppliers: readonly ChainOrganisation[]
}

/**
 * The chain, organisation by organisation: shared facts, its own over them, and what its neighbours say of it. A client whose
 * supplier told its clients was told at that instant, unless it says otherwise: its own clock starts there
 * (law notes, section 1: sub-processor, processor, controller alike).
 */
export function membersOf(caseFile: CaseFile): Member[] {
  const byKey = new Map(caseFile.organisations.map((one) => [one.key, one]))
  const clients = new Map<string, ChainOrganisation[]>()
  const suppliers = new Map<string, ChainOrganisation[]>()
  for (const { supplier, client } of caseFile.links) {
    push(clients, supplier, byKey.get(client))
    push(suppliers, client, byKey.get(supplier))
  }
  return caseFile.organisations.map((organisation) => {
    const of = suppliers.get(organisation.key) ?? []
    const said: Facts = { ...caseFile.facts, ...organisation.facts }
    const told = said['told_by_supplier_at'] ?? earliestTelling(caseFile.facts, of)
    return {
      organisation,
      facts: told === null ? said : { ...said, told_by_supplier_at: told },
      zone: organisation.zone ?? zoneIn(said) ?? 'Europe/Paris',
      clients: clients.get(organisation.key) ?? [],
      suppliers: of,
    }
  })
}

function push(lists: Map<string, ChainOrganisation[]>, key: string, one: ChainOrganisation | undefined) {
  const known = lists.get(key)
  if (one && known) known.push(one)
  else if (one) lists.set(key, [one])
}

const zoneIn = ({ zone }: Facts) => (typeof zone === 'string' && zone !== '' ? zone : undefined)

function earliestTelling(shared: Facts, suppliers: readonly ChainOrganisation[]): string | null {
  const told = suppliers
    .map(({ facts }) => facts['clients_told_at'] ?? shared['clients_told_at'])
    .filter((at): at is string => typeof at === 'string')
  return told.length === 0 ? null : earliestOf(told)
}
