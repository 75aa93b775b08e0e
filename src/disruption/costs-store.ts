import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { ExtraCost } from './model.ts'

const COST = `number, to_char(spent_on, 'YYYY-MM-DD') as "on", kind, what, minutes, amount_cents as "amountCents", who, evidence,
  struck, id, at, by`

/** Every line of the journal by its last step, struck ones too, in order of day. */
export async function costsOf(tx: Tx, incidentId: string): Promise<ExtraCost[]> {
  return rows<ExtraCost>(
    tx,
    `select * from (select distinct on (number) ${COST} from extra_cost where incident_id = $1 order by number, step desc) last
      order by "on", number`,
    [incidentId],
  )
}

export async function costNumbered(
  tx: Tx,
  incidentId: string,
  number: number,
): Promise<(ExtraCost & { step: number }) | undefined> {
  return maybeRow<ExtraCost & { step: number }>(
    tx,
    `select ${COST}, step from extra_cost where incident_id = $1 and number = $2 order by step desc limit 1`,
    [incidentId, number],
  )
}

export async function nextCostNumber(tx: Tx, incidentId: string): Promise<number> {
  const { next } = await oneRow<{ next: number }>(
    tx,
    `select coalesce(max(number), 0) + 1 as next from extra_cost where incident_id = $1`,
    [incidentId],
  )
  return next
}

export async function insertCost(
  tx: Tx,
  incidentId: string,
  one: Omit<ExtraCost, 'id'> & { readonly step: number },
): Promise<void> {
  await tx.query(
    `insert into extra_cost (incident_id, number, step, spent_on, kind, what, minutes, amount_cents, who, evidence, struck, at, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      incidentId,
      one.number,
      one.step,
      one.on,
      one.kind,
      one.what,
      one.minutes,
      one.amountCents,
      one.who,
      one.evidence,
      one.struck,
      one.at,
      one.by,
    ],
  )
}
