import pg from 'pg'
import { Temporal } from 'temporal-polyfill'

const { types } = pg
// bigint columns are row counts and surrogate keys, far below 2^53; numeric never carries money here.
types.setTypeParser(types.builtins.INT8, Number)
types.setTypeParser(types.builtins.NUMERIC, Number)
// Instants leave the driver as Temporal.Instant: no Date anywhere (design, section 3).
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(isoOf(text)))

/** PostgreSQL prints `2026-06-08 13:28:04.12+00`; Temporal wants `T` and `+00:00`. */
function isoOf(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')
}

/** Anything that runs SQL: the pool, or the connection of a transaction. */
export interface Tx {
  query<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<pg.QueryResult<R>>
}

export interface Database extends Tx {
  /** Runs `work` in one transaction: commits when it returns, rolls back when it throws. */
  transaction<T>(work: (tx: TxClient) => Promise<T>): Promise<T>
  /** A connection of one's own, for COPY and LISTEN. Release it. */
  connect(): Promise<pg.PoolClient>
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** The connection of a transaction; `client` serves pg-copy-streams. */
export interface TxClient extends Tx {
  readonly client: pg.PoolClient
}

/** Opens a pool on `config` (a Unix socket folder as host, or DATABASE_URL). */
export function openDatabase(config: pg.PoolConfig): Database {
  const pool = new pg.Pool({ max: 12, ...config })
  // A dropped idle connection must not end the process: the next query reports it.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    pool,
    query: (text, values) => pool.query(text, values?.map(toSql)) as never,
    connect: () => pool.connect(),
    close: () => pool.end(),
    transaction: (work) => runTransaction(pool, work),
  }
}

async function runTransaction<T>(pool: pg.Pool, work: (tx: TxClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work({
      client,
      query: (text, values) => client.query(text, values?.map(toSql)) as never,
    })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function toSql(value: unknown): unknown {
  return value instanceof Temporal.Instant ? value.toString() : value
}

/** All rows of a statement. */
export async function rows<R extends pg.QueryResultRow>(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  return (await tx.query<R>(text, values)).rows
}

/** The first row, or undefined. */
export async function maybeRow<R extends pg.QueryResultRow>(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<R | undefined> {
  return (await tx.query<R>(text, values)).rows[0]
}

/** The first row; throws if there is none (a bug: callers ask for what exists). */
export async function oneRow<R extends pg.QueryResultRow>(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<R> {
  const row = await maybeRow<R>(tx, text, values)
  if (!row) throw new Error(`no row: ${text.slice(0, 80)}`)
  return row
}
