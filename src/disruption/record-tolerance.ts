import { writableIncident } from '../incident/index.ts'
import { type Actor, actorText, record } from '../journal/index.ts'
import { filingsOf, insertAttachments, insertTolerance, tolerancesOf } from './filings-store.ts'
import type { Ground } from './ground.ts'
import { TOLERANCE_STATES } from './model.ts'
import { choice, day, type Fields, optionalText, text } from './read-fields.ts'
import { disruptionRefusals } from './refusals.ts'
import { says } from './same-again.ts'

/**
 * Keeps what an administration was asked, announced, granted or refused: a new one, or the next step of `number`.
 * It moves no due date. The very same again writes nothing.
 * @returns its number
 * @throws disruption refusals of the fields, disruption.unknown
 */
export async function recordTolerance(
  platform: Ground,
  incidentId: string,
  fields: Fields,
  actor: Actor,
  number?: number,
): Promise<number> {
  const given = {
    grantor: text(fields, 'grantor'),
    state: choice(fields, 'state', TOLERANCE_STATES),
    on: day(fields, 'said_on'),
    scope: text(fields, 'scope'),
    condition: optionalText(fields, 'condition'),
    source: text(fields, 'source'),
    proof: optionalText(fields, 'proof'),
  }
  return platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    const known = await tolerancesOf(tx, incidentId)
    if (number !== undefined && !known.some((one) => one.number === number))
      throw disruptionRefusals.unknown({ number })
    const again = known.find((one) => (number === undefined || one.number === number) && says(one, given))
    if (again) return again.number
    const stamp = { at: platform.clock.now(), by: actorText(actor) }
    const kept = await insertTolerance(tx, incidentId, number, { ...given, ...stamp })
    const payload = { number: kept, grantor: given.grantor, state: given.state }
    await record(tx, platform.clock, { actor, kind: 'disruption.tolerance_recorded', incidentId, payload })
    return kept
  })
}

/**
 * Puts a tolerance beside the filings it reaches, or takes it off: one filing by its number, or every one of a kind due on
 * a day (`kind` and `dueOn` empty: all).
 * @returns how many filings changed
 * @throws disruption.unknown, disruption.noFilingChosen
 */
export async function attachTolerance(
  platform: Ground,
  incidentId: string,
  asked: {
    readonly tolerance: number
    readonly attached: boolean
    readonly filing?: number | undefined
    readonly kind?: string | undefined
    readonly dueOn?: string | undefined
  },
  actor: Actor,
): Promise<number> {
  const { tolerance, attached } = asked
  return platform.db.transaction(async (tx) => {
    await writableIncident(tx, incidentId)
    const known = await tolerancesOf(tx, incidentId)
    if (!known.some(({ number }) => number === tolerance))
      throw disruptionRefusals.unknown({ number: tolerance })
    const chosen = (await filingsOf(tx, incidentId)).filter(
      (one) =>
        (asked.filing === undefined || one.filing === asked.filing) &&
        (!asked.kind || one.kind.toLowerCase() === asked.kind.toLowerCase()) &&
        (!asked.dueOn || one.dueOn === asked.dueOn),
    )
    if (chosen.length === 0) throw disruptionRefusals.noFilingChosen({ where: 'kind' })
    const changed = chosen.filter((one) => one.tolerances.includes(tolerance) !== attached)
    const stamp = { attached, at: platform.clock.now(), by: actorText(actor) }
    await insertAttachments(
      tx,
      changed.map(({ filing }) => filing),
      tolerance,
      stamp,
    )
    const payload = { number: tolerance, attached, filings: changed.length }
    await record(tx, platform.clock, { actor, kind: 'disruption.tolerance_attached', incidentId, payload })
    return changed.length
  })
}
