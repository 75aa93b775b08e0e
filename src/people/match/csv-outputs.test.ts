import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runMatch } from './index.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-csv-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

it('holds no cell that a spreadsheet would run, and no other text of the exposed list', async () => {
  const ids = ['=cmd|x!A1', '@SUM(1)', '+1+1', '-2', '-A', '\t=1', 'M1']
  const register = join(root, 'register.csv')
  const exposed = join(root, 'exposed.csv')
  const lines = ids.map((id, i) => `${id};DUPON${'ABCDEFG'[i]};ZOE;0${i + 1}/03/1985;${i}77;99`)
  await writeFile(register, `member_id;nom;prenom;naissance;numero_adherent;amc\n${lines.join('\n')}\n`)
  await writeFile(
    exposed,
    `nom;prenom;naissance;numero_adherent;amc\n${lines.map((line) => line.slice(line.indexOf(';') + 1)).join('\n')}\n=EVIL();A\n`,
  )
  const workDir = join(root, 'work')
  await mkdir(workDir)
  const outDir = join(root, 'out')
  const report = await runMatch({ register, exposed, outDir, workDir, format: 'csv' })
  const tables = ['verdicts.csv', 'members.csv', 'possible.csv', 'explanations.csv', 'quarantine.csv']
  for (const name of tables) {
    const rows = parse(await readFile(join(outDir, name), 'utf8')) as string[][]
    const live = rows.flat().filter((cell) => /^[\t\r]|^\s*[=@]|^\s*[+-](?!\d+(\.\d+)?$)/.test(cell))
    expect({ name, live }).toEqual({ name, live: [] })
    expect(rows.flat().join('\n')).not.toContain('EVIL')
  }
  const members = parse(await readFile(join(outDir, 'members.csv'), 'utf8')) as string[][]
  expect(members.slice(1).map(([, id]) => id)).toEqual([
    "'=cmd|x!A1",
    "'@SUM(1)",
    "'+1+1",
    '-2',
    "'-A",
    "'\t=1",
    'M1',
  ])
  expect(report.memberIdsLikeFormulas).toBe(5)
})
