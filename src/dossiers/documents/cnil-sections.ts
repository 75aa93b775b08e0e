import { words } from '../../law/index.ts'
import type { DossierSection } from '../model.ts'
import { type DossierSource, lawKey, toldFact } from '../source.ts'
import { exposureOf, measures, personCategories, populationSizes } from './breach-parts.ts'
import {
  breachTypeBoxes,
  breachTypes,
  causeBox,
  dataBoxes,
  dataBoxesUnknown,
  originBox,
  severityBox,
} from './cnil-boxes.ts'
import { partySection } from './cnil-party.ts'
import { communicationFields, otherAuthorityFields } from './cnil-telling.ts'
import { delayFields } from './delay-parts.ts'
import { factField, field, fillFact, lawField, together } from './fields.ts'
import { lawFieldOrExposure } from './risk-parts.ts'

/** Names of these fields were not read in the form itself (law notes, O1: « to check »). */
const check = { toCheck: true } as const
const box = { kind: 'box', ...check } as const

function timeSection(source: DossierSource): DossierSection {
  return {
    title: words('Les dates', 'Dates'),
    fields: [
      factField(
        source,
        ['nature_started_at', 'Début de la violation', 'Start of the breach'],
        'attack_started_at',
        check,
      ),
      factField(
        source,
        ['nature_ended_at', 'Fin de la violation', 'End of the breach'],
        'attack_ended_at',
        check,
      ),
      lawField(source, ['nature_aware_at', 'Prise de connaissance', 'Awareness'], 'aware_at', {
        fill: 'clocks/awareness',
        ...check,
      }),
      field(
        'nature_how_discovered',
        'Circonstances de la découverte',
        'How it was discovered',
        discovered(source),
        {
          fill: fillFact(source, 'how_discovered'),
          ...check,
        },
      ),
      ...delayFields(source),
    ],
  }
}

function discovered(source: DossierSource) {
  const awareness = source.board?.awareness
  const how = awareness && awareness.organisation === source.organisation.key ? awareness : null
  return together(
    toldFact(source, 'how_discovered'),
    how && {
      lines: [[how.who, how.how, how.evidence].filter((part) => part !== '').join(', ')],
      sources: [{ key: `awareness.${how.id}`, id: String(how.id) }],
    },
  )
}

function natureSection(source: DossierSource): DossierSection {
  return {
    title: words('La violation', 'The breach'),
    fields: [
      field('nature_type', 'Type de violation', 'Type of breach', breachTypeBoxes(source), {
        fill: fillFact(source, lawKey(source, 'breach_type')),
        ...box,
      }),
      field('nature_origin', 'Origine', 'Origin', originBox(source), {
        fill: fillFact(source, 'breach_origin'),
        ...box,
      }),
      field('nature_cause', 'Cause', 'Cause', causeBox(source), {
        fill: fillFact(source, 'breach_cause'),
        ...box,
      }),
      field(
        'nature_description',
        'Description',
        'Description',
        together(toldFact(source, 'breach_nature'), toldFact(source, 'attack_vector')),
        { fill: fillFact(source, 'attack_vector'), ...check },
      ),
      factField(
        source,
        [
          'nature_prior_protection',
          'Mesures de protection avant la violation',
          'Protection before the breach',
        ],
        'prior_protection',
        check,
      ),
    ],
  }
}

