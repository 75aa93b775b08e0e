import { oneRow, rows, type Tx } from '../../platform/database.ts'
import { CLASSES, type PersonClass, POPULATIONS, type Population, type ToldThrough, WAYS } from './model.ts'
import { LISTED, type ListedPerson, PAGE, type PageKey, type PeopleFilter } from './store-people.ts'

/** Persons of one member company; null: the register names none. */
export interface CompanyFigures {
  readonly company: string | null
  readonly byClass: Readonly<Record<PersonClass, number>>
  /** Confirmed and presumed, divided by whom they are told through. */
  readonly toldThrough: Readonly<Record<ToldThrough, number>>
  readonly untold: number
  readonly concerned: number
  readonly persons: number
}

/** SQL: the company of a person `p`, null when the register names none. */
export const COMPANY = `nullif(btrim(p.company), '')`

/** SQL: of a person `p`, as `populationOf` says it. */
export const POPULATION = `case p.population when 'health_professional' then 'health_professionals' when 'firm' then 'firms'
  when 'client_of_firm' then 'clients_of_firms'
  else case when p.policyholder_member_id is null then 'insured_adults' else 'dependants' end end`

export interface PopulationFigures {
  readonly population: Population
  readonly concerned: number
  readonly doubtful: number
}

/** Persons on the list by population: what was exposed is said of each apart. Only the insured are named when there are none. */
export async function populationFigures(tx: Tx, listVersionId: number): Promise<PopulationFigures[]> {
  const found = await rows<{ population: Population; concerned: number; doubtful: number }>(
    tx,
    `select ${POPULATION} as population, (count(*) filter (where e.class <> 'cannot_be_excluded'))::int as concerned,
            (count(*) filter (where e.class = 'cannot_be_excluded'))::int as doubtful
       from list_entry e join person p on p.id = e.person_id
      where e.list_version_id = $1 group by 1`,
    [listVersionId],
  )
  return POPULATIONS.flatMap((population) => {
    const row = found.find((one) => one.population === population)
    const shown = row !== undefined || population === 'insured_adults' || population === 'dependants'
    return shown ? [{ population, concerned: row?.concerned ?? 0, doubtful: row?.doubtful ?? 0 }] : []
  })
}

/** Every company that has someone on the list, the largest first, then by name; those without one last. */
export async function companyFigures(tx: Tx, listVersionId: number): Promise<CompanyFigures[]> {
  const count = (condition: string) => `(count(*) filter (where ${condition}))::int`
  const concerned = `e.class <> 'cannot_be_excluded'`
  const found = await rows<Record<string, number> & { company: string | null }>(
    tx,
    `select * from (
       select ${COMPANY} as company, count(*)::int as persons, ${count(concerned)} as concerned,
            ${CLASSES.map((word) => `${count(`e.class = '${word}'`)} as ${word}`).join(', ')},
            ${WAYS.map((word) => `${count(`${concerned} and e.told_through = '${word}'`)} as ${word}`).join(', ')},
            ${count(`${concerned} and e.untold_reason is not null`)} as untold
       from list_entry e join person p on p.id = e.person_id
      where e.list_version_id = $1
      group by 1) f order by f.company is null, f.persons desc, f.company`,
    [listVersionId],
  )
  const pick = <K extends string>(row: Record<string, unknown>, keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, Number(row[key])])) as Record<K, number>
  return found.map((row) => ({
    company: row.company,
    byClass: pick(row, CLASSES),
    toldThrough: pick(row, WAYS),
    untold: Number(row['untold']),
    concerned: Number(row['concerned']),
    persons: Number(row['persons']),
  }))
}

/** A filter of the people page, within one member company (an empty name: the register names none) or one population. */
export interface CompanyPeople {
  readonly company?: string | undefined
  readonly population?: Population | undefined
  readonly filter: PeopleFilter
}

/** One page by name of a company's people, and one row more when the list goes on that way. */
export async function listOfCompany(
  tx: Tx,
  versionId: number,
  asked: CompanyPeople,
  key?: PageKey,
): Promise<ListedPerson[]> {
  const { where, values } = conditionsOf(versionId, asked)
  const backwards = key !== undefined && 'before' in key
  const order = backwards ? 'desc' : 'asc'
  const id = key === undefined ? null : backwards ? key.before : (key as { after: number }).after
  const place = `$${values.push(id)}::bigint`
  return rows<ListedPerson>(
    tx,
    `select * from (
       select ${LISTED}, e.sort_name from person p join list_entry e on e.list_version_id = $1 and e.person_id = p.id
        where ${where} and (${place} is null or (e.sort_name, e.person_id) ${backwards ? '<' : '>'}
              ((select sort_name from list_entry where list_version_id = $1 and person_id = ${place}), ${place}))
        order by e.sort_name ${order}, e.person_id ${order} limit ${PAGE + 1}) page order by sort_name, id`,
    values,
  )
}

/** Counted on the very rows that the page lists. */
export async function countOfCompany(tx: Tx, versionId: number, asked: CompanyPeople): Promise<number> {
  const { where, values } = conditionsOf(versionId, asked)
  const { n } = await oneRow<{ n: number }>(
    tx,
    `select count(*) as n from person p join list_entry e on e.list_version_id = $1 and e.person_id = p.id where ${where}`,
    values,
  )
  return n
}

function conditionsOf(versionId: number, { company, population, filter }: CompanyPeople) {
  const values: unknown[] = [versionId]
  const parts = [`p.incident_id = (select incident_id from list_version where id = $1)`]
  const equals = (column: string, value: unknown) => parts.push(`${column} = $${values.push(value)}`)
  if (company === '') parts.push(`${COMPANY} is null`)
  else if (company !== undefined) equals(COMPANY, company)
  if (population) parts.push(`${POPULATION} = '${population}'`)
  if (filter.class) equals('e.class', filter.class)
  if (filter.concerned) parts.push(`e.class <> 'cannot_be_excluded'`)
  if (filter.through === 'any') parts.push('e.told_through is not null')
  else if (filter.through) equals('e.told_through', filter.through)
  if (filter.reason === 'any') parts.push('e.untold_reason is not null')
  else if (filter.reason) equals('e.untold_reason', filter.reason)
  return { where: parts.join(' and '), values }
}
