import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, actorText, record } from '../journal/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { contact } from './fact-value.ts'
import { type Incident, type Organisation, ROLES } from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { insertOrganisation, listOrganisations } from './store.ts'
import { validate } from './validate-input.ts'
import { writableIncident } from './writable-incident.ts'

const organisationInput = z.strictObject({
  key: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/, 'slug'),
  name: z.string().trim().min(1).max(200),
  shortName: z.string().trim().min(1).max(60),
  roles: z.array(z.enum(ROLES)).min(1),
  own: z.boolean().default(false),
  contacts: contact.optional(),
})

export type AddOrganisationInput = z.input<typeof organisationInput>

/**
 * Puts an organisation in the incident, with its roles.
 * @throws Refusal incident.organisationExists, incident.ownExists, incident.invalid
 */
export async function addOrganisation(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: AddOrganisationInput,
  actor: Actor,
): Promise<Organisation> {
  return db.transaction(async (tx) => {
    const incident = await writableIncident(tx, incidentId)
    const organisation = await writeOrganisation(tx, clock, incident, input, actor)
    await record(tx, clock, {
      actor,
      kind: 'organisation.added',
      incidentId,
      payload: { organisationId: organisation.id, key: organisation.key, roles: organisation.roles },
    })
    return organisation
  })
}

/** Writes without a journal entry: for bulk loading, which journals once for all. */
export async function writeOrganisation(
  tx: Tx,
  clock: Clock,
  incident: Incident,
  input: AddOrganisationInput,
  actor: Actor,
): Promise<Organisation> {
  const { contacts, ...given } = validate(organisationInput, input)
  const organisation = { ...given, id: randomUUID(), incidentId: incident.id, contacts: contacts ?? {} }
  const own = given.own && (await listOrganisations(tx, incident.id)).find((other) => other.own)
  if (own) throw incidentRefusals.ownExists({ name: own.name })
  const inserted = await insertOrganisation(tx, {
    ...organisation,
    recordedAt: clock.now(),
    recordedBy: actorText(actor),
  })
  if (!inserted) throw incidentRefusals.organisationExists({ name: given.name })
  return organisation
}
