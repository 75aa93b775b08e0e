import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../../platform/database.ts'
import { latestListVersion } from './latest-list-store.ts'
import { standings, TERMS } from './proof-store.ts'

/** How old a notice was when it was handed over, in hours, upper bounds included. */
const AGES = [
  ['24h', 24],
  ['72h', 72],
  ['7d', 168],
] as const
export const AGE_WORDS = [...AGES.map(([word]) => word), 'later'] as const

const AWARENESS = `(select nullif(f.value ->> 'at', '')::timestamptz from fact f
   where f.incident_id = $2 and f.key = 'controller_aware_at' and f.superseded_by is null)`
/** When the first list that names the person was published. */
const FIRST_LIST = `(select min(v.published_at) from list_entry n join list_version v on v.id = n.list_version_id
   where n.person_id = c.person_id and v.number is not null)`

const ageSince = (instant: string) =>
  `case when d.state is distinct from 'accepted' then 'none' when ${instant} is null then 'unknown'
        ${AGES.map(([word, hours]) => `when d.settled_at <= ${instant} + interval '${hours} hours' then '${word}'`).join(' ')} else 'later' end`

/** A child, a spouse: whoever stands on somebody else's contract is counted apart from who holds one. */
const POPULATION = `(select case when q.population <> 'insured' then q.population when q.policyholder_member_id is null then 'insured_adults'
   else 'dependants' end from person q where q.id = c.person_id)`

/** What tells the people of the account apart, as SQL on the rows of `standings`. */
export const DIMENSIONS = {
  wave: `coalesce(d.wave::text, 'none')`,
  population: POPULATION,
  since_list: ageSince(FIRST_LIST),
  since_awareness: ageSince(AWARENESS),
} as const
export type Dimension = keyof typeof DIMENSIONS

/** The columns of a line, which exclude each other and make it up. */
export const REACH_TERMS = {
  email: TERMS.email,
  letter: TERMS.letter,
  open: `(${TERMS.in_progress} or ${TERMS.unknown_held})`,
  cannot_be_told: TERMS.cannot_be_told,
  lost: TERMS.lost,
} as const
export type ReachTerm = keyof typeof REACH_TERMS

export type ReachLine = { readonly value: string; readonly persons: number } & Readonly<
  Record<ReachTerm, number>
>
export type Reach = Readonly<Record<Dimension, readonly ReachLine[]>>

/** Concerned people of the list in force along each dimension. A line of any of them is the sum of its columns, and their total the account. */
export async function readReach(tx: Tx, incidentId: string): Promise<Reach> {
  const listVersionId = await latestListVersion(tx, incidentId)
  const names = Object.keys(DIMENSIONS) as Dimension[]
  const terms = Object.entries(REACH_TERMS)
  const found = await rows<Record<Dimension, string | null> & Omit<ReachLine, 'value'>>(
    tx,
    `select ${names.join(', ')}, count(*)::int as persons, ${terms.map(([term]) => `(count(*) filter (where ${term}))::int as ${term}`).join(', ')}
       from (select ${names.map((name) => `${DIMENSIONS[name]} as ${name}`).join(', ')}, ${terms.map(([term, condition]) => `${condition} as ${term}`).join(', ')}
               from ${standings('concerned')} and $2::uuid is not null) x
      group by grouping sets (${names.map((name) => `(${name})`).join(', ')}) order by ${names.join(', ')}`,
    [listVersionId, incidentId],
  )
  return Object.fromEntries(
    names.map((name) => [
      name,
      found.flatMap(({ [name]: value, persons, email, letter, open, cannot_be_told, lost }) =>
        value === null ? [] : [{ value, persons, email, letter, open, cannot_be_told, lost }],
      ),
    ]),
  ) as unknown as Reach
}

/** The very people that a figure of the reach counts: `wave-2.email`, `population-dependants.letter`; undefined for another word. */
export function reachCondition(word: string): string | undefined {
  const found = /^(wave|population|since_list|since_awareness)-([a-z0-9_]{1,30})(?:\.([a-z_]+))?$/.exec(word)
  if (!found) return undefined
  const [, dimension, value, term] = found
  const standing = term === undefined ? 'true' : REACH_TERMS[term as ReachTerm]
  if (!standing || (term !== undefined && !Object.hasOwn(REACH_TERMS, term))) return undefined
  return `${standing} and ${DIMENSIONS[dimension as Dimension]} = '${value}'`
}

/** When the organisation knew, as its fact says; undefined when none does. */
export async function awareAt(tx: Tx, incidentId: string): Promise<Temporal.Instant | undefined> {
  const found = await maybeRow<{ at: Temporal.Instant | null }>(
    tx,
    `select ${AWARENESS.replace('$2', '$1')} as at`,
    [incidentId],
  )
  return found?.at ?? undefined
}
