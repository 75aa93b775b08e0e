import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { held, noticeExposures, noticeFacts, populationsTold } from '../../test/support/notice-facts.ts'
import { Temporal } from '../platform/clock.ts'
import {
  COHORTS,
  checkGates,
  composeNotice,
  type NoticeChoice,
  type NoticeInput,
  noticeHash,
  sentencesOf,
  sentencesOnOffer,
} from './index.ts'

const list = held('list.version', {
  number: 2,
  publishedAt: Temporal.Instant.from('2026-02-09T08:00:00Z'),
})
const input = (choice?: NoticeChoice): NoticeInput => ({
  facts: noticeFacts(),
  exposures: noticeExposures(),
  audience: 'insured_adult',
  locale: 'fr',
  ...(choice && { choice }),
})
const offered = (choice?: NoticeChoice) =>
  sentencesOnOffer(input(choice)).flatMap(({ groups }) => groups.flatMap(({ sentences }) => sentences))
const said = (choice?: NoticeChoice) =>
  composeNotice(input(choice)).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.sentences : block.kind === 'list' ? block.items : [],
    ),
  )

describe('choosing the sentences of a notice', () => {
  it('offers each sentence with its owner, dates and reason, once', () => {
    const all = offered()
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const one of all) {
      expect(one.why, one.id).toMatch(/\S/)
      expect(one.owner, one.id).toMatch(/dpo|communication/)
      expect(one.validFrom, one.id).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  it('says by default what is offered by default, in the same words', () => {
    expect(said().map(({ text }) => text)).toEqual(
      offered()
        .filter(({ byDefault }) => byDefault)
        .map(({ text }) => text),
    )
  })

  it('says exactly what is chosen, whatever is left out, added or put in another order', () => {
    const ids = offered().map(({ id }) => id)
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), fc.shuffledSubarray(ids), (omit, add, order) => {
        const choice = { omit, add, order }
        const chosen = offered(choice).filter((one) => one.chosen)
        const texts = said(choice).map(({ text }) => text)
        // An opening with nothing left to open goes too; nothing else does, and nothing comes uncalled.
        const kept = new Set(texts)
        expect(texts).toEqual(chosen.map(({ text }) => text).filter((text) => kept.has(text)))
        for (const { id, text } of chosen.filter((one) => !kept.has(one.text)))
          expect(text.trimEnd(), id).toMatch(/:$/)
      }),
      { numRuns: 60 },
    )
  })

  it('lets a required sentence go, and then a gate says which', () => {
    const choice = { omit: ['contact.dpo', 'consequence.identity'] }
    const failing = checkGates(composeNotice(input(choice))).filter(({ ok }) => !ok)
    expect(failing.map(({ gate }) => gate)).toEqual(['art34_contact', 'art34_consequences'])
    expect(offered().find(({ id }) => id === 'contact.dpo')).toMatchObject({ required: true })
  })

  it('fails a gate for each required sentence left out, whoever reads it', () => {
    for (const cohort of COHORTS)
      for (const audience of cohort === 'concerned'
        ? (['firm', 'parent_of_minor'] as const)
        : (['guardian'] as const)) {
        const asked = { ...input(), audience, cohort, list, populations: populationsTold(audience) }
        const failing = (choice?: NoticeChoice) =>
          checkGates(composeNotice({ ...asked, ...(choice && { choice }) })).filter(({ ok }) => !ok)
        expect(failing()).toEqual([])
        const required = sentencesOnOffer(asked).flatMap(({ groups }) =>
          groups.flatMap(({ sentences }) => sentences.filter((one) => one.required)),
        )
        expect(required.length).toBeGreaterThan(8)
        for (const { id } of required)
          expect(failing({ omit: [id] }).length, `${cohort} ${audience} ${id}`).toBeGreaterThan(0)
      }
  })

  it('is part of what the hash names', () => {
    expect(noticeHash(composeNotice(input({ omit: ['todo.watch'] })))).not.toBe(
      noticeHash(composeNotice(input())),
    )
    expect(sentencesOf(composeNotice(input({ omit: ['todo.watch'] }))).map(({ item }) => item)).not.toContain(
      'todo.watch',
    )
  })
})
