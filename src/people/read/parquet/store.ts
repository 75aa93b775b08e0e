import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** A Parquet file opened for reading, every value as text. */
export interface ParquetFile {
  readonly names: readonly string[]
  /** Rows that the footer declares. */
  readonly declared: number
  readonly bytes: number
  /** Chunks of rows: one text or null a column, then the 1-based column of bytes that are no text, 0 for none. */
  rows(limit?: number): AsyncIterable<readonly (readonly (string | number | null)[])[]>
}

/** A row group is decompressed at once: this bounds what a file may ask for. */
const MEMORY = '2GB'

/** Opens a file with a DuckDB of its own, always closed; the order of its rows is kept. */
export async function withParquet<T>(path: string, work: (file: ParquetFile) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: MEMORY,
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  try {
    await connection.run("set timezone = 'UTC'")
    return await work(await openFile(connection, literal(path)))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

async function openFile(connection: DuckDBConnection, file: string): Promise<ParquetFile> {
  const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
  const described = await all(`describe from read_parquet(${file})`)
  const [footer] = await all(`select num_rows, file_size_bytes from parquet_file_metadata(${file})`)
  const columns = described.map((row) => ({
    name: String(row['column_name']),
    type: String(row['column_type']),
  }))
  return {
    names: columns.map(({ name }) => name),
    declared: Number(footer?.['num_rows'] ?? 0),
    bytes: Number(footer?.['file_size_bytes'] ?? 0),
    rows: async function* (limit) {
      const result = await connection.stream(rowsSql(columns, file, limit))
      for await (const rows of result.yieldRowsJs()) yield rows as (string | number | null)[][]
    },
  }
}

interface Column {
  readonly name: string
  readonly type: string
}

function rowsSql(columns: readonly Column[], file: string, limit: number | undefined): string {
  const texts = columns.map(({ name, type }) => textSql(`"${name.replaceAll('"', '""')}"`, type))
  const broken = columns.map(({ name, type }, index) =>
    type === 'BLOB' ? `when ${isBroken(`"${name.replaceAll('"', '""')}"`)} then ${index + 1}` : '',
  )
  const mark = broken.some((clause) => clause !== '') ? `case ${broken.join(' ')} else 0 end` : '0'
  return `select ${texts.join(', ')}, ${mark} from read_parquet(${file})${limit ? ` limit ${limit}` : ''}`
}

/** A value as a spreadsheet's user would write it: no `.0` after a whole number, no midnight after a date. */
function textSql(column: string, type: string): string {
  if (type === 'BLOB') return `coalesce(try(decode(${column})), '\\x' || hex(${column}))`
  const text = `cast(${column} as varchar)`
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(type)) return `regexp_replace(${text}, '\\.0+$', '')`
  return type.startsWith('TIMESTAMP') ? `regexp_replace(${text}, ' 00:00:00(\\+00)?$', '')` : text
}

/** Bytes without a type are text to those who wrote them, unless they are no UTF-8. */
function isBroken(column: string): string {
  return `${column} is not null and try(decode(${column})) is null`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
