import type { Temporal } from '../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { Fact } from './fact-value.ts'
import type { Exposure, Incident, Organisation, OrganisationLink, Population } from './model.ts'

const INCIDENT = `id, reference, title, exercise, opened_at as "openedAt", opened_by as "openedBy", closed_at as "closedAt",
  story_opens_at as "storyOpensAt"`
const FACT = `f.id, f.incident_id as "incidentId", f.key, f.label, f.kind, f.value, f.source, f.source_kind as "sourceKind",
  f.as_of as "asOf", f.confidence, f.owner, f.recorded_at as "recordedAt", f.recorded_by as "recordedBy",
  f.superseded_by as "supersededBy", f.superseded_at as "supersededAt"`
const EXPOSURE = `id, population_id as "populationId", category, state, reason, source, source_kind as "sourceKind",
  as_of as "asOf", recorded_at as "recordedAt", recorded_by as "recordedBy", superseded_by as "supersededBy",
  superseded_at as "supersededAt"`
const ORGANISATION = `id, incident_id as "incidentId", key, name, short_name as "shortName", roles, own, contacts`

export async function insertIncident(tx: Tx, incident: Incident): Promise<boolean> {
  const inserted = await tx.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by, story_opens_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (reference) do nothing`,
    [
      incident.id,
      incident.reference,
      incident.title,
      incident.exercise,
      incident.openedAt,
      incident.openedBy,
      incident.storyOpensAt,
    ],
  )
  return inserted.rowCount === 1
}

/** Writers of one incident's facts wait for each other: a contradiction lies between two of them. */
export async function lockIncident(tx: Tx, id: string): Promise<Incident | undefined> {
  return maybeRow<Incident>(tx, `select ${INCIDENT} from incident where id = $1 for no key update`, [id])
}

export async function findIncident(tx: Tx, reference: string): Promise<Incident | undefined> {
  return maybeRow<Incident>(tx, `select ${INCIDENT} from incident where reference = $1`, [reference])
}

export async function findIncidentById(tx: Tx, id: string): Promise<Incident | undefined> {
  return maybeRow<Incident>(tx, `select ${INCIDENT} from incident where id = $1`, [id])
}

/** All incidents, newest first. */
export async function listIncidents(tx: Tx): Promise<Incident[]> {
  return rows<Incident>(tx, `select ${INCIDENT} from incident order by opened_at desc, reference`)
}

export async function insertFact(tx: Tx, fact: Fact): Promise<void> {
  await tx.query(
    `insert into fact (id, incident_id, key, label, kind, value, source, source_kind, as_of, confidence, owner,
                       recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      fact.id,
      fact.incidentId,
      fact.key,
      json(fact.label),
      fact.kind,
      json(fact.value),
      fact.source,
      fact.sourceKind,
      fact.asOf,
      fact.confidence,
      fact.owner,
      fact.recordedAt,
      fact.recordedBy,
    ],
  )
}

/** False when another version already took its place. */
export async function markFactSuperseded(
  tx: Tx,
  id: string,
  by: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const marked = await tx.query(
    `update fact set superseded_by = $2, superseded_at = $3 where id = $1 and superseded_by is null`,
    [id, by, at],
  )
  return marked.rowCount === 1
}

/** One fact per key, the one that stands; in order of first writing. */
export async function currentFacts(tx: Tx, incidentId: string): Promise<Fact[]> {
  return rows<Fact>(
    tx,
    `select ${FACT} from fact f where f.incident_id = $1 and f.superseded_by is null order by f.key`,
    [incidentId],
  )
}

export async function currentFact(tx: Tx, incidentId: string, key: string): Promise<Fact | undefined> {
  return maybeRow<Fact>(
    tx,
    `select ${FACT} from fact f where f.incident_id = $1 and f.key = $2 and f.superseded_by is null`,
    [incidentId, key],
  )
}

export async function factById(tx: Tx, id: string): Promise<Fact | undefined> {
  return maybeRow<Fact>(tx, `select ${FACT} from fact f where f.id = $1`, [id])
}

/** Every version of one fact, newest first; every fact's when no key is given. */
export async function factHistory(tx: Tx, incidentId: string, key?: string): Promise<Fact[]> {
  return rows<Fact>(
    tx,
    `select ${FACT} from fact f where f.incident_id = $1 and ($2::text is null or f.key = $2) order by f.key, f.seq desc`,
    [incidentId, key ?? null],
  )
}

/**
 * Current facts written after `since`, newest first. What came with the opening is not a change, unless it replaced an
 * earlier version.
 */
export async function factsWrittenAfter(
  tx: Tx,
  incidentId: string,
  since: Temporal.Instant,
): Promise<Fact[]> {
  return rows<Fact>(
    tx,
    `select ${FACT} from fact f join incident i on i.id = f.incident_id
     where f.incident_id = $1 and f.superseded_by is null and f.recorded_at > $2
       and (f.recorded_at > i.opened_at or exists (select from fact o where o.superseded_by = f.id))
     order by f.recorded_at desc, f.seq desc`,
    [incidentId, since],
  )
}

