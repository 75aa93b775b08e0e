import type { ContractClause } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, oneRow, rows, type Tx } from '../../platform/database.ts'

/** A clause as it was entered, and its end. */
export interface KeptClause {
  readonly id: number
  readonly from: string
  readonly to: string
  readonly article: string
  readonly hours: number | null
  readonly workingDays: number | null
  readonly starts: string | null
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly endedAt: Temporal.Instant | null
  readonly endReason: string | null
}

const CLAUSE = `c.id, c.from_organisation as "from", c.to_organisation as "to", c.article, c.hours, c.working_days as "workingDays",
  c.starts, c.recorded_at as "recordedAt", c.recorded_by as "recordedBy", e.at as "endedAt", e.reason as "endReason"`

/** Every clause of the incident, those that ended too, in order of entry. */
export async function clausesOf(tx: Tx, incidentId: string): Promise<KeptClause[]> {
  return rows<KeptClause>(
    tx,
    `select ${CLAUSE} from contract_clause c left join contract_clause_end e on e.clause_id = c.id
      where c.incident_id = $1 order by c.id`,
    [incidentId],
  )
}

export async function clauseById(tx: Tx, incidentId: string, id: number): Promise<KeptClause | undefined> {
  return maybeRow<KeptClause>(
    tx,
    `select ${CLAUSE} from contract_clause c left join contract_clause_end e on e.clause_id = c.id
      where c.incident_id = $1 and c.id = $2`,
    [incidentId, id],
  )
}

/** Those that no one ended, as the law room reads them. */
export async function clausesInForce(tx: Tx, incidentId: string): Promise<ContractClause[]> {
  const kept = (await clausesOf(tx, incidentId)).filter(({ endedAt }) => endedAt === null)
  return kept.map(({ id, from, to, article, hours, workingDays, starts }) => ({
    id: clauseKey(id),
    from,
    to,
    article,
    ...(hours !== null && { hours }),
    ...(workingDays !== null && { workingDays }),
    ...(starts !== null && { starts }),
  }))
}

/** The name of a clause in conclusions: `c3`. */
function clauseKey(id: number): string {
  return `c${id}`
}

type NewClause = Omit<KeptClause, 'id' | 'endedAt' | 'endReason'>

export async function insertClause(tx: Tx, incidentId: string, clause: NewClause): Promise<number> {
  const { from, to, article, hours, workingDays, starts, recordedAt, recordedBy } = clause
  const { id } = await oneRow<{ id: number }>(
    tx,
    `insert into contract_clause (incident_id, from_organisation, to_organisation, article, hours, working_days, starts,
                                  recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [incidentId, from, to, article, hours, workingDays, starts, recordedAt, recordedBy],
  )
  return id
}

/** False when it had ended already. */
export async function insertClauseEnd(
  tx: Tx,
  end: {
    readonly clauseId: number
    readonly reason: string
    readonly at: Temporal.Instant
    readonly by: string
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into contract_clause_end (clause_id, reason, at, recorded_by) values ($1, $2, $3, $4)
     on conflict (clause_id) do nothing`,
    [end.clauseId, end.reason, end.at, end.by],
  )
  return rowCount === 1
}
