import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { addOrganisation, loadSampleIncident, openIncident } from '../../incident/index.ts'
import { ALL_RULES } from '../../law/index.ts'
import { followDuties } from '../following/follow-duties.ts'
import { readBoard } from '../index.ts'
import type { Board } from '../model.ts'
import { latestConclusions } from '../stores/conclusion-store.ts'

const actor = { kind: 'operator', name: 'test' } as const
let platform: Awaited<ReturnType<typeof testPlatform>>
let board: Board
let id: string
beforeAll(async () => {
  platform = await testPlatform()
  id = (await loadSampleIncident(platform, actor)).id
  board = await readBoard(platform, { id })
})
afterAll(() => platform.close())

test('each rule of the law room has its line, in one group, and no line comes twice', () => {
  const ids = board.lines.map(({ conclusion }) => conclusion.id)
  expect(new Set(ids).size).toBe(ids.length)
  const ruled = new Set(board.lines.map(({ conclusion }) => conclusion.snapshot.rule.id))
  expect(ALL_RULES.map((rule) => rule.id).filter((one) => !ruled.has(one))).toEqual([])
})

test('the clock of the CNIL runs from the instant when the organisation was aware', () => {
  const line = board.lines.find(({ conclusion }) => conclusion.id === 'gdpr_33_1@deux-rives')
  expect(line).toMatchObject({ group: 'soon', holder: null, delayReason: null, ruleChanged: null })
  expect(line?.dueAt?.toString()).toBe('2026-06-08T16:40:00Z')
})

test('another organisation of the chain has a board of its own; one outside the chain has none', async () => {
  const theirs = await readBoard(platform, { id }, { organisation: 'tiersoin' })
  expect(theirs.organisation).toMatchObject({ key: 'tiersoin', own: false })
  expect(theirs.lines.map(({ conclusion }) => conclusion.organisation)).not.toContain('deux-rives')
  expect(theirs.lines.map(({ conclusion }) => conclusion.id)).toContain('gdpr_33_2@tiersoin>deux-rives')
  await expect(readBoard(platform, { id }, { organisation: 'cnil' })).rejects.toThrow(
    'obligations.unknownOrganisation',
  )
  expect(board.others).toMatchObject({ total: 3, organisations: [] })
  const { others } = await readBoard(platform, { id }, { othersFrom: 0 })
  expect(others?.organisations.map(({ key }) => key).sort()).toEqual([
    'hebergement-dunes',
    'prevoyance-ponant',
    'tiersoin',
  ])
})

test('a host of a thousand clients sees what it owes to each, fifty clients a page; none is lost, and each line can be opened', async () => {
  const { id: hosted } = await openIncident(
    platform,
    { reference: 'grand', title: 'Essai', exercise: true },
    actor,
  )
  const host = {
    key: 'hote',
    name: 'Hôte',
    shortName: 'Hôte',
    roles: ['processor' as const],
    own: true,
  }
  await addOrganisation(platform, hosted, host, actor)
  await platform.db.query(
    `insert into organisation (id, incident_id, key, name, short_name, roles, own, contacts, recorded_at, recorded_by)
     select gen_random_uuid(), $1, 'c' || n, 'Cabinet ' || n, 'c', '{controller}', false, '{}', now(), 'x' from generate_series(1, 120) n`,
    [hosted],
  )
  await platform.db.query(
    `insert into organisation_link (id, incident_id, supplier_id, client_id, service, recorded_at, recorded_by)
     select gen_random_uuid(), $1, h.id, c.id, '{"fr": "x"}', now(), 'x' from organisation c, organisation h
      where h.key = 'hote' and c.key <> 'hote' and c.incident_id = $1 and h.incident_id = $1`,
    [hosted],
  )
  const told: string[] = []
  for (const neighboursFrom of [0, 50, 100]) {
    const page = await readBoard(platform, { id: hosted }, { neighboursFrom })
    expect(page.neighbours).toEqual({ total: 120, offset: neighboursFrom, most: 50 })
    told.push(
      ...page.lines.map(({ conclusion }) => conclusion.id).filter((one) => one.startsWith('gdpr_33_2@')),
    )
  }
  expect(new Set(told).size).toBe(120)
  const last = told.at(-1)!
  const whole = await readBoard(platform, { id: hosted }, { everyNeighbour: true })
  const ids = whole.lines.map(({ conclusion }) => conclusion.id)
  expect(ids.filter((one) => one.startsWith('gdpr_33_2@'))).toHaveLength(120)
  expect(new Set(ids).size).toBe(ids.length)
  await followDuties(platform, hosted)
  const kept = await latestConclusions(platform.db, hosted, 'hote')
  expect(kept.map(({ conclusion }) => conclusion)).toContain(last)
  const { lines } = await readBoard(platform, { id: hosted }, { including: last.split('>')[1] })
  expect(lines.map(({ conclusion }) => conclusion.id)).toContain(last)
  const { others } = await readBoard(platform, { id: hosted }, { othersFrom: 100 })
  expect([others?.total, others?.offset, others?.organisations.length]).toEqual([120, 100, 20])
})
