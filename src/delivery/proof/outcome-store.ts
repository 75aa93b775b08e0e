import { CORRECTION_KINDS } from '../../notices/index.ts'
import type { Cohort } from '../../people/lists/index.ts'
import { oneRow, type Tx } from '../../platform/database.ts'
import { UNTOLD_REASONS } from '../model.ts'
import { CORRECTIONS, due, HOLD_TEXT } from './due-store.ts'
import { latestListVersion } from './latest-list-store.ts'
import { COHORT_TERMS, COPIES, standings, TERMS, UNPLANNED } from './proof-store.ts'
import { reachCondition } from './reach-store.ts'

/** The conditions of `countPersons` and `countMessages`, one for each word that a figure links to. `$2` is the incident. */
const OUTCOMES: Readonly<Record<string, string>> = {
  ...TERMS,
  told: `d.state = 'accepted'`,
  unplanned: UNPLANNED,
  told_twice: `c.person_id in (
    select p.person_id from (${COPIES.replaceAll('$1', '$2')}) told join delivery_person p on p.delivery_id = told.id
     group by p.person_id, p.cohort, p.generation having sum(told.copies) > 1)`,
  ...Object.fromEntries(UNTOLD_REASONS.map((reason) => [reason, `u.reason = '${reason}'`])),
}

const COHORT_OUTCOMES = { ...OUTCOMES, ...COHORT_TERMS }

/** Every word that `people?outcome=` understands; one of another cohort is said after its name: `cannot_be_excluded.email`. */
export const OUTCOME_WORDS: readonly string[] = [...Object.keys(OUTCOMES), 'correction_due']

export interface PersonsOfOutcome {
  readonly total: number
  readonly personIds: readonly number[]
  /** The list the proof speaks of: the latest. */
  readonly listVersionId: number
}

/** The very persons that a term of the proof counts, by id after `after`; undefined for a word that is no term. */
export async function personsByOutcome(
  tx: Tx,
  asked: { incidentId: string; listVersionId: number; outcome: string; after: number; limit: number },
): Promise<PersonsOfOutcome | undefined> {
  const chosen = dueOf(asked.outcome) ?? toldBy(asked.outcome) ?? chosenBy(asked.outcome)
  if (!chosen) return undefined
  const listVersionId = (await latestListVersion(tx, asked.incidentId)) ?? asked.listVersionId
  const found = await oneRow<{ total: number; ids: number[] | null }>(
    tx,
    `with chosen as (${chosen})
     select (select count(*)::int from chosen) as total,
            (select array_agg(person_id::float8 order by person_id) from (
               select person_id from chosen where person_id > $3 order by person_id limit $4) page) as ids`,
    [listVersionId, asked.incidentId, asked.after, asked.limit],
  )
  return { total: found.total, personIds: found.ids ?? [], listVersionId }
}

/** `correction_due`, or `correction_due.left_list`: of those owed a correction, whom one cause concerns. */
function dueOf(outcome: string): string | undefined {
  if (outcome === 'correction_due') return CORRECTIONS
  const why = CORRECTION_KINDS.find((kind) => outcome === `correction_due.${kind}`)
  return why && `select person_id from (${due()}) owed where why = '${why}'`
}

/**
 * `text.12+15`: whoever texts 12 and 15 told; `.email`, `.letter`: by that channel; `.holding`: who were told nothing since. Texts
 * of another incident tell nobody here.
 */
function toldBy(outcome: string): string | undefined {
  const [, ids, part] = /^text\.(\d{1,12}(?:\+\d{1,12})*)(?:\.(email|letter|holding))?$/.exec(outcome) ?? []
  if (!ids) return undefined
  const kept = part === 'holding' ? `and ${HOLD_TEXT}` : part ? `and d.channel = '${part}'` : ''
  return `select distinct p.person_id from campaign k join delivery d on d.campaign_id = k.id
      join delivery_person p on p.delivery_id = d.id and p.live
     where k.incident_id = $2 and d.notice_version_id = any('{${ids.replaceAll('+', ',')}}') and d.state = 'accepted' ${kept}
       and coalesce($1::bigint, 0) >= 0`
}

function chosenBy(outcome: string): string | undefined {
  const reached = reachCondition(outcome)
  if (reached)
    return `select c.person_id from ${standings('concerned')} and $2::uuid is not null and ${reached}`
  const [first = '', word] = outcome.split('.')
  const other = OTHER_COHORTS.find((known) => known === first)
  const known: Readonly<Record<string, string>> = other ? COHORT_OUTCOMES : OUTCOMES
  const asked = other ? (word ?? '') : outcome
  const cohort: Cohort = other ?? 'concerned'
  return Object.hasOwn(known, asked)
    ? `select c.person_id from ${standings(cohort)} and $2::uuid is not null and ${known[asked]}`
    : undefined
}

const OTHER_COHORTS = ['cannot_be_excluded', 'preventive'] as const
