import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthPieces, birthWords } from './birth-words.ts'
import { compareFields } from './compare-fields.ts'
import { markDifferences, type Piece } from './mark-differences.ts'
import type { Candidate, Fields } from './model.ts'
import { cellWithoutNir } from './without-nir.ts'

/** What a reader sees of two values: marks, signs and words. */
const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')
const marks = (one: string, two: string) => markDifferences(one, two).map(marked)

describe('what differs', () => {
  it.each([
    ['LE GUENNEC', 'Le Guenec', 'LE GUE[NN]EC', 'Le Gue[n]ec'],
    ['MARIE ANNE', 'Marie-Anne, Josèphe', 'MARIE ANNE', 'Marie-Anne[, Josèphe]'],
    ['DUPONT', 'Dupond', 'DUPON[T]', 'Dupon[d]'],
    ['Éloïse', 'ELOISE', 'Éloïse', 'ELOISE'],
    ['DURAND', 'Martin', '[DURAND]', '[Martin]'],
    ['', 'Martin', '', '[Martin]'],
  ])('%s beside %s', (one, two, first, second) => {
    expect(marks(one, two)).toEqual([first, second])
  })

  it('property: no letter is lost or added, and equal texts have no mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, two) => {
        const [a, b] = markDifferences(one, two)
        expect(a.map(({ text }) => text).join('')).toBe(one)
        expect(b.map(({ text }) => text).join('')).toBe(two)
        expect(markDifferences(one, one)[0].some(({ differs }) => differs)).toBe(false)
      }),
    )
  })

  it('says dates in words, unknown parts and impossible days as they are', () => {
    expect(birthWords('19481103', 'fr')).toEqual({ day: '3 novembre', year: '1948' })
    expect(birthWords('19500000', 'fr')).toEqual({ day: '??/??/', year: '1950' })
    expect(birthWords('19801340', 'fr')).toEqual({ day: '40/13/', year: '1980' })
    expect(marked(birthPieces('19481103', '19480311', 'fr'))).toBe('[3 novembre] 1948')
  })
})

describe('the sign of a field', () => {
  const signs = (exposed: Fields, own: Fields, evidence: Candidate['evidence'] = null, nirClass = 'absent') =>
    Object.fromEntries(
      compareFields({ fields: exposed, nirClass }, { fields: own, evidence } as Candidate).map((row) => [
        row.field,
        [row.sign, row.note],
      ]),
    )

  it('follows the look of the pair', () => {
    const found = signs(
      {
        surname: 'LE GUENNEC',
        first_names: 'MARIE ANNE',
        birth_date: '19481103',
        rank: '1',
        insurer: '0075',
      },
      {
        surname: 'Le Guenec',
        first_names: 'Marie-Anne, Josèphe',
        birth_date: '19480311',
        rank: '1',
        insurer: '75',
        member_number: '0188240',
        postcode: '99400',
        city: 'Port-Haliguen',
      },
      { nid: [4, 18], surname: [1, 5], first: [2, 8], birth: [2, 6] },
      'definitive',
    )
    expect(found).toEqual({
      surname: ['close', 'one_letter'],
      first_names: ['close', 'more_names'],
      birth_date: ['different', 'day_month_swapped'],
      nir: ['same', 'key_right'],
      rank: ['same', undefined],
      member_number: ['absent', 'not_in_list'],
      insurer: ['same', 'zeros'],
      postcode: ['absent', 'not_in_list'],
    })
  })

  it('knows names exchanged, a usage name, an unknown century', () => {
    expect(
      signs({ surname: 'ANNE', first_names: 'LENOIR' }, { surname: 'Lenoir', first_names: 'Anne' }),
    ).toMatchObject({
      surname: ['close', 'names_swapped'],
      first_names: ['close', 'names_swapped'],
    })
    expect(signs({ surname: 'KERBRAT' }, { surname: 'Lenoir', usage_name: 'Kerbrat' })['surname']).toEqual([
      'same',
      'usage_name',
    ])
    expect(signs({ birth_date: '20250307' }, { birth_date: '19250307' })['birth_date']).toEqual([
      'close',
      'century',
    ])
  })

  it('says nothing of a NIR that says nothing', () => {
    const nir = (nirClass: string, level: number | null) =>
      signs({}, {}, { nid: [level, 0] }, nirClass)['nir']
    expect(nir('provisional', null)).toEqual(['absent', 'provisional'])
    expect(nir('definitive', null)).toEqual(['absent', 'not_in_register'])
    expect(nir('definitive', 0)).toEqual(['different', undefined])
    expect(signs({}, {}, null, 'definitive')['nir']).toEqual(['absent', 'not_compared'])
  })
})

describe('a cell that goes to the database', () => {
  const digits = fc.stringMatching(/^[1-8]\d{4}(0[1-9]|1[0-2])\d{6}(\d\d)?$/)

  it('property: never holds a NIR, however it is written and whatever stands around it', () => {
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('', ' ', '.', '-'),
        fc.constantFrom('', 'NIR ', 'n°'),
        (nir, sep, before) => {
          const written =
            before + nir.replace(/^(.)(..)(..)(..)(...)(...)/, `$1${sep}$2${sep}$3${sep}$4${sep}$5${sep}$6`)
          expect(cellWithoutNir(written)).toBe('•••')
          expect(cellWithoutNir(`${written} suite`)).toBe('•••')
        },
      ),
    )
  })

  it('keeps names, dates and shorter numbers, and drops the row’s own identifier of any kind', () => {
    expect(cellWithoutNir(' Le Guennec ')).toBe('Le Guennec')
    expect(cellWithoutNir('03/11/1948')).toBe('03/11/1948')
    expect(cellWithoutNir('0188240')).toBe('0188240')
    expect(cellWithoutNir('1,85034E+14')).toBe('•••')
    expect(cellWithoutNir('dossier ABC-1234', ['abc1234'])).toBe('•••')
  })
})
