import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/support/database.ts'
import { fixedClock } from '../platform/clock.ts'
import { canonicalJson, record, tocsin, verifyJournal } from './index.ts'

let db: Awaited<ReturnType<typeof freshDatabase>>
const clock = fixedClock('2026-06-08T11:28:00.123456789Z')
const write = (n: number) =>
  db.transaction((tx) => record(tx, clock, { actor: tocsin, kind: 'test.wrote', payload: { n } }))

beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

test('twenty writers at once give one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)))
  expect(await verifyJournal(db)).toMatchObject({ verified: true, entries: 20 })
})

test('a transaction that fails leaves no entry', async () => {
  const failing = db.transaction(async (tx) => {
    await record(tx, clock, { actor: tocsin, kind: 'test.lost' })
    throw new Error('the change failed')
  })
  await expect(failing).rejects.toThrow('the change failed')
  expect(await verifyJournal(db)).toMatchObject({ verified: true, entries: 20 })
})

test('the database refuses to change, delete or truncate entries', async () => {
  for (const statement of [
    'update journal_entry set kind = $$x$$',
    'delete from journal_entry',
    'truncate journal_entry cascade',
  ]) {
    await expect(db.query(statement)).rejects.toThrow('append-only')
  }
})

test('a change made behind the trigger is found, with its number', async () => {
  await db.query('alter table journal_entry disable trigger journal_entry_append_only')
  const tamper = async (statement: string, found: object) => {
    await expect(
      db.transaction(async (tx) => {
        await tx.query(statement)
        expect(await verifyJournal(tx)).toMatchObject({ verified: false, broken: found })
        throw new Error('undo')
      }),
    ).rejects.toThrow('undo')
  }
  await tamper(`update journal_entry set payload = '{"n":99}' where seq = 7`, { seq: 7, reason: 'hash' })
  await tamper(`update journal_entry set at = at + interval '1 microsecond' where seq = 7`, {
    seq: 7,
    reason: 'hash',
  })
  await tamper('delete from journal_entry where seq = 7', { seq: 8, reason: 'gap' })
  await db.query('alter table journal_entry enable trigger journal_entry_append_only')
})

test('canonical JSON does not depend on the order of members and reads back the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const shuffled = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(shuffled)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
