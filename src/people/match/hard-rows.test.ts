import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runMatch } from './index.ts'

/** Rows that a search once lost or gave to the wrong member of a household, all in one run. */
const REGISTER = `id_adherent;numero_adherent;nir;nom_naissance;prenoms;date_naissance;rang;contrat;amc;email
p1;0001;;Margueforeau;Noé Jean-Luc;16/07/2000;1;C1;99;a@b.example
p2;0001;;Margueforeau;Noé;18/06/2021;1;C1;99;a@b.example
p3;0003;;Fabert;Hugo;16/01/1994;1;C3;99;c@b.example
p4;0004;;Roureau;Noé;22/10/2023;1;C4;99;d@b.example
`
const EXPOSED = `NUM_AMC,NUM_ADH,NIR_OD,NOM_BENEF,PRENOM_BENEF,DATE_NAISS_BENEF,RANG_NAISS,NUM_CONTRAT
99,0001,,MARGUEFOREAU,NOE,,1,C1
99,,,FBAERT,HUGO,19940116,1,C3
99,0004,,NOE,ROUEAU,20231022,1,C4
`
let root = ''
let verdicts: string[][] = []
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-hard-rows-'))
  const [register, exposed] = [join(root, 'register.csv'), join(root, 'exposed.csv')]
  await writeFile(register, REGISTER)
  await writeFile(exposed, EXPOSED)
  const outDir = join(root, 'out')
  await runMatch({ register, exposed, outDir, workDir: join(root, 'work'), format: 'csv' })
  const text = await readFile(join(outDir, 'verdicts.csv'), 'utf8')
  verdicts = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
})
afterAll(() => rm(root, { recursive: true, force: true }))

it('without a date, a whole first name does not decide between two people of a household', () => {
  expect(verdicts[0]![1]).toBe('ambiguous')
})

it('a typing error at the head of the surname is still found, by first name, date and contract', () => {
  expect(verdicts[1]!.slice(1, 4)).toEqual(['matched', '3', 'p3'])
})

it('names exchanged are recognised when one of them has a typing error', () => {
  expect(verdicts[2]!.slice(1, 4)).toEqual(['matched', '4', 'p4'])
})
