import { oneRow, rows, type Tx } from '../../platform/database.ts'
import type { DeliveryOfLists } from './delivery-slots.ts'
import type { PersonClass } from './model.ts'
import { KIND, type RemovalReason } from './store-changes.ts'
import type { ListVersion } from './store-versions.ts'

export const KINDS = ['added', 'removed', 'class', 'data', 'contact'] as const
export type ChangeKind = (typeof KINDS)[number]

/** What a change means for a person, given what delivery already did for them. Nobody is told the same thing twice. */
export const EFFECTS = [
  'to_tell',
  'cannot_be_told',
  'on_the_way',
  'unknown',
  'already_told',
  'complement',
  'to_replan',
  'correction',
  'correction_doubt',
  'taken_back',
  'leaves',
] as const
export type Effect = (typeof EFFECTS)[number]

/** Two versions, the older first, and those between them. */
export interface Span {
  readonly from: ListVersion
  readonly to: ListVersion
  /** Ids of the versions after `from` up to `to`, each with its changes kept; null when one has none kept. */
  readonly steps: readonly number[] | null
}

/**
 * Who changed over a span, one row a person. Between neighbours it is what was kept when the later one was built; over several
 * versions, the persons that any of them changed are compared anew, by primary key. Parameters: $1 from, $2 to, $3 steps.
 */
function relation({ from, to, steps }: Span): string {
  if (steps?.length === 1 && to.baseId === from.id)
    return `select c.person_id, c.sort_name, c.kind, c.from_class, c.to_class, c.from_categories, c.to_categories, c.reason
              from list_change c where c.list_version_id = $2 and $1::bigint is not null and $3::bigint[] is not null`
  const persons = steps
    ? `(select distinct person_id from list_change where list_version_id = any($3::bigint[]))`
    : `(select person_id from list_entry where list_version_id in ($1, $2) and $3::bigint[] is not null group by person_id)`
  return `
    select w.*, (select l.reason from list_change l
                  where l.person_id = w.person_id and l.kind = 'removed' and l.list_version_id <= $2
                  order by l.list_version_id desc limit 1) as reason
      from (
        select q.person_id, coalesce(t.sort_name, f.sort_name) as sort_name, ${KIND} as kind, f.class as from_class,
               t.class as to_class, f.categories as from_categories, t.categories as to_categories
          from ${persons} q
          left join list_entry f on f.list_version_id = $1 and f.person_id = q.person_id
          left join list_entry t on t.list_version_id = $2 and t.person_id = q.person_id
          left join addressee fa on fa.id = f.addressee_id
          left join addressee ta on ta.id = t.addressee_id
         where f.person_id is not null or t.person_id is not null) w
     where w.kind <> 'same'`
}

const HELD = `'cannot_be_excluded'`
/** In whose words the person is to be told by the later list: those of their cohort. Null for someone who left. */
const WORDS = `case when c.to_class is null then null when c.to_class = ${HELD} then ${HELD} else 'concerned' end`
/** Told more than the later list says: anything for someone who left, that they are concerned for someone now in doubt. */
const STRONGER = `case when c.kind = 'removed' then null else 'concerned' end`
const FALLS = `(c.kind = 'removed' or (c.kind = 'class' and c.to_class = ${HELD}))`

/** SQL of `Effect`, on a change `c`, where it stands `s.at` (`s.more`: in words that now say too much) and the later entry `e`. */
const EFFECT = `case
  when ${FALLS} and s.more = 'told' then 'correction'
  when ${FALLS} and s.more = 'unknown' then 'correction_doubt'
  when ${FALLS} and s.more = 'on_the_way' then 'taken_back'
  when c.kind = 'removed' then 'leaves'
  when s.at = 'told' then case
    when c.kind = 'data' or (c.kind = 'class' and ${HELD} not in (c.from_class, c.to_class)) then 'complement' else 'already_told' end
  when s.at = 'unknown' then 'unknown'
  when s.at = 'on_the_way' then case when c.kind in ('data', 'contact') then 'to_replan' else 'on_the_way' end
  when e.untold_reason is not null then 'cannot_be_told'
  else 'to_tell' end`

/** Nothing is known of deliveries where nobody says: everyone is still to be told. */
const NOWHERE: DeliveryOfLists['standing'] = () => 'null::text'

function judged(span: Span, standing: DeliveryOfLists['standing'] = NOWHERE): string {
  return `(
    select c.*, ${EFFECT} as effect
      from (${relation(span)}) c
      left join list_entry e on e.list_version_id = $2 and e.person_id = c.person_id
     cross join lateral (select ${standing('c.person_id', WORDS)} as at, ${standing('c.person_id', STRONGER)} as more) s)`
}

const spanValues = ({ from, to, steps }: Span) => [from.id, to.id, steps ?? []]

