import { expect, test } from 'vitest'
import { aBoard, aFiling, aLine, boardNow, theLines } from '../../../test/support/board.ts'
import { Temporal } from '../../platform/clock.ts'
import { sortLines } from '../board/group-lines.ts'
import type { Board } from '../model.ts'
import { BoardLead, leadSentence } from './board-lead.tsx'
import { BoardTable } from './board-page.tsx'
import type { BoardView } from './board-view.ts'
import { deadlineShown } from './deadline-shown.ts'
import { dueOf } from './due-on-home.ts'
import { calendarOf } from './export-calendar.ts'
import { dueWithPlace } from './instant-with-place.ts'
import { readingsOf } from './readings.ts'

const viewOf = (board: Board, change: Partial<BoardView> = {}): BoardView => ({
  board,
  locale: 'fr',
  path: (path) => `/incidents/tiersoin/${path}`,
  viewer: 'Hélène Marchetti',
  writes: true,
  holds: true,
  slots: {},
  underWay: {},
  ...change,
})
const plain = (html: unknown) =>
  String(html)
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
const table = (board: Board, change: Partial<BoardView> = {}) =>
  String(<BoardTable view={viewOf(board, change)} whole={[]} />)

test('the lead says what is late, what presses, what waits for an answer, and what decides', () => {
  const words = plain(<BoardLead view={viewOf(aBoard())} />)
  expect(words).toContain('7 échéances : une dépassée, une dans 5 h 12, une qui attend votre réponse.')
  expect(words).toContain('Violation connue vendredi 5 juin 2026, 18 h 40, Paris , par message de Tiersoin.')
  expect(words).toContain('Une question décide de 3 échéances.')
})

test('in the first minute the lead asks who one is, then when one knew; the CNIL and the complaint are in sight at once', () => {
  const nobody = { ...aBoard([], []), awareness: null, organisation: null }
  expect(plain(<BoardLead view={viewOf(nobody)} />)).toContain('Votre organisme n’est pas encore inscrit.')
  expect(dueOf(nobody, 'fr').sentence).toContain('Dites qui vous êtes')
  const rules = [
    'dora_initial',
    'cra_final',
    'lopmi_complaint',
    'cnil_complementary',
    'gdpr_33_1',
    'nis2_final',
  ]
  const lines = sortLines(rules.map((rule) => aLine('depends', { rule })))
  const open = { ...aBoard(lines, []), awareness: null }
  expect(leadSentence(viewOf(open))).toContain('6 échéances possibles')
  expect(lines.slice(0, 2).map(({ conclusion }) => conclusion.id)).toEqual([
    'gdpr_33_1@deux-rives',
    'lopmi_complaint@deux-rives',
  ])
  expect(table(open)).toContain('d-gdpr_33_1-deux-rives')
  expect(table(open)).toContain('d-lopmi_complaint-deux-rives')
  expect(dueOf(open, 'fr')).toMatchObject({ lines: [{}, {}] })
  expect(dueOf(open, 'fr').sentence).toContain('Dites quand vous avez su')
})

test('an overdue deadline is loud until it is filed or a reason is recorded', () => {
  const [late] = theLines()
  const others = theLines().slice(1)
  const reason = { text: 'Contrat relu le 8', at: boardNow, by: 'Claire Aubin' }
  const explained = aBoard([{ ...late!, delayReason: reason }, ...others])
  expect(table(aBoard())).toMatch(/<tr class="late"/)
  expect(table(explained)).not.toMatch(/<tr class="late"/)
  expect(plain(table(explained))).toContain('En retard de 18 h 48, motif noté')
  expect(dueOf(aBoard(), 'fr')).toMatchObject({
    overdue: 1,
    sentence: 'Une échéance est dépassée, une autre tombe dans\u00a05\u00a0h\u00a012.',
  })
  expect(dueOf(explained, 'fr')).toMatchObject({ overdue: 0 })
  const done = {
    ...late!,
    group: 'done' as const,
    filings: [aFiling(late!.conclusion.id, '2026-06-08T13:00')],
  }
  expect(leadSentence(viewOf(aBoard([done, ...others])))).not.toContain('dépassée')
})

