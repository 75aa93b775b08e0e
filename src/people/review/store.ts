import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, rows, type Tx } from '../../platform/database.ts'
import type { StratumRead } from './estimate.ts'
import type { Entry, Item, Standing } from './model.ts'
import type { Draw } from './store-wanted.ts'

/** Columns of an item, in the order in which `fillReview` copies them. */
export const ITEM_COLUMNS = [
  'run_id',
  'exposed_row',
  'incident_id',
  'stratum',
  'reason',
  'engine_member',
  'draw',
  'stakes',
  'second_reader',
  'content_sha256',
  'identifier_kind',
  'fields',
  'candidates',
  'members',
  'at_stake',
] as const

const ITEM = `i.run_id as "runId", i.exposed_row as "exposedRow", i.stratum, i.reason, i.engine_member as "engineMember",
  i.stakes, i.second_reader as "secondReader", i.identifier_kind as "nirClass", i.fields, i.candidates, i.members,
  i.at_stake as "atStake"`

export async function insertDraws(tx: Tx, runId: string, draws: readonly Draw[]): Promise<void> {
  for (const { stratum, rows: all, drawn } of draws)
    await tx.query(`insert into review_draw (run_id, stratum, rows, drawn) values ($1, $2, $3, $4)`, [
      runId,
      stratum,
      all,
      drawn,
    ])
}

/** Where every row of a run stands before anyone has read it. The queue goes by people at stake, then by row. */
export async function insertStandings(tx: Tx, runId: string): Promise<void> {
  await tx.query(
    `insert into review_standing (run_id, exposed_row, queue, place, state)
     select run_id, exposed_row, case when draw is null then 'queue' else 'sample' end, coalesce(draw, -stakes),
            case when candidates = '[]'::jsonb then 'nothing_to_compare' else 'open' end
       from review_item where run_id = $1`,
    [runId],
  )
}

export async function findItem(tx: Tx, runId: string, exposedRow: number): Promise<Item | undefined> {
  return maybeRow<Item>(tx, `select ${ITEM} from review_item i where i.run_id = $1 and i.exposed_row = $2`, [
    runId,
    exposedRow,
  ])
}

export interface KeptEntry extends Entry {
  readonly id: number
  readonly note: string | null
  readonly at: Temporal.Instant
}

export async function entriesOf(tx: Tx, runId: string, exposedRow: number): Promise<KeptEntry[]> {
  return rows<KeptEntry>(
    tx,
    `select id, user_id as "userId", word, member_id as "memberId", as_dpo as "asDpo", note, at
       from review_decision where run_id = $1 and exposed_row = $2 order by id`,
    [runId, exposedRow],
  )
}

export interface NewEntry extends Entry {
  readonly runId: string
  readonly exposedRow: number
  readonly note: string | null
  readonly at: Temporal.Instant
  readonly carriedFrom: number | null
}

