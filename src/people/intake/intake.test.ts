import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { workbookParts } from '../../../test/support/workbook.ts'
import { zip } from '../../../test/support/zip.ts'
import { entriesBefore, tocsin } from '../../journal/index.ts'
import { wipeWork } from '../../platform/data-folder.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { prepareJobs } from '../../platform/jobs.ts'
import type { ColumnMapping } from '../read/index.ts'
import { abandonIntake } from './abandon-intake.ts'
import { readChoice, readReopening } from './choose-columns.ts'
import { readSeen } from './kept-files.ts'
import { lookTask } from './look-at-files.ts'
import type { Intake } from './model.ts'
import { offeredMappings, saveMapping, useMapping } from './name-mapping.ts'
import { openIntake } from './open-intake.ts'
import { openRepair } from './open-repair.ts'
import { findAside, readAside, shownText } from './read-quarantine.ts'
import { repairSheet } from './repair-sheet.ts'
import { importTask, startImport } from './run-import.ts'
import { stopImport } from './stop-import.ts'
import { findById, moveIntake, setColumns } from './store.ts'
import { newestLists } from './store-quarantine.ts'
import { swapLists } from './swap-lists.ts'
import { sweepOld, takeUpIntakes } from './sweep-intakes.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incidentId: string
const signal = () => new AbortController().signal

const PEOPLE = [
  ['A1', '2840399351042', '1984-03-12', 'Kerbrat', 'Maëlle', 'm.kerbrat@courriel.example'],
  ['A2', '1780675112005', '1978-06-02', 'Lenoir', 'Yann', 'y.lenoir@courriel.example'],
  ['A3', '1550178006048', '1955-01-30', 'Œuvrard', 'Luc', 'l.oeuvrard@courriel.example'],
]
const register = (people = PEOPLE) =>
  ['ID_ADHERENT;NIR;NE_LE;NOM;PRENOMS;MAIL', ...people.map((cells) => cells.join(';'))].join('\n')
const exposed = () =>
  [
    'NIR_OD,NOM_BENEF,PRENOM_BENEF,DDN',
    '2840399351042,KERBRAT,MAELLE,1984-03-12',
    '1991299351042,AUTRE,JEAN,1999-12-01',
    'trop,court',
    '',
  ].join('\n')

const lettersOf = (n: number) => [...String(n)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')

/** Large enough to be in the middle of. */
function lists(rows = 60_000) {
  const many = Array.from({ length: rows }, (_, row) => [
    `M${row}`,
    '',
    `19${50 + (row % 50)}-0${1 + (row % 9)}-1${row % 9}`,
    `Nom${lettersOf(row % 7000)}`,
    `Prénom${lettersOf(row % 90)}`,
    '',
  ])
  const exposedRows = many.map(([, , birth, name, first]) => `,${name},${first},${birth}`)
  return { register: register(many), exposed: [exposed().trim(), ...exposedRows, ''].join('\n') }
}

beforeAll(async () => {
  platform = await testPlatform()
  await prepareJobs(platform)
})
afterAll(() => platform.close())

beforeEach(async () => {
  incidentId = randomUUID()
  await platform.db.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by) values ($1, $2, 'Essai', true, now(), 'essai')`,
    [incidentId, `essai-${incidentId}`],
  )
})

type Sent = Readonly<Record<string, string | Uint8Array>>

async function* sent(files: Sent, cut = 0): AsyncIterable<Uint8Array> {
  const parts = Object.entries(files).map(([field, content]) =>
    Buffer.concat([
      Buffer.from(
        `--lim\r\nContent-Disposition: form-data; name="${field}"; filename="${field}.csv"\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
  )
  const body = Buffer.concat([...parts, Buffer.from('--lim--\r\n')])
  const whole = body.subarray(0, body.length - cut)
  const step = Math.max(100, whole.length / 50)
  for (let at = 0; at < whole.length; at += step) yield whole.subarray(at, at + step)
}

const upload = (files: Sent, cut?: number) => ({
  body: sent(files, cut),
  contentType: 'multipart/form-data; boundary=lim',
  bytes: undefined,
})

async function received(files: Sent = { register: register(), exposed: exposed() }) {
  const id = await openIntake(platform, incidentId, upload(files), tocsin)
  await lookTask.run(platform, { id }, signal())
  return current(id)
}

