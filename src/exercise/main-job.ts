import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureExercisePersons } from '../access/index.ts'
import {
  buildLetters,
  type Campaign,
  countPlanned,
  currentCampaign,
  postLetters,
  prepareCampaign,
  prove,
  releaseCampaign,
  releasesOf,
  sendCampaign,
} from '../delivery/index.ts'
import { loadSampleDisruption } from '../disruption/index.ts'
import { type Incident, loadSampleIncident } from '../incident/index.ts'
import { tocsin } from '../journal/index.ts'
import { writeDuties } from '../obligations/index.ts'
import { funnel, importLists } from '../people/lists/index.ts'
import { enqueue, type Task } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { readProgress, reportProgress } from '../platform/progress.ts'
import { follow, type Steps } from './follow-steps.ts'
import { generateSample } from './generate/index.ts'

const NAME = 'exercise.main-job'
const ROUND_MS = 400
/** Half a minute without one message leaving: something waits, and this job should not hold a place meanwhile. */
const STILL_ROUNDS = 75

/** From the supplier's list to everyone told, on generated people, before the user's eyes (issue: the main job). */
export const mainJob: Task = {
  name: NAME,
  async run(platform, _payload, signal) {
    const incident = await loadSampleIncident(platform, tocsin, writeDuties)
    const steps = follow(platform, incident.id)
    try {
      await runMainJob(platform, incident, steps, signal)
    } catch (error) {
      if (!signal.aborted) await steps.fail(error)
      throw error
    }
  },
}

/** Opens the sample incident and asks for its main job, unless it has already been proven. Takes up where a kill left it. */
export async function startExercise(platform: Platform): Promise<Incident> {
  await ensureExercisePersons(platform)
  const incident = await loadSampleIncident(platform, tocsin, writeDuties)
  if (!incident.closedAt) await loadSampleDisruption(platform, incident.id, tocsin)
  const campaign = await currentCampaign(platform.db, incident.id, undefined, 'concerned')
  if (campaign?.state !== 'finished') await enqueue(platform.db, NAME, {}, { key: NAME })
  if ((await readProgress(platform.db, incident.id)).length === 0) await announce(platform, incident)
  return incident
}

/** The first page someone opens already says what is about to run. */
async function announce(platform: Platform, incident: Incident): Promise<void> {
  const { members, exposed } = platform.config.sample
  const begun = { incidentId: incident.id, step: 'generate', done: 0, total: members + exposed, unit: 'rows' }
  await reportProgress(platform.db, platform.clock, begun)
}

/** Every step looks at what is there first, so the job can be killed at any instant and run again. */
async function runMainJob(
  platform: Platform,
  incident: Incident,
  steps: Steps,
  signal: AbortSignal,
): Promise<void> {
  await importSample(platform, incident, steps, signal)
  steps.begin('prepare', 'messages')
  const campaign = await prepared(platform, incident, steps)
  steps.begin('release', 'persons')
  await release(platform, campaign, steps)
  if (signal.aborted) return
  steps.begin('send', 'messages')
  const allSent = await send(platform, campaign, steps, signal)
  steps.begin('letters', 'letters')
  await post(platform, campaign, steps, signal)
  if (!allSent || signal.aborted) return
  steps.begin('proof', 'persons')
  await conclude(platform, incident, steps)
}

async function importSample(
  platform: Platform,
  incident: Incident,
  steps: Steps,
  signal: AbortSignal,
): Promise<void> {
  if (await funnel(platform.db, incident.id)) return
  const out = join(platform.home.root, 'exercise')
  const { members, exposed, affected, seed } = platform.config.sample
  if (!existsSync(join(out, 'truth.csv'))) {
    const total = members + exposed
    const done = ({ file, done }: { file: string; done: number }) =>
      steps.report('generate', file === 'register' ? done : members + done, total, 'rows')
    steps.begin('generate', 'rows')
    await generateSample({ members, exposed, affected, seed, out, force: true, signal }, done)
    await steps.finish('generate', total, total, 'rows')
  }
  steps.begin('import', 'percent')
  const request = {
    incidentId: incident.id,
    registerPath: join(out, 'register.csv'),
    exposedPath: join(out, 'exposed.csv'),
    signal,
  }
  await importLists(platform, request, tocsin)
}

