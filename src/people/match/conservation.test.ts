import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, it } from 'vitest'
import { renderSql } from './render-sql.ts'

type Row = [row: number, verdict: string, member: number | null]

/** Which promises the given verdicts break: three exposed rows, and members 1 and 3 (2 is in quarantine). */
async function broken(verdicts: Row[], members = [1, 3], quarantined = [3]): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const values = (rows: unknown[][]) => rows.map((row) => `(${row.join(', ')})`).join(', ')
  await connection.run(
    `create table verdict as from (values ${values(verdicts.map(([row, verdict, member]) => [row, `'${verdict}'`, member ?? 'null::integer']))}) t(exposed_row, verdict, member_row)`,
  )
  await connection.run(
    `create table member as from (values ${values(members.map((m) => [m]))}) t(member_row)`,
  )
  await connection.run('create table quarantine (file varchar, row integer)')
  for (const row of quarantined) await connection.run(`insert into quarantine values ('exposed', ${row})`)
  const sql = await readFile(join(import.meta.dirname, 'sql/conservation.sql'), 'utf8')
  const given = { exposedRows: 3, exposedBits: 3, members: 2, memberBits: 3 }
  const reader = await connection.runAndReadAll(renderSql(sql, given))
  connection.closeSync()
  instance.closeSync()
  return (reader.getRowObjectsJS() as { what: string; holds: boolean }[])
    .filter(({ holds }) => holds !== true)
    .map(({ what }) => what)
}

const WHOLE: Row[] = [
  [1, 'matched', 3],
  [2, 'not_ours', null],
  [3, 'unreadable', null],
]

it('a whole run breaks nothing', async () => {
  expect(await broken(WHOLE)).toEqual([])
})

it('sees a row lost, told twice, or out of nowhere', async () => {
  expect(await broken(WHOLE.slice(0, 2), [1, 3], [])).toContain('rows')
  expect(await broken([WHOLE[0]!, WHOLE[0]!, WHOLE[2]!])).toContain('rows')
  expect(await broken([...WHOLE, [4, 'not_ours', null]])).toContain('rows')
  expect(await broken([WHOLE[0]!, WHOLE[0]!, WHOLE[1]!, WHOLE[2]!])).toContain('rows')
})

it('sees a member lost or counted twice', async () => {
  expect(await broken(WHOLE, [3])).toContain('members')
  expect(await broken(WHOLE, [3, 3])).toContain('members')
})

it('sees a match with a member who is not there, and a word that is no verdict', async () => {
  expect(await broken([[1, 'matched', 2], WHOLE[1]!, WHOLE[2]!])).toContain('matches')
  expect(await broken([[1, 'matched', null], WHOLE[1]!, WHOLE[2]!])).toContain('matches')
  expect(await broken([[1, 'perhaps', null], WHOLE[1]!, WHOLE[2]!])).toContain('verdicts')
})

it('sees a quarantined row that has another verdict', async () => {
  expect(await broken([WHOLE[0]!, WHOLE[1]!, [3, 'not_ours', null]])).toContain('quarantine')
})