async function current(id: string): Promise<Intake> {
  return (await findById(platform.db, id))!
}

async function leftBehind(id: string): Promise<string[]> {
  return [join(platform.home.store, 'intake'), platform.home.work]
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => name.includes(id))
}

async function run(intake: Intake): Promise<Intake> {
  await startImport(platform, intake, tocsin)
  await importTask.run(platform, { id: intake.id }, signal())
  const ended = await current(intake.id)
  return ended
}

describe('two files received on the desk', () => {
  it('are looked at, counted, and wait for a person; the store holds no clear byte of them', async () => {
    const intake = await received()
    expect(intake).toMatchObject({ state: 'to_confirm', names: { register: 'register.csv' } })
    const seen = await readSeen(platform.home, intake.id)
    expect(seen?.register.fieldOfColumn).toContain('national_id')
    expect(seen?.exposed.read?.accounting).toMatchObject({ lines: 4, records: 2, quarantined: 1 })
    const folder = join(platform.home.store, 'intake', intake.id)
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name)).toString('latin1')
      expect(bytes.startsWith('age-encryption.org/v1')).toBe(true)
      expect(bytes).not.toContain('2840399351042')
    }
    const row = JSON.stringify(await rows(platform.db, `select * from intake where id = $1`, [intake.id]))
    expect(row).not.toMatch(/28403|Kerbrat/i)
  })

  it('stand in clear nowhere while they wait, nor while the import is not at them', async () => {
    const intake = await received()
    const inClear = () => readdirSync(platform.home.work).filter((name) => name.includes(intake.id))
    expect(inClear()).toEqual([])
    await startImport(platform, intake, tocsin)
    expect(inClear()).toEqual([])
    await importTask.run(platform, { id: intake.id }, signal())
    expect((await current(intake.id)).state).toBe('done')
    expect(inClear()).toEqual([])
  })

  it('are read by the look and by the import at once, each its own copy', async () => {
    const id = await openIntake(platform, incidentId, upload(lists(4000)), tocsin)
    const looking = lookTask.run(platform, { id }, signal())
    await vi.waitUntil(async () => (await current(id)).state === 'to_confirm', { timeout: 20_000 })
    await startImport(platform, await current(id), tocsin)
    await Promise.all([looking, importTask.run(platform, { id }, signal())])
    expect(await current(id)).toMatchObject({ state: 'done', failure: null })
    expect(await leftBehind(id)).toEqual([])
  })

  it('are not looked at once more by a restart when their lines are counted', async () => {
    const intake = await received()
    await rm(join(platform.home.store, 'intake', intake.id, 'register.age'))
    await lookTask.run(platform, { id: intake.id }, signal())
    expect((await current(intake.id)).state).toBe('to_confirm')
  })

  it('leave no clear copy for long when a kill cut their reading', async () => {
    const intake = await received()
    const left = join(platform.home.work, `intake-${intake.id}.1.cut`)
    mkdirSync(left)
    await run(intake)
    expect(existsSync(left)).toBe(false)
  })

  it('of two tabs in the same moment: one is in hand, the other is told so', async () => {
    const files = { register: register(), exposed: exposed() }
    const both = await Promise.allSettled(
      [1, 2].map(() => openIntake(platform, incidentId, upload(files), tocsin)),
    )
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused.filter((code) => code !== 'intake.inHand')).toEqual([])
    const inHand = await rows(
      platform.db,
      `select 1 from intake where incident_id = $1 and state = 'looking'`,
      [incidentId],
    )
    expect(inHand).toHaveLength(1)
  })

  it('change places while they wait to be confirmed, and not once the import has them', async () => {
    const intake = await received({ register: exposed(), exposed: register() })
    await swapLists(platform, intake)
    await lookTask.run(platform, { id: intake.id }, signal())
    const swapped = await current(intake.id)
    expect(swapped).toMatchObject({ state: 'to_confirm', names: { register: 'exposed.csv' } })
    await startImport(platform, swapped, tocsin)
    await expect(swapLists(platform, swapped)).rejects.toMatchObject({ code: 'intake.notNow' })
    await importTask.run(platform, { id: intake.id }, signal())
    expect((await current(intake.id)).state).toBe('done')
  })

  it('survive a restart of the desk: what the work folder lost is made again from what is encrypted', async () => {
    const intake = await received()
    wipeWork(platform.home)
    await takeUpIntakes(platform)
    const done = await run(intake)
    expect(done.failure).toBeNull()
    expect(done.state).toBe('done')
  })

  it('become a list, and leave nothing but the list', async () => {
    const done = await run(await received())
    expect(done.listVersionId).not.toBeNull()
    expect(await leftBehind(done.id)).toEqual([])
    const { confirmed } = await oneRow<{ confirmed: number }>(
      platform.db,
      `select count(*) as confirmed from list_entry where list_version_id = $1 and class = 'confirmed'`,
      [done.listVersionId],
    )
    expect(confirmed).toBe(1)
  })

  it('are refused in words when one cannot be read, and go', async () => {
    const intake = await received({ register: '%PDF-1.7 rien ici', exposed: exposed() })
    expect(intake.state).toBe('refused')
    expect(intake.failure?.fr).toContain('«\u00a0register.csv\u00a0» est un PDF')
    const [entry] = await entriesBefore(platform.db, undefined, 1)
    expect(entry).toMatchObject({ kind: 'intake.refused', incidentId })
    expect(JSON.parse(entry!.payload)).toEqual({ intake: intake.id, code: 'read.wrongType' })
    expect(await leftBehind(intake.id)).toEqual([])
  })

  it('leave nothing when the upload is cut on the way', async () => {
    const before = [join(platform.home.store, 'intake'), platform.home.work].flatMap((folder) =>
      readdirSync(folder),
    )
    const cut = openIntake(
      platform,
      incidentId,
      upload({ register: register(), exposed: exposed() }, 60),
      tocsin,
    )
    await expect(cut).rejects.toMatchObject({ code: 'intake.uploadIncomplete' })
    expect(await rows(platform.db, `select 1 from intake where incident_id = $1`, [incidentId])).toEqual([])
    const left = [join(platform.home.store, 'intake'), platform.home.work].flatMap((folder) =>
      readdirSync(folder),
    )
    expect(left).toEqual(before)
  })

  it('replace those that waited, but not those that run', async () => {
    const first = await received()
    const second = await received()
    expect((await current(first.id)).state).toBe('abandoned')
    expect(await leftBehind(first.id)).toEqual([])
    await startImport(platform, second, tocsin)
    await expect(received()).rejects.toMatchObject({ code: 'intake.inHand' })
    await importTask.run(platform, { id: second.id }, signal())
  })

  it('go when nobody confirmed them in a day', async () => {
    const intake = await received()
    platform.clock.set('2026-06-09T12:28:00Z')
    await sweepOld(platform)
    platform.clock.set('2026-06-08T11:28:00Z')
    expect((await current(intake.id)).state).toBe('abandoned')
    expect(await leftBehind(intake.id)).toEqual([])
  })

  it('go at the next start when a kill took the row of their upload with it', async () => {
    const intake = await received()
    await platform.db.query(`delete from intake where id = $1`, [intake.id])
    await takeUpIntakes(platform)
    expect(existsSync(join(platform.home.store, 'intake', intake.id))).toBe(false)
  })
})

