import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { aMessySample, anIncident } from '../../../test/support/review.ts'
import { tocsin } from '../../journal/index.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { refreshDraft } from './change-draft.ts'
import { importLists } from './import-lists.ts'
import type { ImportedLists } from './import-shapes.ts'
import { withImportLock } from './lock-imports.ts'
import { publishList } from './publish-version.ts'
import { funnel } from './read-funnel.ts'
import { readVerdicts } from './read-verdicts.ts'
import { findVersion } from './store-versions.ts'

/** A generated list that leaves rows between two people, through the real match, decided by one reader. */
let platform: Awaited<ReturnType<typeof testPlatform>>
let incidentId: string
let imported: ImportedLists
const userId = randomUUID()

beforeAll(async () => {
  platform = await testPlatform()
  incidentId = (await anIncident(platform)).incidentId
  await platform.db.query(`insert into access_home (exercise) values (true)`)
  await platform.db.query(
    `insert into user_account (id, login, display_name, roles, fictional, created_at) values ($1, 'lecteur.r', 'R', '{reviewer}', true, now())`,
    [userId],
  )
  const lists = await aMessySample(join(platform.home.root, 'messy'))
  imported = await importLists(
    platform,
    { incidentId, registerPath: lists.register, exposedPath: lists.exposed, publish: false },
    tocsin,
  )
})
afterAll(() => platform.close())

/** One settled word on an ambiguous row, as the review leaves it. */
async function decide(word: 'same' | 'neither'): Promise<{ row: number; member: string | null }> {
  const item = await oneRow<{ row: number; member: string }>(
    platform.db,
    `select i.exposed_row as row, i.members[1] as member from review_item i join review_standing s using (run_id, exposed_row)
      where i.run_id = $1 and i.stratum = 'ambiguous' and cardinality(i.members) between 1 and 3 and s.state <> 'settled'
      order by i.exposed_row limit 1`,
    [imported.runId],
  )
  const member = word === 'same' ? item.member : null
  await platform.db.query(
    `insert into review_decision (run_id, exposed_row, user_id, word, member_id, as_dpo, at) values ($1, $2, $3, $4, $5, false, now())`,
    [imported.runId, item.row, userId, word, member],
  )
  await platform.db.query(
    `update review_standing set state = 'settled', word = $3, member_id = $4, readers = array[$5::uuid], settled_at = now()
      where run_id = $1 and exposed_row = $2`,
    [imported.runId, item.row, word, member, userId],
  )
  return { row: item.row, member }
}
const verdictOf = async (row: number) => {
  const version = await findVersion(platform.db, incidentId, 'published')
  const found = await readVerdicts(platform.home, version!.verdictsPath, {}, row - 1)
  return found[0]
}
const classOf = async (member: string) =>
  (
    await rows<{ class: string }>(
      platform.db,
      `select e.class from list_entry e join person p on p.id = e.person_id join list_version v on v.id = e.list_version_id
        where p.incident_id = $1 and p.member_id = $2 order by v.number desc nulls last limit 1`,
      [incidentId, member],
    )
  )[0]?.class

describe('a list and its review', () => {
  it('is published with what a reader said: the row is that member’s, who is confirmed', async () => {
    const { row, member } = await decide('same')
    const draft = { incidentId, versionId: imported.listVersion.id }
    const refreshed = await refreshDraft(platform, draft, tocsin)
    const built = await findVersion(platform.db, incidentId, 'draft')
    expect(built).toMatchObject({ decisions: 1 })
    const done = await publishList(platform, draft, tocsin)
    expect(done).toMatchObject({ number: 1, decisions: 1, persons: refreshed.persons })
    expect(await verdictOf(row)).toMatchObject({
      verdict: 'matched',
      memberId: member,
      tier: 'H',
      reason: 'review',
    })
    expect(await classOf(member!)).toBe('confirmed')
    // The verdicts that the draft had go before the next work on the store.
    await withImportLock(platform, async () => undefined)
    expect(existsSync(join(platform.home.store, built!.verdictsPath))).toBe(false)
    const figures = await funnel(platform.db, incidentId)
    expect(figures?.exposed.byVerdict.ambiguous).toBe(imported.verdicts.byVerdict.ambiguous - 1)
    expect(figures?.exposed.records).toBe(imported.verdicts.records)
    expect(existsSync(join(platform.home.store, figures!.listVersion.verdictsPath, 'members.parquet'))).toBe(
      true,
    )
  })

  it('is published again, without a new import, when readers went on', async () => {
    const { row } = await decide('neither')
    const current = await findVersion(platform.db, incidentId, 'published')
    const again = { incidentId, versionId: current!.id, reason: 'review' as const }
    const done = await publishList(platform, again, tocsin)
    expect(done).toMatchObject({ number: 2, runId: imported.runId, decisions: expect.any(Number) })
    expect(done.decisions).toBeGreaterThan(1)
    expect((await verdictOf(row))?.verdict).toBe('not_ours')
    await expect(publishList(platform, { ...again, versionId: done.id }, tocsin)).rejects.toMatchObject({
      code: 'lists.alreadyPublished',
    })
    for (const removed of await rows<{ reason: string }>(
      platform.db,
      `select reason from list_change where list_version_id = $1 and kind = 'removed'`,
      [done.id],
    ))
      expect(removed.reason).toBe('review')
  })
})
