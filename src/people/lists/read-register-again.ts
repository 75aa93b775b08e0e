import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { decryptFrom } from '../../platform/encrypted-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { parseBirthDate } from '../identity/index.ts'
import { type ColumnMapping, detectLayout, type Field, type Layout, readRecords } from '../read/index.ts'
import { literal, type Query } from './duckdb.ts'
import type { StoredRegister } from './store-preventive.ts'
import { sizeOf } from './stored-files.ts'
import { strategyRefusals } from './strategy-refusals.ts'

/**
 * The register of a list version as the import left it for the lists, read again from the encrypted store: Parquet with
 * `member_row` and its fields, without the national identifier, which is not even asked for. In bounded memory; the clear
 * files stand in `work`, which the caller deletes.
 * @throws lists.registerGone when the file is gone, or its records are not those of the import
 */
export async function readRegisterAgain(
  platform: Pick<Platform, 'home'>,
  query: Query,
  register: StoredRegister,
  work: string,
): Promise<string> {
  const sealed = join(platform.home.store, register.storedPath)
  if ((await sizeOf(sealed)) === null) throw strategyRefusals.registerGone({ file: register.fileName })
  const clear = join(work, `register-again${extname(register.fileName)}`)
  await pipeline(await decryptFrom(platform.home, sealed), createWriteStream(clear, { mode: 0o600 }))
  const mapping = mappingOf(register)
  const { layout } = await detectLayout(clear, 'register', mapping, register.fileName, {
    mustIdentify: false,
  })
  const rows = join(work, 'register-again.rows')
  const fields = fieldsOf(layout, register)
  const records = await writeRows(clear, layout, fields, rows, register.fileName)
  const out = join(work, 'register-again.parquet')
  const columns = ['member_row', ...fields]
  const types = columns
    .map((column) => `${literal(column)}: '${column === 'member_row' ? 'BIGINT' : 'VARCHAR'}'`)
    .join(', ')
  await query.all(
    `copy (select * from read_csv(${literal(rows)}, columns = {${types}}, header = false, delim = ',', quote = '"',
       escape = '"', nullstr = '', auto_detect = false)) to ${literal(out)} (format parquet, compression zstd)`,
  )
  const [found] = await query.all(`select count(*)::integer as n from read_parquet(${literal(out)})`)
  if (records !== register.records || Number(found?.['n']) !== records)
    throw strategyRefusals.registerGone({ file: register.fileName })
  return out
}

/** The columns the import used, said rather than found again; the national identifier left out. */
function mappingOf({ columns, separator }: StoredRegister): ColumnMapping {
  const said = Object.entries(columns).filter(([field]) => field !== 'national_id')
  return {
    register: {
      ...Object.fromEntries(said.map(([field, column]) => [field, { column }])),
      ...(separator === '' ? {} : { separator }),
    },
  }
}

/** Those of the import: a header that a later version would understand says nothing that the list did not know. */
function fieldsOf({ columns }: Layout, register: StoredRegister): Field[] {
  const known = (field: Field) => field !== 'national_id' && Object.hasOwn(register.columns, field)
  return (Object.keys(columns) as Field[]).filter(known)
}

/** Quoted text in UTF-8, one line a record: control characters become spaces, as an envelope would have them. */
async function writeRows(
  path: string,
  layout: Layout,
  asked: readonly Field[],
  out: string,
  file: string,
): Promise<number> {
  const fields = asked.map((field) => ({ field, at: layout.columns[field] ?? -1 }))
  const target = await open(out, 'w', 0o600)
  let lines: string[] = []
  let records = 0
  const flush = async () => {
    const text = lines.join('')
    lines = []
    await target.write(text)
  }
  try {
    await readRecords(
      path,
      layout,
      {
        record(cells, row) {
          records += 1
          const values = fields.map(({ field, at }) => cellOf(field, cells[at] ?? '', layout))
          lines.push(`${row},${values.join(',')}\n`)
        },
        quarantined() {},
        between: flush,
      },
      { file },
    )
    await flush()
  } finally {
    await target.close()
  }
  return records
}

function cellOf(field: Field, raw: string, layout: Layout): string {
  const text = field === 'birth_date' ? dateText(raw, layout) : raw.replace(/\p{Cc}+/gu, ' ').trim()
  return text === '' ? '' : `"${text.replaceAll('"', '""')}"`
}

/** Eight digits, as the match keeps dates: months beyond 12 and days 0 included. */
function dateText(raw: string, { dateFormat }: Layout): string {
  const date = parseBirthDate(raw, dateFormat)
  return date === 0 ? '' : String(date).padStart(8, '0')
}