describe('an import that is stopped or fails', () => {
  it('imports nothing, says so, and can be started again with the same files', async () => {
    const intake = await received()
    await startImport(platform, intake, tocsin)
    await stopImport(platform, intake, tocsin)
    await importTask.run(platform, { id: intake.id }, signal())
    const stopped = await current(intake.id)
    expect(stopped).toMatchObject({ state: 'to_confirm', failure: { code: 'intake.stopped' } })
    expect(
      await rows(platform.db, `select 1 from list_version where incident_id = $1`, [incidentId]),
    ).toEqual([])
    expect((await run(stopped)).state).toBe('done')
  })

  it('stops in the middle of its work, and leaves nothing of it', async () => {
    const intake = await received(lists())
    await startImport(platform, intake, tocsin)
    const running = importTask.run(platform, { id: intake.id }, signal())
    await stopImport(platform, intake, tocsin)
    await running
    expect(await current(intake.id)).toMatchObject({
      state: 'to_confirm',
      failure: { code: 'intake.stopped' },
    })
    expect(
      await rows(platform.db, `select 1 from list_version where incident_id = $1`, [incidentId]),
    ).toEqual([])
    expect(readdirSync(platform.home.work).filter((name) => name.startsWith('import-'))).toEqual([])
    expect(
      readdirSync(join(platform.home.store, 'lists')).filter((name) => name.endsWith('.importing')),
    ).toEqual([])
  })

  it('tells what was wrong and where, and keeps the files for another try', async () => {
    const twice = [...PEOPLE, PEOPLE[0]!]
    const failed = await run(await received({ register: register(twice), exposed: exposed() }))
    expect(failed.state).toBe('to_confirm')
    expect(failed.failure?.fr).toMatch(/même identifiant|identifiant d’adhérent/)
    expect(await leftBehind(failed.id)).toEqual([failed.id]) // encrypted, in the store
    await abandonIntake(platform, failed, tocsin, 'asked')
    expect(await leftBehind(failed.id)).toEqual([])
  })
})

