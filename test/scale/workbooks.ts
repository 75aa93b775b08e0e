import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSample } from '../../src/exercise/index.ts'
import { detectLayout, type ListRole, readRecords } from '../../src/people/read/index.ts'
import { type TestCell, workbook } from '../support/workbook.ts'
import { runMatchCommand } from './match-command.ts'
import type { Finding } from './measure.ts'
import type { Sizes } from './sizes.ts'

/** `bin/tocsin match` where both lists are workbooks: a controller's register and the rows of its people. */
export async function workbooks({ members, affected }: Sizes, folder: string): Promise<Finding> {
  const out = join(folder, 'sample')
  await generateSample({ members, exposed: affected, affected: affected / 2, seed: 7, out, force: true })
  const register = await asWorkbook(join(out, 'register.csv'), 'register')
  const exposed = await asWorkbook(join(out, 'exposed.csv'), 'exposed')
  const words = ['--register', register, '--exposed', exposed, '--out', join(folder, 'matched'), '--force']
  return {
    ...(await runMatchCommand(words)),
    count: members + affected,
    unit: 'rows',
    bytes: statSync(register).size + statSync(exposed).size,
  }
}

/** The same rows in a workbook; figures without a leading zero are numbers, as a spreadsheet would have made them. */
async function asWorkbook(path: string, role: ListRole): Promise<string> {
  const made = path.replace(/csv$/, 'xlsx')
  if (existsSync(made)) return made
  const { layout } = await detectLayout(path, role)
  const rows: TestCell[][] = [[...layout.headers]]
  const cellOf = (text: string): TestCell =>
    text === '' ? null : /^[1-9]\d{0,14}$/.test(text) ? { raw: text } : text
  await readRecords(path, layout, {
    record: (cells) => rows.push(cells.map(cellOf)),
    quarantined: () => undefined,
  })
  writeFileSync(made, workbook([{ name: 'Liste', rows }]))
  return made
}
