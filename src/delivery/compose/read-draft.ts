import { currentFacts, labelOf, noticeFacts, sayIn } from '../../incident/index.ts'
import {
  type AudienceKind,
  type Cohort,
  composeNotice,
  type NoticeInput,
  type NoticeLocale,
  type NoticeTree,
  type OfferedSection,
  sentencesOnOffer,
} from '../../notices/index.ts'
import { funnel, publishedVersion } from '../../people/lists/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import type { Platform } from '../../platform/platform.ts'
import { citedList, whatNoticesTell } from '../planning/prepare-incident-campaign.ts'
import { exposureTeller } from '../tell-exposure.ts'
import { readersByAudience } from './choice-store.ts'

/** What a sentence rests on. */
export interface CitedSource {
  readonly label: string
  readonly source: string
  readonly asOf: Temporal.Instant
  readonly disputed: boolean
}

export interface Draft {
  readonly input: NoticeInput
  /** Messages of the list in force to each audience; empty before a list is published. */
  readonly readers: ReadonlyMap<string, number>
  readonly sources: ReadonlyMap<string, CitedSource>
}

const POPULATIONS: Readonly<Record<AudienceKind, string>> = {
  insured_adult: 'insured_adults',
  parent_of_minor: 'dependants',
  policyholder_for_dependants: 'dependants',
  guardian: 'insured_adults',
  relative_of_deceased: 'insured_adults',
  health_professional: 'health_professionals',
  firm: 'firms',
  client_of_firm: 'clients_of_firms',
}

/**
 * What a text of a cohort, an audience and a language would be made of today: the facts, the list, what was said of its data.
 * @throws delivery.nothingSaidOf
 */
export async function readDraft(
  platform: Platform,
  incidentId: string,
  asked: { readonly cohort: Cohort; readonly audience: AudienceKind; readonly locale: NoticeLocale },
  reader: NoticeLocale,
): Promise<Draft> {
  const { db, clock } = platform
  const { facts, populations } = whatNoticesTell(await noticeFacts(db, incidentId))
  const list = await funnel(db, incidentId)
  const tell = exposureTeller(populations)
  const { exposures, populations: told } = tell([{ population: POPULATIONS[asked.audience] as never }])
  const cited = list && citedList(await publishedVersion(db, list.listVersion.id))
  const current = await currentFacts(db, incidentId)
  return {
    input: {
      facts,
      exposures,
      populations: told,
      ...asked,
      on: clock.now().toZonedDateTimeISO(ZONE).toPlainDate(),
      ...(cited && { list: cited }),
    },
    readers: list ? await readersByAudience(db, list.listVersion.id, asked.cohort) : new Map(),
    sources: new Map(
      current.map((fact) => [
        fact.key,
        {
          label: sayIn(reader, labelOf(fact.key, fact.label)),
          source: fact.source,
          asOf: fact.asOf,
          disputed: fact.confidence === 'disputed',
        },
      ]),
    ),
  }
}

/** The sentences on offer and the text they make. @throws notices.missingFact naming the fact to enter */
export function composeDraft(
  input: NoticeInput,
  reader: NoticeLocale,
): { sections: readonly OfferedSection[]; tree: NoticeTree } {
  return { sections: sentencesOnOffer(input, reader), tree: composeNotice(input) }
}
