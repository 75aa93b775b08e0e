import { type FactChange, supersededIn } from '../../notices/index.ts'
import type { Tx } from '../../platform/database.ts'
import { ZONE } from '../../platform/i18n.ts'
import type { Platform } from '../../platform/platform.ts'
import { choicesOf } from '../compose/choice-store.ts'
import { changesSince, isStale } from './changed-facts.ts'
import { type VersionFigures, versionFigures } from './version-store.ts'

/** Something a text that left says otherwise than it would be said today. */
export type Stale =
  | { readonly what: 'fact'; readonly change: FactChange }
  | { readonly what: 'advice'; readonly before: string; readonly after: string | null }
  | { readonly what: 'choice' }

export interface StaleTexts {
  readonly campaignId: number
  readonly campaignNumber: number
  readonly items: readonly {
    readonly stale: Stale
    readonly texts: readonly VersionFigures[]
    readonly holding: number
  }[]
}

/** The texts that people hold and that no longer say what holds: by campaign, each change with the texts that state it. */
export async function staleTexts(platform: Platform, incidentId: string): Promise<StaleTexts[]> {
  const { db } = platform
  const held = (await versionFigures(db, incidentId)).filter(({ holding }) => holding > 0)
  const campaigns = [...new Set(held.map(({ campaignId }) => campaignId))]
  const found = await Promise.all(
    campaigns.map((id) =>
      staleOf(
        platform,
        db,
        incidentId,
        held.filter(({ campaignId }) => campaignId === id),
      ),
    ),
  )
  return found.filter(({ items }) => items.length > 0)
}

async function staleOf(
  { clock }: Platform,
  tx: Tx,
  incidentId: string,
  texts: readonly VersionFigures[],
): Promise<StaleTexts> {
  const first = texts[0] as VersionFigures
  const today = clock.now().toZonedDateTimeISO(ZONE).toPlainDate()
  const items: StaleTexts['items'][number][] = []
  const add = (stale: Stale, stating: readonly VersionFigures[]) => {
    const holding = stating.reduce((sum, one) => sum + one.holding, 0)
    if (stating.length > 0) items.push({ stale, texts: stating, holding })
  }
  for (const change of await changesSince(tx, incidentId, first.composedAt))
    add(
      { what: 'fact', change },
      texts.filter(({ tree, composedAt }) => isStale(tree, change, composedAt)),
    )
  const replaced = texts.flatMap(({ tree }) => supersededIn(tree, today))
  for (const { item, text, replacedBy } of new Map(replaced.map((one) => [one.item, one])).values())
    add(
      { what: 'advice', before: text, after: replacedBy?.text ?? null },
      texts.filter(({ tree }) => supersededIn(tree, today).some((one) => one.item === item)),
    )
  if (!first.correction?.match(/left_list|doubt_lifted/)) {
    const choices = await choicesOf(tx, incidentId, first.cohort as never)
    const later = choices.filter(
      ({ chosenAt }) => chosenAt.epochNanoseconds > first.composedAt.epochNanoseconds,
    )
    add(
      { what: 'choice' },
      texts.filter(({ audience, locale }) =>
        later.some((one) => one.audience === audience && one.locale === locale),
      ),
    )
  }
  return { campaignId: first.campaignId, campaignNumber: first.campaignNumber, items }
}
