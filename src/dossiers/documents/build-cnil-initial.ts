import { words } from '../../law/index.ts'
import type { Dossier } from '../model.ts'
import { aboutOf, type DossierSource } from '../source.ts'
import { attachmentSection } from './attachment-parts.ts'
import { formSections } from './cnil-sections.ts'
import { field, stated } from './fields.ts'

/**
 * The initial notification, field by field, to be pasted into the teleservice of the CNIL (GDPR art. 33(1) and (3)). Names
 * of fields are those of law notes, O1: what was not read in the form is marked. Ids start with the section of the common
 * template of the EDPB that they would go to (type, party, nature, consequences, measures, communication).
 */
export function buildCnilInitial(source: DossierSource): Dossier {
  return {
    kind: 'cnil_initial',
    about: aboutOf(source),
    title: words('Notification initiale à la CNIL', 'Initial notification to the CNIL'),
    to: words(
      'la CNIL, par le téléservice notifications.cnil.fr',
      'the CNIL, by the teleservice notifications.cnil.fr',
    ),
    article: words('RGPD, art. 33(1) et 33(3)', 'GDPR arts 33(1) and 33(3)'),
    sections: [
      {
        title: words('La notification', 'The notification'),
        paragraphs: [
          words(
            'Chaque champ se colle dans le formulaire. Ce qui n’est pas encore connu se complète ensuite\u00a0: la notification complémentaire est là pour cela (RGPD, art. 33(4)).',
            'Each field is pasted into the form. What is not known yet is completed later: the complementary notification is there for that (GDPR art. 33(4)).',
          ),
        ],
        fields: [
          field(
            'type_notification',
            'Type de notification',
            'Type of notification',
            stated(source, 'Notification initiale', 'Initial notification'),
            { kind: 'box' },
          ),
          field(
            'type_earlier_number',
            'Numéro de la notification antérieure',
            'Number of the earlier notification',
            stated(source, 'Sans objet\u00a0: première notification.', 'Of no object: first notification.'),
          ),
        ],
      },
      ...formSections(source),
      attachmentSection(source),
    ],
  }
}
