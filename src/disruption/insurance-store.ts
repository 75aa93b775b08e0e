import { maybeRow, oneRow, rows, type Tx } from '../platform/database.ts'
import type { CoverLine, InsuranceContract, Loss } from './model.ts'

const CONTRACT = `number, insured, insurer, kind, phone, phone_abroad as "phoneAbroad", round_the_clock as "roundTheClock",
  protocol_code as "protocolCode", group_contract as "groupContract", membership,
  notice_working_days as "noticeWorkingDays", source, withdrawn, c.id, c.at, c.by`

type ContractRow = Omit<InsuranceContract, 'cover'>

/** The cards that stand, with the name of the insured; withdrawn ones are left out. */
export async function contractsOf(tx: Tx, incidentId: string): Promise<InsuranceContract[]> {
  const found = await rows<ContractRow>(
    tx,
    `select ${CONTRACT}, coalesce(o.name, insured) as "insuredName"
       from (select distinct on (number) * from insurance_contract where incident_id = $1 order by number, step desc) c
       left join organisation o on o.incident_id = $1 and o.key = c.insured
      where withdrawn is null order by number`,
    [incidentId],
  )
  const lines = await rows<CoverLine & { contract: number }>(
    tx,
    `select distinct on (contract, loss) contract, loss, covered, condition, deductible_cents as "deductibleCents", source,
            id, at, by
       from cover_line where incident_id = $1 order by contract, loss, step desc`,
    [incidentId],
  )
  return found.map((contract) => ({
    ...contract,
    cover: lines.filter((line) => line.contract === contract.number).map(({ contract: _, ...line }) => line),
  }))
}

/** The last step of a card, withdrawn or not. */
export async function contractNumbered(
  tx: Tx,
  incidentId: string,
  number: number,
): Promise<(ContractRow & { step: number }) | undefined> {
  return maybeRow<ContractRow & { step: number }>(
    tx,
    `select ${CONTRACT}, step from insurance_contract c where incident_id = $1 and number = $2 order by step desc limit 1`,
    [incidentId, number],
  )
}

export async function nextContractNumber(tx: Tx, incidentId: string): Promise<number> {
  const { next } = await oneRow<{ next: number }>(
    tx,
    `select coalesce(max(number), 0) + 1 as next from insurance_contract where incident_id = $1`,
    [incidentId],
  )
  return next
}

export type ContractStep = Omit<ContractRow, 'id' | 'insuredName'> & { readonly step: number }

export async function insertContract(tx: Tx, incidentId: string, one: ContractStep): Promise<void> {
  await tx.query(
    `insert into insurance_contract (incident_id, number, step, insured, insurer, kind, phone, phone_abroad, round_the_clock,
       protocol_code, group_contract, membership, notice_working_days, source, withdrawn, at, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      incidentId,
      one.number,
      one.step,
      one.insured,
      one.insurer,
      one.kind,
      one.phone,
      one.phoneAbroad,
      one.roundTheClock,
      one.protocolCode,
      one.groupContract,
      one.membership,
      one.noticeWorkingDays,
      one.source,
      one.withdrawn,
      one.at,
      one.by,
    ],
  )
}

/** The next step of a line of the matrix: the line before it no longer stands. */
export async function insertCoverLine(
  tx: Tx,
  incidentId: string,
  contract: number,
  line: Omit<CoverLine, 'id'> & { readonly loss: Loss },
): Promise<void> {
  await tx.query(
    `insert into cover_line (incident_id, contract, loss, step, covered, condition, deductible_cents, source, at, by)
     select $1, $2::int, $3::text, coalesce(max(step), 0) + 1, $4, $5, $6::bigint, $7, $8::timestamptz, $9
       from cover_line where incident_id = $1 and contract = $2::int and loss = $3::text`,
    [
      incidentId,
      contract,
      line.loss,
      line.covered,
      line.condition,
      line.deductibleCents,
      line.source,
      line.at,
      line.by,
    ],
  )
}
