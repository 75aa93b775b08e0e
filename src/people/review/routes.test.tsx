import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import {
  aMatch,
  aMessySample,
  anIncident,
  aReviewedRun,
  type ReviewedRun,
} from '../../../test/support/review.ts'
import { type DeskEnv, onError, type Viewer } from '../../desk/index.ts'
import { entriesBefore } from '../../journal/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { decisionsOf, reviewFigures } from './decisions-of.ts'
import { routes } from './routes.tsx'
import { countQueue } from './store.ts'

const PROVEN = Temporal.Instant.from('2026-06-08T11:28:00Z')

/** Readers at the pages, on a generated sample through the real match. */
let platform: Awaited<ReturnType<typeof testPlatform>>
let lists: { register: string; exposed: string }
let matched: Awaited<ReturnType<typeof aMatch>>
let run: ReviewedRun

const people: Record<'anne' | 'boris' | 'chloe' | 'dpo' | 'agent', Viewer> = {
  anne: aReader('Anne', 'reviewer'),
  boris: aReader('Boris', 'reviewer'),
  chloe: aReader('Chloé', 'lead'),
  dpo: aReader('Hélène', 'dpo'),
  agent: aReader('Ivan', 'call_agent'),
}

function aReader(name: string, role: Viewer['roles'][number]): Viewer {
  const userId = randomUUID()
  return {
    userId,
    name,
    title: '',
    roles: [role],
    fictional: true,
    sessionId: userId.slice(0, 4),
    stepUpAt: PROVEN,
  }
}

beforeAll(async () => {
  platform = await testPlatform()
  await platform.db.query(`insert into access_home (exercise) values (true)`)
  for (const { userId, name, roles } of Object.values(people))
    await platform.db.query(
      `insert into user_account (id, login, display_name, roles, fictional, created_at) values ($1, $2, $3, $4, true, now())`,
      [userId, `u${userId.slice(0, 8)}`, name, roles],
    )
  lists = await aMessySample(join(platform.home.root, 'sample'))
  matched = await aMatch(platform, lists)
})
afterAll(() => platform?.close())

beforeEach(async () => {
  await platform.db.query(`delete from review_lease`)
  run = await aReviewedRun(platform, await anIncident(platform), lists, matched)
})

/** A reader's browser on the run's incident. */
function at(viewer: Viewer) {
  const app = new Hono<DeskEnv>()
  app.onError(onError)
  app.use(async (c, next) => {
    c.set('platform', platform)
    c.set('viewer', viewer)
    c.set('locale', 'fr')
    c.set('incident', {
      id: run.incidentId,
      reference: run.reference,
      title: 'Essai',
      exercise: true,
      controllerName: 'Essai',
    })
    await next()
  })
  app.route(`/incidents/${run.reference}`, routes())
  const address = (path: string) => `/incidents/${run.reference}/${path}`
  const get = async (path: string) => {
    const response = await app.request(address(path))
    return { status: response.status, html: await response.text(), headers: response.headers }
  }
  const post = async (path: string, fields: Record<string, string> = {}) => {
    const response = await app.request(address(path), { method: 'POST', body: new URLSearchParams(fields) })
    return { status: response.status, html: await response.text(), headers: response.headers }
  }
  const take = async (queue = 'queue') => {
    const { html } = await get(`review/${queue}`)
    const row = Number(/review\/rows\/(\d+)\/decisions/.exec(html)?.[1])
    return {
      row,
      html,
      say: (word: string, note = '') => post(`review/rows/${row}/decisions`, { word, note }),
    }
  }
  return { get, post, take }
}

const journal = () => entriesBefore(platform.db, undefined, 200)
const kindsOf = async () => (await journal()).map(({ kind }) => kind)

describe('the account of the queue', () => {
  it('opens the rows of the version under review, and only where they are as many', async () => {
    expect((await at(people.anne).get('review')).html).not.toContain('lists/rows')
    const { total } = await countQueue(platform.db, run.runId, 'queue')
    const draft = (ambiguous: number) =>
      platform.db.query(
        `insert into list_version (incident_id, run_id, counts, verdict_counts, drafted_at, drafted_by)
         values ($1, $2, '{}', $3, now(), 'essai')`,
        [run.incidentId, run.runId, { byVerdict: { ambiguous } }],
      )
    const discard = () => platform.db.query(`delete from list_version where run_id = $1`, [run.runId])
    await draft(total)
    expect((await at(people.anne).get('review')).html).toContain(
      'lists/rows?version=draft&amp;verdict=ambiguous',
    )
    await discard()
    await draft(total + 1)
    expect((await at(people.anne).get('review')).html).not.toContain('lists/rows')
    await discard()
  })
})

