import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAudience, staff } from '../../../test/support/audience.ts'
import { aCampaign, operator, preparationOf } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { held } from '../../../test/support/notice-facts.ts'
import { recordFact } from '../../incident/index.ts'
import { campaignById, insertRelease, noticesOf } from '../campaign-store.ts'
import { sendCampaign } from '../pause-campaign.ts'
import { planCampaign } from '../planning/prepare-campaign.ts'
import { countProof } from '../proof/index.ts'
import { campaignGates } from './campaign-gates.ts'
import { releaseCampaign } from './release-campaign.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

type Person = { id: string; name: string }

const by = ({ id, name }: { id: string; name: string }, fictional = true, roles = ['lead']) => ({
  userId: id,
  name,
  roles,
  fictional,
})

test('two different people, then the texts are frozen', async () => {
  const { campaign } = await aCampaign(platform)
  const [first, second] = (await staff(platform.db)) as [
    { id: string; name: string },
    { id: string; name: string },
  ]
  const release = (who: { id: string; name: string }, roles = ['lead']) =>
    releaseCampaign(platform, { campaignId: campaign.id, releaser: by(who, true, roles), method: 'passkey' })
  await expect(sendCampaign(platform, campaign.id, operator)).rejects.toThrow('wrongState')
  await expect(release(first, ['call_agent'])).rejects.toThrow('roleNeeded')
  expect(await release(first)).toMatchObject({ released: false, releases: 1 })
  await expect(release(first)).rejects.toThrow('alreadyReleasedByYou')
  expect(await release(second)).toMatchObject({
    released: true,
    releases: 2,
    campaign: { state: 'released' },
  })
  await expect(platform.db.query(`update notice_version set tree = '{}'`)).rejects.toThrow('frozen')
  await expect(platform.db.query(`delete from release`)).rejects.toThrow('append-only')
  expect((await noticesOf(platform.db, campaign.id)).every(({ frozenAt }) => frozenAt !== null)).toBe(true)
})

test('the database lets no campaign leave without two releases', async () => {
  const { campaign } = await aCampaign(platform)
  const skip = platform.db.query(`update campaign set state = 'sending' where id = $1`, [campaign.id])
  await expect(skip).rejects.toThrow('two people')
})

test('a fictional person cannot release a real incident: refused by the rule, and by the database', async () => {
  const { campaign } = await aCampaign(platform, { exercise: false })
  const [person] = (await staff(platform.db)) as [{ id: string; name: string }]
  const release = releaseCampaign(platform, {
    campaignId: campaign.id,
    releaser: by(person),
    method: 'exercise',
  })
  await expect(release).rejects.toThrow('fictionalRelease')
  const lie = {
    userId: person.id,
    userName: person.name,
    fictional: false,
    method: 'passkey',
    at: platform.clock.now(),
  }
  await expect(insertRelease(platform.db, campaign.id, lie)).rejects.toThrow(
    'fictional person cannot release',
  )
  const turn = platform.db.query(`update campaign set exercise = true where id = $1`, [campaign.id])
  await expect(turn).rejects.toThrow('exercise never changes')
  expect(await campaignById(platform.db, campaign.id)).toMatchObject({ state: 'prepared' })
})

test('a failed gate refuses the release, with its reason', async () => {
  const audience = await anAudience(platform.db)
  const input = preparationOf(audience)
  const disputed = { ...input.facts.processorName, state: 'disputed' } as typeof input.facts.processorName
  const { campaign } = await planCampaign(
    platform,
    { ...input, facts: { ...input.facts, processorName: disputed } },
    operator,
  )
  const [person] = (await staff(platform.db)) as [{ id: string; name: string }]
  const release = releaseCampaign(platform, {
    campaignId: campaign.id,
    releaser: by(person),
    method: 'passkey',
  })
  await expect(release).rejects.toMatchObject({ code: 'delivery.gateFailed' })
})

test('a fact cited that changes after the preparation refuses the release, and names it', async () => {
  const audience = await anAudience(platform.db)
  const input = preparationOf(audience)
  const facts = { ...input.facts, customerPhone: held('public_contact', '04 00 00 00 12') }
  const { campaign } = await planCampaign(platform, { ...input, facts }, operator)
  const failing = async () =>
    (await campaignGates(platform.db, campaign, 'en')).filter(({ passed }) => !passed).map(({ gate }) => gate)
  expect(await failing()).toEqual([])
  platform.clock.set(campaign.preparedAt.add({ minutes: 5 }).toString())
  const said = (key: string, phone: string) =>
    recordFact(
      platform,
      audience.incidentId,
      {
        key,
        kind: 'contact',
        value: { phone },
        source: 'Essai',
        sourceKind: 'controller',
        asOf: '2026-02-06T09:00:00Z',
        confidence: 'established',
        owner: 'Essai',
      },
      operator,
    )
  await said('other_contact', '04 00 00 00 98')
  expect(await failing()).toEqual([])
  await said('public_contact', '04 00 00 00 99')
  const [gate] = (await campaignGates(platform.db, campaign, 'en')).filter(({ passed }) => !passed)
  expect(gate).toMatchObject({ gate: 'facts_still_hold' })
  expect(gate?.reason).toContain('Number for the public')
})

