import { describe, expect, it } from 'vitest'
import { held, noticeExposures, noticeFacts } from '../../test/support/notice-facts.ts'
import { Temporal } from '../platform/clock.ts'
import {
  AUDIENCES,
  composeNotice,
  DOCUMENT_KINDS,
  type NoticeInput,
  type NoticeTree,
  noticeHash,
  renderDocument,
  renderPress,
  renderRelaySheet,
  renderScript,
} from './index.ts'

const list = held('list.version', {
  number: 2,
  publishedAt: Temporal.Instant.from('2026-02-09T08:00:00Z'),
})
const compose = (change: Partial<NoticeInput> = {}) =>
  composeNotice({
    facts: noticeFacts(),
    exposures: noticeExposures(),
    audience: 'insured_adult',
    locale: 'fr',
    list,
    ...change,
  })
const flat = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ')

describe('the sheets that go with a notice', () => {
  it('speak to nobody in particular: no reference, no link, no tracker, nobody out of the cause', () => {
    for (const locale of ['fr', 'en'] as const)
      for (const audience of AUDIENCES)
        for (const kind of DOCUMENT_KINDS) {
          const { text, html } = renderDocument(compose({ audience, locale, forRelatives: true }), kind)!
          const what = `${kind} ${audience} ${locale}`
          expect(text + html, what).not.toMatch(/\{\{|https?:|www\.|url\(|<(a|img|script|link|iframe|form)\b/)
          expect(text, what).not.toMatch(
            /pas concern|not (concerned|affected)|plus haut|above|ce message rappelle|message recalls/i,
          )
          expect(html.match(/<h1/g), what).toHaveLength(1)
          expect(html, what).toContain(`<html lang="${locale}">`)
          expect(Math.max(...text.split('\n').map((line) => line.length)), what).toBeLessThanOrEqual(76)
        }
  })

  it('tell an adviser how to answer without a social security number, and what to say to whoever is on no list', () => {
    const text = flat(renderScript(compose())?.text)
    expect(text).toContain('Demandez la référence du message reçu')
    expect(text).toMatch(/ne confirmez jamais un numéro de sécurité sociale/)
    expect(text).toMatch(/« Au 9.février 2026, vous n’êtes pas sur la liste v2/)
    expect(text).toContain('Elle ne prouve pas que vos données n’ont pas été exposées')
  })

  it('say what was exposed of the population they are about, and of no other', () => {
    const bank = [
      held('exposure.health_professionals.bank_details', {
        category: 'bank_details' as const,
        status: 'exposed' as const,
      }),
    ]
    const press = (change: Partial<NoticeInput>) => flat(renderPress(compose(change))?.text)
    expect(press({ audience: 'health_professional', exposures: bank })).toContain(
      'Pour les professionnels de santé qui sont sur la liste, les données exposées sont',
    )
    expect(press({})).toMatch(/n’ont pas été exposées : – adresse e-mail.*coordonnées bancaires/)
  })

  it('give each place its own sheet, with the advice chosen for the notice', () => {
    const sheets = (['shop', 'union', 'employer'] as const).map(
      (kind) => renderRelaySheet(compose(), kind)?.text ?? '',
    )
    expect(new Set(sheets).size).toBe(3)
    const without = compose({ choice: { omit: ['todo.no_link'] } })
    expect(flat(renderRelaySheet(without, 'union')?.text)).not.toContain('n’ouvrez aucun lien')
  })

  it('are part of what is frozen, and are not made up for a notice stored without them', () => {
    const tree = compose()
    const other: NoticeTree = {
      ...tree,
      documents: { ...tree.documents!, press: tree.documents!.script },
    }
    expect(noticeHash(other)).not.toBe(noticeHash(tree))
    const { documents: _, ...old } = tree
    expect(renderScript({ ...old, version: 1 })).toBeUndefined()
  })
})
