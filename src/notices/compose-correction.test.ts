import { expect, it } from 'vitest'
import { held, noticeExposures, noticeFacts, populationsTold } from '../../test/support/notice-facts.ts'
import { Temporal } from '../platform/clock.ts'
import {
  AUDIENCES,
  type CorrectionInput,
  checkGates,
  compileNotice,
  composeCorrection,
  composeNotice,
  type FactChange,
  type NoticeTree,
} from './index.ts'

const list = held('list.version', {
  number: 2,
  publishedAt: Temporal.Instant.from('2026-02-09T08:00:00Z'),
})
const base = {
  facts: noticeFacts(),
  exposures: noticeExposures(),
  audience: 'insured_adult' as const,
  locale: 'fr' as const,
  list,
}
const phone: FactChange = {
  label: { fr: 'Téléphone du service clients', en: 'Telephone of customer service' },
  before: { fr: '04 00 00 00 12', en: '04 00 00 00 12' },
  now: held('contact.phone', { fr: '04 00 00 00 99', en: '04 00 00 00 99' }),
}
const compose = (change: Partial<CorrectionInput>) =>
  composeCorrection({ ...base, kind: 'fact_changed', ...change } as CorrectionInput)
const textOf = (tree: NoticeTree) =>
  compileNotice(tree)({
    addressee: 'Camille Aubry',
    persons: [{ name: 'Camille Aubry', minor: false, isAddressee: true }],
    reference: '0000-0000',
    writtenOn: Temporal.PlainDate.from('2026-02-12'),
  }).text.replace(/\s+/g, ' ')

const KINDS = [
  ['fact_changed', 'concerned'],
  ['advice_superseded', 'cannot_be_excluded'],
  ['left_list', 'concerned'],
  ['doubt_lifted', 'cannot_be_excluded'],
  ['doubt_again', 'cannot_be_excluded'],
  ['listed_again', 'concerned'],
  ['listed_again', 'cannot_be_excluded'],
] as const

it.each(KINDS)(
  '%s to %s passes every gate in both languages, and never says that nobody is concerned',
  (kind, cohort) => {
    for (const audience of AUDIENCES)
      for (const locale of ['fr', 'en'] as const) {
        const populations = populationsTold(audience)
        const tree = compose({ kind, cohort, audience, locale, populations, changes: [phone] })
        expect(checkGates(tree).filter(({ ok }) => !ok)).toEqual([])
        expect(tree.sections[0]?.id).toBe('correction')
        expect(textOf(tree)).not.toMatch(/pas concern|not (concerned|affected)/i)
      }
  },
)

it('says first what had been written and what holds now, then the whole notice', () => {
  const text = textOf(compose({ changes: [phone] }))
  expect(text).toContain(
    'Téléphone du service clients. Nous avions écrit : 04 00 00 00 12. Il faut lire : 04 00 00 00 99.',
  )
  expect(text.indexOf('Il faut lire')).toBeLessThan(text.indexOf('Qui vous écrit'))
})

it('says which kinds of data and which advice the text received had otherwise', () => {
  const exposures = noticeExposures().filter(({ value }) => value.category !== 'nir')
  const previous = composeNotice({ ...base, exposures, choice: { omit: ['todo.watch'] } })
  const text = textOf(compose({ previous }))
  expect(text).toMatch(/parmi les données exposées. Il faut l’ajouter : numéro de sécurité sociale/)
  expect(text).toContain('Nous ajoutons ce conseil : « Surveillez les remboursements')
  const gone = textOf(compose({ previous: composeNotice(base), choice: { omit: ['todo.watch'] } }))
  expect(gone).toContain('Ne suivez plus ce conseil : « Surveillez les remboursements')
})

it('says of data taken back whether it was safe or is only uncertain', () => {
  const previous = composeNotice(base)
  const now = (status: 'not_exposed' | 'unknown') =>
    noticeExposures().map((one) =>
      one.value.category === 'nir'
        ? { ...one, value: { ...one.value, status, reason: { fr: 'chiffré' } } }
        : one,
    )
  const of = (status: 'not_exposed' | 'unknown') => textOf(compose({ previous, exposures: now(status) }))
  expect(of('not_exposed')).toContain('Elle ne l’a pas été : numéro de sécurité sociale')
  expect(of('unknown')).toContain('Nous ne pouvons plus l’affirmer : numéro de sécurité sociale')
})

it('is not written when nothing changed, better words for the same advice included', () => {
  const previous = composeNotice(base)
  expect(() => compose({ previous })).toThrowError(/nothingChanged/)
  const sections = previous.sections.map((section) =>
    section.id === 'todo'
      ? (JSON.parse(JSON.stringify(section).replace('Ne donnez', 'Ne livrez')) as never)
      : section,
  )
  expect(() => compose({ previous: { ...previous, sections } })).toThrowError(/nothingChanged/)
})

it('tells who left the list where they stand, without the notice of a breach', () => {
  const tree = compose({ kind: 'left_list' })
  const text = textOf(tree)
  expect(text).toContain(
    'Nous vous avions écrit que vos données faisaient partie de celles qui ont été exposées.',
  )
  expect(text).toContain('vous n’êtes pas sur la liste v2')
  expect(tree.exposed).toEqual([])
  expect(Object.keys(tree.facts)).not.toContain('attack.startedAt')
  const gates = checkGates({ ...tree, sections: tree.sections.slice(1) })
  expect(gates.find(({ gate }) => gate === 'standing_said')?.ok).toBe(false)
})
