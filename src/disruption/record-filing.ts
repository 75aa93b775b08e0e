import { listOrganisations, writableIncident } from '../incident/index.ts'
import { type Actor, actorText, record } from '../journal/index.ts'
import type { Clock, Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import {
  type FilingStep,
  filingLike,
  filingNumbered,
  insertFiling,
  insertFilingStep,
  type NewFiling,
} from './filings-store.ts'
import type { Ground } from './ground.ts'
import { day, type Fields, instant, optionalText, text } from './read-fields.ts'
import { readTable } from './read-table.ts'
import { disruptionRefusals } from './refusals.ts'
import { stateLawFact, YES } from './state-law-fact.ts'

/**
 * Enters one blocked filing; without a client it is the desk's own. The due date is the law's: it cannot be changed later.
 * @throws disruption refusals of the fields, disruption.alreadyThere, incident.incidentClosed
 */
export async function enterFiling(
  platform: Ground,
  incidentId: string,
  fields: Fields,
  actor: Actor,
): Promise<void> {
  const client = optionalText(fields, 'client')
  const given = { kind: text(fields, 'kind'), dueOn: day(fields, 'due_on') }
  await platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    const own = await ownName(tx, incidentId)
    const filing = { ...given, client: client ?? own, own: isOwn(client ?? own, own) }
    const entered = await enter(tx, incidentId, filing, platform.clock.now(), actor)
    if (!entered) throw disruptionRefusals.alreadyThere(filing)
    const payload = { filing: filing.kind, due: filing.dueOn, own: filing.own }
    await record(tx, platform.clock, { actor, kind: 'disruption.filing_entered', incidentId, payload })
    await stateBlocked(tx, platform.clock, incidentId, actor)
  })
}

/**
 * Enters every line of a table, or none. Lines that the register already has are counted and left as they are.
 * @throws disruption.tableRefused, emptyTable, tooManyLines, incident.incidentClosed
 */
export async function importFilings(
  platform: Ground,
  incidentId: string,
  content: string,
  actor: Actor,
): Promise<{ readonly entered: number; readonly already: number }> {
  const lines = readTable(content)
  return platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    const own = await ownName(tx, incidentId)
    let entered = 0
    for (const line of lines) {
      const filing = { ...line, own: isOwn(line.client, own) }
      if (await enter(tx, incidentId, filing, platform.clock.now(), actor)) entered++
    }
    const payload = { entered, already: lines.length - entered }
    await record(tx, platform.clock, { actor, kind: 'disruption.filings_imported', incidentId, payload })
    await stateBlocked(tx, platform.clock, incidentId, actor)
    return payload
  })
}

/** The law room asks whether filings are blocked: the register answers. */
const stateBlocked = (tx: Tx, clock: Clock, incidentId: string, actor: Actor) =>
  stateLawFact(
    tx,
    clock,
    { incidentId, fact: 'filings_blocked', content: YES, source: 'Registre des déclarations bloquées' },
    actor,
  )

async function ownName(tx: Tx, incidentId: string): Promise<string> {
  const own = (await listOrganisations(tx, incidentId)).find((one) => one.own)
  if (!own) throw disruptionRefusals.missing({ where: 'client' })
  return own.name
}

const isOwn = (client: string, own: string) => client.toLowerCase() === own.toLowerCase()

/** False when the register already has it; one struck by mistake stands again. */
async function enter(
  tx: Tx,
  incidentId: string,
  filing: NewFiling,
  at: Temporal.Instant,
  actor: Actor,
): Promise<boolean> {
  const first: FilingStep = { state: 'blocked', filedAt: null, note: null, at, by: actorText(actor) }
  const id = await insertFiling(tx, incidentId, filing, at, actorText(actor))
  if (id !== undefined) {
    await insertFilingStep(tx, id, first)
    return true
  }
  const found = await filingLike(tx, incidentId, filing)
  if (found?.state !== 'struck') return false
  await insertFilingStep(tx, found.filing, first)
  return true
}

/**
 * Says that a filing was made at last, at this instant, with its receipt; or, with `state` `struck`, that it was entered by
 * mistake and why; or, with `blocked`, that it was not made after all.
 * @param now the clock of the incident: a filing cannot be made in its future
 * @throws disruption.unknown, disruption.future, disruption refusals of the fields
 */
export async function followFiling(
  platform: Ground,
  incidentId: string,
  asked: { readonly filing: number; readonly fields: Fields; readonly now: Temporal.Instant },
  actor: Actor,
): Promise<void> {
  const { filing, fields } = asked
  const step = readStep(fields, asked.now)
  await platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    const found = await filingNumbered(tx, incidentId, filing)
    if (!found || found.state === 'struck') throw disruptionRefusals.unknown({ number: filing })
    await insertFilingStep(tx, filing, { ...step, at: platform.clock.now(), by: actorText(actor) })
    const payload = { number: filing, filing: found.kind, due: found.dueOn, state: step.state }
    await record(tx, platform.clock, { actor, kind: 'disruption.filing_followed', incidentId, payload })
  })
}

function readStep(fields: Fields, now: Temporal.Instant): Pick<FilingStep, 'state' | 'filedAt' | 'note'> {
  const state = fields['state']
  if (state === 'struck' || state === 'blocked') return { state, filedAt: null, note: text(fields, 'reason') }
  if (state !== 'filed') throw disruptionRefusals.choice({ where: 'state' })
  const filedAt = instant(fields, 'filed_at')
  if (filedAt.epochMilliseconds > now.epochMilliseconds)
    throw disruptionRefusals.future({ where: 'filed_at' })
  return { state, filedAt, note: optionalText(fields, 'note') }
}
