import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, actorText, record } from '../journal/index.ts'
import type { TxClient } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import type { Incident, IncidentId } from './model.ts'
import { incidentRefusals } from './refusals.ts'
import { insertIncident } from './store.ts'
import { instant, validate } from './validate-input.ts'

const openInput = z.strictObject({
  reference: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug'),
  title: z.string().trim().min(1).max(200),
  exercise: z.boolean(),
  /** When the story of an exercise opens; its clock runs on from there. */
  storyOpensAt: instant.optional(),
})

export type OpenIncidentInput = z.input<typeof openInput>

type Ground = Pick<Platform, 'db' | 'clock'> & { readonly home: { readonly exercise: boolean } }

/**
 * Opens an incident. An exercise lives in an exercise data folder only, a real incident never does: fictional people who
 * release campaigns must not meet real addresses.
 * @throws Refusal incident.exerciseFolder, incident.realFolder, incident.referenceTaken, incident.invalid
 */
export async function openIncident(
  platform: Ground,
  input: OpenIncidentInput,
  actor: Actor,
): Promise<Incident> {
  return platform.db.transaction((tx) => openIncidentIn(tx, platform, input, actor))
}

/** The same, inside the caller's transaction. */
export async function openIncidentIn(
  tx: TxClient,
  { clock, home }: Ground,
  input: OpenIncidentInput,
  actor: Actor,
): Promise<Incident> {
  const { reference, title, exercise, storyOpensAt } = validate(openInput, input)
  if (home.exercise && !exercise) throw incidentRefusals.exerciseFolder()
  if (!home.exercise && exercise) throw incidentRefusals.realFolder()
  if (storyOpensAt && !exercise) throw incidentRefusals.storyOfReal()
  const incident: Incident = {
    id: randomUUID() as IncidentId,
    reference,
    title,
    exercise,
    openedAt: clock.now(),
    openedBy: actorText(actor),
    closedAt: null,
    storyOpensAt: storyOpensAt ?? null,
  }
  if (!(await insertIncident(tx, incident))) throw incidentRefusals.referenceTaken({ reference })
  await record(tx, clock, {
    actor,
    kind: 'incident.opened',
    incidentId: incident.id,
    payload: { reference, exercise },
  })
  return incident
}
