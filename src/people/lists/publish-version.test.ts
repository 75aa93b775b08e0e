import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { anEngineFor, anIncidentOfLists, type FewRow } from '../../../test/support/few-people.ts'
import { entriesBefore, tocsin, verifyJournal } from '../../journal/index.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'
import { discardDraft } from './change-draft.ts'
import { importLists } from './import-lists.ts'
import { publishList } from './publish-version.ts'
import { funnel } from './read-funnel.ts'
import { findVersion, versionsOf } from './store-versions.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incident: Awaited<ReturnType<typeof anIncidentOfLists>>
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  incident = await anIncidentOfLists(platform)
})

const PEOPLE = ['A', 'B', 'C', 'D'].map((id) => ({ id }))
const rowsOf = (...members: string[]): FewRow[] => [
  ...members.map((member): FewRow => ({ verdict: 'matched', member })),
  { verdict: 'not_ours' },
]
const give = (exposed: FewRow[], more = {}, people: { id: string; email?: string }[] = PEOPLE) =>
  importLists(platform, incident.request(exposed, more), tocsin, anEngineFor(people, exposed))
const publish = (versionId: number, more = {}) =>
  publishList(platform, { incidentId: incident.incidentId, versionId, ...more }, tocsin)
const lastEntry = async () => (await entriesBefore(platform.db, undefined, 1))[0]!
const count = async (table: string) =>
  (
    await oneRow<{ n: number }>(
      platform.db,
      `select count(*) as n from ${table} t join list_version v on v.id = t.list_version_id where v.incident_id = $1`,
      [incident.incidentId],
    )
  ).n
const drafts = { publish: false }

describe('a draft', () => {
  it('is seen by nobody until it is published', async () => {
    const draft = await give(rowsOf('A', 'B'), drafts)
    expect(draft.listVersion.number).toBeNull()
    expect(await funnel(platform.db, incident.incidentId)).toBeUndefined()
    expect(await lastEntry()).toMatchObject({ kind: 'lists.drafted' })
    const done = await publish(draft.listVersion.id)
    expect(done).toMatchObject({ number: 1, id: draft.listVersion.id, persons: { concerned: 2 } })
    expect(await funnel(platform.db, incident.incidentId)).toMatchObject({ persons: { concerned: 2 } })
    expect(await lastEntry()).toMatchObject({ kind: 'lists.published' })
    expect((await verifyJournal(platform.db)).verified).toBe(true)
  })

  it('changes nothing of what is published: neither contacts nor persons', async () => {
    await give(rowsOf('A'))
    await give(rowsOf('A', 'B'), drafts, [{ id: 'A', email: 'autre@courriel.example' }, { id: 'B' }])
    const person = () =>
      rows<{ id: string; email: string }>(
        platform.db,
        `select member_id as id, email from person where incident_id = $1 order by member_id`,
        [incident.incidentId],
      )
    expect(await person()).toMatchObject([{ id: 'A', email: 'a@courriel.example' }, { id: 'B' }])
    await discardDraft(platform, { incidentId: incident.incidentId }, tocsin)
    expect(await person()).toEqual([{ id: 'A', email: 'a@courriel.example' }])
    expect(await lastEntry()).toMatchObject({ kind: 'lists.draft_discarded' })
  })

  it('is replaced by the next import, whose entries alone stay', async () => {
    const first = await give(rowsOf('A', 'B', 'C'), drafts)
    const second = await give(rowsOf('A'), drafts)
    expect(await count('list_entry')).toBe(1)
    expect((await versionsOf(platform.db, incident.incidentId)).map(({ id }) => id)).toEqual([
      second.listVersion.id,
    ])
    await expect(publish(first.listVersion.id)).rejects.toMatchObject({ code: 'lists.draftGone' })
    await expect(publish(second.listVersion.id)).resolves.toMatchObject({ number: 1 })
  })

  it('publishes the contacts of its own register', async () => {
    await give(rowsOf('A'))
    const draft = await give(rowsOf('A', 'B'), drafts, [
      { id: 'A', email: 'autre@courriel.example' },
      { id: 'B' },
    ])
    const done = await publish(draft.listVersion.id)
    expect(done.changes).toEqual({ added: 1, removed: 0, class: 0, data: 0, contact: 1, same: 0 })
    const { email } = await oneRow<{ email: string }>(
      platform.db,
      `select email from person where incident_id = $1 and member_id = 'A'`,
      [incident.incidentId],
    )
    expect(email).toBe('autre@courriel.example')
  })
})

