import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { entriesBefore, tocsin, verifyJournal } from '../../journal/index.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { decryptFrom } from '../../platform/encrypted-file.ts'
import { literal, withDuckDb } from './duckdb.ts'
import { importLists } from './import-lists.ts'
import type { FileAccount, MatchEngine, MatchRequest } from './match-engine.ts'
import type { Addressee } from './model.ts'
import { funnel } from './read-funnel.ts'
import { fingerprint } from './stored-files.ts'
import { listUnaddressable, streamAudience } from './stream-audience.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incidentId: string
let folder: string
const NIR = '2840399351042'

/** Six rows, as the verdicts below count them; only the review reads them. */
const exposed = (name: string) =>
  ['nom;prenom;date_naissance', ...[1, 2, 3, 4, 5, 6].map((n) => `${name} ${n};Prénom;01/01/1970`), ''].join(
    '\n',
  )

beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

beforeEach(async () => {
  incidentId = randomUUID()
  await platform.db.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by) values ($1, $2, 'Essai', true, now(), 'essai')`,
    [incidentId, `essai-${incidentId}`],
  )
  folder = join(platform.home.root, incidentId)
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'register.csv'),
    `reference;nom;prenom;date_naissance;nir\nA;Kerbrat;Yann;11/02/1978;${NIR}\n`,
  )
  writeFileSync(join(folder, 'exposed.csv'), exposed('exposée'))
})

const request = (more = {}) => ({
  incidentId,
  registerPath: join(folder, 'register.csv'),
  exposedPath: join(folder, 'exposed.csv'),
  ...more,
})

/** Register: a holder, a child, a spouse held for review, a dead man, and a neighbour who is not on the list. */
const REGISTER = `select * from (values
  ('A', null, 'Kerbrat', 'Yann', '1978-02-11', 'y.kerbrat@courriel.example', '4 rue du Gué', '37210', 'Rives', false, false),
  ('B', 'A', 'Kerbrat', 'Maëlle', '2012-03-14', null, null, null, null, true, false),
  ('C', 'A', 'Lenoir', 'Anne', '1980-13-00', null, '4 rue du Gué', '37210', 'Rives', false, false),
  ('D', null, 'Œuvrard', 'Luc', '1931-01-01', null, '2 quai Neuf', '37210', 'Rives', false, true),
  ('E', null, 'Voisin', 'Ève', '1970-01-01', 'e@courriel.example', '6 rue du Gué', '37210', 'Rives', false, false)
) t(member_id, policyholder_id, surname, first_names, birth_date, email, address_1, postcode, city, minor, deceased)`
const MEMBERS = `select * from (values
  (1, 'A', 'not_on_list', []::varchar[]), (2, 'B', 'confirmed', ['identity']), (3, 'C', 'cannot_be_excluded', []),
  (4, 'D', 'presumed', ['identity']), (5, 'E', 'not_on_list', [])) t(member_row, member_id, class, categories)`
const VERDICTS = `select * from (values
  (1, 'matched', 2, 'B', '1', 36.6, 26.5, 'exact'), (2, 'matched', 2, 'B', '1', 36.6, null, 'exact'),
  (3, 'ambiguous', 3, 'C', '', 12.0, 11.0, 'tie'), (4, 'matched', 4, 'D', '2', 30.0, null, 'name'),
  (5, 'not_ours', null, null, '', 2.0, null, 'insurer'), (6, 'unreadable', null, null, '', null, null, 'wrong_column_count')
) t(exposed_row, verdict, member_row, member_id, tier, weight, runner_up_weight, reason)`

const POSSIBLE = `select 3 as exposed_row, 3 as member_row, 'C' as member_id, 12.0::double as weight`

function anEngine(sql: { members?: string; verdicts?: string; register?: string } = {}): MatchEngine {
  return async (asked: MatchRequest) => {
    const files = {
      register: join(asked.workDir, 'r.parquet'),
      members: join(asked.outDir, 'm.parquet'),
      verdicts: join(asked.outDir, 'v.parquet'),
      possible: join(asked.outDir, 'p.parquet'),
    }
    await withDuckDb(async ({ all }) => {
      await all(`copy (${sql.register ?? REGISTER}) to ${literal(files.register)}`)
      await all(`copy (${sql.members ?? MEMBERS}) to ${literal(files.members)}`)
      await all(`copy (${sql.verdicts ?? VERDICTS}) to ${literal(files.verdicts)}`)
      await all(`copy (${POSSIBLE}) to ${literal(files.possible)}`)
    })
    const account = async (path: string, records: number, quarantined: number): Promise<FileAccount> => ({
      sha256: (await fingerprint(path)).sha256,
      encoding: 'utf-8',
      separator: ';',
      columns: { surname: 'nom' },
      lines: records + quarantined + 1,
      headerLines: 1,
      blankLines: 0,
      records,
      continuation: 0,
      quarantined,
    })
    writeFileSync(join(asked.outDir, 'quarantine.csv'), `6,${NIR}\n`)
    return {
      engineVersion: '1',
      weightsVersion: '1',
      register: await account(asked.register, 5, 0),
      exposed: await account(asked.exposed, 5, 1),
      registerRows: files.register,
      members: files.members,
      verdicts: files.verdicts,
      possible: files.possible,
      explanations: null,
      report: join(asked.outDir, 'quarantine.csv'),
      quarantine: join(asked.outDir, 'quarantine.csv'),
    }
  }
}

const stored = () => [
  ...readdirSync(join(platform.home.store, 'lists')),
  ...readdirSync(join(platform.home.store, 'verdicts')),
]
const lastEntry = async () => (await entriesBefore(platform.db, undefined, 1))[0]!

describe('an import', () => {
  it('publishes persons, addressees and reasons, and proves its sums', async () => {
    const done = await importLists(platform, request(), tocsin, anEngine())
    expect(done.listVersion.number).toBe(1)
    expect(await funnel(platform.db, incidentId)).toMatchObject({
      register: { records: 5 },
      exposed: { records: 6, byVerdict: { matched: 3, not_ours: 1, ambiguous: 1, unreadable: 1 } },
      persons: {
        byClass: { confirmed: 1, presumed: 1, cannot_be_excluded: 1 },
        concerned: 2,
        heldForReview: 1,
        toldThrough: { self: 0, legal_representative: 1, policyholder: 0, guardian: 0 },
        untold: { deceased: 1, no_contact: 0 },
        addressees: 1,
      },
    })
  })

  it('gives delivery one message for the child, written to the father, and the reason of the dead', async () => {
    const { listVersion } = await importLists(platform, request(), tocsin, anEngine())
    const pages: Addressee[][] = []
    for await (const page of streamAudience(platform.db, listVersion.id)) pages.push(page)
    expect(pages.flat()).toMatchObject([
      {
        kind: 'parent_of_minor',
        name: { surname: 'Kerbrat', firstNames: 'Yann' },
        email: 'y.kerbrat@courriel.example',
        postal: { lines: ['4 rue du Gué'], postcode: '37210', city: 'Rives', country: 'FRANCE' },
        covers: [{ firstNames: 'Maëlle', minor: true, isAddressee: false, categories: ['identity'] }],
      },
    ])
    expect(await listUnaddressable(platform.db, listVersion.id)).toMatchObject([{ reason: 'deceased' }])
  })

  it('keeps months that no calendar has, and only the persons it needs', async () => {
    await importLists(platform, request(), tocsin, anEngine())
    const kept = await rows(
      platform.db,
      `select member_id, birth_month, birth_day, sort_name from person where incident_id = $1 order by member_id`,
      [incidentId],
    )
    expect(kept.map((person) => person['member_id'])).toEqual(['A', 'B', 'C', 'D'])
    expect(kept[2]).toMatchObject({ birth_month: 13, birth_day: 0 })
    expect(kept[3]).toMatchObject({ sort_name: 'OEUVRARD LUC' })
  })

  it('keeps both files encrypted, leaves nothing in the work folder and no identifier in the database', async () => {
    const done = await importLists(platform, request(), tocsin, anEngine())
    const list = await oneRow<{ path: string }>(
      platform.db,
      `select stored_path as path from imported_list where incident_id = $1 and kind = 'register'`,
      [incidentId],
    )
    const path = join(platform.home.store, list.path)
    expect(readFileSync(path, 'latin1')).toContain('age-encryption.org/v1')
    expect(readFileSync(path, 'latin1')).not.toContain(NIR)
    expect(await text(await decryptFrom(platform.home, path))).toBe(
      `reference;nom;prenom;date_naissance;nir\nA;Kerbrat;Yann;11/02/1978;${NIR}\n`,
    )
    expect(readdirSync(platform.home.work)).toEqual([])
    expect(readdirSync(join(platform.home.store, 'verdicts', done.runId)).sort()).toEqual([
      'members.parquet',
      'possible.parquet',
      expect.stringMatching(/^register-index-[0-9a-f]{12}\.parquet$/),
      'report.json',
      'verdicts.parquet',
    ])
    const columns = await rows<{ name: string }>(
      platform.db,
      `select column_name as name from information_schema.columns where table_schema = 'public' and column_name ~ 'nir|national'`,
    )
    expect(columns).toEqual([])
  })

  it('is journalled with counts and hashes, and no name', async () => {
    const done = await importLists(platform, request(), tocsin, anEngine())
    const entry = await lastEntry()
    expect(entry).toMatchObject({ kind: 'lists.imported', incidentId })
    expect(JSON.parse(entry.payload)).toMatchObject({
      runId: done.runId,
      listVersion: 1,
      verdicts: { matched: 3 },
      persons: { concerned: 2 },
    })
    expect(entry.payload).not.toMatch(/Kerbrat|Gué|register\.csv/)
    expect((await verifyJournal(platform.db)).verified).toBe(true)
  })

  it('keeps the id of a person from one version to the next', async () => {
    const idOf = () =>
      oneRow<{ id: number }>(
        platform.db,
        `select id from person where incident_id = $1 and member_id = 'B'`,
        [incidentId],
      )
    await importLists(platform, request(), tocsin, anEngine())
    const before = await idOf()
    writeFileSync(join(folder, 'exposed.csv'), exposed('exposée, corrigée'))
    const second = await importLists(platform, request(), tocsin, anEngine())
    expect(second.listVersion.number).toBe(2)
    expect(await idOf()).toEqual(before)
  })
})

describe('an import that is refused leaves no row and no file, and is journalled', () => {
  const refused = async (code: string, engine: MatchEngine, more = {}) => {
    const files = existsSync(join(platform.home.store, 'lists')) ? stored() : []
    const before = await oneRow(platform.db, `select count(*) as n from imported_list`)
    await expect(importLists(platform, request(more), tocsin, engine)).rejects.toMatchObject({ code })
    expect(await oneRow(platform.db, `select count(*) as n from imported_list`)).toEqual(before)
    expect(existsSync(join(platform.home.store, 'lists')) ? stored() : []).toEqual(files)
    expect(readdirSync(platform.home.work)).toEqual([])
    const entry = await lastEntry()
    expect(entry.kind).toBe('lists.import-refused')
    expect(JSON.parse(entry.payload)).toMatchObject({ code })
  }

  it('the same lists again', async () => {
    await importLists(platform, request(), tocsin, anEngine())
    await refused('lists.alreadyImported', anEngine())
  })
  it('one file given twice', () =>
    refused('lists.sameFileTwice', anEngine(), { exposedPath: join(folder, 'register.csv') }))
  it('a file that is not there', () =>
    refused('disk.notFound', anEngine(), { exposedPath: join(folder, 'nowhere.csv') }))
  it('a file that changes meanwhile', () =>
    refused('lists.fileChanged', async (asked) => {
      writeFileSync(join(folder, 'exposed.csv'), exposed('exposée et plus'))
      return anEngine()(asked)
    }))
  it('a verdict missing', () =>
    refused(
      'lists.accountBroken',
      anEngine({ verdicts: `select * from (${VERDICTS}) where exposed_row <> 5` }),
    ))
  it('a row with two verdicts', () =>
    refused(
      'lists.accountBroken',
      anEngine({
        verdicts: `select * replace (case exposed_row when 5 then 4 else exposed_row end as exposed_row) from (${VERDICTS})`,
      }),
    ))
  it('a concerned member who is not in the register', () =>
    refused(
      'lists.accountBroken',
      anEngine({ members: `${MEMBERS} union all select 9, 'Z', 'confirmed', []` }),
    ))
  it('two persons under one identifier', () =>
    refused(
      'lists.duplicateMember',
      anEngine({
        register: `select * replace (case member_id when 'D' then 'B' else member_id end as member_id) from (${REGISTER})`,
      }),
    ))
  it('an output with an identifier in it', () =>
    refused(
      'lists.identifierInOutput',
      anEngine({ verdicts: `select *, '${NIR}' as national_id from (${VERDICTS})` }),
    ))
})

describe('after a kill', () => {
  it('what an import left behind is swept, and nothing else', async () => {
    const done = await importLists(platform, request(), tocsin, anEngine())
    const lists = join(platform.home.store, 'lists')
    const dead = randomUUID()
    for (const name of [
      `${dead}.importing`,
      `${dead}-register.age`,
      `${dead}-exposed.age.part`,
      `${done.runId}.importing`,
    ]) {
      writeFileSync(join(lists, name), '')
    }
    mkdirSync(join(platform.home.store, 'verdicts', dead))
    mkdirSync(join(platform.home.work, `import-${dead}`))
    writeFileSync(join(folder, 'exposed.csv'), exposed('exposée, encore'))
    await importLists(platform, request(), tocsin, anEngine())
    expect(stored().filter((name) => name.includes(dead) || name.endsWith('.importing'))).toEqual([])
    expect(stored().filter((name) => name.startsWith(done.runId))).toHaveLength(5)
    expect(readdirSync(platform.home.work)).toEqual([])
  })

  it('a second import at the same time is refused', async () => {
    const first = importLists(platform, request(), tocsin, async (asked) => {
      await expect(importLists(platform, request(), tocsin, anEngine())).rejects.toMatchObject({
        code: 'lists.importRunning',
      })
      return anEngine()(asked)
    })
    await expect(first).resolves.toMatchObject({ listVersion: { number: 1 } })
  })
})
