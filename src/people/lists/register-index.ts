import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from '../../platform/data-folder.ts'
import { keepSecret } from '../../platform/secret-file.ts'
import { literal, type Query, withDuckDb } from './duckdb.ts'

/*
 * Someone who is on no list is in no table: the register stays encrypted. To answer "is this person on the list?" for
 * them, each run keeps an index of its register: a keyed mark of each member number (alone, and with a first name), and of
 * each name with a first name and a birth date, beside the row it stands in. Without the key, which no backup holds, a mark says nothing; with
 * it, one must already know the person to find them.
 */
export type SoughtPerson =
  /** A number is often that of a household: the first name tells its people apart. */
  | { readonly memberNumber: string; readonly firstNames?: string | undefined }
  | {
      readonly surname: string
      readonly firstNames: string
      /** `yyyymmdd`, as the register's rows hold it. */
      readonly birth: number
    }

const KEY_FILE = 'register-index-key'
const MOST_FOUND = 6

/** The secret of the marks, made on first use; where the age identity lies, outside what backups copy. */
function indexKey(home: DataFolder): string {
  const path = join(home.keys, KEY_FILE)
  const kept = existsSync(path)
    ? readFileSync(path, 'utf8')
    : keepSecret(path, `${randomBytes(32).toString('hex')}\n`)
  return kept.trim()
}

/** Named after its key: with another one, an index would find nobody and say that nobody is there. */
function indexFile(home: DataFolder, folder: string): string {
  const mark = createHash('sha256')
    .update(`name of ${indexKey(home)}`)
    .digest('hex')
    .slice(0, 12)
  return join(folder, `register-index-${mark}.parquet`)
}

const FIELDS = ['member_number', 'surname', 'usage_name', 'first_names', 'birth_date'] as const

/** Keeps the index of a run's register in its folder of the store. @param registerRows parquet of the register, without NIR */
export async function keepRegisterIndex(
  query: Query,
  home: DataFolder,
  registerRows: string,
  folder: string,
): Promise<void> {
  const found = (await query.all(`describe from read_parquet(${literal(registerRows)})`)).map(
    (row) => row['column_name'],
  )
  const columns = FIELDS.map(
    (field) => `${found.includes(field) ? `cast(${field} as varchar)` : 'null'} as ${field}`,
  )
  const row = found.includes('member_row') ? 'member_row' : 'file_row_number + 1'
  const numbered = found.includes('member_row') ? '' : ', file_row_number = true'
  await query.all(
    `copy (
       with register as (select ${row} as member_row, ${columns.join(', ')} from read_parquet(${literal(registerRows)}${numbered})),
       marks as (
         select ${numberMark(home, 'member_number')} as mark, member_row from register where trim(member_number) <> ''
         union select ${numberNameMark(home, 'member_number', 'first_names')}, member_row from register where trim(member_number) <> '' and first_names <> ''
         union select ${nameMark(home, 'surname', 'first_names', 'birth_date')}, member_row from register where surname <> '' and birth_date <> ''
         union select ${nameMark(home, 'usage_name', 'first_names', 'birth_date')}, member_row from register where usage_name <> '' and birth_date <> '')
       select mark, member_row from marks order by mark, member_row
     ) to ${literal(indexFile(home, folder))} (format parquet, compression zstd)`,
  )
}

/** Rows of the register that answer, a few at most; undefined when this run has no index that can be read here. */
export async function findInRegister(
  home: DataFolder,
  folder: string,
  sought: SoughtPerson,
): Promise<number[] | undefined> {
  const file = indexFile(home, folder)
  if (!existsSync(file)) return undefined
  const mark =
    'memberNumber' in sought
      ? sought.firstNames
        ? numberNameMark(home, literal(sought.memberNumber), literal(sought.firstNames))
        : numberMark(home, literal(sought.memberNumber))
      : nameMark(home, literal(sought.surname), literal(sought.firstNames), literal(String(sought.birth)))
  const found = await withDuckDb((query) =>
    query.all(
      `select member_row from read_parquet(${literal(file)}) where mark = (select ${mark}) order by member_row limit ${MOST_FOUND}`,
    ),
  )
  return found.map((row) => Number(row['member_row']))
}

/** Marks are made by one expression, for the register and for the question alike: they cannot part ways. */
function numberMark(home: DataFolder, value: string): string {
  return marked(home, 'number', bare(value))
}

function numberNameMark(home: DataFolder, value: string, firstNames: string): string {
  return marked(home, 'number and first name', `${bare(value)} || '|' || ${firstOf(firstNames)}`)
}

function nameMark(home: DataFolder, surname: string, firstNames: string, birth: string): string {
  const first = firstOf(firstNames)
  const day = `regexp_replace(${birth}, '[^0-9]', '', 'g')`
  return marked(home, 'name', `${plain(surname)} || '|' || ${first} || '|' || ${day}`)
}

const bare = (value: string) => `ltrim(regexp_replace(upper(${value}), '[^A-Z0-9]+', '', 'g'), '0')`

const firstOf = (firstNames: string) => `split_part(${plain(firstNames)}, ' ', 1)`

const plain = (value: string) =>
  `trim(regexp_replace(upper(strip_accents(replace(replace(lower(${value}), 'œ', 'oe'), 'æ', 'ae'))), '[^A-Z0-9]+', ' ', 'g'))`

function marked(home: DataFolder, kind: string, value: string): string {
  return `left(sha256(${literal(`${indexKey(home)} ${kind} `)} || ${value}), 20)`
}
