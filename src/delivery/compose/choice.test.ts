import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAudience } from '../../../test/support/audience.ts'
import { operator, preparationOf } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { noticeExposures, noticeFacts } from '../../../test/support/notice-facts.ts'
import { composeNotice, type NoticeTree, sentencesOf, sentencesOnOffer } from '../../notices/index.ts'
import { noticesOf } from '../campaign-store.ts'
import { planCampaign } from '../planning/prepare-campaign.ts'
import { choiceTeller, keepChoice } from './keep-choice.ts'
import { choiceOfForm } from './read-choice.ts'

const input = {
  facts: noticeFacts(),
  exposures: noticeExposures(),
  audience: 'insured_adult' as const,
  locale: 'fr' as const,
}
const sections = sentencesOnOffer(input)
const all = sections.flatMap(({ groups }) => groups.flatMap(({ sentences }) => sentences))
const ticked = all.filter(({ chosen }) => chosen).map(({ id }) => id)

it('reads a form left as it was as no choice at all, and a form changed as what was changed', () => {
  expect(choiceOfForm(sections, { say: ticked })).toEqual({})
  const without = ticked.filter((id) => id !== 'todo.watch')
  expect(choiceOfForm(sections, { say: without })).toEqual({ omit: ['todo.watch'] })
  expect(choiceOfForm(sections, { say: ['nothing.known'] }).omit).toEqual(ticked)
})

it('moves a sentence before the one whose place it takes, and nothing else', () => {
  const group = sections
    .flatMap(({ groups }) => groups)
    .find(({ orderFree, ordered }) => orderFree && ordered)
  const ids = group?.sentences.map(({ id }) => id) ?? []
  const ranks = Object.fromEntries(
    ids.flatMap((id, at) => [
      [`rank:${id}`, `${at + 1}`],
      [`was:${id}`, `${at + 1}`],
    ]),
  )
  const moved = choiceOfForm(sections, { say: ticked, ...ranks, [`rank:${ids[3]}`]: '1' })
  expect(moved.order?.slice(0, 4)).toEqual([ids[3], ids[0], ids[1], ids[2]])
  const said = sentencesOf(composeNotice({ ...input, choice: moved })).map(({ item }) => item)
  expect(said.indexOf(ids[3] as string)).toBeLessThan(said.indexOf(ids[0] as string))
})

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

it('is kept by version, refused to who had read another one, and said by the next campaign', async () => {
  const audience = await anAudience(platform.db, { adults: 3 })
  const { incidentId } = audience
  const place = { incidentId, cohort: 'concerned', audience: 'insured_adult', locale: 'fr' } as const
  const choice = { omit: ['todo.watch'] }
  expect(await keepChoice(platform, place, { after: 0, choice }, operator)).toBe(1)
  await expect(keepChoice(platform, place, { after: 0, choice: {} }, operator)).rejects.toMatchObject({
    code: 'delivery.choiceMoved',
  })
  const choiceOf = await choiceTeller(platform.db, incidentId, 'concerned')
  const { campaign } = await planCampaign(platform, { ...preparationOf(audience), choiceOf }, operator)
  const notices = await noticesOf(platform.db, campaign.id)
  const said = (audienceOf: string) =>
    notices
      .filter((notice) => notice.audience === audienceOf)
      .flatMap(({ tree }) => sentencesOf(tree as NoticeTree).map(({ item }) => item))
  expect(said('insured_adult')).not.toContain('todo.watch')
  expect(await keepChoice(platform, place, { after: 1, choice: {} }, operator)).toBe(2)
})