export interface ChangeGroup {
  readonly kind: ChangeKind
  readonly fromClass: PersonClass | null
  readonly toClass: PersonClass | null
  readonly reason: RemovalReason | null
  readonly effect: Effect
  readonly persons: number
}

/** Every change of a span, counted by what it is and what it means. */
export function countChanges(
  tx: Tx,
  span: Span,
  standing: DeliveryOfLists['standing'] | undefined,
): Promise<ChangeGroup[]> {
  return rows<ChangeGroup>(
    tx,
    `select kind, from_class as "fromClass", to_class as "toClass", reason, effect, count(*) as persons
       from ${judged(span, standing)} j group by 1, 2, 3, 4, 5`,
    spanValues(span),
  )
}

/** Persons on both lists, counted on their entries: the term that both sums share. */
export async function countStayed(tx: Tx, { from, to }: Span): Promise<number> {
  if (to.baseId === from.id && to.changes) {
    const { same, class: classes, data, contact } = to.changes
    return same + classes + data + contact
  }
  const { n } = await oneRow<{ n: number }>(
    tx,
    `select count(*) as n from list_entry f join list_entry t on t.list_version_id = $2 and t.person_id = f.person_id
      where f.list_version_id = $1`,
    [from.id, to.id],
  )
  return n
}

export interface ChangeFilter {
  readonly kind: ChangeKind
  readonly effect?: Effect | undefined
  readonly reason?: RemovalReason | undefined
  readonly fromClass?: PersonClass | undefined
  readonly toClass?: PersonClass | undefined
}

export interface ChangedPerson {
  readonly id: number
  readonly surname: string
  readonly firstNames: string
  readonly memberNumber: string | null
  readonly fromClass: PersonClass | null
  readonly toClass: PersonClass | null
  readonly fromCategories: readonly string[] | null
  readonly toCategories: readonly string[] | null
  readonly reason: RemovalReason | null
  readonly effect: Effect
}

export const CHANGES_PAGE = 50

/** One page by name after a person, and one more when there is a next page. The key is an id: no name in an address. */
export function listChanges(
  tx: Tx,
  span: Span,
  filter: ChangeFilter,
  after: number | undefined,
  standing: DeliveryOfLists['standing'] | undefined,
): Promise<ChangedPerson[]> {
  const { where, values } = conditions(span, filter)
  values.push(after ?? null)
  const key = `$${values.length}::bigint`
  return rows<ChangedPerson>(
    tx,
    `select p.id, coalesce(p.usage_name, p.surname) as surname, p.first_names as "firstNames", p.member_number as "memberNumber",
            j.from_class as "fromClass", j.to_class as "toClass", j.from_categories as "fromCategories",
            j.to_categories as "toCategories", j.reason, j.effect
       from ${judged(span, standing)} j join person p on p.id = j.person_id
      where ${where} and (${key} is null or (j.sort_name, j.person_id) > (
              (select coalesce(max(case when list_version_id = $2 then sort_name end), max(sort_name)) from list_entry
                where person_id = ${key} and list_version_id in ($1, $2)), ${key}))
      order by j.sort_name, j.person_id limit ${CHANGES_PAGE + 1}`,
    values,
  )
}

/** The total on top of the page: counted on the very rows the page lists. */
export async function countChanged(
  tx: Tx,
  span: Span,
  filter: ChangeFilter,
  standing: DeliveryOfLists['standing'] | undefined,
): Promise<number> {
  const { where, values } = conditions(span, filter)
  const { n } = await oneRow<{ n: number }>(
    tx,
    `select count(*) as n from ${judged(span, standing)} j where ${where}`,
    values,
  )
  return n
}

function conditions(span: Span, filter: ChangeFilter): { where: string; values: unknown[] } {
  const values: unknown[] = spanValues(span)
  const parts: string[] = []
  const equals = (column: string, value: unknown) => {
    if (value === undefined) return
    values.push(value)
    parts.push(`${column} = $${values.length}`)
  }
  equals('j.kind', filter.kind)
  equals('j.effect', filter.effect)
  equals('j.reason', filter.reason)
  equals('j.from_class', filter.fromClass)
  equals('j.to_class', filter.toClass)
  return { where: parts.join(' and '), values }
}

/** The versions after one up to another. Null when one of them kept no changes: it was published before they were kept. */
export async function stepsBetween(tx: Tx, from: ListVersion, to: ListVersion): Promise<number[] | null> {
  const found = await rows<{ id: number; kept: boolean }>(
    tx,
    `select id, changes is not null as kept from list_version where incident_id = $1 and id > $2 and id <= $3 order by id`,
    [from.incidentId, from.id, to.id],
  )
  return found.every(({ kept }) => kept) ? found.map(({ id }) => id) : null
}
