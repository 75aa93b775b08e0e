import { lawFact, words } from '../../law/index.ts'
import type { BoardLine } from '../../obligations/index.ts'
import { Temporal } from '../../platform/clock.ts'
import type { DossierTable, SourceRef } from '../model.ts'
import { type DossierSource, deadlineOf, instantOf } from '../source.ts'

/** The organisation's lines of the board, in tables. */

/** Lines of the organisation that are owed, done or not: what is only advised, or depends on facts, stays out. */
export function owed(source: DossierSource): readonly BoardLine[] {
  return linesOf(source).filter(
    ({ group, conclusion }) => group !== 'voluntary' && conclusion.result === 'required',
  )
}

/** Lines that nobody can settle yet, for want of facts. */
export function open(source: DossierSource): readonly BoardLine[] {
  return linesOf(source).filter(
    ({ group, conclusion }) => group !== 'voluntary' && conclusion.result === 'depends',
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
      { label: words('Ce que nous devons', 'What we owe'), share: 1.4 },
      { label: words('À qui', 'To whom') },
      { label: words('Échéance', 'Due'), share: 1.6 },
      { label: words('Tenue par', 'Held by'), share: 0.7 },
    ],
    rows: lines.map((line) => [
      line.conclusion.snapshot.rule.title[source.locale],
      line.conclusion.recipient.words[source.locale],
      dueWords(source, line),
      line.holder ?? (fr ? 'personne' : 'nobody'),
    ]),
  }
}

/** Every duty that was owed: its deadline, what was filed and why it was late. */
export function dutyTable(source: DossierSource, lines: readonly BoardLine[]): DossierTable {
  return {
    columns: [
      { label: words('Obligation', 'Duty'), share: 1.3 },
      { label: words('À qui', 'To whom') },
      { label: words('Échéance', 'Due'), share: 1.4 },
      { label: words('Dépôts et retards', 'Filings and delays'), share: 1.6 },
    ],
    rows: lines.map((line) => [
      titleOf(source, line),
      line.conclusion.recipient.words[source.locale],
      [dueWords(source, line), otherReading(source, line.clock)].filter(Boolean).join(' '),
      filedWords(source, line),
    ]),
  }
}

/** What was not owed, with the reason; or what depends on facts, with those that are missing. */
export function reasonTable(source: DossierSource, lines: readonly BoardLine[]): DossierTable {
  const missing = lines.some(({ conclusion }) => conclusion.result === 'depends')
  return {
    columns: [
      { label: words('Obligation', 'Duty') },
      {
        label: missing ? words('Faits qui manquent', 'Missing facts') : words('Pourquoi', 'Why'),
        share: 1.6,
      },
    ],
    rows: lines.map((line) => [titleOf(source, line), reasonWords(source, line)]),
  }
}

const titleOf = ({ locale }: DossierSource, { conclusion }: BoardLine) =>
  `${conclusion.snapshot.rule.title[locale]} (${conclusion.snapshot.rule.article[locale]})`

function reasonWords({ locale }: DossierSource, { conclusion }: BoardLine): string {
  if (conclusion.result === 'depends')
    return conclusion.missing.map((fact) => lawFact(fact)?.question[locale] ?? fact).join(' ') || '–'
  return conclusion.because.map((reason) => reason.words[locale]).join(' ; ') || '–'
}

/** Rows of the filings that a table of duties shows. */
export function filingRefs(lines: readonly BoardLine[]): readonly SourceRef[] {
  return lines.flatMap(({ filings }) => filings.map(({ id }) => ({ key: `filing.${id}`, id: String(id) })))
}

function dueWords(source: DossierSource, { conclusion, dueAt, clock }: BoardLine): string {
  const { locale } = source
  if (dueAt) return [deadlineOf(source, dueAt), readingWords(source, clock)].filter(Boolean).join(' ')
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

/** The last lawful instant by the text itself, where it gives more than the reading that the desk holds to. */
function otherReading(source: DossierSource, clock: BoardLine['clock']): string {
  const text = clock?.readings.text_1182 ?? clock?.readings.text
  if (!clock || !text) return ''
  const at = Temporal.Instant.from(text)
  if (at.epochMilliseconds === clock.dueAt.toInstant().epochMilliseconds) return ''
  return `${source.locale === 'fr' ? '; par le texte\u00a0: ' : '; by the text: '}${deadlineOf(source, at)}`
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