test('what nobody owes says why, with the article; what is not law yet says what it would ask', () => {
  const words = plain(table(aBoard()))
  expect(words).toContain('parce qu’aucun salarié n’est à l’arrêt')
  expect(words).toContain('3 sur 4 Voir l’autre')
  expect(words).toMatch(/À venir dans la loi 1 Pas encore transposée Alerte NIS 2/)
  expect(words).toContain('demanderait : Le responsable de traitement notifie la violation.')
  expect(words).toMatch(/Alerte NIS 2.*à vérifier/)
})

test('the question stands under the row that it decides, « on ne sait pas encore » chosen', () => {
  const html = table(aBoard())
  const row = html.indexOf('Notification initiale DORA')
  const question = html.indexOf('un service critique ou important est-il touché')
  expect(question).toBeGreaterThan(row)
  expect(question).toBeLessThan(html.indexOf('Notification complémentaire'))
  expect(html).toMatch(/value="unknown" checked/)
  expect(html.match(/class="button primary"/g)).toHaveLength(1)
})

test('who may only read gets no verb', () => {
  const html = table(aBoard(), { writes: false, holds: false })
  expect(html).not.toContain('<form')
  expect(html).not.toContain('/delay')
  expect(html).not.toContain('/filing')
})

test('elsewhere than in Paris both clocks are told; midnight is the end of the day before', () => {
  const due = Temporal.Instant.from('2026-06-08T20:00:00Z')
  expect(dueWithPlace(due, 'fr', 'Indian/Reunion')).toBe(
    'lun. 8 juin, 24\u00a0h\u00a000, La Réunion · lun. 8 juin, 22\u00a0h\u00a000, Paris',
  )
  const line = aLine('later', { rule: 'x', due: '2026-06-13T00:00' })
  expect(deadlineShown(line, boardNow, 'fr')).toMatchObject({
    words: 'Dans 4\u00a0j 10\u00a0h',
    second: 'ven. 12 juin, 24\u00a0h\u00a000, Paris',
  })
})

test('the reading that we hold comes first; one instant under two names is told once', () => {
  const line = aLine('soon', {
    rule: 'x',
    due: '2026-06-08T18:40',
    readings: {
      text_1182: '2026-06-08T19:00:00+02:00',
      strict: '2026-06-08T18:40:00+02:00',
      text: '2026-06-08T17:00:00Z',
      widest_art3_5: '2026-06-10T00:00:00+02:00',
    },
  })
  expect(readingsOf(line.clock!).map(({ name, held, disputed }) => [name, held, disputed])).toEqual([
    ['strict', true, false],
    ['text_1182', false, false],
    ['widest_art3_5', false, true],
  ])
})

test('the calendar holds one entry for each line that is due, no name of a person, the same ids at each export', () => {
  const of = { reference: 'tiersoin', title: 'Tiersoin', exercise: true, locale: 'fr' as const }
  const calendar = calendarOf(aBoard(), { ...of, at: boardNow })
  const again = calendarOf(aBoard(), { ...of, locale: 'en', at: boardNow.add({ hours: 5 }) })
  expect(calendar.entries.map(({ summary }) => summary)).toEqual([
    'Avertir le délégant, Prévoyance du Ponant',
    'Notification initiale DORA, ACPR',
    'Notification initiale, CNIL',
    'Déclaration de sinistre, assureur',
  ])
  expect(again.entries.map(({ uid }) => uid)).toEqual(calendar.entries.map(({ uid }) => uid))
  expect(JSON.stringify(calendar)).not.toMatch(/Marchetti|Aubin|Benali/)
})

test('work that has begun says how far it is', () => {
  const html = table(aBoard(), { underWay: { gdpr_34: { done: 13_116, total: 18_012 } } })
  expect(plain(html)).toContain('En cours, 72,8 % sans délai indu Informer chaque personne')
})

test('a question with several answers lets one tick them; one without choices is typed', () => {
  const under = 'dora_initial@deux-rives'
  const ask = (fact: string) => ({ ...aBoard().questions[0]!, fact, under, choices: [] })
  const boxes = table(aBoard(theLines(), [ask('breach_type')]))
  expect(boxes.match(/type="checkbox" name="value"/g)).toHaveLength(3)
  expect(table(aBoard(theLines(), [ask('data_categories')]))).toContain('<textarea')
  expect(table(aBoard(theLines(), [ask('dora_classified_at')]))).toMatch(/name="day"[\s\S]*name="time"/)
})
