import { words } from '../law/index.ts'
import type { BoardLine } from '../obligations/index.ts'
import type { DossierTable, SourceRef } from './model.ts'
import { type DossierSource, instantOf } from './source.ts'

/** The organisation's lines of the board, in tables. */

/** Lines of the organisation that somebody owes, done or not: what is only advised, and what is not law, stays out. */
export function owed(source: DossierSource): readonly BoardLine[] {
  return linesOf(source).filter(
    ({ group, conclusion }) => group !== 'voluntary' && conclusion.result !== 'not_required',
  )
}

export function linesOf(source: DossierSource): readonly BoardLine[] {
  return (source.board?.lines ?? []).filter(
    ({ conclusion }) => conclusion.organisation === source.organisation.key,
  )
}

/** What is still due, the soonest first: to whom, by when, who holds it. */
export function dueTable(source: DossierSource, lines: readonly BoardLine[]): DossierTable {
  const fr = source.locale === 'fr'
  return {
    columns: [
      { label: words('Ce que nous devons', 'What we owe') },
      { label: words('À qui', 'To whom') },
      { label: words('Échéance', 'Due') },
      { label: words('Tenue par', 'Held by') },
    ],
    rows: lines.map((line) => [
      line.conclusion.snapshot.rule.title[source.locale],
      line.conclusion.recipient.words[source.locale],
      dueWords(source, line),
      line.holder ?? (fr ? 'personne' : 'nobody'),
    ]),
  }
}

/** Every duty with its result, its deadline, what was filed and why it was late. */
export function dutyTable(source: DossierSource): DossierTable {
  return {
    columns: [
      { label: words('Obligation', 'Duty') },
      { label: words('Résultat', 'Result') },
      { label: words('Échéance', 'Due') },
      { label: words('Dépôts et retards', 'Filings and delays') },
    ],
    rows: linesOf(source).map((line) => [
      `${line.conclusion.snapshot.rule.title[source.locale]} (${line.conclusion.snapshot.rule.article[source.locale]})`,
      resultWords(source, line),
      dueWords(source, line),
      filedWords(source, line),
    ]),
  }
}

/** Rows of the filings that a table of duties shows. */
export function filingRefs(lines: readonly BoardLine[]): readonly SourceRef[] {
  return lines.flatMap(({ filings }) => filings.map(({ id }) => ({ key: `filing.${id}`, id: String(id) })))
}

const RESULTS = {
  required: { fr: 'due', en: 'due' },
  not_required: { fr: 'non requise', en: 'not required' },
  depends: { fr: 'dépend de faits manquants', en: 'depends on missing facts' },
} as const

function resultWords(source: DossierSource, { conclusion, group }: BoardLine): string {
  const { locale } = source
  if (group === 'voluntary') return locale === 'fr' ? 'démarche facultative' : 'voluntary act'
  const because = conclusion.because.map((reason) => reason.words[locale]).join(' ; ')
  return [RESULTS[conclusion.result][locale], because].filter(Boolean).join(', ')
}

function dueWords(source: DossierSource, { conclusion, dueAt, clock }: BoardLine): string {
  const { locale } = source
  if (conclusion.result === 'not_required') return '–'
  if (dueAt) return [instantOf(source, dueAt), readingWords(source, clock)].filter(Boolean).join(' ')
  if (conclusion.clock.kind !== 'computed') return conclusion.clock.words[locale]
  return '–'
}

/** The other reading, where the text gives more time than the one that the desk holds to. */
function readingWords(source: DossierSource, clock: BoardLine['clock']): string {
  if (!clock) return ''
  if (clock.soft) return source.locale === 'fr' ? '(usage, pas loi)' : '(practice, not law)'
  return clock.readings.text_1182 || clock.readings.text
    ? source.locale === 'fr'
      ? '(lecture stricte)'
      : '(strict reading)'
    : ''
}

function filedWords(source: DossierSource, { filings, delayReason }: BoardLine): string {
  const fr = source.locale === 'fr'
  const filed = filings
    .filter(({ state }) => state === 'filed')
    .map(({ at, receipt }) => {
      const number = receipt ? `${fr ? ', récépissé' : ', receipt'} ${receipt}` : ''
      return `${fr ? 'déposé le' : 'filed on'} ${instantOf(source, at)}${number}`
    })
  const late = delayReason ? [`${fr ? 'retard' : 'delay'} (${delayReason.text})`] : []
  return [...filed, ...late].join(' ; ') || '–'
}
