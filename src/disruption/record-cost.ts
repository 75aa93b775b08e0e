import { writableIncident } from '../incident/index.ts'
import { type Actor, actorText, record } from '../journal/index.ts'
import { costNumbered, insertCost, nextCostNumber } from './costs-store.ts'
import type { Ground } from './ground.ts'
import { COST_KINDS } from './model.ts'
import { cents, choice, day, type Fields, minutes, optionalText, text } from './read-fields.ts'
import { disruptionRefusals } from './refusals.ts'
import { isSameClick, says } from './same-again.ts'

/**
 * Keeps a line of the extra-cost journal: a day, what it was, hours or an amount, a role (never a person), its evidence. A second
 * click counts nothing twice.
 * @returns its number
 * @throws disruption refusals of the fields, disruption.nothingCounted, incident.incidentClosed
 */
export async function recordCost(
  platform: Ground,
  incidentId: string,
  fields: Fields,
  actor: Actor,
): Promise<number> {
  const given = {
    on: day(fields, 'spent_on'),
    kind: choice(fields, 'kind', COST_KINDS),
    what: text(fields, 'what'),
    minutes: minutes(fields, 'hours'),
    amountCents: cents(fields, 'amount'),
    who: optionalText(fields, 'who'),
    evidence: optionalText(fields, 'evidence'),
  }
  if (given.minutes === null && given.amountCents === null)
    throw disruptionRefusals.nothingCounted({ where: 'amount' })
  return platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    const number = await nextCostNumber(tx, incidentId)
    const stamp = { at: platform.clock.now(), by: actorText(actor) }
    const last = await costNumbered(tx, incidentId, number - 1)
    if (last && last.struck === null && says(last, given) && isSameClick(last, platform.clock, stamp.by))
      return last.number
    await insertCost(tx, incidentId, { ...given, number, step: 1, struck: null, ...stamp })
    const payload = { number, cost: given.kind, cents: given.amountCents, minutes: given.minutes }
    await record(tx, platform.clock, { actor, kind: 'disruption.cost_recorded', incidentId, payload })
    return number
  })
}

/** Strikes a line out, with the reason: it stays readable and counts for nothing. @throws disruption.unknown, struck, missing */
export async function strikeCost(
  platform: Ground,
  incidentId: string,
  number: number,
  fields: Fields,
  actor: Actor,
): Promise<void> {
  const struck = text(fields, 'reason')
  await platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    const found = await costNumbered(tx, incidentId, number)
    if (!found) throw disruptionRefusals.unknown({ number })
    if (found.struck !== null) throw disruptionRefusals.struck({ number })
    const stamp = { at: platform.clock.now(), by: actorText(actor) }
    await insertCost(tx, incidentId, { ...found, step: found.step + 1, struck, ...stamp })
    await record(tx, platform.clock, {
      actor,
      kind: 'disruption.cost_struck',
      incidentId,
      payload: { number },
    })
  })
}
