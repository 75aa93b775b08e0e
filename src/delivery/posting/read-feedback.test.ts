import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../../platform/clock.ts'
import { judge, type LetterStanding } from './feedback-model.ts'
import { returnReason, statusOf } from './feedback-words.ts'
import { codeOf, readFeedback } from './read-feedback.ts'

const today = Temporal.PlainDate.from('2026-06-20')
const read = (text: string) => readFeedback(Buffer.from(text), today)

describe('a print house’s file', () => {
  it('is read whatever its separator, encoding and names of columns', () => {
    const row = {
      line: 2,
      letterId: 12,
      code: '7K3M-9QXT',
      posted: { on: '2026-06-08' },
      returned: undefined,
    }
    for (const text of [
      'letter_id;code;posted_on\r\n12;7K3M-9QXT;2026-06-08\r\n',
      'ID lettre,Code barres,Date de dépôt\n12,7k3m9qxt,08/06/2026\n',
      '\ufeff"Numéro de pli"\t"Référence"\t"Posté le"\n"12"\t"7K3M 9QXT"\t"8.6.26 10:30"\n',
    ]) {
      expect(read(text)).toEqual([row])
      expect(readFeedback(Buffer.from(text, 'latin1'), today)).toHaveLength(1)
      expect(readFeedback(Buffer.from(`\ufeff${text.replace('\ufeff', '')}`, 'utf16le'), today)).toEqual([
        row,
      ])
    }
    expect(
      readFeedback(Buffer.from('code;motif\n7K3M-9QXT;Défaut d’accès\n'.replace('’', "'"), 'latin1'), today),
    ).toMatchObject([{ returned: { reason: 'access_or_address' } }])
  })

  it('gives each line that is not blank one row, and says of each why it cannot be read', () => {
    const text = [
      'letter_id;code;statut;date;motif',
      '1;;déposé;2026-06-08;',
      '',
      ';;déposé;;',
      'x;;déposé;;',
      '2;;en cours;;',
      '3;;déposé;31/02/2026;',
      '4;;déposé;2026-07-01;',
      '5;;"retour;2026-06-09;"NPAI" x',
      '6;;retourné;2026-06-12;NPAI',
    ].join('\n')
    expect(
      read(text).map((row) => ('unreadable' in row ? [row.line, row.unreadable] : [row.line, 'ok'])),
    ).toEqual([
      [2, 'ok'],
      [4, 'no_letter'],
      [5, 'bad_letter'],
      [6, 'no_state'],
      [7, 'bad_date'],
      [8, 'date_in_future'],
      [9, 'quotes'],
      [10, 'ok'],
    ])
    expect(() => read('nom;ville\nx;y')).toThrow('feedbackColumns')
    expect(() => read('')).toThrow('feedbackColumns')
    expect(() => readFeedback(Buffer.from('PK\u0003\u0004'), today)).toThrow('feedbackWorkbook')
  })

  it('never throws anything but a refusal, and never loses a line', () => {
    const cell = fc.oneof(
      fc.constantFrom('12', '7K3M-9QXT', 'posté', 'NPAI', '2026-06-01', '', '"', 'x;y'),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
        const lines = rows.map((cells) => cells.join(';').replace(/[\r\n]/g, ' '))
        const got = read(['letter_id;statut;motif', ...lines].join('\n'))
        const blank = lines.filter((line) => line.trim() === '').length
        expect(got.length).toBeLessThanOrEqual(lines.length - blank)
        // A record that spans lines has an even number of quotes: otherwise each line is a row.
        if (!lines.some((line) => line.includes('"'))) expect(got).toHaveLength(lines.length - blank)
      }),
    )
  })

  it.each([
    ['NPAI', 'unknown_at_address'],
    ['Destinataire inconnu à l’adresse', 'unknown_at_address'],
    ['Défaut d’accès ou d’adressage', 'access_or_address'],
    ['Pli refusé par le destinataire', 'refused'],
    ['Pli avisé et non réclamé', 'unclaimed'],
    ['Destinataire décédé', 'deceased'],
    ['Code 47', 'other'],
    ['refused', 'refused'],
    ['unknown_at_address', 'unknown_at_address'],
  ])('reads “%s” as %s', (words, reason) => {
    expect(returnReason(words)).toBe(reason)
  })

  it('takes a duplicate refused by the print house for posted, and “not posted” for nothing', () => {
    expect(['Doublon', 'duplicate', 'Déposé', 'Posté'].map(statusOf)).toEqual(Array(4).fill('posted'))
    expect(['Retour à l’expéditeur', 'PND', 'NPAI', 'Non distribuable'].map(statusOf)).toEqual(
      Array(4).fill('returned'),
    )
    expect(
      ['', 'non posté', 'en production', 'À poster', 'sera expédié', 'En attente de dépôt'].map(statusOf),
    ).toEqual(Array(6).fill(undefined))
  })

  it('knows a code as it is scanned, typed or misread', () => {
    expect(['7K3M-9QXT', '7k3m9qxt', ' 7K3M 9QXT ', '7K3M–9QXT'].map(codeOf)).toEqual(
      Array(4).fill('7K3M-9QXT'),
    )
    expect(codeOf('OK3M-LQXI')).toBe('0K3M-1QX1')
    expect(['7K3M', 'UUUU-UUUU', ''].map(codeOf)).toEqual([undefined, undefined, undefined])
  })
})

describe('what a report changes', () => {
  const letter: LetterStanding = {
    id: 1,
    state: 'accepted',
    printed: true,
    posted: undefined,
    returned: undefined,
  }
  const back = { on: '2026-06-12', reason: 'other' } as const

  it('is all of it or nothing', () => {
    expect(judge(letter, { posted: { on: '2026-06-08' }, returned: back })).toEqual({
      verdict: 'applied',
      posted: true,
      returned: true,
    })
    expect(judge(letter, { posted: { on: '2026-06-14' }, returned: back })).toMatchObject({
      why: 'before_posting',
    })
    expect(judge({ ...letter, printed: false }, { returned: back })).toMatchObject({ why: 'never_printed' })
    expect(judge({ ...letter, state: 'cancelled' }, { returned: back })).toMatchObject({
      why: 'never_printed',
    })
    const known = { ...letter, posted: { on: '2026-06-08' } }
    expect(judge(known, { posted: { on: '2026-06-08' } })).toEqual({ verdict: 'known' })
    expect(judge(known, { posted: { on: null } })).toEqual({ verdict: 'known' })
    expect(judge(known, { posted: { on: '2026-06-09' } })).toMatchObject({ why: 'other_day' })
  })
})
