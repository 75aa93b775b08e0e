import type { AudienceKind, Cohort, NoticeChoice, NoticeLocale } from '../../notices/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { rows, type Tx } from '../../platform/database.ts'

/** Which text a choice is for. */
export interface ChoicePlace {
  readonly incidentId: string
  readonly cohort: Cohort
  readonly audience: AudienceKind
  readonly locale: NoticeLocale
}

export interface StoredChoice {
  readonly audience: AudienceKind
  readonly locale: NoticeLocale
  readonly version: number
  readonly choice: NoticeChoice
  readonly chosenAt: Temporal.Instant
  readonly chosenBy: string
}

/** The choices in force of a cohort, one for each audience and language that has one. */
export async function choicesOf(tx: Tx, incidentId: string, cohort: Cohort): Promise<StoredChoice[]> {
  return rows<StoredChoice>(
    tx,
    `select distinct on (audience, locale) audience, locale, version, choice, chosen_at as "chosenAt", chosen_by as "chosenBy"
       from notice_choice where incident_id = $1 and cohort = $2 order by audience, locale, version desc`,
    [incidentId, cohort],
  )
}

/** The next version; undefined when somebody else wrote it first: the version read was not the last any more. */
export async function insertChoice(
  tx: Tx,
  place: ChoicePlace,
  given: {
    readonly after: number
    readonly choice: NoticeChoice
    readonly sha256: string
    readonly at: Temporal.Instant
    readonly by: string
  },
): Promise<number | undefined> {
  const [written] = await rows<{ version: number }>(
    tx,
    `insert into notice_choice (incident_id, cohort, audience, locale, version, choice, sha256, chosen_at, chosen_by)
     select $1, $2, $3, $4, $5::int + 1, $6, $7, $8, $9
      where $5::int = (select coalesce(max(version), 0) from notice_choice
                        where incident_id = $1 and cohort = $2 and audience = $3 and locale = $4)
     on conflict do nothing returning version`,
    [
      place.incidentId,
      place.cohort,
      place.audience,
      place.locale,
      given.after,
      JSON.stringify(given.choice),
      given.sha256,
      given.at,
      given.by,
    ],
  )
  return written?.version
}

/** Messages of a list to each audience of a cohort. */
export async function readersByAudience(
  tx: Tx,
  listVersionId: number,
  cohort: Cohort,
): Promise<Map<string, number>> {
  const found = await rows<{ kind: string; n: number }>(
    tx,
    `select kind, count(*)::int as n from addressee where list_version_id = $1 and cohort = $2 group by kind`,
    [listVersionId, cohort],
  )
  return new Map(found.map(({ kind, n }) => [kind, n]))
}
