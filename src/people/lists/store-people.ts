import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'
import { CLASSES, type PersonClass, REASONS, type ToldThrough, type UntoldReason, WAYS } from './model.ts'

export const PAGE = 50
/** A search says how many answer it up to here; above, that there are more. */
export const MOST_COUNTED = 1000

/** What a figure of the funnel counts; an empty filter is everyone on the list. */
export interface PeopleFilter {
  readonly class?: PersonClass | undefined
  /** `any`: told, through whomever. */
  readonly through?: ToldThrough | 'any' | undefined
  readonly reason?: UntoldReason | 'any' | undefined
  /** Confirmed and presumed together. */
  readonly concerned?: boolean | undefined
}

/** Start of the sort name, or a whole member number. */
export type PeopleSearch = { readonly name: string } | { readonly memberNumber: string }

/** Where a page begins or ends: beside a person of the list, by id, for no name stands in an address. */
export type PageKey = { readonly after: number } | { readonly before: number } | undefined

export interface ListedPerson {
  readonly id: number
  readonly surname: string
  readonly firstNames: string
  readonly memberNumber: string | null
  /** Null: on no list of this version. */
  readonly class: PersonClass | null
  readonly toldThrough: ToldThrough | null
  readonly untoldReason: UntoldReason | null
}

const NAMED = `p.id, coalesce(p.usage_name, p.surname) as surname, p.first_names as "firstNames", p.member_number as "memberNumber"`
export const LISTED = `${NAMED}, e.class, e.told_through as "toldThrough", e.untold_reason as "untoldReason"`

/** One way to be counted by a filter; several are read side by side, each in the order of its own index, then merged. */
type Branch = Partial<Record<'class' | 'told_through' | 'untold_reason', string>>

/**
 * One page by name, and one row more when the list goes on that way. Whatever the size of the list, each part of the filter
 * reads one page of an index that is in the order of the page: no row is skipped, sorted away or counted.
 */
export async function listPeople(
  tx: Tx,
  versionId: number,
  filter: PeopleFilter,
  key?: PageKey,
): Promise<ListedPerson[]> {
  const backwards = key !== undefined && 'before' in key
  const values: unknown[] = [versionId]
  const from = key === undefined ? '' : await fromKey(tx, versionId, key, values)
  const order = backwards ? 'order by sort_name desc, person_id desc' : 'order by sort_name, person_id'
  const parts = branchesOf(filter).map((branch) => {
    const conditions = Object.entries(branch).map(
      ([column, value]) => ` and ${column} = $${values.push(value)}`,
    )
    return `(select sort_name, person_id from list_entry where list_version_id = $1${conditions.join('')}${from} ${order} limit ${PAGE + 1})`
  })
  const found = await rows<ListedPerson>(
    tx,
    `with page as (select * from (${parts.join(' union all ')}) parts ${order} limit ${PAGE + 1})
     select ${LISTED} from page join list_entry e on e.list_version_id = $1 and e.person_id = page.person_id
       join person p on p.id = page.person_id order by page.sort_name, page.person_id`,
    values,
  )
  return found
}

/** Beyond a person's place; nothing when they are not on this list, and then the first page is shown. */
async function fromKey(
  tx: Tx,
  versionId: number,
  key: NonNullable<PageKey>,
  values: unknown[],
): Promise<string> {
  const id = 'before' in key ? key.before : key.after
  const place = await maybeRow<{ name: string }>(
    tx,
    `select sort_name as name from list_entry where list_version_id = $1 and person_id = $2`,
    [versionId, id],
  )
  if (!place) return ''
  const sign = 'before' in key ? '<' : '>'
  return ` and (sort_name, person_id) ${sign} ($${values.push(place.name)}::text, $${values.push(id)}::bigint)`
}

