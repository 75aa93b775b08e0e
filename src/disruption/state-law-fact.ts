import { currentFact, lawFactKey, listOrganisations, recordFactIn } from '../incident/index.ts'
import { type Actor, actorName, actorText } from '../journal/index.ts'
import { incidentNow } from '../obligations/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'

/** What a register of ours lets the law know: a yes, or a number. */
type LawContent =
  | { readonly kind: 'yes_no'; readonly value: { readonly answer: 'yes' } }
  | { readonly kind: 'number'; readonly value: { readonly amount: number; readonly approximate: false } }

export const YES: LawContent = { kind: 'yes_no', value: { answer: 'yes' } }
export const exactly = (amount: number): LawContent => ({
  kind: 'number',
  value: { amount, approximate: false },
})

/**
 * States a fact of the law room that follows from what was just recorded, so that nobody answers the same question twice.
 * A fact that stands already is left alone, also « on ne sait pas encore »: a person said it.
 */
export async function stateLawFact(
  tx: Tx,
  clock: Clock,
  asked: {
    readonly incidentId: string
    /** Key of the organisation; the desk's own when left out. */
    readonly organisation?: string
    readonly fact: string
    readonly content: LawContent
    readonly source: string
  },
  actor: Actor,
): Promise<void> {
  const { incidentId, organisation: key, fact, content, source } = asked
  const organisation = (await listOrganisations(tx, incidentId)).find((one) =>
    key === undefined ? one.own : one.key === key,
  )
  if (!organisation) return
  const factKey = lawFactKey(fact, organisation)
  if (await currentFact(tx, incidentId, factKey)) return
  const provenance = {
    source,
    sourceKind: 'other' as const,
    asOf: await incidentNow(tx, clock, incidentId),
    confidence: 'reported' as const,
    owner: actorName(actorText(actor)),
  }
  await recordFactIn(tx, clock, incidentId, { key: factKey, ...content, ...provenance }, actor)
}
