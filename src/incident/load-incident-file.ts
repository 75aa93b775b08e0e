import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Actor, canonicalJson, record } from '../journal/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { TxClient } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { type AddOrganisationInput, writeOrganisation } from './add-organisation.ts'
import { type AddPopulationInput, writePopulation } from './add-population.ts'
import { type RecordFactInput, refuseContradiction } from './fact-version.ts'
import { type LinkOrganisationsInput, writeLink } from './link-organisations.ts'
import type { Incident } from './model.ts'
import { openIncidentIn } from './open-incident.ts'
import { type RecordExposureInput, writeExposure } from './record-exposure.ts'
import { incidentRefusals } from './refusals.ts'
import { putFact } from './supersede-fact.ts'
import { validate } from './validate-input.ts'

/** Each entry is checked by the use case that writes it; here only the frame. */
const incidentFile = z.strictObject({
  reference: z.string().optional(),
  title: z.string().optional(),
  /** When the story of an exercise opens. */
  story: z.strictObject({ opensAt: z.string() }).optional(),
  organisations: z.array(z.unknown()).default([]),
  links: z.array(z.unknown()).default([]),
  populations: z.array(z.unknown()).default([]),
  /** A key that comes again supersedes: a file tells the history in order. */
  facts: z.array(z.unknown()).default([]),
  exposures: z.array(z.unknown()).default([]),
  /** Agreements, what was learned, filed and taken: written by the room of the duties. */
  duties: z.unknown().optional(),
})

export type IncidentFile = z.infer<typeof incidentFile>

type Ground = Pick<Platform, 'db' | 'clock' | 'home'>

/** What else a file holds, written in the transaction that opens the incident, at the same instant. */
export type WriteAlso = (
  tx: TxClient,
  clock: Clock,
  incident: Incident,
  duties: unknown,
  actor: Actor,
) => Promise<void>

/**
 * Reads a file of the shape of `sample/incident.json`.
 * @throws Refusal incident.missingFile, incident.unreadableFile, incident.invalid
 */
export async function readIncidentFile(path: string): Promise<IncidentFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw incidentRefusals.missingFile({ file: path })
  })
  return validate(incidentFile, parseJson(text, path))
}

/**
 * Opens an incident with all that a file knows of it: one transaction, so a wrong entry leaves nothing behind.
 * `given` prevails over the file's reference and title. Journalled as the opening and one entry with the file's hash.
 */
export async function openIncidentFromFile(
  platform: Ground,
  file: IncidentFile,
  given: { reference?: string | undefined; title?: string | undefined; exercise: boolean },
  actor: Actor,
  writeAlso?: WriteAlso,
): Promise<Incident> {
  // One instant for the whole file: what came with the opening can be told from what changed later.
  const now = platform.clock.now()
  const ground = { ...platform, clock: { now: () => now } }
  return platform.db.transaction(async (tx) => {
    const reference = given.reference ?? file.reference ?? ''
    const title = given.title ?? file.title ?? reference
    const opening = { reference, title, exercise: given.exercise, storyOpensAt: file.story?.opensAt }
    const incident = await openIncidentIn(tx, ground, opening, actor)
    await writeAll(tx, ground, incident, file, actor)
    if (file.duties !== undefined)
      await locating('duties', async () => writeAlso?.(tx, ground.clock, incident, file.duties, actor))
    await record(tx, ground.clock, {
      actor,
      kind: 'incident.facts_loaded',
      incidentId: incident.id,
      payload: { ...countsOf(file), sha256: createHash('sha256').update(canonicalJson(file)).digest('hex') },
    })
    return incident
  })
}

async function writeAll(
  tx: TxClient,
  { clock }: Ground,
  incident: Incident,
  file: IncidentFile,
  actor: Actor,
) {
  const each = async <T>(
    list: string,
    entries: readonly unknown[],
    write: (entry: T) => Promise<unknown>,
  ) => {
    for (const [index, entry] of entries.entries())
      await locating(`${list}[${index}]`, () => write(entry as T))
  }
  await each<AddOrganisationInput>('organisations', file.organisations, (entry) =>
    writeOrganisation(tx, clock, incident, entry, actor),
  )
  await each<LinkOrganisationsInput>('links', file.links, (entry) =>
    writeLink(tx, clock, incident, entry, actor),
  )
  await each<AddPopulationInput>('populations', file.populations, (entry) =>
    writePopulation(tx, clock, incident, entry, actor),
  )
  await each<RecordFactInput>('facts', file.facts, (entry) => putFact(tx, clock, incident, entry, actor))
  await refuseContradiction(tx, incident.id)
  await each<RecordExposureInput>('exposures', file.exposures, (entry) =>
    writeExposure(tx, clock, incident, entry, actor),
  )
}

/** Says which entry of the file a refusal is about. */
async function locating(place: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw incidentRefusals.entry({ place, fr: error.text('fr'), en: error.text('en') })
  }
}

function countsOf(file: IncidentFile): Record<string, number> {
  const { organisations, links, populations, facts, exposures } = file
  return {
    organisations: organisations.length,
    links: links.length,
    populations: populations.length,
    facts: facts.length,
    exposures: exposures.length,
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw incidentRefusals.unreadableFile({ file })
  }
}