describe('reading the queue', () => {
  it('gives the row with most people at stake first, side by side, with its reason and never a NIR', async () => {
    const { html, row } = await at(people.anne).take()
    const { most } = await oneRow<{ most: number }>(
      platform.db,
      `select max(stakes) as most from review_item where run_id = $1`,
      [run.runId],
    )
    const { stakes } = await oneRow<{ stakes: number }>(
      platform.db,
      `select stakes from review_item where run_id = $1 and exposed_row = $2`,
      [run.runId, row],
    )
    expect(stakes).toBe(most)
    expect(html).toContain('Est-ce la même personne')
    expect(html).toContain('ambiguë')
    expect(html).toContain('masqué')
    expect(html).not.toMatch(/(?<!\d)[12]\d{12}(?:\d\d)?(?!\d)/)
    expect(await kindsOf()).toContain('review.row_shown')
  })

  it('never gives one row to two readers, and gives it back when the time is over', async () => {
    const [mine, other] = [await at(people.anne).take(), await at(people.boris).take()]
    expect(other.row).not.toBe(mine.row)
    expect((await at(people.anne).take()).row).toBe(mine.row)
    const held = await at(people.boris).get(`review/rows/${mine.row}`)
    expect(held.status).toBe(423)
    expect(held.html).toContain('Un autre lecteur a cette ligne')
    platform.clock.set('2026-06-08T11:39:00Z')
    expect((await at(people.boris).get(`review/rows/${mine.row}`)).status).toBe(200)
    platform.clock.set('2026-06-08T11:28:00Z')
  })

  it('gives distinct rows to readers who ask at the same instant', async () => {
    const readers = [people.anne, people.boris, people.chloe, people.dpo]
    const taken = await Promise.all(readers.map((reader) => at(reader).take()))
    expect(new Set(taken.map(({ row }) => row)).size).toBe(readers.length)
  })

  it('is closed to a call agent', async () => {
    for (const path of ['review', 'review/queue', 'review/sample', 'review/decisions', 'review/rows/1'])
      expect((await at(people.agent).get(path)).status).toBe(403)
  })

  it('a row that was not put before a reader cannot be decided', async () => {
    const { row } = await at(people.anne).take()
    platform.clock.set('2026-06-08T12:28:00Z')
    const blind = await at(people.boris).post(`review/rows/${row}/decisions`, { word: 'pass' })
    expect(blind.status).toBe(409)
    platform.clock.set('2026-06-08T11:28:00Z')
    expect(await rows(platform.db, `select 1 from review_decision where run_id = $1`, [run.runId])).toEqual(
      [],
    )
  })
})

it('a word said of a row of the list before is not kept for the same number of the new list', async () => {
  const mine = await at(people.anne).take()
  const before = run.runId
  run = await aReviewedRun(platform, run, lists, matched)
  await at(people.anne).get(`review/rows/${mine.row}`)
  const late = await at(people.anne).post(`review/rows/${mine.row}/decisions`, { word: 'pass', run: before })
  expect(late.status).toBe(409)
  expect(late.html).toContain('Une autre liste a été importée')
  expect(await rows(platform.db, `select 1 from review_decision where run_id = $1`, [run.runId])).toEqual([])
})