describe('publishing', () => {
  it('asks why when somebody leaves the list, and keeps the reason and each removal', async () => {
    await give(rowsOf('A', 'B', 'C'))
    const draft = await give(rowsOf('A', 'D'), drafts, [{ id: 'A' }, { id: 'B' }, { id: 'D' }])
    await expect(publish(draft.listVersion.id)).rejects.toMatchObject({
      code: 'lists.reasonNeeded',
      params: { persons: 2 },
    })
    expect(await findVersion(platform.db, incident.incidentId, 'draft')).toBeDefined()
    const done = await publish(draft.listVersion.id, { reason: 'corrected_list' })
    expect(done.changes).toEqual({ added: 1, removed: 2, class: 0, data: 0, contact: 0, same: 1 })
    const left = await rows(
      platform.db,
      `select p.member_id as id, c.reason from list_change c join person p on p.id = c.person_id
        where c.list_version_id = $1 and c.kind = 'removed' order by 1`,
      [done.id],
    )
    expect(left).toEqual([
      { id: 'B', reason: 'no_exposed_row' },
      { id: 'C', reason: 'not_in_register' },
    ])
  })

  it('refuses a list that is already published, one that another replaced, and one not of this incident', async () => {
    const first = await give(rowsOf('A'))
    await expect(publish(first.listVersion.id)).rejects.toMatchObject({ code: 'lists.alreadyPublished' })
    const draft = await give(rowsOf('A', 'B'), drafts)
    await expect(publish(first.listVersion.id)).rejects.toMatchObject({ code: 'lists.draftWaits' })
    await expect(publish(draft.listVersion.id, { baseId: null })).rejects.toMatchObject({
      code: 'lists.newerVersion',
    })
    await publish(draft.listVersion.id, { baseId: first.listVersion.id })
    await expect(publish(first.listVersion.id)).rejects.toMatchObject({ code: 'lists.newerVersion' })
    await expect(publish(0)).rejects.toMatchObject({ code: 'lists.draftGone' })
  })

  it('twice at once gives one version, and an import meanwhile is refused', async () => {
    const draft = await give(rowsOf('A'), drafts)
    const both = await Promise.allSettled([publish(draft.listVersion.id), publish(draft.listVersion.id)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: expect.stringMatching(/lists\.(importRunning|alreadyPublished)/) },
    })
    expect((await versionsOf(platform.db, incident.incidentId)).map(({ number }) => number)).toEqual([1])
  })

  it('leaves no file in the work folder and no mark in the store', async () => {
    const draft = await give(rowsOf('A'), drafts)
    await publish(draft.listVersion.id)
    expect(readdirSync(platform.home.work)).toEqual([])
    expect(
      readdirSync(join(platform.home.store, 'lists')).filter((name) => name.endsWith('.importing')),
    ).toEqual([])
  })
})

describe('killed in the middle', () => {
  /** The connection of the transaction dies, as with the process that held it. */
  const dying = {
    standing: () => 'null::text',
    async takeBack(tx: Tx): Promise<never> {
      await tx.query('select pg_terminate_backend(pg_backend_pid())')
      throw new Error('the connection should be gone')
    },
  }
  const state = async () => ({
    versions: await versionsOf(platform.db, incident.incidentId),
    entries: await rows(
      platform.db,
      `select e.* from list_entry e join list_version v on v.id = e.list_version_id where v.incident_id = $1 order by 1, 2`,
      [incident.incidentId],
    ),
    persons: await rows(platform.db, `select * from person where incident_id = $1 order by id`, [
      incident.incidentId,
    ]),
  })

  it('a publication leaves list and draft as they were, and can be done again', async () => {
    await give(rowsOf('A', 'B'))
    const draft = await give(rowsOf('A', 'C'), drafts, [
      { id: 'A', email: 'autre@courriel.example' },
      { id: 'C' },
    ])
    const before = await state()
    const request = { reason: 'corrected_list' as const, delivery: dying }
    await expect(publish(draft.listVersion.id, request)).rejects.toThrow(/terminat|connection/i)
    expect(await state()).toEqual(before)
    await expect(publish(draft.listVersion.id, { reason: 'corrected_list' })).resolves.toMatchObject({
      number: 2,
    })
  })

  it('an import leaves the draft that it was about to replace', async () => {
    await give(rowsOf('A', 'B'))
    await give(rowsOf('A', 'C'), drafts)
    const before = await state()
    await expect(give(rowsOf('A'), { reason: 'corrected_list', delivery: dying })).rejects.toThrow(
      /terminat|connection/i,
    )
    expect(await state()).toEqual(before)
  })

  it('an import whose commit was never answered keeps its files, for the list has them', async () => {
    let lost = false
    const transaction: typeof platform.db.transaction = async (work) => {
      const done = await platform.db.transaction(work)
      if (lost) return done
      lost = true
      throw new Error('the answer was lost')
    }
    const deaf = { ...platform, db: { ...platform.db, transaction } }
    const exposed = rowsOf('A')
    const engine = anEngineFor(PEOPLE, exposed)
    const importing = importLists(deaf, incident.request(exposed, drafts), tocsin, engine)
    await expect(importing).rejects.toThrow('the answer was lost')
    const [draft] = await versionsOf(platform.db, incident.incidentId)
    await expect(publish(draft!.id)).resolves.toMatchObject({ number: 1 })
  })

  it('what a dead publication left in the store is swept by the next import; a version keeps its own', async () => {
    const { listVersion } = await give(rowsOf('A'))
    const [dead, alive] = [randomUUID(), randomUUID()]
    const store = platform.home.store
    for (const id of [dead, alive]) {
      mkdirSync(join(store, 'verdicts', id))
      writeFileSync(join(store, 'lists', `${id}.importing`), '')
    }
    await platform.db.query(`update list_version set verdicts_path = $2 where id = $1`, [
      listVersion.id,
      `verdicts/${alive}`,
    ])
    mkdirSync(join(platform.home.work, `import-publish-${dead}`))
    await give(rowsOf('A', 'B'), drafts)
    expect(existsSync(join(store, 'verdicts', dead))).toBe(false)
    expect(existsSync(join(store, 'verdicts', alive))).toBe(true)
    expect(readdirSync(platform.home.work)).toEqual([])
  })
})

it('a published version stays as it is, whoever asks', async () => {
  const { listVersion } = await give(rowsOf('A'))
  for (const statement of [
    'update list_version set number = 7 where id = $1',
    'delete from list_version where id = $1',
  ])
    await expect(platform.db.query(statement, [listVersion.id])).rejects.toThrow('stays as it is')
})
