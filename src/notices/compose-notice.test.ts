import { describe, expect, it } from 'vitest'
import { held, noticeExposures, noticeFacts } from '../../test/support/notice-facts.ts'
import {
  AUDIENCES,
  CATEGORIES,
  composeNotice,
  type NoticeFacts,
  type NoticeTree,
  noticeHash,
  sentencesOf,
} from './index.ts'
import { textsOf } from './model.ts'

const compose = (
  change: Partial<NoticeFacts> = {},
  more: Partial<Parameters<typeof composeNotice>[0]> = {},
) =>
  composeNotice({
    facts: noticeFacts(change),
    exposures: noticeExposures(),
    audience: 'insured_adult',
    locale: 'fr',
    ...more,
  })
const items = (tree: NoticeTree) => sentencesOf(tree).map(({ item }) => item)
const all = (tree: NoticeTree) =>
  textsOf(tree)
    .map(({ text }) => text)
    .join('\n')

describe('composing a notice', () => {
  it('explains the company first, then tells what to do before what others did', () => {
    const tree = compose()
    expect(tree.sections.map(({ id }) => id)).toEqual([
      'company',
      'happened',
      'data',
      'consequences',
      'todo',
      'measures',
      'never',
      'contact',
      'check',
    ])
    expect(all(tree)).toContain(
      'Mutuelle des Aubiers, votre complémentaire santé, confie la gestion du tiers payant',
    )
  })

  it('says that the controller was not attacked only when that is a fact', () => {
    expect(items(compose())).toContain('company.not_attacked')
    expect(items(compose({ controllerAttacked: null }))).not.toContain('company.not_attacked')
    const unknown = compose({ controllerAttacked: held('controller.attacked', 'unknown') })
    expect(items(unknown)).not.toContain('company.not_attacked')
    expect(items(compose({ controllerAttacked: held('controller.attacked', 'yes') }))).toContain(
      'company.attacked',
    )
  })

  it('cites every fact it states, so that a change marks it stale', () => {
    const tree = compose()
    expect(tree.facts).toHaveProperty(['attack.startedAt'], { state: 'held', asOf: '2026-02-06T09:00:00Z' })
    expect(Object.keys(tree.facts)).toEqual(
      expect.arrayContaining([
        'exposure.nir',
        'exposure.bank_details',
        'measure.p1',
        'contact.phone',
        'controller.attacked',
      ]),
    )
    for (const { item, cites } of sentencesOf(tree)) {
      for (const key of cites) expect(tree.facts, item).toHaveProperty([key])
    }
  })

  it.each([
    ['controllerName', 'controller'],
    ['processorName', 'processor'],
    ['serviceEntrusted', 'service'],
    ['breachNature', 'breachNature'],
    ['dpoEmail', 'dpoEmail'],
    ['dpoPostalLines', 'dpoPostalLines'],
    ['customerPhone', 'customerPhone'],
    ['senderAddress', 'senderAddress'],
  ] as const)('names the missing fact: %s', (fact, named) => {
    expect(() => compose({ [fact]: null })).toThrow(
      expect.objectContaining({ code: 'notices.missingFact', params: { fact: named } }),
    )
  })

  it('refuses a notice without exposed data, reason, date, measure or translation', () => {
    const refusal = (fact: string) => expect.objectContaining({ params: { fact } })
    expect(() => compose({}, { exposures: [] })).toThrow(refusal('exposed'))
    const bare = held('exposure.bank', { category: 'bank_details' as const, status: 'not_exposed' as const })
    expect(() => compose({}, { exposures: [...noticeExposures(), bare] })).toThrow(refusal('reason'))
    expect(() => compose({ attackStartedAt: null, attackEndedAt: null, processorDetectedAt: null })).toThrow(
      refusal('breachInstant'),
    )
    expect(() => compose({ processorMeasures: [], controllerMeasures: [] })).toThrow(refusal('measures'))
    const french = { controllerRelation: held('r', { fr: 'votre mutuelle' }) }
    expect(() => compose(french, { locale: 'en' })).toThrow(refusal('english'))
  })

  it('gives each kind of data a consequence, for every audience and language', () => {
    for (const locale of ['fr', 'en'] as const) {
      for (const audience of AUDIENCES) {
        for (const category of CATEGORIES) {
          const exposures = [held('exposure.x', { category, status: 'exposed' as const })]
          const tree = compose({}, { exposures, audience, locale })
          expect(items(tree).some((item) => item.startsWith('consequence.'))).toBe(true)
        }
      }
    }
  })

  it('speaks of a bank account only when bank details were exposed', () => {
    expect(items(compose())).not.toContain('consequence.bank_details')
    expect(items(compose())).not.toContain('todo.bank')
  })

  it('keeps French typography', () => {
    for (const audience of AUDIENCES) {
      const text = all(compose({}, { audience }))
      expect(text).not.toMatch(/\p{L}'\p{L}| [;!?%»]|« | :(\s|$)|\u2011/u)
    }
  })

  it('has a hash that follows its content and nothing else', () => {
    expect(noticeHash(compose())).toBe(noticeHash(JSON.parse(JSON.stringify(compose()))))
    expect(noticeHash(compose())).not.toBe(
      noticeHash(compose({ customerPhone: held('contact.phone', '04 00 00 00 13') })),
    )
  })
})
