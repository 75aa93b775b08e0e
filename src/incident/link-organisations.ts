import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, actorText, record } from '../journal/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { type Incident, type Organisation, type OrganisationLink, said } from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { insertLink, listOrganisations, serves } from './store.ts'
import { validate } from './validate-input.ts'
import { writableIncident } from './writable-incident.ts'

/** Keys of the two organisations, and what the client entrusts. */
const linkInput = z.strictObject({ supplier: z.string().min(1), client: z.string().min(1), service: said })

export type LinkOrganisationsInput = z.input<typeof linkInput>

/**
 * One link of the chain: the supplier works for the client. Chains may be long (host, vendor, firm, its clients) and
 * fan out; they never loop.
 * @throws Refusal incident.unknownOrganisation, incident.linkExists, incident.chainLoop, incident.invalid
 */
export async function linkOrganisations(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: LinkOrganisationsInput,
  actor: Actor,
): Promise<OrganisationLink> {
  return db.transaction(async (tx) => {
    const incident = await writableIncident(tx, incidentId)
    const link = await writeLink(tx, clock, incident, input, actor)
    const { id: linkId, supplierId, clientId } = link
    await record(tx, clock, {
      actor,
      kind: 'organisation.linked',
      incidentId,
      payload: { linkId, supplierId, clientId },
    })
    return link
  })
}

/** Writes without a journal entry: for bulk loading, which journals once for all. */
export async function writeLink(
  tx: Tx,
  clock: Clock,
  incident: Incident,
  input: LinkOrganisationsInput,
  actor: Actor,
): Promise<OrganisationLink> {
  const given = validate(linkInput, input)
  const organisations = await listOrganisations(tx, incident.id)
  const supplier = named(organisations, given.supplier)
  const client = named(organisations, given.client)
  const names = { supplier: supplier.shortName, client: client.shortName }
  if (supplier.id === client.id || (await serves(tx, client.id, supplier.id)))
    throw incidentRefusals.chainLoop(names)
  const link = { id: randomUUID(), supplierId: supplier.id, clientId: client.id, service: given.service }
  const inserted = await insertLink(tx, incident.id, {
    ...link,
    recordedAt: clock.now(),
    recordedBy: actorText(actor),
  })
  if (!inserted) throw incidentRefusals.linkExists(names)
  return link
}

function named(organisations: readonly Organisation[], key: string): Organisation {
  const found = organisations.find((organisation) => organisation.key === key)
  if (!found) throw incidentRefusals.unknownOrganisation({ organisation: key })
  return found
}
