import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { runMatch } from './index.ts'

let root = ''
let runs = 0
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-strange-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** Few values a column, so that rows collide; some empty, some that no list should hold. */
const CELLS = {
  national_id: ['', '285033812304555', '1850338123045', '9'.repeat(15), 'X'.repeat(200), '1,85E+14', '0'],
  birth_date: ['', '19850307', '19850000', '19851340', '00000000', '99999999', '20240230'],
  surname: ['', 'DURAND', 'É', 'DE LA TOUR D’AUVERGNE', '-', 'A'.repeat(300), "O'; drop table x; --"],
  first_names: ['', 'LUC', 'L', 'MARIE CLAIRE', '1', '=1+1'],
  member_number: ['', '0', '0042', '42', 'Z'.repeat(200)],
  contract: ['', 'C1', '000'],
  insurer: ['', '', '111', '222'],
  rank: ['', '1', '99', 'x'],
  sex: ['', '1', '2', 'F'],
  postcode: ['', '37000', '3700'],
  city: ['', 'RIVES'],
  email: ['', 'a@b.example', 'a'],
  address_1: ['', '4 RUE DU GUE', '4'],
} as const
type Name = keyof typeof CELLS
const NAMES = Object.keys(CELLS) as Name[]
const IDENTIFYING: Name[] = ['national_id', 'surname', 'member_number']

const aList = (most: number) =>
  fc
    .tuple(
      fc.subarray(NAMES),
      fc.constantFrom(...IDENTIFYING),
      fc.integer({ min: 1, max: most }),
      fc.boolean(),
    )
    .chain(([names, always, rows, alike]) => {
      const columns = [...new Set<Name>([always, 'birth_date', ...names])]
      const row = fc.tuple(...columns.map((name) => fc.constantFrom<string>(...CELLS[name])))
      const body = alike
        ? row.map((cells) => Array.from({ length: rows }, () => cells))
        : fc.array(row, { minLength: 1, maxLength: Math.min(rows, 60) })
      return body.map((lines) => ({ columns: columns as string[], lines: lines as string[][] }))
    })

const csv = ({ columns, lines }: { columns: string[]; lines: string[][] }) =>
  [columns, ...lines].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')

function mapped(columns: readonly string[]) {
  const said = columns.map((column) => [
    column,
    { column, ...(column === 'birth_date' ? { format: 'yyyymmdd' } : {}) },
  ])
  return Object.fromEntries(said)
}

it('property: whatever the columns and however alike the rows, each has one verdict, or one refusal says why', async () => {
  await fc.assert(
    fc.asyncProperty(
      aList(400),
      aList(400),
      fc.constantFrom('nir' as const, 'opaque' as const),
      async (register, exposed, kind) => {
        const dir = join(root, String(++runs))
        const numbered = {
          columns: ['member_id', ...register.columns],
          lines: register.lines.map((cells, row) => [`m${row}`, ...cells]),
        }
        const files = { register: `${dir}-r.csv`, exposed: `${dir}-e.csv` }
        await writeFile(files.register, csv(numbered))
        await writeFile(files.exposed, csv(exposed))
        const columns = {
          register: mapped(numbered.columns),
          exposed: mapped(exposed.columns),
          national_id_kind: kind,
        }
        try {
          const report = await runMatch({
            ...files,
            columns,
            outDir: dir,
            workDir: `${dir}-w`,
            format: 'csv',
          })
          const verdicts = (await readFile(join(dir, 'verdicts.csv'), 'utf8')).trim().split('\n').slice(1)
          const { records, quarantined } = report.exposed.accounting
          expect(verdicts.map((line) => Number(line.split(',')[0]))).toEqual(
            Array.from({ length: records + quarantined }, (_, row) => row + 1),
          )
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          expect(error.code).not.toBe('match.notConserved')
        } finally {
          await rm(dir, { recursive: true, force: true })
          await rm(`${dir}-w`, { recursive: true, force: true })
        }
      },
    ),
    { numRuns: Number(process.env['STRANGE_RUNS'] ?? 15) },
  )
}, 120_000)
