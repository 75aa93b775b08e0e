import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { loadSampleIncident } from '../incident/index.ts'
import { ALL_RULES } from '../law/index.ts'
import { readBoard } from './index.ts'
import type { Board } from './model.ts'

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
  expect(board.others?.organisations.map(({ key }) => key).sort()).toEqual([
    'hebergement-dunes',
    'prevoyance-ponant',
    'tiersoin',
  ])
})