async function reopen(id: string, columns: ColumnMapping): Promise<void> {
  await setColumns(platform.db, id, columns, null)
  await moveIntake(platform.db, id, ['to_confirm'], 'looking')
  await lookTask.run(platform, { id }, signal())
}

describe('columns', () => {
  it('of another sheet come when a person names it', async () => {
    const cells = PEOPLE.map((person) => [...person])
    const sheets = [
      {
        name: 'Ancien',
        rows: [
          ['ID_ADHERENT', 'NOM', 'PRENOMS', 'NE_LE'],
          ['Z1', 'Vieux', 'Paul', '1950-01-01'],
        ],
      },
      { name: 'Adhérents', rows: [register().split('\n')[0]!.split(';'), ...cells] },
    ]
    const workbook = zip(workbookParts(sheets))
    const asked = await received({ register: workbook, exposed: exposed() })
    expect(asked).toMatchObject({
      state: 'to_confirm',
      failure: { sheets: { role: 'register', names: ['Ancien', 'Adhérents'] } },
    })
    await reopen(asked.id, { register: { sheet: 'Ancien' } })
    const old = (await readSeen(platform.home, asked.id))!
    expect(old.register.layout).toMatchObject({ kind: 'xlsx', sheet: 'Ancien' })
    const intake = await current(asked.id)
    const other = readReopening(old, intake.columns, { register_sheet: 'Adhérents' })
    expect(other?.register).toEqual({ sheet: 'Adhérents' })
    expect(readReopening(old, intake.columns, { register_sheet: 'Ancien' })).toBeUndefined()
    await reopen(asked.id, other!)
    expect((await run(await current(intake.id))).state).toBe('done')
  })

  it('changed by a person are those the match reads', async () => {
    const intake = await received()
    const seen = (await readSeen(platform.home, intake.id))!
    const form = Object.fromEntries([
      ...seen.register.fieldOfColumn.map((field, index) => [`register_${index}`, field ?? '']),
      ...seen.exposed.fieldOfColumn.map((field, index) => [`exposed_${index}`, field ?? '']),
    ])
    expect(readChoice(seen, intake, form)).toBeNull()
    const email = seen.register.fieldOfColumn.indexOf('email')
    const columns = readChoice(seen, intake, { ...form, [`register_${email}`]: '' })
    expect(columns?.register).not.toHaveProperty('email')
    await setColumns(platform.db, intake.id, columns, null)
    const done = await run(await current(intake.id))
    const list = await oneRow<{ columns: Record<string, string> }>(
      platform.db,
      `select columns from imported_list where incident_id = $1 and kind = 'register'`,
      [incidentId],
    )
    expect(done.state).toBe('done')
    expect(Object.keys(list.columns)).not.toContain('email')
    expect(() => readChoice(seen, intake, { ...form, register_0: 'surname' })).toThrow(/fieldTwice/)
    expect(() => readChoice(seen, intake, {})).toThrow(/noIdentity/)
    expect(() => readChoice(seen, intake, { ...form, register_0: '' })).toThrow(/noMemberId/)
  })

  it('saved under a name come back with the same headers, in their next version', async () => {
    const intake = await received()
    const seen = (await readSeen(platform.home, intake.id))!
    const asked = { name: 'Export mensuel', everywhere: false, columns: null }
    await saveMapping(platform, intake, seen, asked, tocsin)
    await saveMapping(platform, intake, seen, asked, tocsin)
    const again = await received()
    const [offered, ...others] = await offeredMappings(platform, again, seen)
    expect(offered).toMatchObject({ name: 'Export mensuel', version: 2 })
    expect(others).toEqual([])
    await useMapping(platform, again, seen, offered!.id)
    expect((await current(again.id)).columns?.register).toMatchObject({ surname: { column: 'NOM' } })
    const entry = (await entriesBefore(platform.db, 1e9, 10)).find(({ kind }) => kind === 'mapping.saved')
    expect(entry?.payload).not.toContain('NOM')
  })
})