describe('two readers', () => {
  it('the second does not see the first one’s word, nor does the journal tell it', async () => {
    const first = await at(people.anne).take()
    await first.say('neither', 'vu avec le dossier papier')
    const second = await at(people.boris).take()
    expect(second.row).toBe(first.row)
    expect(second.html).not.toContain('dossier papier')
    expect(second.html).toContain('Vous n’avez encore rien décidé')
    const decided = (await journal()).find(({ kind }) => kind === 'review.decided')
    expect(decided?.payload).not.toMatch(/neither|papier/)
    expect((await at(people.anne).get('review')).html).toContain('attend un autre lecteur')
    expect(await decisionsOf(platform.db, run.runId)).toEqual([])
    await second.say('neither')
    const inForce = await decisionsOf(platform.db, run.runId)
    expect(inForce.length).toBeGreaterThan(0)
    expect(inForce.every(({ decision }) => decision === 'different')).toBe(true)
  })

  it('a disagreement goes to a third, or the data protection officer ends it', async () => {
    const first = await at(people.anne).take()
    await first.say('neither')
    await (await at(people.boris).take()).say('same:0')
    expect((await reviewFigures(platform.db, run.runId)).reviewed).toBe(0)
    const third = await at(people.dpo).take()
    expect(third.row).toBe(first.row)
    await third.say('same:0')
    expect(await decisionsOf(platform.db, run.runId)).toEqual([
      expect.objectContaining({ exposedRow: first.row, decision: 'same' }),
    ])
  })

  it('an officer who had read the row first may still end the disagreement, and is told so', async () => {
    const first = await at(people.dpo).take()
    await first.say('neither')
    await (await at(people.anne).take()).say('same:0')
    const again = await at(people.dpo).take()
    expect(again.row).toBe(first.row)
    expect(again.html).toContain('Les lecteurs ne s’accordent pas')
    expect((await again.say('neither')).status).toBe(303)
    const inForce = await decisionsOf(platform.db, run.runId)
    expect(inForce.length).toBeGreaterThan(0)
    expect(inForce.every(({ decision }) => decision === 'different')).toBe(true)
  })

  it('a pass gives the row to someone else; an undo gives it back to its reader', async () => {
    const mine = await at(people.anne).take()
    await mine.say('pass')
    expect((await at(people.anne).take()).row).not.toBe(mine.row)
    expect((await at(people.boris).take()).row).toBe(mine.row)
    await platform.db.query(`delete from review_lease`)
    expect((await at(people.anne).post('review/undo')).status).toBe(303)
    expect((await at(people.anne).take()).row).toBe(mine.row)
    const entries = await rows(
      platform.db,
      `select word from review_decision where run_id = $1 order by id`,
      [run.runId],
    )
    expect(entries).toEqual([{ word: 'pass' }, { word: 'undo' }])
    expect((await at(people.anne).post('review/undo')).status).toBe(409)
  })

  it('a note that holds a NIR comes back with the form, and nothing is kept', async () => {
    const mine = await at(people.anne).take()
    const refused = await mine.say('pass', 'son NIR est 1 85 05 78 006 084 36')
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('numéro de sécurité sociale')
    expect(await rows(platform.db, `select 1 from review_decision where run_id = $1`, [run.runId])).toEqual(
      [],
    )
    expect((await mine.say('pas un mot')).status).toBe(422)
  })
})

describe('the NIR', () => {
  it('is shown on one answer, for a reason, counted and journalled; read from the encrypted lists', async () => {
    const { row } = await oneRow<{ row: number }>(
      platform.db,
      `select exposed_row as row from review_item where run_id = $1 and identifier_kind = 'definitive' and stratum = 'ambiguous' limit 1`,
      [run.runId],
    )
    const anne = at(people.anne)
    expect((await anne.get(`review/rows/${row}`)).html).not.toMatch(/(?<!\d)[12]\d{12}/)
    const { status, html, headers } = await anne.post(`review/rows/${row}/nir`, {
      reason: 'homonyms',
      place: '0',
    })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    const cells = readFileSync(lists.exposed, 'latin1').split('\r\n')[row]!
    const nir = /(?<!\d)[12]\d{12,14}(?!\d)/.exec(cells)?.[0] ?? '?'
    expect(html.replace(/<[^>]+>/g, '')).toContain(nir)
    expect((await anne.get(`review/rows/${row}`)).html.replace(/<[^>]+>/g, '')).not.toContain(nir)
    const shown = (await journal()).find(({ kind }) => kind === 'review.nir_shown')
    expect(JSON.parse(shown!.payload)).toMatchObject({ row, reason: 'homonyms', place: 0 })
    expect(JSON.stringify(await journal())).not.toContain(nir)
    const counted = await rows(platform.db, `select 1 from person_lookup where user_id = $1`, [
      people.anne.userId,
    ])
    expect(counted).toHaveLength(1)
  })

  it('asks for a fresh proof of who asks', async () => {
    const { row } = await at(people.anne).take()
    const link = { ...people.anne, stepUpAt: null }
    const asked = await at(link).post(`review/rows/${row}/nir`, { reason: 'audit', place: '0' })
    expect(asked.status).toBe(303)
    expect(asked.headers.get('location')).toContain('/step-up')
    expect((await kindsOf())[0]).toBe('review.row_shown')
  })

  it('needs a reason, and the row in hand', async () => {
    const mine = await at(people.anne).take()
    expect(
      (await at(people.anne).post(`review/rows/${mine.row}/nir`, { reason: 'par curiosité' })).status,
    ).toBe(422)
    const stranger = await at(people.boris).post(`review/rows/${mine.row}/nir`, { reason: 'audit' })
    expect(stranger.status).toBe(409)
    expect(stranger.html).not.toMatch(/(?<!\d)[12]\d{12}/)
  })
})