test('one live delivery a person, one campaign a list', async () => {
  const { campaign, audience } = await aCampaign(platform)
  await expect(planCampaign(platform, preparationOf(audience), operator)).rejects.toThrow('alreadyPrepared')
  const again = platform.db.query(
    `insert into delivery_person (delivery_id, person_id, campaign_id)
     select (select max(id) from delivery), min(person_id), $1 from delivery_person where campaign_id = $1`,
    [campaign.id],
  )
  await expect(again).rejects.toThrow('delivery_person_once')
})

test('a planning that misses a person stops and leaves nothing', async () => {
  const audience = await anAudience(platform.db)
  // A person the addressees forgot: concerned, but reached by no page of the audience.
  await platform.db.query(`alter table list_entry drop constraint exactly_one_outcome`)
  await platform.db.query(
    `update list_entry set addressee_id = null, told_through = null where person_id = (select min(person_id) from list_entry where told_through = 'legal_representative')`,
  )
  await expect(planCampaign(platform, preparationOf(audience), operator)).rejects.toThrow('unbalanced')
  expect((await platform.db.query(`select 1 from campaign`)).rowCount).toBe(0)
})

test('the proof sees a lost person and a person told twice', async () => {
  const { campaign, audience } = await aCampaign(platform)
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({
    in_progress: 25,
    lost: 0,
    told_twice: 0,
  })
  await platform.db.query(
    `update delivery_person set live = false where delivery_id = (select min(id) from delivery)`,
  )
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({ in_progress: 24, lost: 1 })
  await platform.db.query(`update delivery set state = 'accepted' where campaign_id = $1`, [campaign.id])
  await platform.db.query(
    `with double as (
       insert into delivery (campaign_id, notice_version_id, addressee_key, person_id, channel, state, persons, code, due_at, planned_at)
       select campaign_id, notice_version_id, addressee_key, person_id, 'letter', 'accepted', 1, code, due_at, planned_at from delivery
        order by id limit 1 returning id, person_id, campaign_id)
     insert into delivery_person (delivery_id, person_id, campaign_id) select id, person_id, campaign_id from double`,
  )
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({ lost: 0, told_twice: 1 })
})

/** An enrolment link given by one person to another and used, this long ago. */
async function letIn(who: string, by: string, hoursAgo: number): Promise<void> {
  const usedAt = platform.clock.now().subtract({ hours: hoursAgo })
  await platform.db.query(
    `insert into sign_in_link (token_hash, user_id, purpose, issued_by, created_at, expires_at, used_at)
     values (gen_random_uuid()::text, $1, 'enrol', $2, $3, $3, $3)`,
    [who, by, usedAt],
  )
}

test('who opened an access, even through another, does not release with it for a day', async () => {
  const { campaign } = await aCampaign(platform)
  const [lead, officer] = (await staff(platform.db)) as [Person, Person]
  const [puppet] = (await staff(platform.db)) as [Person]
  const release = (who: Person) =>
    releaseCampaign(platform, { campaignId: campaign.id, releaser: by(who), method: 'passkey' })
  await letIn(officer.id, lead.id, 1)
  await letIn(puppet.id, officer.id, 2)
  await release(lead)
  await expect(release(officer)).rejects.toThrow('sameHand')
  await expect(release(puppet)).rejects.toThrow('sameHand')
  platform.clock.set(platform.clock.now().add({ hours: 24 }).toString())
  expect(await release(officer)).toMatchObject({ released: true })
})

test('two people let in by the same third person may release: a desk set up today can tell people today', async () => {
  const { campaign } = await aCampaign(platform)
  const [lead, officer] = (await staff(platform.db)) as [Person, Person]
  const [communication] = (await staff(platform.db)) as [Person]
  await letIn(officer.id, lead.id, 1)
  await letIn(communication.id, lead.id, 1)
  const release = (who: Person) =>
    releaseCampaign(platform, { campaignId: campaign.id, releaser: by(who), method: 'passkey' })
  await release(communication)
  expect(await release(officer)).toMatchObject({ released: true })
})
