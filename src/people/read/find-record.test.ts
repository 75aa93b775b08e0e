import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { detectLayout, findRecord, readRecords } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tocsin-find-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function* inPieces(bytes: Buffer, size: number, taken: { bytes: number }): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    taken.bytes = Math.min(bytes.length, at + size)
    yield bytes.subarray(at, at + size)
  }
}

it('finds any record by the number that a whole reading gives it, and reads no further', async () => {
  const path = join(folder, 'list.csv')
  const people = Array.from({ length: 400 }, (_, n) => `${n};"Le\nGuen${n}";Anne;19800101`)
  people[7] = '7;too;short'
  people[9] = '9;"open;Anne;19800101'
  const bytes = Buffer.from(`member_id;surname;first_names;birth_date\n${people.join('\n')}\n`)
  writeFileSync(path, bytes)
  const { layout } = await detectLayout(path, 'register')
  const known = new Map<number, string[]>()
  await readRecords(path, layout, {
    record: (cells, row) => void known.set(row, [...cells]),
    quarantined: () => undefined,
  })
  expect(known.size).toBeGreaterThan(390)
  for (const [row, cells] of known) {
    const taken = { bytes: 0 }
    expect(await findRecord(inPieces(bytes, 97, taken), layout, row)).toEqual(cells)
    if (row < 100) expect(taken.bytes).toBeLessThan(bytes.length / 2)
  }
  expect(await findRecord(inPieces(bytes, 97, { bytes: 0 }), layout, 8)).toBeUndefined()
  expect(await findRecord(inPieces(bytes, 97, { bytes: 0 }), layout, 9999)).toBeUndefined()
})
