import { type Database, oneRow, rows, type Tx } from './database.ts'

/** First half of the advisory lock of a job holder; the second is the hash of the name it holds jobs under. */
const HOLDER_LOCK = 7_331_021
const PULSE_MS = 3000

/**
 * What tells a living worker from a dead one: a session of its own, whose advisory locks end with it, at once and whatever
 * the clocks say. A worker that loses it must stop: others may already hold its jobs.
 */
export interface WorkerLife {
  /** Locks the name under which this process is about to hold jobs. */
  hold(name: string): Promise<void>
  /** Aborted when the session is gone, or does not answer any more. */
  readonly lost: AbortSignal
  end(): void
}

export async function beginLife(db: Database): Promise<WorkerLife> {
  const client = await db.connect()
  const lost = new AbortController()
  const lose = () => lost.abort()
  client.on('error', lose).on('end', lose)
  // One statement at a time on a connection: each waits for the one before.
  let last: Promise<unknown> = Promise.resolve()
  const ask = (text: string, values: readonly unknown[] = []) => {
    last = last.then(() => client.query(text, [...values]))
    return last
  }
  let answered = true
  const pulse = setInterval(() => {
    if (!answered) lose()
    answered = false
    ask('select 1').then(() => {
      answered = true
    }, lose)
  }, PULSE_MS)
  const held = new Map<string, Promise<unknown>>()
  return {
    hold: async (name) => {
      if (!held.has(name))
        held.set(name, ask(`select pg_advisory_lock(${HOLDER_LOCK}, hashtext($1))`, [name]))
      await held.get(name)
    },
    lost: lost.signal,
    end: () => {
      clearInterval(pulse)
      client.release(true)
    },
  }
}

/**
 * Gives back the jobs of workers that are gone: the library would keep them from everyone for four hours. Safe at any
 * time: a living worker's lock cannot be taken.
 */
export async function giveBackJobsOfTheDead(tx: Tx): Promise<void> {
  await tx.query(
    `with holders as materialized (select distinct locked_by as name from graphile_worker.jobs where locked_by is not null),
          dead as materialized (select name from holders where pg_try_advisory_xact_lock(${HOLDER_LOCK}, hashtext(name)))
     select graphile_worker.force_unlock_workers(array(select name from dead))`,
  )
}

/** How many workers run on this database now. */
export async function livingWorkers(tx: Tx): Promise<number> {
  const { living } = await oneRow<{ living: number }>(
    tx,
    `select count(distinct pid)::int as living from pg_locks
      where locktype = 'advisory' and classid = ${HOLDER_LOCK} and granted
        and database = (select oid from pg_database where datname = current_database())`,
  )
  return living
}

/** Steps of the database that are not those of this program: a worker of another version must not touch it. */
export async function unknownSteps(tx: Tx, known: readonly { readonly name: string }[]): Promise<string[]> {
  const applied = (await rows<{ name: string }>(tx, 'select name from migration order by name')).map(
    ({ name }) => name,
  )
  const here = known.map(({ name }) => name)
  return [
    ...applied.filter((name) => !here.includes(name)),
    ...here.filter((name) => !applied.includes(name)),
  ]
}
