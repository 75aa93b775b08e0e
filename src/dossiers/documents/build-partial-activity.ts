import { words } from '../../law/index.ts'
import type { Dossier, DossierSection } from '../model.ts'
import { aboutOf, type DossierSource, lawKey, standing } from '../source.ts'
import { whatHappened } from './breach-parts.ts'
import { field, lawField } from './fields.ts'
import { dueBy, ourField, partyFields } from './loss-parts.ts'

/** Employees from which the works council gives its opinion (C. trav. R5122-2). */
const COUNCIL_FROM = 50

/** The request for partial activity (C. trav. R5122-1 to R5122-4), one for each establishment, by the teleservice only. */
export function buildPartialActivity(source: DossierSource): Dossier {
  return {
    kind: 'partial_activity',
    about: aboutOf(source),
    title: words('Demande d’activité partielle', 'Request for partial activity'),
    to: words(
      'le préfet (DDETS ; DEETS outre-mer), par activitepartielle.emploi.gouv.fr seulement',
      'the prefect (DDETS; DEETS overseas), by activitepartielle.emploi.gouv.fr only',
    ),
    article: words('Code du travail, art. R5122-1 à R5122-4', 'Labour Code, arts R5122-1 to R5122-4'),
    sections: [employer(source), request(source), council(source), delay(source), attachments(source)],
  }
}

function employer(source: DossierSource): DossierSection {
  return {
    title: words('L’employeur et l’établissement', 'The employer and the establishment'),
    fields: [
      ...partyFields(source),
      ourField(
        source,
        ['siret', 'SIRET de l’établissement', 'SIRET of the establishment'],
        'establishment_siret',
        words(
          'quatorze chiffres ; une demande par établissement',
          'fourteen digits; one request for each establishment',
        ),
      ),
    ],
  }
}

function request(source: DossierSource): DossierSection {
  return {
    title: words('La demande', 'The request'),
    fields: [
      lawField(source, ['motive', 'Motif (R5122-1)', 'Motive (R5122-1)'], 'idle_motive', {
        kind: 'box',
        missing: words(
          'une attaque informatique relève du motif 3 (sinistre) ou 5 (autre circonstance exceptionnelle)',
          'a cyber-attack falls under motive 3 (disaster) or 5 (other exceptional circumstance)',
        ),
      }),
      lawField(source, ['period_from', 'Premier jour', 'First day'], 'first_idle_day'),
      ourField(
        source,
        ['period_to', 'Fin prévisible', 'Foreseeable end'],
        'idle_until',
        words('le dernier jour prévisible', 'the last foreseeable day'),
      ),
      ourField(
        source,
        ['circumstances', 'Circonstances détaillées', 'Detailed circumstances'],
        'idle_circumstances',
        words(
          'ce que la panne empêche de faire, service par service',
          'what the outage prevents, team by team',
        ),
      ),
      field('event', 'L’événement', 'The event', whatHappened(source), {
        fill: 'facts/new?known=breach_nature',
      }),
      ourField(
        source,
        ['economic_situation', 'Situation économique', 'Economic situation'],
        'economic_situation',
        words('en quelques phrases', 'in a few sentences'),
      ),
      lawField(source, ['headcount', 'Effectif de l’entreprise', 'Headcount of the company'], 'headcount'),
      lawField(source, ['employees', 'Salariés concernés', 'Employees concerned'], 'idle_employees'),
    ],
  }
}

/** Asked from 50 employees; below, said as not required, with the figure it rests on; unknown, said to depend on it. */
function council(source: DossierSource): DossierSection {
  const headcount = standing(source, lawKey(source, 'headcount'))
  const count = headcount?.kind === 'number' ? headcount.value.amount : null
  const sources = headcount ? [{ key: headcount.key, id: headcount.id }] : []
  const title = words('L’avis du CSE', 'The opinion of the works council')
  if (count !== null && count < COUNCIL_FROM)
    return {
      title,
      sources,
      paragraphs: [
        words(
          `Non requis, parce que l’entreprise compte moins de ${COUNCIL_FROM} salariés.`,
          `Not required, because the company has fewer than ${COUNCIL_FROM} employees.`,
        ),
      ],
    }
  return {
    title,
    sources,
    paragraphs: [
      count === null
        ? words(
            `Dépend de l’effectif : requis à partir de ${COUNCIL_FROM} salariés.`,
            `Depends on the headcount: required from ${COUNCIL_FROM} employees.`,
          )
        : words(
            'Requis. Pour les motifs 3 et 5, il peut suivre la demande de deux mois au plus ; pour les autres, il la précède.',
            'Required. For motives 3 and 5, it may follow the request by two months at most; for the others, it comes first.',
          ),
    ],
    fields: [
      lawField(
        source,
        ['council_at', 'CSE consulté le', 'Works council consulted on'],
        'works_council_consulted_at',
        {
          missing: words('à consulter, puis à joindre', 'to be consulted, then attached'),
        },
      ),
    ],
  }
}

function delay(source: DossierSource): DossierSection {
  return {
    title: words('Le délai', 'The delay'),
    paragraphs: [
      words(
        'La demande est préalable. Seuls les motifs 3 et 5 laissent trente jours depuis le premier jour. Sans demande, pas d’allocation.',
        'The request comes first. Only motives 3 and 5 leave thirty days from the first day. No request, no allowance.',
      ),
      words(
        'L’administration répond en quinze jours ; son silence vaut acceptation. Taux et durée maximale : à vérifier le jour de la demande.',
        'The administration answers within fifteen days; its silence is acceptance. Rates and maximum duration: to be checked on the day of the request.',
      ),
    ],
    fields: [
      field('due', 'À déposer avant', 'To be filed before', dueBy(source, 'partial_activity_30d'), {
        fill: 'clocks',
        missing: words(
          'avant le premier jour ; trente jours après lui pour les motifs 3 et 5 seulement',
          'before the first day; thirty days after it for motives 3 and 5 only',
        ),
      }),
      lawField(
        source,
        ['requested', 'Demande déposée le', 'Request filed on'],
        'partial_activity_requested_at',
        {
          fill: 'clocks',
          missing: words('notez le dépôt et son numéro', 'note the filing and its number'),
        },
      ),
    ],
  }
}

function attachments(source: DossierSource): DossierSection {
  const fr = source.locale === 'fr'
  return {
    title: words('Les pièces à joindre', 'To be attached'),
    table: {
      columns: [{ label: words('Pièce', 'Document') }, { label: words('Où l’avoir', 'Where to get it') }],
      rows: fr
        ? [
            [
              'Attestation du prestataire ou de l’hébergeur',
              'dossier « Attestation du sous-traitant », à lui faire signer',
            ],
            ['Copie de la plainte et son récépissé', 'dossier « Plainte contre X »'],
            ['Attestation de l’assureur', 'à demander par la ligne d’assistance'],
            ['Avis du CSE, à partir de 50 salariés', 'procès-verbal de la réunion'],
          ]
        : [
            ['Attestation of the supplier or host', 'dossier “Processor’s attestation”, to be signed by it'],
            ['Copy of the complaint and its receipt', 'dossier “Complaint against X”'],
            ['Attestation of the insurer', 'to be asked of the assistance line'],
            ['Opinion of the works council, from 50 employees', 'minutes of the meeting'],
          ],
    },
  }
}