function dataSection(source: DossierSource): DossierSection {
  const exposure = { fill: 'facts/exposure', ...check }
  const unknown = dataBoxesUnknown(source)
  return {
    title: words('Les données et les personnes', 'Data and persons'),
    fields: [
      field('nature_data_types', 'Types de données', 'Types of data', dataBoxes(source), {
        ...exposure,
        kind: 'box',
        ...(unknown && { note: unknown }),
      }),
      field(
        'nature_nir',
        'Numéro de sécurité sociale (NIR)',
        'Social security number (NIR)',
        exposureOf(source, 'nir'),
        exposure,
      ),
      lawFieldOrExposure(
        source,
        ['nature_special_categories', 'Données sensibles (art. 9)', 'Special categories (art. 9)'],
        'special_categories',
        { categories: ['medical_data', 'reimbursements'], whole: false },
      ),
      factField(
        source,
        ['nature_offences', 'Infractions et condamnations (art. 10)', 'Offences and convictions (art. 10)'],
        'offence_data',
        check,
      ),
      lawFieldOrExposure(source, ['nature_bank', 'Données bancaires', 'Bank data'], 'financial_data', {
        categories: ['bank_details'],
        whole: true,
      }),
      factField(
        source,
        ['nature_official_documents', 'Documents officiels', 'Official documents'],
        'official_documents',
        check,
      ),
      factField(
        source,
        ['nature_record_count', 'Nombre approximatif d’enregistrements', 'Approximate number of records'],
        'records_concerned',
        check,
      ),
      field(
        'nature_person_categories',
        'Catégories de personnes',
        'Categories of persons',
        personCategories(source),
        exposure,
      ),
      lawField(
        source,
        [
          'nature_vulnerable',
          'Personnes vulnérables (mineurs, patients…)',
          'Vulnerable persons (minors, patients…)',
        ],
        'vulnerable_persons',
        check,
      ),
      field(
        'nature_person_count',
        'Nombre approximatif de personnes',
        'Approximate number of persons',
        together(toldFact(source, lawKey(source, 'persons')), populationSizes(source)),
        { fill: fillFact(source, lawKey(source, 'persons')), ...check },
      ),
    ],
  }
}

const LOSSES = [
  ['C', 'confidentiality', 'Perte de confidentialité', 'Loss of confidentiality'],
  ['I', 'integrity', 'Perte d’intégrité', 'Loss of integrity'],
  ['A', 'availability', 'Perte de disponibilité', 'Loss of availability'],
] as const

function consequencesSection(source: DossierSource): DossierSection {
  const { told, proposed } = severityBox(source)
  const codes = breachTypes(source)?.codes ?? ['C', 'I', 'A']
  return {
    title: words('Les conséquences', 'Consequences'),
    fields: [
      factField(
        source,
        ['consequences_likely', 'Conséquences probables', 'Likely consequences'],
        'likely_consequences',
      ),
      ...LOSSES.filter(([code]) => codes.includes(code)).map(([, loss, fr, en]) =>
        factField(source, [`consequences_${loss}`, fr, en], `consequences_${loss}`, check),
      ),
      factField(
        source,
        ['consequences_harm', 'Préjudices possibles', 'Possible harm'],
        'potential_harm',
        check,
      ),
      field('consequences_severity', 'Niveau de gravité', 'Level of severity', told, {
        fill: told ? fillFact(source, 'breach_severity') : 'clocks/risk',
        ...box,
        ...(told && proposed
          ? {
              note: words(
                'proposition tirée du risque décidé\u00a0: une personne la confirme en inscrivant la gravité retenue',
                'a proposal that follows from the risk decided: a person confirms it by entering the severity',
              ),
            }
          : {}),
        missing: words('décidez d’abord du risque', 'decide on the risk first'),
      }),
    ],
  }
}

export function measuresSection(source: DossierSource): DossierSection {
  return {
    title: words('Les mesures', 'Measures'),
    fields: [
      factField(
        source,
        ['measures_controller', 'Mesures prises par l’organisme', 'Measures taken by the organisation'],
        'measures_by_controller',
        check,
      ),
      field(
        'measures_processor',
        'Mesures prises par le sous-traitant',
        'Measures taken by the processor',
        measures(source, 'processor'),
        { fill: fillFact(source, 'measures_by_processor'), ...check },
      ),
    ],
  }
}

/** What the form asks, in its order, after the type of notification. */
export function formSections(source: DossierSource): readonly DossierSection[] {
  return [
    partySection(source),
    timeSection(source),
    natureSection(source),
    dataSection(source),
    consequencesSection(source),
    measuresSection(source),
    {
      title: words('L’information des personnes', 'Information of persons'),
      fields: communicationFields(source),
    },
    {
      title: words('Au-delà de la CNIL', 'Beyond the CNIL'),
      fields: otherAuthorityFields(source),
    },
  ]
}
