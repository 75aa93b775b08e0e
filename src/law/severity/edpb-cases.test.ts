import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../model.ts'
import { proposeRisk } from './propose-risk.ts'

/**
 * The 18 cases of EDPB Guidelines 01/2021 v2.0, in our words, as different people would enter them. `outcome` is the published one
 * (marks as in the rules: an independent public record of the 18 outcomes agrees); `data_in_other_words` crosses with every entry.
 */
interface PublishedCase {
  readonly case: number
  readonly title: string
  readonly outcome: { readonly authority: boolean; readonly persons: boolean; readonly level: string }
  readonly as_entered: readonly Facts[]
  readonly data_in_other_words: readonly (readonly string[])[]
}

const folder = join(import.meta.dirname, 'edpb')
const cases = readdirSync(folder)
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as PublishedCase)

test('all 18 are there, each entered by three people at least', () => {
  expect(cases.map((one) => one.case)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1))
  expect(Math.min(...cases.map(({ as_entered }) => as_entered.length))).toBeGreaterThanOrEqual(3)
})

describe('the published cases come out as published', () => {
  for (const { case: number, title, outcome, as_entered, data_in_other_words } of cases)
    test(`case ${number}, ${title}`, () => {
      expect(outcome).toMatchObject({
        authority: outcome.level !== 'unlikely',
        persons: outcome.level === 'high',
      })
      expect(wrong(as_entered, outcome.level)).toEqual([])
      const inOtherWords = as_entered.flatMap((facts) =>
        data_in_other_words.map((words) => ({ ...facts, data_categories: words })),
      )
      expect(wrong(inOtherWords, outcome.level)).toEqual([])
    })
})

/** What was entered, and what came out instead. */
function wrong(entered: readonly Facts[], expected: string) {
  return entered
    .map((facts) => ({ facts, level: proposeRisk(facts).level }))
    .filter(({ level }) => level !== expected)
}
