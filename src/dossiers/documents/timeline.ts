import { boundsOf, type FactOf, labelOf, readLawKey } from '../../incident/index.ts'
import { type Words, words } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { DossierTable, SourceRef } from '../model.ts'
import { type DossierSource, dayOf, instantOf, lawKey, refOf, say } from '../source.ts'
import { linesOf } from './duty-tables.ts'

interface Moment {
  readonly at: Temporal.Instant
  readonly when: string
  readonly what: string
  readonly source: string
  readonly ref: SourceRef
}

/** What happened, in order: instants of the incident, filings, first messages, texts made official. */
export function timeline(source: DossierSource): readonly Moment[] {
  return [...ofFacts(source), ...ofFilings(source), ...ofMessages(source), ...ofTexts(source)].sort(
    (a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || (a.what < b.what ? -1 : 1),
  )
}

export function timelineTable(moments: readonly Moment[]): DossierTable {
  return {
    columns: [
      { label: words('Quand', 'When') },
      { label: words('Ce qui s’est passé', 'What happened'), share: 1.2 },
      { label: words('Source', 'Source'), share: 1.3 },
    ],
    rows: moments.map(({ when, what, source }) => [when, what, source]),
  }
}

function ofFacts(source: DossierSource): Moment[] {
  const filed = filedFacts(source)
  return [...source.facts.values()]
    .filter((fact): fact is FactOf<'instant'> => fact.kind === 'instant' && !filed.has(fact.key))
    .map((fact) => {
      const at = boundsOf(fact.value).earliest
      return {
        at,
        when: fact.value.precision === 'day' ? dayOf(source, at) : instantOf(source, at),
        what: eventWords(source, fact),
        source: `${fact.source}, ${dayOf(source, fact.asOf)}`,
        ref: refOf(source, fact),
      }
    })
}

/** Facts that a filing says already, with its receipt. */
function filedFacts(source: DossierSource): ReadonlySet<string> {
  return new Set(
    linesOf(source).flatMap(({ conclusion, filings }) => {
      const { doneBy } = conclusion.snapshot.rule
      return doneBy && filings.some(({ state }) => state === 'filed') ? [lawKey(source, doneBy)] : []
    }),
  )
}

const EVENTS: Readonly<Record<string, Words>> = {
  aware_at: words('Prise de connaissance', 'Awareness'),
  told_by_supplier_at: words('Averti par son prestataire', 'Told by its supplier'),
  loss_known_at: words('Connaissance du sinistre', 'Loss known'),
  attack_known_at: words('Connaissance de l’attaque', 'Attack known'),
  clients_told_at: words('Clients avertis', 'Clients told'),
}

/** What a fact says happened: a question of the law room is told as the event it asks for. */
function eventWords(source: DossierSource, fact: FactOf<'instant'>): string {
  const law = readLawKey(fact.key)
  const known = law && (EVENTS[law.fact] ?? ruleDoneBy(source, law.fact))
  if (!law || !known) return say(source, labelOf(fact.key, fact.label))
  const of = source.organisations.find(({ key }) => key === law.organisation)
  return of ? `${known[source.locale]} (${of.name})` : known[source.locale]
}

function ruleDoneBy(source: DossierSource, fact: string): Words | undefined {
  return linesOf(source)
    .map(({ conclusion }) => conclusion.snapshot.rule)
    .find(({ doneBy }) => doneBy === fact)?.title
}

function ofFilings(source: DossierSource): Moment[] {
  return linesOf(source).flatMap(({ conclusion, filings }) =>
    filings
      .filter(({ state }) => state === 'filed')
      .map(({ id, at, receipt, channel }) => ({
        at,
        when: instantOf(source, at),
        what: `${conclusion.snapshot.rule.title[source.locale]} (${conclusion.recipient.words[source.locale]})`,
        source: [channel, receipt].filter(Boolean).join(', '),
        ref: { key: `filing.${id}`, id: String(id) },
      })),
  )
}

function ofMessages(source: DossierSource): Moment[] {
  const what = source.locale === 'fr' ? 'Premiers messages aux personnes' : 'First messages to persons'
  return source.telling.campaigns.flatMap(({ reference, startedAt }) =>
    startedAt
      ? [
          {
            at: startedAt,
            when: instantOf(source, startedAt),
            what,
            source: reference,
            ref: { key: 'telling', id: '' },
          },
        ]
      : [],
  )
}

function ofTexts(source: DossierSource): Moment[] {
  return source.communications.flatMap(({ officialAt, title, reference }) =>
    officialAt
      ? [
          {
            at: officialAt,
            when: instantOf(source, officialAt),
            what: source.locale === 'fr' ? `Texte officiel\u00a0: ${title}` : `Official text: ${title}`,
            source: reference,
            ref: { key: `communication.${reference}`, id: '' },
          },
        ]
      : [],
  )
}
