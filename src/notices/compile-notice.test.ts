import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noticeExposures, noticeFacts } from '../../test/support/notice-facts.ts'
import { Temporal } from '../platform/clock.ts'
import { AUDIENCES, compileNotice, composeNotice, type NoticeRecipient, previewNotice } from './index.ts'

const tree = (audience: (typeof AUDIENCES)[number] = 'insured_adult', locale: 'fr' | 'en' = 'fr') =>
  composeNotice({ facts: noticeFacts(), exposures: noticeExposures(), audience, locale })
const recipient: NoticeRecipient = {
  addressee: 'Zoé Ménard',
  persons: [
    { name: 'Zoé Ménard', minor: false, isAddressee: true },
    { name: 'Noé Ménard', minor: true, isAddressee: false },
  ],
  reference: 'AUB-7K4M-2P',
  writtenOn: Temporal.PlainDate.from('2026-02-01'),
}

describe('a rendered notice', () => {
  it('names the people, the day and the reference in all three renderings', () => {
    const { text, html, letter } = compileNotice(tree('parent_of_minor'))(recipient)
    for (const body of [text, html]) {
      expect(body).toContain('Zoé Ménard (vous)')
      expect(body).toContain('Noé Ménard (enfant mineur)')
      expect(body.split('AUB-7K4M-2P')).toHaveLength(3)
      expect(body).toContain('1er\u00a0février 2026')
    }
    expect(letter).toMatchObject({ greeting: 'Bonjour Zoé Ménard,', reference: 'AUB-7K4M-2P' })
    expect(letter.persons).toEqual(['Zoé Ménard (vous)', 'Noé Ménard (enfant mineur)'])
  })

  it('shares one body between all letters of a notice', () => {
    const render = compileNotice(tree())
    expect(render(recipient).letter.body).toBe(render(recipient).letter.body)
  })

  it('holds no link, image, script or tracker, and says its language', () => {
    for (const locale of ['fr', 'en'] as const) {
      const { html, text } = compileNotice(tree('guardian', locale))(recipient)
      expect(html).toMatch(new RegExp(`<html lang="${locale}">`))
      expect(html).not.toMatch(/<(a|img|script|link|iframe|form)\b|https?:|url\(|style="/)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(text).not.toMatch(/https?:|www\./)
    }
  })

  it('wraps the text at 76 columns', () => {
    for (const audience of AUDIENCES) {
      const lines = compileNotice(tree(audience))(recipient).text.split('\n')
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76)
    }
  })

  it('escapes whatever a name holds, and never lets it open a field', () => {
    const render = compileNotice(tree())
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'<>&"\'{}$éa \n', '{{reference}}', '$&') }),
        (name) => {
          const { html, text } = render({
            ...recipient,
            addressee: name,
            persons: [{ name, minor: false, isAddressee: false }],
          })
          expect(html.match(/<li>/g)?.length).toBe(render(recipient).html.match(/<li>/g)!.length - 1)
          expect(html.split('AUB-7K4M-2P')).toHaveLength(3)
          expect(text.split('AUB-7K4M-2P')).toHaveLength(3)
        },
      ),
    )
  })

  it('refuses to write about nobody', () => {
    expect(() => compileNotice(tree())({ ...recipient, persons: [] })).toThrow(
      expect.objectContaining({ code: 'notices.nobodyCovered' }),
    )
  })

  it('shows the same words in the preview, without a style', () => {
    const preview = previewNotice(tree(), recipient)
    const rendered = compileNotice(tree())(recipient)
    expect(preview.text).toBe(rendered.text)
    expect(rendered.html).toContain(preview.html)
    expect(preview.html).not.toMatch(/<style|<html/)
  })
})

describe('a notice to the relative of someone who died', () => {
  it('never names them, nor marks them as the reader', () => {
    for (const locale of ['fr', 'en'] as const) {
      const dead = { name: 'Alban Quéré', minor: false, isAddressee: false }
      const { text, html, letter } = compileNotice(tree('relative_of_deceased', locale))({
        ...recipient,
        persons: [dead],
      })
      expect(`${text}${html}${JSON.stringify(letter)}`).not.toMatch(/Alban|Quéré/)
      expect(letter.persons).toHaveLength(1)
    }
  })
})
