import { changedFacts, type Fact, noticeFacts, showValue } from '../../incident/index.ts'
import type { NoticeTree } from '../../notices/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Campaign } from '../model.ts'

/**
 * Keys of the facts that the texts of a campaign state and that no longer stand as they did when it was prepared: another
 * value, a dispute, a kind of data said otherwise. A text released all the same would be corrected the next day.
 */
export async function factsMoved(
  tx: Tx,
  { incidentId, preparedAt }: Pick<Campaign, 'incidentId' | 'preparedAt'>,
  trees: readonly NoticeTree[],
): Promise<string[]> {
  const cited = new Set(trees.flatMap(({ facts }) => Object.keys(facts)))
  const changed = await changedFacts(tx, incidentId, preparedAt)
  const moved = changed.filter(({ previous, current }) => hasMoved(previous, current))
  const { populations } = await noticeFacts(tx, incidentId)
  const exposures = populations.flatMap(({ key, exposures: said }) =>
    said.filter((one) => trees.some((tree) => saysOtherwise(tree, key, one))).map((one) => one.key),
  )
  return [
    ...new Set([...moved.map(({ current }) => current.key).filter((key) => cited.has(key)), ...exposures]),
  ]
}

function hasMoved(previous: Fact | null, current: Fact): boolean {
  if (current.confidence === 'disputed') return true
  return previous === null || showValue(previous, 'fr').join() !== showValue(current, 'fr').join()
}

type Said = Awaited<ReturnType<typeof noticeFacts>>['populations'][number]['exposures'][number]

/** A kind of data cited at another date, or exposed for this population and not told. */
function saysOtherwise(
  { facts, populations = [], exposed }: NoticeTree,
  population: string,
  said: Said,
): boolean {
  const cited = facts[said.key]
  if (cited) return cited.asOf !== said.asOf
  const told = exposed.some((category) => category === said.value.category)
  return exposed.length > 0 && populations.includes(population) && said.value.status === 'exposed' && !told
}
