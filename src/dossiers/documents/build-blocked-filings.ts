import {
  type BlockedFiling,
  exportCsv,
  filingLines,
  standingOf,
  type Tolerance,
} from '../../disruption/index.ts'
import { type Words, words } from '../../law/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import type { Dossier, DossierAttachment, DossierSection } from '../model.ts'
import { aboutOf, type DossierSource, instantOf } from '../source.ts'
import { dayWords, keptRef } from './loss-parts.ts'

/**
 * Filings that the outage blocks, one line a client, and what administrations tolerate (S0; law notes, section 5). The legal
 * due date stands in its own column: a tolerance is read beside it.
 */
export function buildBlockedFilings(source: DossierSource): Dossier {
  return {
    kind: 'blocked_filings',
    about: aboutOf(source),
    title: words('Déclarations bloquées et tolérances', 'Blocked filings and tolerances'),
    to: words('services des impôts, organismes sociaux, clients', 'tax offices, social bodies, clients'),
    article: words('Sans texte : pratique des administrations', 'No text: practice of the administrations'),
    sections: [account(source), lines(source), tolerances(source), fallback()],
  }
}

/** The registers are the desk's own organisation's. */
const kept = (source: DossierSource) =>
  source.organisation.own
    ? source.disruption
    : { filings: [] as readonly BlockedFiling[], tolerances: [] as readonly Tolerance[] }

const STANDINGS = ['overdue', 'blocked', 'filed_late', 'filed'] as const
const WORDS: Readonly<Record<(typeof STANDINGS)[number], Words>> = {
  overdue: words('bloquée, date passée', 'blocked, date passed'),
  blocked: words('bloquée', 'blocked'),
  filed_late: words('déposée après la date', 'filed after the date'),
  filed: words('déposée à temps', 'filed in time'),
}
const STATES: Readonly<Record<Tolerance['state'], Words>> = {
  asked: words('demandée', 'asked'),
  announced: words('annoncée', 'announced'),
  granted: words('accordée', 'granted'),
  refused: words('refusée', 'refused'),
}

function account(source: DossierSource): DossierSection {
  const { filings } = kept(source)
  const n = (value: number) => formatInteger(value, source.locale)
  return {
    title: words('Le compte', 'The account'),
    sources: filings.map((one) => keptRef('filing', { number: one.filing, id: one.id })),
    paragraphs: [
      words(
        'Les dates légales ne changent pas. Chaque déclaration sera déposée par la voie normale, même en retard.',
        'Legal due dates do not change. Each filing will be made by the normal channel, even late.',
      ),
    ],
    table: {
      columns: [
        { label: words('État', 'State') },
        { label: words('Déclarations', 'Filings'), figures: true },
      ],
      rows: STANDINGS.map((standing) => [
        WORDS[standing][source.locale],
        n(filings.filter((one) => standingOf(one, source.at) === standing).length),
      ]),
      total: ['Total', n(filings.length)],
    },
  }
}

function lines(source: DossierSource): DossierSection {
  const { filings, tolerances } = kept(source)
  // Thousands of lines share a few dates: each is put in words once.
  const days = new Map(
    [...new Set(filings.map(({ dueOn }) => dueOn))].map((day) => [day, dayWords(source, day)]),
  )
  return {
    title: words('Les déclarations', 'The filings'),
    sources: filings.map((one) => keptRef('filing', { number: one.filing, id: one.id })),
    table: {
      columns: [
        { label: words('Client', 'Client') },
        { label: words('Déclaration', 'Filing') },
        { label: words('Date légale', 'Legal due date') },
        { label: words('État', 'State') },
        { label: words('Tolérance', 'Tolerance') },
      ],
      rows: filings.map((filing) => [
        filing.client,
        filing.kind,
        days.get(filing.dueOn) ?? '',
        stateWords(source, filing),
        tolerances
          .filter(({ number }) => filing.tolerances.includes(number))
          .map((one) => `n° ${one.number}, ${STATES[one.state][source.locale]}`)
          .join(' ; ') || '–',
      ]),
    },
  }
}

function stateWords(source: DossierSource, filing: BlockedFiling): string {
  const word = WORDS[standingOf(filing, source.at)][source.locale]
  const at = filing.filedAt ? instantOf(source, filing.filedAt) : ''
  return [word, at, filing.state === 'filed' ? filing.note : ''].filter(Boolean).join(', ')
}

function tolerances(source: DossierSource): DossierSection {
  const all = kept(source).tolerances
  return {
    title: words('Les tolérances', 'The tolerances'),
    sources: all.map((one) => keptRef('tolerance', one)),
    table: {
      columns: [
        { label: words('N°', 'No.'), share: 0.3 },
        { label: words('Administration', 'Administration') },
        { label: words('État', 'State') },
        { label: words('Portée', 'Scope') },
        { label: words('Condition', 'Condition') },
        { label: words('Source et preuve', 'Source and proof'), share: 1.4 },
      ],
      rows: all.map((one) => [
        String(one.number),
        one.grantor,
        `${STATES[one.state][source.locale]}, ${dayWords(source, one.on)}`,
        one.scope,
        one.condition ?? '–',
        [one.source, one.proof].filter(Boolean).join(' ; '),
      ]),
    },
  }
}

function fallback(): DossierSection {
  return {
    title: words('Sans tolérance', 'Without a tolerance'),
    paragraphs: [
      words(
        'Restent la remise gracieuse (livre des procédures fiscales, art. L247) et le droit à l’erreur (code des relations entre le public et l’administration, art. L123-1) : à vérifier. Preuves à garder : l’attestation de l’hébergeur et la liste des clients touchés.',
        'There remain relief from penalties (LPF art. L247) and the right to err (CRPA art. L123-1): to be checked. Proof to keep: the host’s attestation and the list of clients hit.',
      ),
    ],
  }
}

export function blockedFilingsCsv(source: DossierSource): readonly DossierAttachment[] {
  const { filings, tolerances } = kept(source)
  const text = exportCsv('filings', filingLines(filings, tolerances, source.at))
  return [{ name: 'blocked-filings.csv', bytes: new TextEncoder().encode(text) }]
}
