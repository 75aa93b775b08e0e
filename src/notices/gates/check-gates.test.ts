import { describe, expect, it } from 'vitest'
import { held, noticeExposures, noticeFacts, populationsTold } from '../../../test/support/notice-facts.ts'
import { Temporal } from '../../platform/clock.ts'
import {
  AUDIENCES,
  type AudienceKind,
  checkGates,
  composeNotice,
  findConflicts,
  type NoticeFacts,
  type NoticeTree,
} from '../index.ts'
import { findFlaws } from '../text-check/flaws.ts'

const compose = (change: Partial<NoticeFacts> = {}) =>
  composeNotice({
    facts: noticeFacts(change),
    exposures: noticeExposures(),
    audience: 'insured_adult',
    locale: 'fr',
  })
const failing = (tree: NoticeTree, on?: string) =>
  checkGates(tree, on ? { checkedOn: Temporal.PlainDate.from(on) } : {})
    .filter(({ ok }) => !ok)
    .map(({ gate }) => gate)
const without = (tree: NoticeTree, id: string): NoticeTree => ({
  ...tree,
  sections: tree.sections.filter((section) => section.id !== id),
})

describe('the gates of a notice', () => {
  it('let a complete notice through, in every audience and language', () => {
    for (const locale of ['fr', 'en'] as const) {
      for (const audience of AUDIENCES) {
        const populations = populationsTold(audience)
        const tree = composeNotice({
          facts: noticeFacts(),
          exposures: noticeExposures(),
          populations,
          audience,
          locale,
        })
        expect(failing(tree), `${audience} ${locale}`).toEqual([])
      }
    }
  })

  it('stop a notice that lacks an item of art. 34(2)', () => {
    expect(failing(without(compose(), 'consequences'))).toEqual(['art34_consequences'])
    expect(failing(without(compose(), 'contact'))).toEqual(['art34_contact'])
    expect(failing(without(without(compose(), 'todo'), 'measures'))).toEqual(['art34_measures'])
    const natureless = ['company', 'happened', 'data'].reduce(without, compose())
    expect(failing(natureless)).toEqual(['art34_nature', 'standing_said'])
  })

  it('stop a notice that lacks the advice for a kind of data, and name the sentence', () => {
    const exposures = [held('exposure.email', { category: 'email' as const, status: 'exposed' as const })]
    const tree = composeNotice({
      facts: noticeFacts(),
      exposures,
      audience: 'insured_adult',
      locale: 'fr',
      choice: { omit: ['todo.mailbox'] },
    })
    expect(checkGates(tree).filter(({ ok }) => !ok)).toMatchObject([
      { gate: 'art34_measures', details: ['email'], mend: [{ page: 'compose', of: 'todo.mailbox' }] },
    ])
  })

  it('say what is wrong in the words of the reader, never by the names that programs use', () => {
    const stale = { ...noticeFacts().customerPhone!, state: 'stale' as const, value: 'XXXX' }
    const phone = (key: string) => (key === 'contact.phone' ? 'Numéro pour le public' : key)
    for (const locale of ['fr', 'en'] as const) {
      const tree = composeNotice({
        facts: noticeFacts({ customerPhone: stale }),
        exposures: noticeExposures(),
        audience: 'firm',
        locale,
        choice: { omit: ['todo.nir_accounts', 'consequence.identity', 'data.category nir', 'company.why'] },
      })
      const on = { locale, factName: phone, checkedOn: Temporal.PlainDate.from('2025-01-01') }
      const reasons = [
        ...checkGates(tree, on),
        ...checkGates(without(without(without(tree, 'contact'), 'todo'), 'happened'), on),
      ].filter(({ ok }) => !ok)
      expect(reasons.length).toBeGreaterThan(7)
      for (const { gate, reason } of reasons)
        if (gate !== 'readable') expect(reason).not.toMatch(/[a-z]+\.[a-z]+|[a-z]_[a-z]|\bcontact\b(?! )/)
    }
  })

  it('stop the data of one population in the message of another', () => {
    const bank = held('exposure.health_professionals.bank_details', {
      category: 'bank_details' as const,
      status: 'exposed' as const,
    })
    const input = { facts: noticeFacts(), exposures: [bank], locale: 'fr' as const }
    const gates = (audience: AudienceKind, populations: readonly string[]) =>
      failing(composeNotice({ ...input, audience, populations }))
    // Read on the fact itself, whatever the notice says of itself.
    expect(gates('insured_adult', ['insured_adults'])).toEqual(['population_right'])
    expect(gates('parent_of_minor', ['health_professionals'])).toEqual(['population_right'])
    expect(gates('firm', ['health_professionals'])).toEqual(['population_right'])
    expect(gates('health_professional', ['health_professionals'])).toEqual([])
    expect(gates('guardian', ['health_professionals'])).toEqual([])
  })

  it('stop two judgements of one risk that cannot both be true, in one text or in two of a campaign', () => {
    const measure = (fr: string) => ({
      controllerMeasures: [held('measure.c9', { kind: 'other' as const, text: { fr } })],
    })
    const opens = compose(measure('Le numéro de sécurité sociale permet d’entrer sur FranceConnect.'))
    expect(failing(opens)).toEqual(['consequences_agree'])
    expect(failing(compose(measure('Il n’y a aucun risque pour vous.')))).toEqual(['consequences_agree'])
    expect(failing(compose(measure('Le numéro de sécurité sociale reste protégé chez nous.')))).toEqual([])
    const silent = { omit: ['consequence.nir'] }
    const alone = composeNotice({
      facts: noticeFacts(measure('Le numéro de sécurité sociale permet d’entrer sur FranceConnect.')),
      exposures: noticeExposures(),
      audience: 'insured_adult',
      locale: 'fr',
      choice: silent,
    })
    expect(findConflicts([alone])).toEqual([])
    expect(findConflicts([alone, compose()])).toMatchObject([{ topic: 'nir' }])
  })

  it.each([
    ['customerPhone', '04 00 00'],
    ['customerPhone', 'bientôt'],
    ['dpoEmail', 'dpo@aubiers'],
    ['dpoEmail', 'dpo@example.com'],
  ] as const)('stop a contact that leads nowhere: %s %s', (fact, value) => {
    const tree = compose({ [fact]: held(`contact.${fact}`, value) })
    expect(failing(tree)).toContain('merge_proof')
    const gate = checkGates(tree).find((one) => one.gate === 'merge_proof')!
    expect(gate.mend).toContainEqual({ page: 'facts', of: `contact.${fact}` })
  })

  it('stop stale and disputed facts, and name them', () => {
    const stale = { ...noticeFacts().customerPhone!, state: 'stale' as const }
    const [gate] = checkGates(compose({ customerPhone: stale })).filter(({ ok }) => !ok)
    expect(gate).toMatchObject({ gate: 'facts_current', details: ['contact.phone'] })
  })

  it('stop wording that is not approved on the day', () => {
    expect(failing(compose(), '2025-12-31')).toEqual(['wording_approved'])
    expect(failing(compose(), '2026-02-06')).toEqual([])
  })

  it('stop a damaged fact before it reaches anyone', () => {
    const fact = (value: string) => ({ ...noticeFacts().customerPhone!, value })
    for (const value of ['', '[à compléter]', '**01 02**', '{{phone}}', 'XXXX']) {
      expect(failing(compose({ customerPhone: fact(value) })), value).toEqual(['merge_proof'])
    }
    expect(failing(compose({ dpoEmail: fact('[email]') }))).toEqual(['art34_contact', 'merge_proof'])
  })

  it('show how hard the text is to read, and refuse a sentence that is too long', () => {
    const long = { fr: `un service ${'très très très '.repeat(12)}long` }
    const tree = compose({ serviceEntrusted: { ...noticeFacts().serviceEntrusted!, value: long } })
    const gate = checkGates(tree).find((one) => one.gate === 'readable')!
    expect(gate.ok).toBe(false)
    expect(gate.details[0]).toContain('très très')
  })
})

it.each([
  ['Écrivez à [adresse masquée].', 'texte entre crochets'],
  [':flèche_avant: Conseils', 'code d’émoji'],
  ['Quelles démarches ?** Suite', 'reste de mise en forme'],
  ['Voir le site (lien).', 'lien'],
  ['Allez sur https://exemple.example', 'lien'],
  ['Bonjour {{nom}}', 'champ non rempli'],
  ['RÃ©ponse', 'caractère abîmé'],
])('finds the flaw of %j', (text, flaw) => {
  expect(findFlaws(text, 'fr')).toContain(flaw)
})

it.each([
  'Téléphone : 04 00 00 00 12',
  'dpo@aubiers.example',
  '{{reference}}',
  'du lundi au samedi, 8 h à 19 h',
])('leaves %j alone', (text) => {
  expect(findFlaws(text, 'fr')).toEqual([])
})
