import type { Disruption } from '../../src/disruption/index.ts'
import type { DossierSource } from '../../src/dossiers/index.ts'
import type { Fact, Organisation } from '../../src/incident/index.ts'
import { Temporal } from '../../src/platform/clock.ts'

const AT = Temporal.Instant.from('2026-06-08T11:28:00Z')

/** What the desk keeps of a value: the rest of a fact does not matter to a builder. */
export type Told = Pick<Fact, 'kind' | 'value'>

/** A fact that stands, said by the test. */
function factOf(key: string, told: Told): Fact {
  const rest = {
    label: null,
    source: 'essai',
    sourceKind: 'controller',
    confidence: 'established',
    owner: 'essai',
  }
  const kept = { asOf: AT, recordedAt: AT, recordedBy: 'essai', supersededBy: null, supersededAt: null }
  return { id: `fact-${key}`, incidentId: 'i', key, ...rest, ...kept, ...told } as unknown as Fact
}

export function anOrganisation(key: string, more: Partial<Organisation> = {}): Organisation {
  return {
    id: `o-${key}`,
    incidentId: 'i',
    key,
    name: key,
    shortName: key,
    roles: ['controller'],
    own: false,
    contacts: {},
    ...more,
  }
}

export const NOTHING_DISRUPTED: Disruption = { contracts: [], filings: [], tolerances: [], costs: [] }

/** A source where nothing is known but who the desk is: what a document says of it is missing, and says so. */
export function aPoorSource(
  more: Partial<DossierSource> = {},
  facts: Readonly<Record<string, Told>> = {},
): DossierSource {
  const own = anOrganisation('cabinet', { name: 'Cabinet des Aubiers', own: true })
  return {
    locale: 'fr',
    zone: 'Europe/Paris',
    incident: { id: 'i', reference: 'essai', title: 'Essai', exercise: true, storyShiftMs: 0 },
    at: AT,
    organisation: own,
    organisations: [own],
    links: [],
    facts: new Map(Object.entries(facts).map(([key, told]) => [key, factOf(key, told)])),
    history: new Map(),
    populations: [],
    board: null,
    telling: {
      concerned: 0,
      proof: {} as DossierSource['telling']['proof'],
      cohorts: {} as DossierSource['telling']['cohorts'],
      firstAt: null,
      campaigns: [],
    },
    risk: null,
    investigations: [],
    communications: [],
    disruption: NOTHING_DISRUPTED,
    journal: { entries: 0, head: '' },
    ...more,
  }
}