export async function insertEntry(tx: Tx, entry: NewEntry): Promise<void> {
  await tx.query(
    `insert into review_decision (run_id, exposed_row, user_id, word, member_id, note, as_dpo, at, carried_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      entry.runId,
      entry.exposedRow,
      entry.userId,
      entry.word,
      entry.memberId,
      entry.note,
      entry.asDpo,
      entry.at,
      entry.carriedFrom,
    ],
  )
}

export async function stateOf(
  tx: Tx,
  runId: string,
  exposedRow: number,
): Promise<Standing['state'] | undefined> {
  const found = await maybeRow<{ state: Standing['state'] }>(
    tx,
    `select state from review_standing where run_id = $1 and exposed_row = $2`,
    [runId, exposedRow],
  )
  return found?.state
}

/** Locks the standing of a row: two readers who decide at once are heard one after the other. */
export async function lockStanding(
  tx: Tx,
  runId: string,
  exposedRow: number,
): Promise<{ queue: 'queue' | 'sample'; state: Standing['state']; readers: string[] } | undefined> {
  return maybeRow(
    tx,
    `select queue, state, readers from review_standing where run_id = $1 and exposed_row = $2 for update`,
    [runId, exposedRow],
  )
}

export async function updateStanding(
  tx: Tx,
  runId: string,
  exposedRow: number,
  standing: Standing,
  now: Temporal.Instant,
): Promise<void> {
  const { state, readers, decision, passed } = standing
  await tx.query(
    `update review_standing set state = $3, readers = $4::uuid[], word = $5, member_id = $6, passed = $7, settled_at = $8
      where run_id = $1 and exposed_row = $2`,
    [
      runId,
      exposedRow,
      state,
      readers,
      decision?.word ?? null,
      decision?.word === 'same' ? decision.memberId : null,
      passed,
      state === 'settled' ? now : null,
    ],
  )
}

export interface InForce {
  readonly exposedRow: number
  readonly stratum: Item['stratum']
  readonly word: 'same' | 'neither'
  readonly memberId: string | null
  readonly engineMember: string | null
  readonly shown: readonly string[]
}

/** Settled rows with their decision; `shown`: the candidates that a reader saw. */
export async function settledRows(tx: Tx, runId: string): Promise<InForce[]> {
  return rows<InForce>(
    tx,
    `select i.exposed_row as "exposedRow", i.stratum, s.word, s.member_id as "memberId", i.engine_member as "engineMember",
            i.members[1:jsonb_array_length(i.candidates)] as shown
       from review_standing s join review_item i using (run_id, exposed_row)
      where s.run_id = $1 and s.state = 'settled' order by i.exposed_row`,
    [runId],
  )
}

export interface QueueCounts {
  readonly settled: number
  readonly awaitingSecond: number
  readonly disputed: number
  readonly nothingToCompare: number
  readonly total: number
}

export async function countQueue(tx: Tx, runId: string, queue: 'queue' | 'sample'): Promise<QueueCounts> {
  const found = await rows<{ state: Standing['state']; n: number }>(
    tx,
    `select state, count(*) as n from review_standing where run_id = $1 and queue = $2 group by state`,
    [runId, queue],
  )
  const of = (...states: Standing['state'][]) =>
    found.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0)
  return {
    settled: of('settled'),
    awaitingSecond: of('second'),
    disputed: of('third', 'dpo'),
    nothingToCompare: of('nothing_to_compare'),
    total: found.reduce((sum, { n }) => sum + n, 0),
  }
}

/** Persons whose class still depends on a row of the queue that is not settled. */
export async function countAtStake(tx: Tx, runId: string): Promise<number> {
  const found = await maybeRow<{ n: number }>(
    tx,
    `select count(distinct member) as n
       from review_standing s join review_item i using (run_id, exposed_row), unnest(i.at_stake) as member
      where s.run_id = $1 and s.queue = 'queue' and s.state <> 'settled'`,
    [runId],
  )
  return found?.n ?? 0
}

/** What the blind sample has told, by stratum: right when the readers say what the engine said. */
export async function readSample(tx: Tx, runId: string): Promise<Map<string, StratumRead>> {
  const found = await rows<StratumRead & { stratum: string }>(
    tx,
    `select d.stratum, d.rows, d.drawn,
            count(*) filter (where s.state = 'settled' and right_one) as right,
            count(*) filter (where s.state = 'settled' and not right_one) as wrong,
            count(*) filter (where s.state <> 'settled' and s.passed) as undecided
       from review_draw d
       left join review_item i on i.run_id = d.run_id and i.stratum = d.stratum
       left join review_standing s on s.run_id = i.run_id and s.exposed_row = i.exposed_row
       left join lateral (select case i.stratum
         when 'matched' then coalesce(s.member_id = i.engine_member, false) else s.word = 'neither' end as right_one) j on true
      where d.run_id = $1 group by d.stratum, d.rows, d.drawn`,
    [runId],
  )
  return new Map(found.map((read) => [read.stratum, read]))
}
