import { DuckDBInstance } from '@duckdb/node-api'

export type Cell = string | number | boolean | null | readonly string[]
export type Row = Readonly<Record<string, Cell>>

export interface Query {
  /** Chunks of about 2,000 rows, read as they are asked for: memory stays constant. 64-bit integers come as strings. */
  stream(sql: string): AsyncIterable<Row[]>
  all(sql: string): Promise<Row[]>
}

/** Runs `work` on a DuckDB of its own that spills into `spillFolder`, or into memory only. Always closed. */
export async function withDuckDb<T>(work: (query: Query) => Promise<T>, spillFolder?: string): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '2GB',
    ...(spillFolder ? { temp_directory: spillFolder } : {}),
  })
  const connection = await instance.connect()
  try {
    return await work({
      stream: async function* (sql) {
        const result = await connection.stream(sql)
        yield* result.yieldRowObjectJson() as AsyncIterable<Row[]>
      },
      all: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[],
    })
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** A string literal; paths hold whatever the user's folders hold. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
