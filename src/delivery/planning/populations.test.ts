import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAudience } from '../../../test/support/audience.ts'
import { operator, preparationOf } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { held, noticeExposures } from '../../../test/support/notice-facts.ts'
import { type NoticeTree, sentencesOf } from '../../notices/index.ts'
import { rows } from '../../platform/database.ts'
import { countProof } from '../proof/index.ts'
import { planCampaign } from './prepare-campaign.ts'

/** One list: insured people, a health professional, and someone who died whom a relative is told of. */
let platform: Awaited<ReturnType<typeof testPlatform>>
let audience: Awaited<ReturnType<typeof anAudience>>
const bank = held('exposure.health_professionals.bank_details', {
  category: 'bank_details' as const,
  status: 'exposed' as const,
})
const insured = { key: 'insured_adults', exposures: noticeExposures() }

beforeAll(async () => {
  platform = await testPlatform()
  audience = await anAudience(platform.db, { adults: 4 })
  const { listVersionId } = audience
  const told = await rows<{ id: number; person: number }>(
    platform.db,
    `select a.id, a.person_id as person from addressee a join list_entry e on e.addressee_id = a.id
      where a.list_version_id = $1 and a.kind = 'insured_adult' and e.told_through = 'self' order by a.id limit 2`,
    [listVersionId],
  )
  const [professional, relative] = told
  const set = (sql: string, id: number | undefined) => platform.db.query(sql, [id])
  await set(`update person set population = 'health_professional' where id = $1`, professional?.person)
  await set(
    `update addressee set kind = 'health_professional', key = 'h' || person_id where id = $1`,
    professional?.id,
  )
  await set(
    `update addressee set kind = 'relative_of_deceased', key = 'd' || person_id where id = $1`,
    relative?.id,
  )
  await set(`update list_entry set told_through = 'relative' where addressee_id = $1`, relative?.id)
})
afterAll(() => platform.close())

it('prepares nothing while nothing is said of the data of a population apart, and says so', async () => {
  const input = { ...preparationOf(audience), populations: [insured] }
  await expect(planCampaign(platform, input, operator)).rejects.toMatchObject({
    code: 'delivery.nothingSaidOf',
    params: { population: 'health_professionals' },
  })
  expect(await rows(platform.db, 'select id from campaign')).toEqual([])
})

it('tells each population its own data, nobody else’s, and the account holds', async () => {
  const populations = [{ key: 'health_professionals', exposures: [bank] }, insured]
  await planCampaign(platform, { ...preparationOf(audience), populations }, operator)
  const texts = await rows<{ audience: string; tree: NoticeTree; failing: number }>(
    platform.db,
    `select audience, tree, (select count(*)::int from jsonb_array_elements(gates) g where not (g ->> 'passed')::boolean) as failing
       from notice_version order by audience`,
  )
  const kinds = texts.map((one) => one.audience)
  expect(kinds).toEqual(
    expect.arrayContaining(['health_professional', 'insured_adult', 'relative_of_deceased']),
  )
  for (const { audience: kind, tree, failing } of texts) {
    const ofBank = sentencesOf(tree).some(({ item }) => item === 'todo.bank')
    expect([kind, ofBank, failing]).toEqual([kind, kind === 'health_professional', 0])
    expect(tree.populations).toEqual([
      kind === 'health_professional' ? 'health_professionals' : 'insured_adults',
    ])
  }
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({ concerned: audience.concerned, lost: 0 })
})
