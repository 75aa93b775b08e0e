import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Field,
  type FileRead,
  fields,
  type Layout,
  type ListRole,
  type QuarantinedLine,
  type RecordStream,
  readRecords,
} from '../read/index.ts'
import { FIELD_END, normalRowWriter, rawFieldsWriter } from './normal-row.ts'
import { raw } from './render-sql.ts'
import loadSql from './sql/load.sql'
import type { WorkDatabase } from './work-database.ts'

/** Rows of a work file: DuckDB loads one while the next is being read and normalised. */
const PART_ROWS = 200_000

const identityTypes = {
  row: 'INTEGER',
  seen: 'BIGINT',
  nid: 'BIGINT',
  nid_class: 'TINYINT',
  birth: 'INTEGER',
  rank: 'TINYINT',
  sex: 'TINYINT',
  surname: 'VARCHAR',
  usage_name: 'VARCHAR',
  first_names: 'VARCHAR',
  member_number: 'VARCHAR',
  contract: 'VARCHAR',
  insurer: 'VARCHAR',
}

export interface ListToLoad {
  readonly role: ListRole
  readonly path: string
  readonly name: string
  readonly layout: Layout
  readonly bytes: number
  /** Fields kept as they stand beside the normal form, loaded by `alsoInto`. */
  readonly kept: readonly Field[]
}

/** Extra tables filled from the same work file: table name -> its select list. */
export type AlsoInto = Readonly<Record<string, string>>

/**
 * Reads a list into the work database: table `register` or `exposed`, and its quarantined lines into `quarantine`.
 * @param onRows told the rows and bytes read so far
 */
export async function loadList(
  db: WorkDatabase,
  workDir: string,
  list: ListToLoad,
  alsoInto: AlsoInto,
  options: { signal?: AbortSignal | undefined; onRows?: (progress: { bytes: number; rows: number }) => void },
): Promise<FileRead> {
  const parts = new PartFiles(db, workDir, list, alsoInto)
  const write = normalRowWriter(list.layout)
  const writeRaw = rawFieldsWriter(list.layout, list.kept)
  const stream: RecordStream = {
    record: (cells, row) => parts.add(write(cells, row) + writeRaw(cells)),
    quarantined: (line) => parts.addQuarantined(line),
    between: (progress) => {
      options.onRows?.(progress)
      return parts.flush()
    },
  }
  try {
    const read = await readRecords(list.path, list.layout, stream, {
      file: list.name,
      signal: options.signal,
    })
    await parts.finish()
    return read
  } catch (error) {
    await parts.abandon()
    throw error
  }
}

/** The work files of one list: written in turn, loaded as soon as they are whole, then deleted. */
class PartFiles {
  readonly #db: WorkDatabase
  readonly #workDir: string
  readonly #list: ListToLoad
  readonly #alsoInto: AlsoInto
  #lines: string[] = []
  #quarantined: string[] = []
  #file: { handle: FileHandle; path: string; rows: number } | undefined
  #part = 0
  #loading: Promise<void> = Promise.resolve()

  constructor(db: WorkDatabase, workDir: string, list: ListToLoad, alsoInto: AlsoInto) {
    this.#db = db
    this.#workDir = workDir
    this.#list = list
    this.#alsoInto = alsoInto
  }

  add(line: string): void {
    this.#lines.push(line)
  }

  addQuarantined({ row, line, column, reason, bytes }: QuarantinedLine): void {
    this.#quarantined.push(
      [this.#list.role, row, line, column, reason, bytes.toString('base64')].join(FIELD_END),
    )
  }

  async flush(): Promise<void> {
    if (this.#quarantined.length > 0) await this.#flushQuarantine()
    if (this.#lines.length === 0) return
    this.#file ??= await this.#create()
    this.#file.rows += this.#lines.length
    await this.#file.handle.write(`${this.#lines.join('\n')}\n`)
    this.#lines = []
    if (this.#file.rows >= PART_ROWS) await this.#hand()
  }

  async finish(): Promise<void> {
    await this.flush()
    await this.#hand()
    await this.#loading
  }

  async abandon(): Promise<void> {
    await this.#file?.handle.close()
    await this.#loading.catch(() => undefined)
  }

  async #create() {
    const path = join(this.#workDir, `${this.#list.role}-${++this.#part}.work`)
    return { handle: await open(path, 'wx', 0o600), path, rows: 0 }
  }

  /** Waits for the part before: at most one is loading while one is being written. */
  async #hand(): Promise<void> {
    const file = this.#file
    if (!file) return
    this.#file = undefined
    await file.handle.close()
    await this.#loading
    this.#loading = this.#load(file.path)
    this.#loading.catch(() => undefined)
  }

  async #load(path: string): Promise<void> {
    const types = this.#types()
    const tables = { [this.#list.role]: this.#columns(), ...this.#alsoInto }
    for (const [table, columns] of Object.entries(tables)) {
      await this.#db.run(loadSql.replace('$fieldEnd', FIELD_END), {
        table: raw(table),
        columns: raw(columns),
        path,
        types: raw(types),
      })
    }
    await rm(path)
  }

  #columns(): string {
    const own = this.#list.role === 'register' ? ', raw_member_id, raw_policyholder_id' : ''
    return Object.keys(identityTypes).join(', ') + own
  }

  #types(): string {
    const identity: Record<string, string> = { ...identityTypes }
    if (this.#list.layout.nationalIdKind === 'opaque') identity['nid'] = 'VARCHAR'
    for (const field of this.#list.kept) identity[`raw_${field}`] = 'VARCHAR'
    return `{${Object.entries(identity)
      .map(([name, type]) => `'${name}': '${type}'`)
      .join(', ')}}`
  }

  async #flushQuarantine(): Promise<void> {
    const path = join(this.#workDir, `${this.#list.role}-quarantine-${++this.#part}.work`)
    const file = await open(path, 'wx', 0o600)
    await file.write(`${this.#quarantined.join('\n')}\n`)
    await file.close()
    this.#quarantined = []
    await this.#loading
    await this.#db.run(loadSql.replace('$fieldEnd', FIELD_END), {
      table: raw('quarantine'),
      columns: raw('*'),
      path,
      types: raw(
        `{'file': 'VARCHAR', 'row': 'INTEGER', 'line': 'BIGINT', 'col': 'INTEGER', 'reason': 'VARCHAR', 'bytes_base64': 'VARCHAR'}`,
      ),
    })
    await rm(path)
  }
}

/** Every field of the register but the national identifier: `register.parquet` and its reader share this list. */
export const keptRegisterFields: readonly Field[] = fields.filter(
  (field) => field !== 'national_id' && field !== 'insurer_name' && field !== 'cover',
)
