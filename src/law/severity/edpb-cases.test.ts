import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../model.ts'
import { proposeRisk } from './propose-risk.ts'

/** Cases of EDPB Guidelines 01/2021 v2.0 as different people would enter them; the outcome is the published one. */
interface PublishedCase {
  readonly case: number
  readonly title: string
  readonly outcome: { readonly authority: boolean; readonly persons: boolean; readonly level: string }
  readonly as_entered: readonly Facts[]
}

const folder = join(import.meta.dirname, 'edpb')
const cases = readdirSync(folder)
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as PublishedCase)

describe('the published cases come out as published', () => {
  for (const { case: number, title, outcome, as_entered } of cases)
    test(`case ${number}, ${title}`, () => {
      const levels = as_entered.map((facts) => proposeRisk(facts).level)
      expect(levels).toEqual(as_entered.map(() => outcome.level))
      expect(outcome).toMatchObject({
        authority: outcome.level !== 'unlikely',
        persons: outcome.level === 'high',
      })
    })
})