async function prepared(platform: Platform, incident: Incident, steps: Steps): Promise<Campaign> {
  const current = await currentCampaign(platform.db, incident.id, undefined, 'concerned')
  if (current) return current
  const { campaign, email, letter } = await prepareCampaign(
    platform,
    { incidentReference: incident.reference },
    tocsin,
  )
  await steps.finish('prepare', email + letter, email + letter, 'messages')
  return campaign
}

/** Two fictional persons, journalled as such; the use case and the database refuse them on a real incident. */
async function release(platform: Platform, campaign: Campaign, steps: Steps): Promise<void> {
  if (campaign.state !== 'prepared') return
  const { lead, dpo } = await ensureExercisePersons(platform)
  const already = (await releasesOf(platform.db, campaign.id)).map(({ userId }) => userId)
  for (const { id, name, roles, fictional } of [dpo, lead].filter(({ id }) => !already.includes(id))) {
    await releaseCampaign(platform, {
      campaignId: campaign.id,
      releaser: { userId: id, name, roles, fictional },
      method: 'exercise',
    })
  }
  await steps.finish('release', 2, 2, 'persons')
}

/**
 * Starts the campaign, whose own jobs send it, and watches. @returns false when e-mails must wait (a relay that is down, a
 * retry, a pause): this job comes back later.
 */
async function send(
  platform: Platform,
  campaign: Campaign,
  steps: Steps,
  signal: AbortSignal,
): Promise<boolean> {
  const now = await currentCampaign(platform.db, campaign.incidentId, undefined, 'concerned')
  if (now?.state === 'released') await sendCampaign(platform, campaign.id, tocsin)
  let stillness = 0
  let before = -1
  while (!signal.aborted && stillness < STILL_ROUNDS) {
    const { email, emailLeft, letter } = await countPlanned(platform.db, campaign.id)
    if (emailLeft === 0) {
      if (letter > 0) await steps.start('letters', letter, 'letters')
      await steps.finish('send', email, email, 'messages')
      return true
    }
    steps.report('send', email - emailLeft, email, 'messages')
    stillness = emailLeft === before ? stillness + 1 : 0
    before = emailLeft
    await sleep(ROUND_MS, undefined, { signal }).catch(() => undefined)
  }
  if (!signal.aborted)
    await enqueue(platform.db, NAME, {}, { key: NAME, runAt: platform.clock.now().add({ seconds: 20 }) })
  return false
}

/** The print house of the exercise is fictional too: its receipt says so. */
async function post(
  platform: Platform,
  campaign: Campaign,
  steps: Steps,
  signal: AbortSignal,
): Promise<void> {
  const { letter } = await countPlanned(platform.db, campaign.id)
  let built = letter - (await countPlanned(platform.db, campaign.id)).letterLeft
  const onBatch = ({ letters }: { letters: number }) => {
    built += letters
    steps.report('letters', built, letter, 'letters')
  }
  await buildLetters(platform, campaign.id, { signal, onBatch })
  if (signal.aborted) return
  await postLetters(platform, { campaignId: campaign.id, fictional: true }, tocsin)
  await steps.finish('letters', letter, letter, 'letters')
}

/** The account, person by person; the journal is read again from its first entry. */
async function conclude(platform: Platform, incident: Incident, steps: Steps): Promise<void> {
  const proof = await prove(platform.db, incident.id)
  const waiting = proof.in_progress + proof.unknown_held
  await steps.finish('proof', proof.concerned - waiting, proof.concerned, 'persons')
}
