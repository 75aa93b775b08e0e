import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { record, tocsin, verifyJournal } from '../journal/index.ts'
import { ageIdentity } from '../platform/encrypted-file.ts'
import { backUp, readHead, restore, takeKeys } from './index.ts'

type TestPlatform = Awaited<ReturnType<typeof testPlatform>>
const operator = { kind: 'operator', name: 'test' } as const
let original: TestPlatform
let archive: string

beforeAll(async () => {
  original = await testPlatform()
  await original.db.query(
    `insert into progress (incident_id, step, done, total, unit, started_at, updated_at)
     select gen_random_uuid(), repeat('é', 150) || 'Étape "' || n || E'"\\n\\t\\\\', n, null, 'rows', now(), now() from generate_series(1, 20000) n`,
  )
  for (let n = 0; n < 5; n++)
    await original.db.transaction((tx) =>
      record(tx, original.clock, { actor: tocsin, kind: 'test.wrote', payload: { n } }),
    )
  for (const [folder, name] of [
    ['lists', 'exposée.age'],
    ['duties', 'récépissé.age'],
  ] as const) {
    mkdirSync(join(original.home.store, folder), { recursive: true })
    writeFileSync(join(original.home.store, folder, name), 'sealed bytes')
  }
  archive = join(original.home.root, 'one.tar.age')
  await backUp(original, archive, operator)
})
afterAll(() => original.close())

const elsewhere = () => testPlatform({ env: { TOCSIN_KEYS: original.home.keys } })

test('what was saved is restored whole: rows, files, an unbroken journal', async () => {
  const target = await elsewhere()
  const tail = await restore(target, archive, operator)
  expect(tail.rows['progress']).toBe(20000)
  const digest = `select md5(string_agg(step || done || coalesce(total::text, 'null'), ',' order by done)) as digest from progress`
  expect((await target.db.query(digest)).rows).toEqual((await original.db.query(digest)).rows)
  for (const path of ['lists/exposée.age', 'duties/récépissé.age'])
    expect(readFileSync(join(target.home.store, path), 'utf8')).toBe('sealed bytes')
  const journal = await verifyJournal(target.db)
  expect(journal).toMatchObject({ verified: true, entries: tail.journal.entries + 1 }) // and the restore itself
  await target.close()
})

test('the archive holds nothing readable', () => {
  const bytes = readFileSync(archive)
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(bytes.includes('sealed bytes')).toBe(false)
  expect(bytes.includes('journal_entry')).toBe(false)
})

test('an archive cut short, or for another key, restores nothing', async () => {
  const cut = join(original.home.root, 'cut.tar.age')
  writeFileSync(cut, readFileSync(archive))
  truncateSync(cut, Math.floor(readFileSync(archive).length * 0.6))
  const target = await elsewhere()
  await expect(restore(target, cut, operator)).rejects.toMatchObject({ code: 'backup.unreadable' })
  expect((await target.db.query('select from progress')).rowCount).toBe(0)
  await target.close()
  const stranger = await testPlatform()
  await expect(readHead(stranger.home, archive)).rejects.toMatchObject({ code: 'backup.noKey' })
  await stranger.close()
})

test('a database in use, and another desk’s keys, are left as they are', async () => {
  const target = await elsewhere()
  await target.db.transaction((tx) => record(tx, target.clock, { actor: tocsin, kind: 'test.wrote' }))
  await expect(restore(target, archive, operator)).rejects.toMatchObject({ code: 'backup.notEmpty' })
  expect(await verifyJournal(target.db)).toMatchObject({ verified: true, entries: 1 })
  await target.close()
  const other = await testPlatform()
  await ageIdentity(other.home)
  const before = readFileSync(join(other.home.keys, 'age-identity.txt'))
  expect(() => takeKeys(original.home.keys, other.home.keys)).toThrow(/otherKeys/)
  expect(readFileSync(join(other.home.keys, 'age-identity.txt'))).toEqual(before)
  await other.close()
})

test('a file still being written is not waited for', async () => {
  writeFileSync(join(original.home.store, 'lists', 'half.age.part'), 'half')
  const summary = await backUp(original, join(original.home.root, 'two.tar.age'), operator)
  expect(summary.files).toBe(2)
})

test('a file that grows while it is read does not stop a backup', async () => {
  const growing = join(original.home.store, 'lists', 'verdicts.parquet')
  writeFileSync(growing, Buffer.alloc(2_000_000))
  let ended = false
  const grow = () => {
    if (ended) return
    appendFileSync(growing, Buffer.alloc(1000))
    setImmediate(grow)
  }
  grow()
  const summary = await backUp(original, join(original.home.root, 'growing.tar.age'), operator).finally(
    () => {
      ended = true
    },
  )
  expect(summary.files).toBe(3)
  rmSync(growing)
})

test('a backup never replaces another', async () => {
  await expect(backUp(original, archive, operator)).rejects.toMatchObject({ code: 'backup.exists' })
})
