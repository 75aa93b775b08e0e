import { createHash } from 'node:crypto'
import { type Actor, actorText, canonicalJson, record } from '../../journal/index.ts'
import type { AudienceKind, NoticeChoice, NoticeLocale } from '../../notices/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { deliveryRefusals } from '../refusals.ts'
import { type ChoicePlace, choicesOf, insertChoice } from './choice-store.ts'

/**
 * Keeps the sentences chosen for a text: the next campaign says them. A campaign prepared before keeps its own text.
 * @param after version that the writer had read, 0 when there was none
 * @returns the new version
 * @throws delivery.choiceMoved when somebody else chose meanwhile
 */
export async function keepChoice(
  platform: Platform,
  place: ChoicePlace,
  { after, choice }: { readonly after: number; readonly choice: NoticeChoice },
  actor: Actor,
): Promise<number> {
  const { incidentId, ...text } = place
  const sha256 = createHash('sha256').update(canonicalJson(choice)).digest('hex')
  return platform.db.transaction(async (tx) => {
    const given = { after, choice, sha256, at: platform.clock.now(), by: actorText(actor) }
    const version = await insertChoice(tx, place, given)
    if (version === undefined) throw deliveryRefusals.choiceMoved()
    const counts = { omitted: choice.omit?.length ?? 0, added: choice.add?.length ?? 0 }
    const payload = { ...text, version, sha256, ...counts }
    await record(tx, platform.clock, { actor, kind: 'notice.sentences_chosen', incidentId, payload })
    return version
  })
}

/** The choices of a cohort as a preparation asks for them: by audience and language. */
export async function choiceTeller(tx: Tx, incidentId: string, cohort: ChoicePlace['cohort']) {
  const stored = await choicesOf(tx, incidentId, cohort)
  return (audience: AudienceKind, locale: NoticeLocale): NoticeChoice | undefined =>
    stored.find((one) => one.audience === audience && one.locale === locale)?.choice
}