function branchesOf(filter: PeopleFilter): Branch[] {
  const classes = filter.class
    ? [filter.class]
    : filter.concerned
      ? CLASSES.filter((known) => known !== 'cannot_be_excluded')
      : filter.through || filter.reason
        ? CLASSES
        : [undefined]
  const among = (column: keyof Branch, asked: string, known: readonly string[]): Branch[] =>
    (asked === 'any' ? known : [asked]).map((value) => ({ [column]: value }))
  const outcomes: Branch[] = filter.through
    ? among('told_through', filter.through, WAYS)
    : filter.reason
      ? among('untold_reason', filter.reason, REASONS)
      : [{}]
  return classes.flatMap((kept) =>
    outcomes.map((outcome) => ({ ...(kept ? { class: kept } : {}), ...outcome })),
  )
}

/** The first page of those who answer a search, and one row more when there are others. */
export async function findPeople(tx: Tx, versionId: number, search: PeopleSearch): Promise<ListedPerson[]> {
  const { page, values } = answering(versionId, search, PAGE + 1)
  return rows<ListedPerson>(
    tx,
    `with page as (${page})
     select ${LISTED} from page join list_entry e on e.list_version_id = $1 and e.person_id = page.person_id
       join person p on p.id = page.person_id order by e.sort_name, e.person_id`,
    values,
  )
}

/** How many answer a search, one more than {@link MOST_COUNTED} at most. */
export async function countAnswers(tx: Tx, versionId: number, search: PeopleSearch): Promise<number> {
  const { page, values } = answering(versionId, search, MOST_COUNTED + 1)
  return (await oneRow<{ n: number }>(tx, `select count(*) as n from (${page}) found`, values)).n
}

function answering(versionId: number, search: PeopleSearch, most: number) {
  if ('memberNumber' in search) {
    const page = `select e.person_id from person p join list_entry e on e.list_version_id = $1 and e.person_id = p.id
       where p.incident_id = (select incident_id from list_version where id = $1) and p.member_number = $2 limit ${most}`
    return { page, values: [versionId, search.memberNumber] }
  }
  // A range rather than LIKE: the bounds use the index in collation "C" even with parameters.
  const page = `select person_id from list_entry where list_version_id = $1 and sort_name >= $2 and sort_name < $3
     order by sort_name, person_id limit ${most}`
  return { page, values: [versionId, search.name, `${search.name}\u{10FFFF}`] }
}

/** Counted on the rows: for a filter whose figure was not kept with a list of long ago. */
export async function countFiltered(tx: Tx, versionId: number, filter: PeopleFilter): Promise<number> {
  const values: unknown[] = [versionId]
  const parts = branchesOf(filter).map((branch) => {
    const conditions = Object.entries(branch).map(
      ([column, value]) => ` and ${column} = $${values.push(value)}`,
    )
    return `(select 1 from list_entry where list_version_id = $1${conditions.join('')}
       order by sort_name, person_id limit ${MOST_COUNTED + 1})`
  })
  const sql = `select count(*) as n from (${parts.join(' union all ')}) found`
  return Math.min(MOST_COUNTED + 1, (await oneRow<{ n: number }>(tx, sql, values)).n)
}

/** Persons by id, in the order of their ids: pages that delivery counted. Those on no list say how they are warned. */
export async function listPeopleByIds(
  tx: Tx,
  versionId: number,
  ids: readonly number[],
): Promise<ListedPerson[]> {
  return rows<ListedPerson>(
    tx,
    `select ${NAMED}, e.class, coalesce(e.told_through, w.told_through) as "toldThrough",
            coalesce(e.untold_reason, w.untold_reason) as "untoldReason"
       from person p
       left join list_entry e on e.person_id = p.id and e.list_version_id = $1
       left join lateral (
         select n.told_through, n.untold_reason from list_version v
           join preventive_entry n on n.list_version_id = v.id and n.person_id = p.id
          where v.incident_id = p.incident_id and e.person_id is null order by v.id desc limit 1) w on true
      where p.id = any($2::bigint[]) order by p.id`,
    [versionId, ids],
  )
}
