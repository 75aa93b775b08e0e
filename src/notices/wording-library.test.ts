import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { held, noticeExposures, noticeFacts, populationsTold } from '../../test/support/notice-facts.ts'
import { Temporal } from '../platform/clock.ts'
import { art34 } from './gates/art34.ts'
import { populationRight } from './gates/population.ts'
import { readable } from './gates/readable.ts'
import { standingSaid } from './gates/standing.ts'
import {
  AUDIENCES,
  CATEGORIES,
  COHORTS,
  checkGates,
  composeCorrection,
  composeNotice,
  type DataCategory,
  type NoticeInput,
  sentencesOf,
  sentencesOnOffer,
  supersededIn,
} from './index.ts'
import { en } from './wording/en.ts'
import { fr } from './wording/fr.ts'

const list = held('list.version', {
  number: 2,
  publishedAt: Temporal.Instant.from('2026-02-09T08:00:00Z'),
})
const exposed = (...categories: readonly DataCategory[]) =>
  categories.map((category) => held(`exposure.${category}`, { category, status: 'exposed' as const }))
const input = (change: Partial<NoticeInput>): NoticeInput => ({
  facts: noticeFacts(),
  exposures: noticeExposures(),
  audience: 'insured_adult',
  locale: 'fr',
  list,
  ...change,
})
const failing = (change: Partial<NoticeInput>) =>
  checkGates(
    composeNotice(input({ populations: populationsTold(change.audience ?? 'insured_adult'), ...change })),
  )
    .filter(({ ok }) => !ok)
    .map(({ gate, details }) => [gate, details])

describe('the wording library', () => {
  it('has consequences and advice for each kind of data, reader, language and cohort', () => {
    for (const category of CATEGORIES)
      for (const audience of AUDIENCES)
        for (const locale of ['fr', 'en'] as const)
          for (const cohort of COHORTS) {
            const populations = populationsTold(audience)
            const tree = composeNotice(
              input({ audience, locale, cohort, populations, exposures: exposed(category) }),
            )
            // The gates that read the wording; merging is tried below, on fewer.
            const looked = { tree, locale }
            const served = (['nature', 'contact', 'consequences', 'measures'] as const).map((item) =>
              art34(looked, item),
            )
            const gates = [...served, standingSaid(looked), populationRight(looked), readable(looked)]
            expect(
              gates.filter(({ ok }) => !ok),
              `${category} ${audience} ${locale} ${cohort}`,
            ).toEqual([])
          }
  })

  it('holds for any set of kinds of data', () => {
    fc.assert(
      fc.property(
        fc.subarray([...CATEGORIES], { minLength: 1 }),
        fc.constantFrom(...AUDIENCES),
        fc.constantFrom(...COHORTS),
        fc.constantFrom('fr' as const, 'en' as const),
        fc.boolean(),
        (categories, audience, cohort, locale, forRelatives) => {
          const exposures = exposed(...categories)
          expect(failing({ audience, cohort, locale, exposures, forRelatives })).toEqual([])
        },
      ),
      { numRuns: 30 },
    )
  })

  it('says the same items in both languages, with the same owners and dates, and speaks plainly', () => {
    expect(Object.keys(en.sentences)).toEqual(Object.keys(fr.sentences))
    for (const [item, { owner, validFrom, validUntil, replacedBy, variants }] of Object.entries(
      fr.sentences,
    )) {
      const other = en.sentences[item as keyof typeof en.sentences]
      const same = { owner, validFrom, validUntil, replacedBy }
      expect(other, item).toMatchObject(same)
      expect(Object.keys(other.variants).sort(), item).toEqual(Object.keys(variants).sort())
    }
    const all = [fr, en].flatMap(({ sentences }) =>
      Object.values(sentences).flatMap(({ text, variants }) => [text, ...Object.values(variants)]),
    )
    for (const text of all) expect(text).not.toMatch(/!|cliqu|désolé|excus|regrett|sorry|apolog|click/i)
  })

  it('gives advice that holds for those in doubt too: it never says that the data of the reader was exposed', () => {
    for (const [item, { text, variants }] of [fr, en].flatMap(({ sentences }) => Object.entries(sentences)))
      if (/^(todo|consequence)\./.test(item))
        for (const one of [text, ...Object.values(variants)]) expect(one, item).not.toMatch(/expos/i)
  })

  it('speaks to a firm as a firm, to a guardian of one other person, and sets English signs', () => {
    const closings = ['left_list', 'doubt_lifted', 'doubt_again', 'listed_again'] as const
    for (const locale of ['fr', 'en'] as const)
      for (const cohort of COHORTS) {
        const textsFor = (audience: 'firm' | 'guardian') => {
          const asked = input({ audience, locale, cohort, exposures: exposed(...CATEGORIES) })
          const trees = [
            composeNotice(asked),
            ...closings.map((kind) => composeCorrection({ ...asked, kind })),
          ]
          return trees.flatMap(sentencesOf).map(({ text }) => text)
        }
        for (const text of textsFor('firm'))
          expect(text).not.toMatch(/vos données|your data\b|member card|carte d.adhérent|votre compte Ameli/)
        for (const text of textsFor('guardian'))
          expect(text).not.toMatch(
            /vos (données|comptes)|your (data|bank)|personnes? nommées|(person|people|nobody) named above (are|is)|votre carte/,
          )
      }
    const english = Object.values(en.sentences).flatMap(({ text, variants }) => [
      text,
      ...Object.values(variants),
    ])
    for (const text of english) expect(text).not.toMatch(/['"]/)
  })

  it('replaces a superseded advice from its date, and knows who was told the old one', () => {
    const said = (on: string) => {
      const tree = composeNotice(input({ on: Temporal.PlainDate.from(on) }))
      return { tree, items: sentencesOf(tree).map(({ item }) => item) }
    }
    const [old, now] = ['todo.complaint_desk', 'todo.complaint']
    const wording = (on: string) => said(on).items.filter((item) => item === old || item === now)
    expect(wording('2026-01-01')).toEqual([now])
    // Only what may be said on the day stands; before the library's other items, a gate would ask for them.
    expect(wording('2025-12-31')).toEqual([old])
    const released = said('2025-12-31').tree
    expect(supersededIn(released, Temporal.PlainDate.from('2025-12-31'))).toEqual([])
    expect(supersededIn(released, Temporal.PlainDate.from('2026-02-06'))).toMatchObject([
      { item: old, until: '2025-12-31', replacedBy: { item: now } },
    ])
    const offered = sentencesOnOffer(input({})).flatMap(({ groups }) =>
      groups.flatMap(({ sentences }) => sentences.map(({ id }) => id)),
    )
    expect(offered).toContain(now)
    expect(offered).not.toContain(old)
  })
})
