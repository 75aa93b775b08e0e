import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { operator, released, releasedByTwo } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { generateSample } from '../../exercise/generate/index.ts'
import { loadSampleIncident } from '../../incident/index.ts'
import { decideStrategy, importLists } from '../../people/lists/index.ts'
import { proofHolds } from '../model.ts'
import { sendCampaign } from '../pause-campaign.ts'
import { countProof } from '../proof/index.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import { prepareCampaign } from './prepare-incident-campaign.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

const REASON = 'Le doute profite aux personnes : tout le fichier est prévenu.'

test('a preventive decision tells everyone else once, says which list they are not on, and accounts for them', async () => {
  await platform.db.query(`insert into access_home (exercise) values (true)`)
  const incident = await loadSampleIncident(platform, operator)
  const out = join(platform.home.root, 'sample')
  mkdirSync(out)
  await generateSample({ members: 600, exposed: 1200, affected: 120, seed: 5, out, force: true })
  const request = {
    incidentId: incident.id,
    registerPath: join(out, 'register.csv'),
    exposedPath: join(out, 'exposed.csv'),
  }
  const imported = await importLists(platform, request, operator)
  const asked = { incidentReference: incident.reference }
  await prepareCampaign(platform, asked, operator)
  const preventive = { ...asked, cohort: 'preventive' as const }
  await expect(prepareCampaign(platform, preventive, operator)).rejects.toMatchObject({
    code: 'lists.strategyNeeded',
  })
  const decision = { incidentId: incident.id, strategy: 'preventive_to_all' as const, reason: REASON }
  await decideStrategy(platform, decision, operator)
  const { campaign, concerned } = await prepareCampaign(platform, preventive, operator)
  const others = imported.register.records - imported.persons.concerned - imported.persons.heldForReview
  expect(concerned).toBe(others)
  const { rows } = await platform.db.query(
    `select tree::text as tree from notice_version where campaign_id = $1`,
    [campaign.id],
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { tree } of rows as { tree: string }[]) {
    expect(tree).toMatch(/liste v1/)
    expect(tree).not.toMatch(/pas concerné/i)
  }
  await released(platform, campaign)
  await driveCampaign(platform, campaign.id)
  const proof = await countProof(platform.db, incident.id)
  expect(proof).toMatchObject({
    lost: 0,
    told_twice: 0,
    cohorts: { preventive: { persons: others, waiting: 0, lost: 0 } },
  })
  expect(proof.cohorts.preventive.told.email).toBeGreaterThan(0)
  expect(proofHolds(proof)).toBe(true)
})

test('a decision taken back holds back its campaign', async () => {
  await platform.db.query(`insert into access_home (exercise) values (true)`)
  const incident = await loadSampleIncident(platform, operator)
  const out = join(platform.home.root, 'sample')
  mkdirSync(out)
  await generateSample({ members: 300, exposed: 500, affected: 60, seed: 6, out, force: true })
  await importLists(
    platform,
    {
      incidentId: incident.id,
      registerPath: join(out, 'register.csv'),
      exposedPath: join(out, 'exposed.csv'),
    },
    operator,
  )
  const decide = (strategy: 'preventive_to_all' | 'concerned_only') =>
    decideStrategy(platform, { incidentId: incident.id, strategy, reason: REASON }, operator)
  await decide('preventive_to_all')
  const input = { incidentReference: incident.reference, cohort: 'preventive' as const }
  const { campaign } = await prepareCampaign(platform, input, operator)
  await decide('concerned_only')
  await expect(releasedByTwo(platform, campaign)).rejects.toMatchObject({ code: 'lists.strategyNeeded' })
  await decide('preventive_to_all')
  await releasedByTwo(platform, campaign)
  await decide('concerned_only')
  await expect(sendCampaign(platform, campaign.id, operator)).rejects.toMatchObject({
    code: 'lists.strategyNeeded',
  })
  await decide('preventive_to_all')
  await platform.db.query(
    `insert into list_version (incident_id, number, run_id, counts, published_at, published_by)
     select incident_id, number + 1, run_id, counts, published_at, published_by from list_version where id = $1`,
    [campaign.listVersionId],
  )
  await expect(sendCampaign(platform, campaign.id, operator)).rejects.toMatchObject({
    code: 'delivery.listOutdated',
  })
})
