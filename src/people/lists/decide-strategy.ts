import { type Actor, actorText, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { funnel } from './read-funnel.ts'
import { insertStrategy, lockStrategy, type Strategy, strategyInForce } from './store-strategy.ts'
import { strategyRefusals } from './strategy-refusals.ts'

/** A reason that says nothing is no reason. */
const LEAST_LETTERS = 10
const MOST_LETTERS = 2000

/**
 * Records whom the organisation tells: those on the list and those who may be, or everybody in its register. Each
 * decision is a row of its own, on the list in force, and the latest holds; nothing is written to anyone by it.
 * @throws lists.strategyWithoutList, strategySame, strategyReason
 */
export async function decideStrategy(
  platform: Platform,
  asked: { readonly incidentId: string; readonly strategy: Strategy; readonly reason: string },
  actor: Actor,
): Promise<{ strategy: Strategy; listVersion: number }> {
  const { incidentId, strategy } = asked
  const reason = asked.reason.replace(/\s+/g, ' ').trim()
  if (reason.length < LEAST_LETTERS || reason.length > MOST_LETTERS)
    throw strategyRefusals.strategyReason({ least: LEAST_LETTERS, most: MOST_LETTERS })
  return platform.db.transaction(async (tx) => {
    await lockStrategy(tx, incidentId)
    const figures = await funnel(tx, incidentId)
    if (!figures) throw strategyRefusals.strategyWithoutList()
    if ((await strategyInForce(tx, incidentId)) === strategy) throw strategyRefusals.strategySame()
    const { id: listVersionId, number: listVersion } = figures.listVersion
    const decision = { incidentId, strategy, listVersionId, reason }
    const id = await insertStrategy(tx, decision, platform.clock.now(), actorText(actor))
    // The reason is free text: the journal keeps its place, not its words.
    await record(tx, platform.clock, {
      actor,
      kind: 'strategy.decided',
      incidentId,
      payload: { decision: id, strategy, listVersion },
    })
    return { strategy, listVersion }
  })
}
