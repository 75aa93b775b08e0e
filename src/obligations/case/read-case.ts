import {
  currentExposures,
  currentFacts,
  type Fact,
  type Incident,
  listLinks,
  listOrganisations,
  type Organisation,
} from '../../incident/index.ts'
import type { CaseFile, ChainOrganisation, ChainRole, Facts, FactValue, Words } from '../../law/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { clausesInForce } from '../stores/contract-store.ts'
import { chainRoles } from './chain-roles.ts'
import { type Derived, derivedFromExposure, derivedFromNature, derivedFromSizes } from './derived-facts.ts'
import { lawFactsOf } from './fact-as-law.ts'
import { storyNow } from './incident-now.ts'

/** The case that the law room judges, and where its facts come from. */
export interface IncidentCase {
  readonly caseFile: CaseFile
  /** Key of the organisation whose desk this is. */
  readonly own: string | null
  /** Rows behind the facts, by organisation key, then by fact; shared ones under ''. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, Fact>>>>
  /** Facts of the own organisation and shared ones that nobody stated but that follow from others. */
  readonly derived: Readonly<Record<string, Words>>
  /** Facts whose value no clock can read: they count as unknown. */
  readonly unusable: readonly { readonly fact: string; readonly organisation: string }[]
}

/** The case of an incident, from its facts, chain, exposure tables and agreements. See {@link readIncidentCase}. */
export async function readCase(tx: Tx, clock: Clock, incident: Incident): Promise<CaseFile> {
  return (await readIncidentCase(tx, clock, incident)).caseFile
}

/** The same with what it was made from. Reads within the caller's transaction: six statements, whatever the chain's length. */
export async function readIncidentCase(tx: Tx, clock: Clock, incident: Incident): Promise<IncidentCase> {
  const organisations = await listOrganisations(tx, incident.id)
  const links = await listLinks(tx, incident.id)
  const facts = new Map((await currentFacts(tx, incident.id)).map((fact) => [fact.key, fact]))
  const exposures = await currentExposures(tx, incident.id)
  const roles = chainRoles(organisations, links)
  const own = deskOrganisation(organisations)
  const inChain = organisations.filter(({ id }) => (roles.get(id) ?? []).length > 0)

  const shared = lawFactsOf(facts, 'shared')
  const ofBreach = { ...derivedFromNature(facts), ...pick(derivedFromExposure(exposures), ['personal_data']) }
  const ofOwn = { ...derivedFromSizes(facts), ...omit(derivedFromExposure(exposures), ['personal_data']) }
  const parts = inChain.map((one) => organisationPart(one, facts, own, roles.get(one.id) ?? [], ofOwn))
  const keys = new Map(organisations.map(({ id, key }) => [id, key]))
  const present = new Set(inChain.map(({ key }) => key))
  return {
    caseFile: {
      facts: complete(shared.values, shared.rows, ofBreach),
      organisations: parts.map(({ organisation }) => organisation),
      links: links
        .map(({ supplierId, clientId }) => ({
          supplier: keys.get(supplierId) ?? '',
          client: keys.get(clientId) ?? '',
        }))
        .filter(({ supplier, client }) => present.has(supplier) && present.has(client)),
      contracts: (await clausesInForce(tx, incident.id)).filter(
        ({ from, to }) => present.has(from) && present.has(to),
      ),
      asOf: storyNow(incident, clock.now()).toString(),
    },
    own: own?.key ?? null,
    rows: {
      '': shared.rows,
      ...Object.fromEntries(parts.map(({ organisation, rows }) => [organisation.key, rows])),
    },
    unusable: unusableIn(shared.unusable, parts),
    derived: derivedWords({ ...ofBreach, ...ofOwn }, { ...shared.rows, ...ownRows(parts, own) }),
  }
}

/** The organisation whose desk this is; failing that the first controller, as the masthead names it. */
export function deskOrganisation(organisations: readonly Organisation[]): Organisation | undefined {
  return (
    organisations.find(({ own }) => own) ?? organisations.find(({ roles }) => roles.includes('controller'))
  )
}

type DerivedFacts = Readonly<Record<string, Derived>>

interface Part {
  readonly organisation: ChainOrganisation
  readonly rows: Readonly<Record<string, Fact>>
  readonly unusable: readonly string[]
}

function organisationPart(
  one: Organisation,
  facts: ReadonlyMap<string, Fact>,
  own: Organisation | undefined,
  roles: readonly ChainRole[],
  derived: DerivedFacts,
): Part {
  const isOwn = one.id === own?.id
  const { values, rows, unusable } = lawFactsOf(facts, 'organisation', { key: one.key, own: isOwn })
  const zone = values['zone']
  const organisation = {
    key: one.key,
    name: one.name,
    roles,
    ...(typeof zone === 'string' && { zone }),
    facts: isOwn ? complete(values, rows, derived) : values,
  }
  return { organisation, rows, unusable }
}

function unusableIn(shared: readonly string[], parts: readonly Part[]): IncidentCase['unusable'] {
  return [
    ...shared.map((fact) => ({ fact, organisation: '' })),
    ...parts.flatMap(({ organisation, unusable }) =>
      unusable.map((fact) => ({ fact, organisation: organisation.key })),
    ),
  ]
}

/** Adds what follows from other facts, where nobody stated it: a stated « not known yet » and a dispute stay unknown. */
function complete(values: Facts, rows: Readonly<Record<string, Fact>>, derived: DerivedFacts): Facts {
  const added: Record<string, FactValue> = {}
  for (const [fact, { value }] of Object.entries(derived)) if (!rows[fact]) added[fact] = value
  return { ...values, ...added }
}

function derivedWords(derived: DerivedFacts, rows: Readonly<Record<string, Fact>>): Record<string, Words> {
  const unstated = Object.entries(derived).filter(([fact]) => !rows[fact])
  return Object.fromEntries(unstated.map(([fact, { from }]) => [fact, from]))
}

function ownRows(parts: readonly Part[], own: Organisation | undefined): Readonly<Record<string, Fact>> {
  return parts.find(({ organisation }) => organisation.key === own?.key)?.rows ?? {}
}

function pick(derived: DerivedFacts, facts: readonly string[]): DerivedFacts {
  return Object.fromEntries(Object.entries(derived).filter(([fact]) => facts.includes(fact)))
}

function omit(derived: DerivedFacts, facts: readonly string[]): DerivedFacts {
  return Object.fromEntries(Object.entries(derived).filter(([fact]) => !facts.includes(fact)))
}