describe('the blind sample', () => {
  it('hides what the match decided, and estimates only from what was read, with its two numbers', async () => {
    const anne = at(people.anne)
    expect((await anne.get('review')).html).toContain('rien n’est affirmé')
    const first = await anne.take('sample')
    expect(first.html).toContain('à l’aveugle')
    expect(first.html).not.toMatch(/poids|ambiguë|identique au calcul/)
    let read = 0
    for (const reader of [people.anne, people.boris]) {
      for (let turn = 0; turn < 70; turn++) {
        const pair = await at(reader).take('sample')
        if (Number.isNaN(pair.row)) break
        const { stratum } = await oneRow<{ stratum: string }>(
          platform.db,
          `select stratum from review_item where run_id = $1 and exposed_row = $2`,
          [run.runId, pair.row],
        )
        expect((await pair.say(stratum === 'matched' ? 'same:0' : 'neither')).status).toBe(303)
        read++
      }
    }
    const { estimate } = await reviewFigures(platform.db, run.runId)
    expect(read).toBeGreaterThan(30)
    expect(estimate?.precision).toMatchObject({ right: 30, decided: 30, value: 1, high: 1 })
    expect(estimate?.precision?.low).toBeLessThan(0.9)
    const { html } = await anne.get('review')
    expect(html).toMatch(/30 justes sur 30 décidées/)
    expect((await anne.get('review/sample')).html).toContain('L’échantillon est fini pour vous')
  })
})

describe('the ration', () => {
  it('counts a row that is shown because of a form that cannot be kept', async () => {
    const config = { ...platform.config, access: { reviewRowsPerHour: 0 } }
    const whole = platform
    const unseen = await rows<{ row: number }>(
      platform.db,
      `select exposed_row as row from review_item where run_id = $1 and candidates <> '[]'::jsonb limit 1`,
      [run.runId],
    )
    const sent: [string, Record<string, string>][] = [
      [`review/rows/${unseen[0]!.row}/decisions`, { word: '' }],
      [`review/rows/${unseen[0]!.row}/nir`, { reason: '' }],
    ]
    for (const [path, fields] of sent) {
      platform = { ...whole, config } as typeof platform
      const refused = await at(people.boris).post(path, fields)
      platform = whole
      expect(refused.status).toBe(429)
      expect((await at(people.boris).post(path, fields)).status).toBe(422)
      expect((await kindsOf()).slice(0, 2)).toEqual(['review.row_shown', 'review.row_refused'])
      await platform.db.query(`delete from review_lease`)
    }
  })

  it('stops a reader who goes through people too fast, and journals it', async () => {
    const config = { ...platform.config, access: { reviewRowsPerHour: 2 } }
    const tight = { ...platform, config }
    const whole = platform
    platform = tight as typeof platform
    for (let turn = 0; turn < 2; turn++) await (await at(people.chloe).take()).say('pass')
    await at(people.chloe).get('review/queue')
    const refused = await at(people.chloe).get('review/queue')
    platform = whole
    expect(refused.status).toBe(429)
    expect(refused.html).toContain('Vos décisions sont gardées')
    expect((await kindsOf())[0]).toBe('review.row_refused')
  })
})

it('keys can be turned off, and the page then loads no script', async () => {
  const anne = at(people.anne)
  expect((await anne.take()).html).toContain('/assets/islands/review-keys.js')
  const turned = await anne.post('review/keys', { keys: 'off', back: 'review/queue' })
  expect(turned.headers.get('set-cookie')).toContain('review-keys=off')
  expect(turned.headers.get('location')).toBe(`/incidents/${run.reference}/review/queue`)
})
