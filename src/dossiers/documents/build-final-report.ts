import { words } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDay } from '../../platform/i18n.ts'
import type { Dossier, DossierSection } from '../model.ts'
import { aboutOf, counted, type DossierSource, toldFact } from '../source.ts'
import { measures } from './breach-parts.ts'
import { dutyTable, filingRefs, linesOf, open, owed, reasonTable } from './duty-tables.ts'
import { factField, field, fillFact, together } from './fields.ts'
import { costRefs, costTable, damage } from './loss-parts.ts'
import { notifyingReasons, proposalField, riskFields } from './risk-parts.ts'
import { communicationsSection, proofSection, tellingSection } from './telling-parts.ts'
import { timeline, timelineTable } from './timeline.ts'

/** The whole incident, once it is over: what happened, what was owed and done, what people were told, what it cost. */
export function buildFinalReport(source: DossierSource): Dossier {
  return {
    kind: 'final_report',
    about: aboutOf(source),
    title: words('Rapport final', 'Final report'),
    to: words('la direction et le conseil', 'the management and the board'),
    article: words('RGPD, art. 5(2) et 33(5)', 'GDPR arts 5(2) and 33(5)'),
    sections: [
      timelineSection(source),
      ...dutySections(source),
      riskSection(source),
      ...investigationSections(source),
      tellingSection(source),
      communicationsSection(source),
      proofSection(source),
      measuresSection(source),
      costsSection(source),
      lessonsSection(source),
    ],
  }
}

function timelineSection(source: DossierSource): DossierSection {
  const moments = timeline(source)
  return {
    title: words('Le déroulement', 'Timeline'),
    sources: moments.map(({ ref }) => ref),
    table: timelineTable(moments),
  }
}

function dutySections(source: DossierSource): DossierSection[] {
  const title = words('Ce qui était dû', 'What was owed')
  if (!source.board)
    return [
      {
        title,
        paragraphs: [words('Aucun tableau des échéances pour cet organisme.', 'No board of duties for it.')],
      },
    ]
  const due = owed(source)
  const waiting = open(source)
  const spared = linesOf(source).filter(({ conclusion }) => conclusion.result === 'not_required')
  return [
    { title, sources: filingRefs(due), table: dutyTable(source, due) },
    ...(waiting.length > 0
      ? [
          {
            title: words('Ce qui dépend encore de faits', 'What still depends on facts'),
            table: reasonTable(source, waiting),
          },
        ]
      : []),
    {
      title: words('Ce qui n’était pas requis, et pourquoi', 'What was not required, and why'),
      table: reasonTable(source, spared),
    },
  ]
}

function riskSection(source: DossierSource): DossierSection {
  const reasons = notifyingReasons(source)
  return {
    title: words('Le risque', 'The risk'),
    fields: [
      ...riskFields(source),
      ...proposalField(source),
      ...(reasons
        ? [field('reasons_not_notifying', 'Raisons de ne pas notifier', 'Reasons for not notifying', reasons)]
        : []),
    ],
  }
}

const STEPS = {
  open: words('ouverte', 'open'),
  waiting: words('attend notre réponse', 'waits for our answer'),
  answered: words('réponse donnée', 'answered'),
  closed: words('close', 'closed'),
} as const

/** Inquiries of authorities, with where they stand; nothing when none is known. */
function investigationSections(source: DossierSource): DossierSection[] {
  const { investigations } = source
  if (investigations.length === 0) return []
  return [
    {
      title: words('Les enquêtes', 'Investigations'),
      sources: investigations.flatMap(({ id, steps }) => [
        { key: `investigation.${id}`, id: String(steps[0]?.id ?? id) },
      ]),
      table: {
        columns: [
          { label: words('Autorité', 'Authority') },
          { label: words('Sur quoi', 'About what'), share: 1.6 },
          { label: words('Ouverte le', 'Opened on') },
          { label: words('État', 'State') },
        ],
        rows: investigations.map(({ authority, reference, offences, openedOn, steps }) => [
          [authority, reference].filter(Boolean).join(', '),
          offences.join(', ') || '–',
          formatDay(Temporal.PlainDate.from(openedOn), source.locale),
          steps[0] ? STEPS[steps[0].state][source.locale] : '–',
        ]),
      },
    },
  ]
}

function measuresSection(source: DossierSource): DossierSection {
  return {
    title: words('Les mesures', 'Measures'),
    fields: [
      factField(source, ['measures_by_us', 'Par nous', 'By us'], 'measures_by_controller'),
      field(
        'measures_by_processor',
        'Par le sous-traitant',
        'By the processor',
        measures(source, 'processor'),
        {
          fill: fillFact(source, 'measures_by_processor'),
        },
      ),
    ],
  }
}

/** What was entered as the cost of the whole, and the extra costs noted day by day. */
function costsSection(source: DossierSource): DossierSection {
  const noted = damage(source)
  return {
    title: words('Le coût', 'The cost'),
    ...(noted && { sources: costRefs(source), table: costTable(source) }),
    fields: [
      field(
        'costs',
        'Coût de l’incident',
        'Cost of the incident',
        together(toldFact(source, 'incident_costs'), noted),
        { fill: fillFact(source, 'incident_costs') },
      ),
    ],
  }
}

const LESSONS = [
  ['lesson_worked', 'Ce qui a bien marché', 'What worked well'],
  ['lesson_failed', 'Ce qui a manqué', 'What was missing'],
  ['lesson_change', 'Ce que nous changeons', 'What we change'],
] as const

/** Nobody but the people who were there can write these. */
function lessonsSection(source: DossierSource): DossierSection {
  return {
    title: words('Les enseignements', 'Lessons'),
    sources: [counted('lessons')],
    fields: LESSONS.map((names) =>
      factField(source, names, names[0], {
        missing: words('à écrire par ceux qui étaient là', 'to be written by those who were there'),
      }),
    ),
  }
}
