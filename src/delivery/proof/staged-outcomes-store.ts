import { rows, type Tx } from '../../platform/database.ts'
import type { Account, SealedCounts } from './model.ts'
import { COHORT_TERMS, standings, TERMS } from './proof-store.ts'

const ACCOUNTS = ['concerned', 'cannot_be_excluded', 'preventive'] as const

const termOf = (terms: Readonly<Record<string, string>>) =>
  `case ${Object.entries(terms)
    .map(([term, condition]) => `when ${condition} then '${term}'`)
    .join(' ')} end`

const ofAccount = (account: (typeof ACCOUNTS)[number], only: string) =>
  `select c.person_id, '${account}', ${termOf(account === 'concerned' ? TERMS : COHORT_TERMS)}, u.reason
     from ${standings(account)} and $2::uuid is not null ${only && `and c.person_id = ${only}`}`

/** Whoever a campaign of the incident `$2` wrote to, or could not, and no account of today names: they left the list. */
const ofOthers = (only: string) =>
  `select x.person_id, 'left', null, null from (
     select p.person_id from delivery_person p join campaign k on k.id = p.campaign_id where k.incident_id = $2
     union select w.person_id from untold w join campaign k on k.id = w.campaign_id where k.incident_id = $2) x
    where $1::bigint is not null ${only && `and x.person_id = ${only}`}`

/**
 * Writes down, for the life of the transaction, where every person of an incident stands (or one only): the conditions are those the
 * proof counts with. Its snapshot must be the one the outcomes are read in.
 */
export async function stageOutcomes(
  tx: Tx,
  listVersionId: number,
  incidentId: string,
  personId?: number,
): Promise<void> {
  await tx.query(
    `create temp table staged_outcome (person_id bigint primary key, account text not null, term text, reason text) on commit drop`,
  )
  const only = personId === undefined ? '' : '$3'
  const asked = [listVersionId, incidentId, ...(personId === undefined ? [] : [personId])]
  const named = 'insert into staged_outcome (person_id, account, term, reason)'
  for (const account of ACCOUNTS)
    await tx.query(`${named} ${ofAccount(account, only)} on conflict do nothing`, asked)
  await tx.query(`${named} ${ofOthers(only)} on conflict do nothing`, asked)
  await tx.query('analyze staged_outcome')
}

/** Persons staged, by account and term. */
export async function stagedCounts(tx: Tx): Promise<SealedCounts> {
  const found = await rows<{ account: string; term: string; persons: number }>(
    tx,
    `select account, coalesce(term, 'left') as term, count(*)::int as persons from staged_outcome group by 1, 2 order by 1, 2`,
  )
  const counts: Record<string, Record<string, number>> = {}
  for (const { account, term, persons } of found) counts[account] = { ...counts[account], [term]: persons }
  return counts
}

export interface StagedPerson {
  readonly id: number
  readonly account: Account
  readonly outcome: string | null
  readonly reason: string | null
  readonly memberNumber: string | null
  readonly name: string
}

/** Staged persons by id after `after`. */
export async function stagedPersons(tx: Tx, after: number, limit: number): Promise<StagedPerson[]> {
  return rows<StagedPerson>(
    tx,
    `select s.person_id as id, s.account, s.term as outcome, s.reason, p.member_number as "memberNumber",
            coalesce(p.first_names || ' ' || coalesce(p.usage_name, p.surname), '') as name
       from staged_outcome s left join person p on p.id = s.person_id
      where s.person_id > $1 order by s.person_id limit $2`,
    [after, limit],
  )
}
