import { words } from '../../law/index.ts'
import type { Dossier, DossierField, DossierSection } from '../model.ts'
import { aboutOf, type DossierSource, deadlineOf, fillDuty, linesFor, toldFact } from '../source.ts'
import {
  exposedData,
  filingsMade,
  measures,
  peopleTold,
  personCategories,
  populationSizes,
  processors,
  uncertainData,
  unexposedData,
} from './breach-parts.ts'
import { factField, field, lawField, together } from './fields.ts'
import { notifyingReasons, riskFields } from './risk-parts.ts'

/**
 * The entry of one controller in its register of breaches: facts, effects, remedial action, and why it notified or not
 * (GDPR art. 33(5); Guidelines 01/2021, § 15: « in each and every case »).
 */
export function buildBreachRegister(source: DossierSource): Dossier {
  return {
    kind: 'breach_register',
    about: aboutOf(source),
    title: words('Registre des violations\u00a0: une entrée', 'Register of breaches: one entry'),
    to: words('la CNIL, à sa demande', 'the CNIL, when it asks'),
    article: words('RGPD, art. 33(5)', 'GDPR art. 33(5)'),
    sections: [facts(source), effects(source), remedies(source), decisions(source)],
  }
}

function facts(source: DossierSource): DossierSection {
  return {
    title: words('Les faits', 'Facts'),
    fields: [
      factField(source, ['nature', 'Nature de la violation', 'Nature of the breach'], 'breach_nature'),
      factField(source, ['way_in', 'Voie d’entrée', 'Way in'], 'attack_vector'),
      factField(source, ['started', 'Début', 'Start'], 'attack_started_at'),
      factField(source, ['ended', 'Fin', 'End'], 'attack_ended_at'),
      lawField(source, ['aware', 'Prise de connaissance', 'Awareness'], 'aware_at', {
        fill: 'clocks/awareness',
      }),
      factField(
        source,
        ['told_by_processor', 'Averti par le sous-traitant', 'Told by the processor'],
        'processor_told_controller_at',
      ),
      field('processors', 'Sous-traitants', 'Processors', processors(source), {
        fill: 'facts/organisations',
      }),
    ],
  }
}

function effects(source: DossierSource): DossierSection {
  const exposure = { fill: 'facts/exposure' }
  return {
    title: words('Les effets', 'Effects'),
    fields: [
      lawField(source, ['breach_type', 'Type de violation', 'Type of breach'], 'breach_type'),
      field('data_exposed', 'Données exposées', 'Data exposed', exposedData(source), exposure),
      ...optional(
        field('data_not_exposed', 'Données non exposées', 'Data not exposed', unexposedData(source)),
      ),
      ...optional(
        field(
          'data_unknown',
          'Données dont on ne sait rien encore',
          'Data not known yet',
          uncertainData(source),
        ),
      ),
      field(
        'person_categories',
        'Catégories de personnes',
        'Categories of persons',
        personCategories(source),
        exposure,
      ),
      field(
        'person_count',
        'Nombre de personnes',
        'Number of persons',
        together(toldFact(source, 'affected_estimate'), populationSizes(source)),
        { fill: 'facts/new?known=affected_estimate' },
      ),
      factField(
        source,
        ['consequences', 'Conséquences probables', 'Likely consequences'],
        'likely_consequences',
      ),
    ],
  }
}

function remedies(source: DossierSource): DossierSection {
  return {
    title: words('Les mesures', 'Remedial action'),
    fields: [
      factField(
        source,
        ['measures_by_us', 'Mesures prises par nous', 'Measures taken by us'],
        'measures_by_controller',
      ),
      field(
        'measures_by_processor',
        'Mesures prises par le sous-traitant',
        'Measures taken by the processor',
        measures(source, 'processor'),
        { fill: 'facts/new?known=measures_by_processor' },
      ),
      field('persons_told', 'Information des personnes', 'Persons told', peopleTold(source), {
        fill: 'sending',
        missing: words('aucun envoi n’est encore parti', 'no message has left yet'),
      }),
    ],
  }
}

function reasonsField(source: DossierSource): DossierField {
  const reasons = notifyingReasons(source)
  return field('reasons_not_notifying', 'Raisons de ne pas notifier', 'Reasons for not notifying', reasons, {
    fill: fillDuty(source, 'gdpr_33_1'),
    missing: words('le tableau des échéances ne conclut pas encore', 'the board does not conclude yet'),
  })
}

function decisions(source: DossierSource): DossierSection {
  const [line] = linesFor(source, 'gdpr_33_1')
  const required = line?.conclusion.result === 'required'
  const due = required && line.dueAt ? deadlineOf(source, line.dueAt) : null
  const notified = together(
    filingsMade(source, 'gdpr_33_1'),
    source.board ? null : toldFact(source, 'authority_told_at'),
  )
  return {
    title: words('Le risque et la notification', 'Risk and notification'),
    fields: [
      ...riskFields(source),
      field('notified_to_authority', 'Notification à la CNIL', 'Notification to the CNIL', notified, {
        fill: fillDuty(source, 'gdpr_33_1'),
        missing: due
          ? words(`due, pas encore déposée\u00a0: ${due}`, `due, not filed yet: ${due}`)
          : words('aucun dépôt n’est inscrit', 'no filing is recorded'),
      }),
      ...(notified || required ? [] : [reasonsField(source)]),
    ],
  }
}

/** A field that says nothing when there is nothing to say. */
function optional<T extends { readonly value: unknown }>(one: T): T[] {
  return one.value === null ? [] : [one]
}