/** For each current fact, the version that stood at `since`; failing that, the one it replaced. */
export async function factsReplacedAfter(
  tx: Tx,
  incidentId: string,
  since: Temporal.Instant,
): Promise<Fact[]> {
  return rows<Fact>(
    tx,
    `select distinct on (f.key) ${FACT} from fact f
     where f.incident_id = $1 and f.superseded_at > $2
     order by f.key, (f.recorded_at <= $2) desc, f.seq desc`,
    [incidentId, since],
  )
}

export async function insertExposure(tx: Tx, incidentId: string, exposure: Exposure): Promise<void> {
  await tx.query(
    `insert into exposure (id, incident_id, population_id, category, state, reason, source, source_kind, as_of,
                           recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      exposure.id,
      incidentId,
      exposure.populationId,
      exposure.category,
      exposure.state,
      json(exposure.reason),
      exposure.source,
      exposure.sourceKind,
      exposure.asOf,
      exposure.recordedAt,
      exposure.recordedBy,
    ],
  )
}

export async function markExposureSuperseded(
  tx: Tx,
  id: string,
  by: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const marked = await tx.query(
    `update exposure set superseded_by = $2, superseded_at = $3 where id = $1 and superseded_by is null`,
    [id, by, at],
  )
  return marked.rowCount === 1
}

export async function currentExposures(tx: Tx, incidentId: string): Promise<Exposure[]> {
  return rows<Exposure>(
    tx,
    `select ${EXPOSURE} from exposure where incident_id = $1 and superseded_by is null order by seq`,
    [incidentId],
  )
}

/** Every version that no longer stands, newest first. */
export async function supersededExposures(tx: Tx, incidentId: string): Promise<Exposure[]> {
  return rows<Exposure>(
    tx,
    `select ${EXPOSURE} from exposure where incident_id = $1 and superseded_by is not null order by seq desc`,
    [incidentId],
  )
}

interface Recorded {
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}

/** False when the key is taken. */
export async function insertPopulation(
  tx: Tx,
  incidentId: string,
  population: Population & Recorded,
): Promise<boolean> {
  const { id, key, label, recordedAt, recordedBy } = population
  const inserted = await tx.query(
    `insert into population (id, incident_id, key, label, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (incident_id, key) do nothing`,
    [id, incidentId, key, json(label), recordedAt, recordedBy],
  )
  return inserted.rowCount === 1
}

/** In order of entry. */
export async function listPopulations(tx: Tx, incidentId: string): Promise<Population[]> {
  return rows<Population>(tx, `select id, key, label from population where incident_id = $1 order by seq`, [
    incidentId,
  ])
}

/** False when the key is taken. */
export async function insertOrganisation(tx: Tx, organisation: Organisation & Recorded): Promise<boolean> {
  const { id, incidentId, key, name, shortName, roles, own, contacts, recordedAt, recordedBy } = organisation
  const inserted = await tx.query(
    `insert into organisation (id, incident_id, key, name, short_name, roles, own, contacts, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (incident_id, key) do nothing`,
    [id, incidentId, key, name, shortName, roles, own, json(contacts), recordedAt, recordedBy],
  )
  return inserted.rowCount === 1
}

/** The desk's own first, then by name. */
export async function listOrganisations(tx: Tx, incidentId: string): Promise<Organisation[]> {
  return rows<Organisation>(
    tx,
    `select ${ORGANISATION} from organisation where incident_id = $1 order by own desc, name`,
    [incidentId],
  )
}

/** False when the link is already there. */
export async function insertLink(
  tx: Tx,
  incidentId: string,
  link: OrganisationLink & Recorded,
): Promise<boolean> {
  const inserted = await tx.query(
    `insert into organisation_link (id, incident_id, supplier_id, client_id, service, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (supplier_id, client_id) do nothing`,
    [
      link.id,
      incidentId,
      link.supplierId,
      link.clientId,
      json(link.service),
      link.recordedAt,
      link.recordedBy,
    ],
  )
  return inserted.rowCount === 1
}

export async function listLinks(tx: Tx, incidentId: string): Promise<OrganisationLink[]> {
  return rows<OrganisationLink>(
    tx,
    `select id, supplier_id as "supplierId", client_id as "clientId", service from organisation_link
     where incident_id = $1 order by seq`,
    [incidentId],
  )
}

/** True when `from` already serves `to`, directly or through others: the chain must not loop. */
export async function serves(tx: Tx, from: string, to: string): Promise<boolean> {
  const { reached } = await oneRow<{ reached: boolean }>(
    tx,
    `with recursive below as (
       select client_id from organisation_link where supplier_id = $1
       union
       select l.client_id from organisation_link l join below b on l.supplier_id = b.client_id
     ) select exists (select from below where client_id = $2) as reached`,
    [from, to],
  )
  return reached
}

/** jsonb takes text: the driver would send an array as a PostgreSQL array. */
function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
