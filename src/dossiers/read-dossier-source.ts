import { communicationsOf } from '../communications/index.ts'
import { campaignsOf, countProof } from '../delivery/index.ts'
import { readDisruption } from '../disruption/index.ts'
import {
  currentFacts,
  exposureTable,
  type Fact,
  factHistory,
  type Incident,
  incidentByReference,
  lawFactKey,
  listLinks,
  listOrganisations,
  type Organisation,
  supersededExposures,
} from '../incident/index.ts'
import { head } from '../journal/index.ts'
import {
  type Board,
  deskOrganisation,
  investigationsOf,
  type RiskDecision,
  readBoardIn,
  riskDecisions,
  storyNow,
} from '../obligations/index.ts'
import { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import { type Locale, ZONE } from '../platform/i18n.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { readOneState } from './dossier-store.ts'
import { dossierRefusals } from './refusals.ts'
import type { DossierSource, SourcePopulation, TellingFigures } from './source.ts'

export interface AskedSource {
  readonly reference: string
  readonly locale: Locale
  /** Key of an organisation of the chain; the desk's own when left out. */
  readonly organisation?: string | undefined
}

/**
 * Reads all that documents say, once, as the incident stands at one instant.
 * @throws incident.unknownIncident, dossiers.unknownOrganisation, dossiers.noOrganisation
 */
export async function readDossierSource(platform: Platform, asked: AskedSource): Promise<DossierSource> {
  return platform.db.transaction(async (tx) => {
    await readOneState(tx)
    const incident = await incidentByReference(tx, asked.reference)
    const { id, reference, title, exercise } = incident
    const now = platform.clock.now()
    const at = storyNow(incident, now)
    const storyShiftMs = at.epochMilliseconds - now.epochMilliseconds
    const inStory = (instant: Temporal.Instant) => instant.add({ milliseconds: storyShiftMs })
    const organisations = await listOrganisations(tx, id)
    const facts = await currentFacts(tx, id)
    const entry = await head(tx)
    const organisation = chosen(organisations, asked.organisation)
    return {
      locale: asked.locale,
      zone: ZONE,
      incident: { id, reference, title, exercise, storyShiftMs },
      at,
      organisation,
      organisations,
      links: await listLinks(tx, id),
      facts: new Map(facts.map((fact) => [fact.key, fact])),
      history: historyOf(await factHistory(tx, id)),
      populations: await populationsOf(tx, id),
      board: await boardOf(tx, platform, incident, organisation),
      risk: await decisionOf(tx, id, organisation, facts),
      investigations: await investigationsOf(tx, id),
      telling: await tellingOf(tx, id, inStory),
      communications: (await communicationsOf(tx, id)).map((one) => ({
        ...one,
        officialAt: one.officialAt && inStory(one.officialAt),
      })),
      disruption: await readDisruption(tx, id),
      journal: { entries: entry?.seq ?? 0, head: entry?.hash ?? '' },
    }
  })
}

function chosen(organisations: readonly Organisation[], key: string | undefined): Organisation {
  const found =
    key === undefined ? deskOrganisation(organisations) : organisations.find((one) => one.key === key)
  if (found) return found
  if (key === undefined) throw dossierRefusals.noOrganisation()
  throw dossierRefusals.unknownOrganisation({ key, known: organisations.map((one) => one.key) })
}

/** Null for who stands outside the chain: an authority, an insurer, a print house owe nothing here. */
async function boardOf(
  tx: Tx,
  { clock }: Platform,
  incident: Incident,
  { key }: Organisation,
): Promise<Board | null> {
  try {
    return await readBoardIn(tx, clock, incident, { organisation: key })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'obligations.unknownOrganisation') return null
    throw error
  }
}

/** Only the decision that stands: one whose fact was superseded says no longer why. */
async function decisionOf(
  tx: Tx,
  incidentId: string,
  organisation: Organisation,
  facts: readonly Fact[],
): Promise<RiskDecision | null> {
  const standing = facts.find(({ key }) => key === lawFactKey('risk_decided', organisation))
  const decisions = await riskDecisions(tx, incidentId, organisation.key)
  return decisions.find(({ factId }) => factId === standing?.id) ?? null
}

function historyOf(versions: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const byKey = new Map<string, Fact[]>()
  for (const fact of versions) byKey.set(fact.key, [...(byKey.get(fact.key) ?? []), fact])
  return byKey
}

async function populationsOf(tx: Tx, incidentId: string): Promise<SourcePopulation[]> {
  const { populations, rows } = await exposureTable(tx, incidentId)
  const old = await supersededExposures(tx, incidentId)
  return populations.map(({ id, key, label, size }, column) => ({
    key,
    label,
    size,
    exposures: rows.flatMap(({ cells }) => cells[column] ?? []),
    replaced: old.filter(({ populationId }) => populationId === id),
  }))
}

async function tellingOf(
  tx: Tx,
  incidentId: string,
  inStory: (at: Temporal.Instant) => Temporal.Instant,
): Promise<TellingFigures> {
  const proof = await countProof(tx, incidentId)
  const campaigns = (await campaignsOf(tx, incidentId)).map(({ reference, startedAt }) => ({
    reference,
    startedAt: startedAt && inStory(startedAt),
  }))
  const started = campaigns.flatMap(({ startedAt }) => startedAt ?? [])
  const firstAt = started.sort(Temporal.Instant.compare)[0] ?? null
  return { concerned: proof.concerned, proof, cohorts: proof.cohorts, firstAt, campaigns }
}
