import { describe, expect, it } from 'vitest'
import { held, noticeExposures, noticeFacts, populationsTold } from '../../test/support/notice-facts.ts'
import { Temporal } from '../platform/clock.ts'
import {
  AUDIENCES,
  COHORTS,
  checkGates,
  compileNotice,
  composeNotice,
  type DataCategory,
  type NoticeInput,
  type NoticeTree,
} from './index.ts'

const list = held('list.version', {
  number: 2,
  publishedAt: Temporal.Instant.from('2026-02-09T08:00:00Z'),
})
const compose = (change: Partial<NoticeInput>) =>
  composeNotice({
    facts: noticeFacts(),
    exposures: noticeExposures(),
    audience: 'insured_adult',
    locale: 'fr',
    list,
    ...change,
  })
const textOf = (tree: NoticeTree) =>
  compileNotice(tree)({
    addressee: 'Camille Aubry',
    persons: [{ name: 'Camille Aubry', minor: false, isAddressee: true }],
    reference: '0000-0000',
    writtenOn: Temporal.PlainDate.from('2026-02-12'),
  }).text.replace(/\s+/g, ' ')
const failing = (tree: NoticeTree) => checkGates(tree).filter(({ ok }) => !ok)

describe('the words of each cohort', () => {
  it('pass every gate, for every audience, language and household', () => {
    for (const cohort of COHORTS)
      for (const audience of AUDIENCES)
        for (const locale of ['fr', 'en'] as const)
          for (const forRelatives of [false, true]) {
            const populations = populationsTold(audience)
            const tree = compose({ cohort, audience, locale, forRelatives, populations })
            expect(failing(tree), `${cohort} ${audience} ${locale}`).toEqual([])
          }
  })

  it('say plainly that we cannot tell, why, what it would be, and that another message will say', () => {
    const text = textOf(compose({ cohort: 'cannot_be_excluded' }))
    expect(text).toContain('nous ne pouvons pas dire si vos données')
    expect(text).toContain('peut désigner plusieurs personnes, dont vous')
    expect(text).toContain('S’il s’agit de vous, les données exposées sont')
    expect(text).toContain('un nouveau message vous le dira')
    expect(text).not.toContain('parce que vos données font partie')
  })

  it('say "on no list vN" with its date and source, and never "not concerned"', () => {
    const text = textOf(compose({ cohort: 'preventive' }))
    expect(text).toMatch(/Au 9.février 2026, vous n’êtes pas sur la liste v2/u)
    expect(text).toContain('à partir du fichier transmis par Orvalis Tiers Payant')
    expect(text).toContain('Elle ne prouve pas que vos données n’ont pas été exposées')
    expect(text).not.toMatch(/pas concerné/i)
  })

  it('cannot be written to those on no list without the list', () => {
    const { list: _, ...input } = {
      facts: noticeFacts(),
      exposures: noticeExposures(),
      audience: 'insured_adult' as const,
      locale: 'fr' as const,
      list,
    }
    expect(() => composeNotice({ ...input, cohort: 'preventive' })).toThrow('missingFact')
  })

  it('name a person once for each contract, and no one who died', () => {
    const tree = compose({ forRelatives: true })
    const { text } = compileNotice(tree)({
      addressee: 'Camille Aubry',
      persons: ['0012', '0047'].map((contract) => ({
        name: 'Camille Aubry',
        minor: false,
        isAddressee: true,
        contract,
      })),
      reference: '0000-0000',
      writtenOn: Temporal.PlainDate.from('2026-02-12'),
    })
    expect(text).toContain('Camille Aubry (vous), contrat 0012')
    expect(text).toContain('Camille Aubry (vous), contrat 0047')
    expect(text.replace(/\s+/g, ' ')).toContain('Les données d’un proche décédé')
  })
})

describe('the data of one person', () => {
  const linesFor = (exposed: readonly DataCategory[], change: Partial<NoticeInput> = {}) =>
    compileNotice(compose(change))({
      addressee: 'Camille Aubry',
      persons: [{ name: 'Camille Aubry', minor: false, isAddressee: true, exposed }],
      reference: '0000-0000',
      writtenOn: Temporal.PlainDate.from('2026-02-12'),
    }).letter.persons[0]

  it('is said where the rows that name them hold less than the notice lists, and only then', () => {
    expect(linesFor(['surname', 'first_names'])).toBe(
      'Camille Aubry (vous)\u202f; dans le fichier\u00a0: nom, prénom',
    )
    expect(linesFor([])).toBe('Camille Aubry (vous)')
    const all = compose({}).exposed
    expect(linesFor(all)).toBe('Camille Aubry (vous)')
  })

  it('never says a kind of data that the incident did not expose, nor anything to those in doubt', () => {
    expect(linesFor(['surname', 'contract_number', 'bank_details'])).not.toMatch(/contrat|bancaires/)
    expect(linesFor(['surname'], { cohort: 'cannot_be_excluded' })).toBe('Camille Aubry (vous)')
  })
})

describe('the gate of the reader’s standing', () => {
  const withSentence = (tree: NoticeTree, item: string, text: string): NoticeTree => ({
    ...tree,
    sections: tree.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'paragraph'
          ? {
              ...block,
              sentences: block.sentences.map((said) => (said.item === item ? { ...said, text } : said)),
            }
          : block,
      ),
    })),
  })
  const gates = (tree: NoticeTree) => failing(tree).map(({ gate }) => gate)

  it('stops a text that says somebody is not concerned, or hides the doubt', () => {
    const doubt = compose({ cohort: 'cannot_be_excluded' })
    expect(gates(withSentence(doubt, 'cannot_tell.reason', ''))).toContain('standing_said')
    const warned = compose({ cohort: 'preventive' })
    for (const text of [
      'Vous n’êtes pas concerné.',
      'You are not affected.',
      'Vos données n’ont pas été touchées.',
    ])
      expect(gates(withSentence(warned, 'not_listed.changes', text)), text).toContain('standing_said')
  })

  it('stops the words of one cohort in the message of another', () => {
    const { cohort: _, ...asConcerned } = compose({ cohort: 'cannot_be_excluded' })
    expect(gates(asConcerned)).toContain('standing_said')
    expect(gates({ ...compose({}), cohort: 'cannot_be_excluded' })).toContain('standing_said')
  })
})
