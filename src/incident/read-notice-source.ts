import { Temporal } from 'temporal-polyfill'
import type { Tx } from '../platform/database.ts'
import type { Fact, FactKind, FactOf, ListItem } from './fact-value.ts'
import type { Exposure, Incident, Organisation, OrganisationLink } from './model.ts'
import {
  MEASURE_KINDS,
  type Measure,
  type MeasureKind,
  type NoticeSource,
  type Said,
  type Stated,
} from './notice-source.ts'
import { exposureTable } from './read-exposure-table.ts'
import { incidentRefusals } from './refusals.ts'
import { currentFacts, findIncidentById, listLinks, listOrganisations } from './store.ts'

const ZONE = 'Europe/Paris'

/**
 * What the individual notices say of the incident, each value with its fact. Null is "not said yet".
 * @throws Refusal incident.unknownIncident
 */
export async function noticeFacts(tx: Tx, incidentId: string): Promise<NoticeSource> {
  const incident = await findIncidentById(tx, incidentId)
  if (!incident) throw incidentRefusals.unknownIncident({ reference: incidentId })
  const facts = new Map((await currentFacts(tx, incidentId)).map((fact) => [fact.key, fact]))
  const organisations = await listOrganisations(tx, incidentId)
  return {
    incidentReference: incident.reference,
    zone: ZONE,
    ...statedParties(incident, organisations, await listLinks(tx, incidentId)),
    ...statedEvents(facts),
    ...statedContacts(facts),
    populations: await statedExposures(tx, incidentId),
  }
}

function statedParties(
  incident: Incident,
  organisations: readonly Organisation[],
  links: readonly OrganisationLink[],
): Pick<NoticeSource, 'controllerName' | 'processorName' | 'serviceEntrusted'> {
  const controller =
    organisations.find(({ own }) => own) ?? organisations.find(({ roles }) => roles.includes('controller'))
  const processors = organisations.filter(({ roles }) => roles.includes('processor'))
  // The attacked processor is the one that serves us; its own suppliers are further up the chain.
  const direct = links.find(
    ({ clientId, supplierId }) =>
      clientId === controller?.id && processors.some(({ id }) => id === supplierId),
  )
  const processor = processors.find(({ id }) => id === direct?.supplierId) ?? processors[0]
  const since = incident.openedAt.toString()
  return {
    controllerName: controller ? entered('controller.name', controller.id, controller.name, since) : null,
    processorName: processor ? entered('processor.name', processor.id, processor.name, since) : null,
    serviceEntrusted: direct ? entered('service.entrusted', direct.id, direct.service, since) : null,
  }
}

function statedEvents(facts: Facts) {
  const attacked = take(facts, 'controller_attacked', 'yes_no')
  const nature = take(facts, 'breach_nature', 'choice')
  return {
    controllerAttacked: attacked && stated(attacked, attacked.value.answer),
    breachNature:
      nature && stated(nature, nature.value.code as NonNullable<NoticeSource['breachNature']>['value']),
    attackPeriod: whole(take(facts, 'attack_period', 'period')),
    attackStartedAt: instantOf(facts, 'attack_started_at'),
    attackEndedAt: instantOf(facts, 'attack_ended_at'),
    processorDetectedAt: instantOf(facts, 'detected_at'),
    platformDisconnectedAt: instantOf(facts, 'disconnected_at'),
    controllerToldAt: instantOf(facts, 'processor_told_controller_at'),
    controllerAwareAt: instantOf(facts, 'controller_aware_at'),
    authorityToldAt: instantOf(facts, 'authority_told_at'),
    complaintFiledAt: instantOf(facts, 'complaint_filed_at'),
    processorMeasures: measures(take(facts, 'measures_by_processor', 'list')),
    controllerMeasures: measures(take(facts, 'measures_by_controller', 'list')),
  }
}

function statedContacts(facts: Facts) {
  const dpo = take(facts, 'dpo_contact', 'contact')
  const customers = take(facts, 'public_contact', 'contact')
  const sender = take(facts, 'sender_contact', 'contact')
  const site = take(facts, 'check_site', 'text')
  return {
    controllerRelation: whole(take(facts, 'controller_relation', 'text')),
    dpoEmail: part(dpo, dpo?.value.email),
    dpoPostalLines: part(dpo, dpo?.value.postal),
    customerPhone: part(customers, customers?.value.phone),
    customerPhoneHours: whole(take(facts, 'public_contact_hours', 'text')),
    senderName: part(sender, sender?.value.name),
    senderAddress: part(sender, sender?.value.email),
    checkSite: part(site, site?.value.fr),
  }
}

async function statedExposures(tx: Tx, incidentId: string): Promise<NoticeSource['populations']> {
  const { populations, rows } = await exposureTable(tx, incidentId)
  return populations.map(({ key, label, size }, column) => ({
    key,
    label,
    size: size && stated(size, size.value.amount),
    exposures: rows.flatMap(({ cells }) => {
      const cell = cells[column]
      return cell ? [statedExposure(key, cell)] : []
    }),
  }))
}

function statedExposure(
  population: string,
  cell: Exposure,
): NoticeSource['populations'][number]['exposures'][number] {
  return {
    key: `exposure.${population}.${cell.category}`,
    factId: cell.id,
    state: 'held',
    asOf: cell.asOf.toString(),
    value: { category: cell.category as never, status: cell.state, reason: cell.reason },
  }
}

type Facts = ReadonlyMap<string, Fact>

function take<K extends FactKind>(facts: Facts, key: string, kind: K): FactOf<K> | null {
  const fact = facts.get(key)
  return fact?.kind === kind ? (fact as FactOf<K>) : null
}

function stated<T>(fact: Fact, value: T): Stated<T> {
  const state = fact.confidence === 'disputed' ? 'disputed' : 'held'
  return { key: fact.key, factId: fact.id, value, state, asOf: fact.asOf.toString() }
}

function entered<T>(key: string, id: string, value: T, asOf: string): Stated<T> {
  return { key, factId: id, value, state: 'held', asOf }
}

function whole<T>(fact: (Fact & { readonly value: T }) | null): Stated<T> | null {
  return fact && stated(fact, fact.value)
}

function part<T>(fact: Fact | null, value: T | undefined): Stated<T> | null {
  return fact && value !== undefined ? stated(fact, value) : null
}

function instantOf(facts: Facts, key: string): Stated<Temporal.Instant> | null {
  const fact = take(facts, key, 'instant')
  return fact && stated(fact, Temporal.Instant.from(fact.value.at))
}

function measures(fact: FactOf<'list'> | null): Stated<Measure>[] {
  return fact ? fact.value.map((item) => stated(fact, measureOf(item))) : []
}

function measureOf({ code, at, ...text }: ListItem): Measure {
  const kind = MEASURE_KINDS.find((known) => known === code) ?? ('other' satisfies MeasureKind)
  return { kind, doneAt: at ? Temporal.Instant.from(at) : null, text: text as Said }
}
