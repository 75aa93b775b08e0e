import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { anIncident } from '../../../test/support/review.ts'
import { tocsin } from '../../journal/index.ts'
import { rows } from '../../platform/database.ts'
import { importLists } from './import-lists.ts'

/** A NIR where nobody said there was one: a member number that is one, a note in an address. None enters the database. */
let platform: Awaited<ReturnType<typeof testPlatform>>
let incidentId: string
const HERS = '2840399351042'
const HIS = '178067511200542'

beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform?.close())
beforeEach(async () => {
  incidentId = (await anIncident(platform)).incidentId
})

function importing(lines: readonly string[]) {
  const [registerPath, exposedPath] = ['r.csv', 'e.csv'].map((name) => join(platform.home.root, name)) as [
    string,
    string,
  ]
  writeFileSync(registerPath, lines.join('\n'))
  writeFileSync(
    exposedPath,
    [
      'NIR;NOM;PRENOM;DATE_NAISSANCE',
      `${HERS};KERBRAT;MAELLE;1984-03-12`,
      `${HIS};LENOIR;YANN;1978-06-02`,
    ].join('\n'),
  )
  return importLists(platform, { incidentId, registerPath, exposedPath }, tocsin)
}

it('a number that is a NIR and an address that holds one are left out of what is kept of a person', async () => {
  const imported = await importing([
    'ID_ADHERENT;NIR;NE_LE;NOM;PRENOMS;NUM_ADHERENT;CONTRAT;ADRESSE1;ADRESSE2;CP;VILLE',
    `A1;${HERS};1984-03-12;Kerbrat;Maëlle;${HERS};C-1;4 rue du Gué;NIR 2 84 03 99 351 042;37210;Rives`,
    `A2;${HIS};1978-06-02;Lenoir;Yann;0042;${HIS};6 rue du Gué;;37210;Rives`,
  ])
  expect(imported.persons.concerned).toBe(2)
  const persons = await rows<{ number: string | null; contract: string | null; lines: string[] }>(
    platform.db,
    `select member_number as number, contract, address_lines as lines from person where incident_id = $1 order by member_id`,
    [incidentId],
  )
  expect(persons).toEqual([
    { number: null, contract: 'C-1', lines: ['4 rue du Gué'] },
    { number: '0042', contract: null, lines: ['6 rue du Gué'] },
  ])
})

it('a register whose member identifier is the NIR is refused in words, and nothing of it stays', async () => {
  const refused = importing([
    'ID_ADHERENT;NE_LE;NOM;PRENOMS',
    `${HERS};1984-03-12;Kerbrat;Maëlle`,
    `${HIS};1978-06-02;Lenoir;Yann`,
  ])
  await expect(refused).rejects.toMatchObject({
    code: 'lists.nirAsIdentifier',
    params: { column: 'ID_ADHERENT' },
  })
  expect(await rows(platform.db, `select 1 from imported_list where incident_id = $1`, [incidentId])).toEqual(
    [],
  )
  expect(readdirSync(platform.home.work)).toEqual([])
})
