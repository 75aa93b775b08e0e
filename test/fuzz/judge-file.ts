import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { MatchReport } from '../../src/people/match/index.ts'
import { accountingHolds, detectLayout, readRecords } from '../../src/people/read/index.ts'
import { Refusal } from '../../src/platform/refusal.ts'

/** `read` with its accounting proved, or the code of one refusal; anything else throws. */
export async function judgeFile(path: string, name: string): Promise<string> {
  return outcomeOf(async () => {
    const { layout } = await detectLayout(path, 'exposed', {}, name, { mustIdentify: false })
    const calls = { records: 0, quarantined: 0, last: 0 }
    const count = (kind: 'records' | 'quarantined', row: number) => {
      calls[kind]++
      assert.equal(row, ++calls.last, 'rows are numbered without a gap')
    }
    const asText = await readRecords(
      path,
      layout,
      {
        record: (cells, row) => {
          assert.equal(cells.length, layout.headers.length)
          count('records', row)
        },
        quarantined: ({ row }) => count('quarantined', row),
      },
      { file: name },
    )
    const nothing = () => undefined
    const asBytes = await readRecords(
      path,
      layout,
      { plain: nothing, record: nothing, quarantined: nothing },
      { file: name },
    )
    const { records, quarantined } = asText.accounting
    assert.ok(accountingHolds(asText.accounting))
    assert.deepEqual(asBytes, asText, 'both ways of reading tell the same')
    assert.deepEqual([calls.records, calls.quarantined], [records, quarantined])
  })
}

/** The same of a whole match of the built program against a sound register: rows in are verdicts out. */
export function judgeMatch(path: string, register: string, folder: string): string {
  const words = ['match', '--register', register, '--exposed', path, '--out', join(folder, 'out'), '--json']
  const { status, stdout, stderr } = spawnSync('bin/tocsin', [...words, '--threads', '1'], {
    encoding: 'utf8',
    timeout: 45_000,
    maxBuffer: 1 << 26,
  })
  rmSync(join(folder, 'out'), { recursive: true, force: true })
  // sysexits: 65 and 66 say that the data are at fault; 70 is a bug of ours.
  if (status === 65 || status === 66) return 'refused'
  assert.equal(status, 0, `${stdout}${stderr}`.slice(-2000))
  const report = JSON.parse(stdout) as MatchReport
  const { records, quarantined } = report.exposed.accounting
  assert.equal(
    Object.values(report.verdicts).reduce((sum, n) => sum + n, 0),
    records + quarantined,
  )
  return 'read'
}

async function outcomeOf(work: () => Promise<void>): Promise<string> {
  try {
    await work()
    return 'read'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const isBug = ['read.accountingBroken', 'match.notConserved'].includes(error.code)
    if (isBug || error.text('fr') === '' || error.text('en') === '') throw error
    return error.code
  }
}