describe('lines set aside', () => {
  async function theExposedList() {
    await run(await received())
    const list = (await newestLists(platform.db, incidentId)).find(({ kind }) => kind === 'exposed')
    return list!
  }

  it('are told by line and reason, and shown one at a time without what looks like a NIR', async () => {
    const list = await theExposedList()
    const { lines, byReason, total } = await readAside(platform.home, list, 0)
    expect(lines).toEqual([{ row: 3, line: 4, column: expect.any(Number), reason: 'wrong_column_count' }])
    expect([...byReason]).toEqual([['wrong_column_count', 1]])
    expect(total).toBe(list.quarantined)
    const line = (await findAside(platform.home, list, 3))!
    expect(shownText(line, list.encoding)).toBe('trop,court')
    const masked = { ...line, bytes: Buffer.from('x;2 84 03 99 351 042;1984;2840399351042 12') }
    expect(shownText(masked, list.encoding)).not.toMatch(/84 03|28403/)
  })

  it('go out as a sheet that no spreadsheet runs, and come back repaired in their place', async () => {
    const list = await theExposedList()
    let sheet = ''
    for await (const line of repairSheet(platform.home, list)) sheet += line
    expect(sheet.split('\r\n')[0]).toMatch(/^\ufeffrow;/)
    expect(sheet).toContain(';trop,court')
    const repaired = 'row;NIR_OD;NOM_BENEF;PRENOM_BENEF;DDN\n3;1780675112005;LENOIR;YANN;1978-06-02\n'
    const id = await openRepair(platform, incidentId, upload({ repaired }), tocsin)
    await importTask.run(platform, { id }, signal())
    const done = await current(id)
    expect(done).toMatchObject({ state: 'done', failure: null })
    expect(await leftBehind(id)).toEqual([])
    const { confirmed } = await oneRow<{ confirmed: number }>(
      platform.db,
      `select count(*) as confirmed from list_entry where list_version_id = $1 and class = 'confirmed'`,
      [done.listVersionId],
    )
    expect(confirmed).toBe(2)
    expect(
      (await newestLists(platform.db, incidentId)).find(({ kind }) => kind === 'exposed')?.quarantined,
    ).toBe(0)
  })

  it('repaired some today and some tomorrow are all repaired', async () => {
    const list = `${exposed()}court,aussi\n`
    await run(await received({ register: register(), exposed: list }))
    const header = 'row;NIR_OD;NOM_BENEF;PRENOM_BENEF;DDN\n'
    for (const line of ['3;1780675112005;LENOIR;YANN;1978-06-02', '4;;OEUVRARD, L;LUC;1955-01-30']) {
      const id = await openRepair(platform, incidentId, upload({ repaired: `${header}${line}\n` }), tocsin)
      await importTask.run(platform, { id }, signal())
      expect(await current(id)).toMatchObject({ state: 'done', failure: null })
    }
    const newest = (await newestLists(platform.db, incidentId)).find(({ kind }) => kind === 'exposed')
    expect(newest).toMatchObject({ records: 4, quarantined: 0 })
  })

  it('repaired where nothing is to repair are refused in words, and the list stays', async () => {
    await theExposedList()
    const repaired = 'row;NIR_OD;NOM_BENEF;PRENOM_BENEF;DDN\n1;1780675112005;LENOIR;YANN;1978-06-02\n'
    const id = await openRepair(platform, incidentId, upload({ repaired }), tocsin)
    await importTask.run(platform, { id }, signal())
    expect(await current(id)).toMatchObject({
      state: 'to_confirm',
      failure: { code: 'read.repairedNotQuarantined' },
    })
    await abandonIntake(platform, await current(id), tocsin, 'asked')
    expect(await leftBehind(id)).toEqual([])
    expect((await newestLists(platform.db, incidentId)).map(({ quarantined }) => quarantined)).toEqual([0, 1])
  })
})
