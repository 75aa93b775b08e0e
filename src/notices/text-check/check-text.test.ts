import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noticeExposures, noticeFacts } from '../../../test/support/notice-facts.ts'
import { Temporal } from '../../platform/clock.ts'
import {
  AUDIENCES,
  checkText,
  compileNotice,
  composeNotice,
  DOCUMENT_KINDS,
  renderDocument,
} from '../index.ts'

/** Made up, of the kinds that real notices went out with. */
const SPOILT = [
  'Incident chez un prestataire',
  '',
  '12 min de lecture',
  '',
  ':cloche_rouge: Que s’est-il passé ?** Un compte a été utilisé à tort.',
  'Écrivez-nous : [email\u00a0protected] ou contact@mutuelle',
  'Le détail se trouve sur notre site (lien).',
  '**Bonjour {{prénom}}**, votre contrat est le XXXX.',
  'Un mot abÃ®mé, puis un signe\u200binvisible.',
  'Si vous ne recevez rien, VOUS N’AVEZ PAS ÉTÉ IMPACTÉ.',
  'Votre numéro : 2 85 03 75 116 042 13.',
  'Voir https://mutuelle.example/avis pour la suite.',
].join('\r\n')

describe('checking a text before it leaves', () => {
  it('gives each flaw at its line and column, in the order of reading', () => {
    const { flaws, language } = checkText(SPOILT)
    expect(language).toBe('fr')
    expect(flaws.map(({ kind, line, column }) => `${line}:${column} ${kind}`)).toEqual([
      '3:1 web_leftover',
      '5:1 emoji_code',
      '5:36 markup',
      '6:16 masked_email',
      '6:37 dead_email',
      '7:36 link_without_target',
      '8:1 markup',
      '8:11 open_field',
      '8:46 open_field',
      '9:10 damaged',
      '9:29 hidden_sign',
    ])
  })

  it('warns of what no list proves, of a national identifier without repeating it, and of a link', () => {
    const check = checkText(SPOILT)
    const kinds = check.warnings.map(({ kind, line }) => `${line} ${kind}`)
    expect(kinds).toEqual(expect.arrayContaining(['10 says_not_concerned', '11 nir_shaped', '12 link']))
    expect(JSON.stringify(check)).not.toMatch(/85 03 75/)
  })

  it('warns of the items of art. 34(2) that it cannot find', () => {
    const missing = (text: string) =>
      checkText(text)
        .warnings.map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('art34'))
    expect(missing('Bonjour. Bonne journée.')).toHaveLength(4)
    expect(missing('Une attaque a eu lieu. Contactez le DPO.')).toContain('art34_contact')
  })

  it('finds nothing wrong with what the notices themselves say, in any rendering', () => {
    for (const locale of ['fr', 'en'] as const)
      for (const audience of AUDIENCES) {
        const tree = composeNotice({ facts: noticeFacts(), exposures: noticeExposures(), audience, locale })
        const { text } = compileNotice(tree)({
          addressee: 'Zoé Ménard',
          persons: [{ name: 'Zoé Ménard', minor: false, isAddressee: true }],
          reference: '7K3M-9QXT',
          writtenOn: Temporal.PlainDate.from('2026-02-12'),
        })
        const sheets = DOCUMENT_KINDS.map((kind) => renderDocument(tree, kind)!.text)
        for (const said of [text, ...sheets])
          expect(checkText(said).flaws, `${audience} ${locale}`).toEqual([])
        expect(checkText(text), audience).toMatchObject({ language: locale, warnings: [] })
      }
  })

  it('reads any text, and places everything inside it', () => {
    const pieces = fc.constantFrom(
      '**',
      '[',
      ']',
      '{{',
      '@',
      ':a_b:',
      '\r\n',
      '\n',
      'é',
      '𝒳',
      ' ',
      '. ',
      '1',
      '(lien)',
      '<b>',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const lines = text.split(/\r\n|\r|\n/)
        const { flaws, warnings } = checkText(text)
        for (const { line, column } of [...flaws, ...warnings]) {
          expect(lines.length).toBeGreaterThanOrEqual(line)
          expect([...(lines[line - 1] ?? '')].length + 1).toBeGreaterThanOrEqual(column)
        }
      }),
      { numRuns: 200 },
    )
  })
})
