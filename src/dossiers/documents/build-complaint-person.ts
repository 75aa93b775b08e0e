import { words } from '../../law/index.ts'
import type { PersonForPaper } from '../../people/lists/index.ts'
import type { Dossier, DossierSection } from '../model.ts'
import { aboutOf, counted, type DossierSource, organisationRef } from '../source.ts'
import { whatHappened } from './breach-parts.ts'
import { factField, field } from './fields.ts'
import { listWords, personData, personFields, reachFields } from './person-parts.ts'

/**
 * The individual's letter of complaint, pre-filled by the controller: surname, first name, birth date, address, telephone,
 * insurer, typed and never handwritten (S1, S4; law notes, section 4). A voluntary act: nobody owes it.
 */
export function buildComplaintPerson(source: DossierSource, person: PersonForPaper | null): Dossier {
  return {
    kind: 'complaint_person',
    about: aboutOf(source),
    title: words('Lettre-plainte d’une personne', 'Letter of complaint of a person'),
    to: words(
      'le service que la police a ouvert pour cet incident ; sinon commissariat, gendarmerie ou procureur',
      'the channel that the police opened for this incident; otherwise police station, gendarmerie or prosecutor',
    ),
    article: words(
      'Code pénal, art. 226-18 et 323-1 et suivants',
      'Criminal Code, arts 226-18 and 323-1 ff.',
    ),
    sections: [complainant(source, person), facts(source, person), sending(source)],
  }
}

function complainant(source: DossierSource, person: PersonForPaper | null): DossierSection {
  const { organisation } = source
  return {
    title: words('Le plaignant', 'The complainant'),
    ...(person?.minor && {
      paragraphs: [
        words(
          'La personne est mineure : la plainte est signée par son représentant légal.',
          'The person is a minor: the complaint is signed by their legal representative.',
        ),
      ],
    }),
    fields: [
      ...personFields(person),
      ...reachFields(person),
      field('insurer', 'Organisme', 'Organisation', {
        lines: [organisation.name],
        sources: [organisationRef(organisation)],
      }),
    ],
  }
}

function facts(source: DossierSource, person: PersonForPaper | null): DossierSection {
  const { organisation } = source
  return {
    title: words('Les faits', 'The facts'),
    paragraphs: [
      words(
        'Je porte plainte contre X pour atteinte à un système de traitement automatisé de données et collecte frauduleuse de données à caractère personnel.',
        'I lodge a complaint against X for an attack on a data system and fraudulent collection of personal data.',
      ),
    ],
    fields: [
      field('what_happened', 'Ce qui s’est passé', 'What happened', whatHappened(source), {
        fill: 'facts/new?known=breach_nature',
      }),
      field('data', 'Mes données concernées', 'My data concerned', personData(source, person), {
        fill: 'facts/exposure',
        missing: words(
          `telles que ${organisation.name} les a dites à la personne`,
          `as ${organisation.name} told them to the person`,
        ),
      }),
      field(
        'list',
        'Preuve',
        'Proof',
        person
          ? {
              lines: [
                source.locale === 'fr'
                  ? `attestation de ${organisation.name}, ${listWords(source, person)}`
                  : `attestation of ${organisation.name}, ${listWords(source, person)}`,
              ],
              sources: [counted('list')],
            }
          : null,
        { missing: words('l’attestation de personne concernée', 'the attestation of a person concerned') },
      ),
      field('harm', 'Préjudice subi', 'Harm suffered', null, {
        missing: words(
          'à écrire par la personne, s’il y en a un ; elle garde les messages et leurs dates',
          'to be typed by the person, if any; they keep messages with their dates',
        ),
      }),
      field('signature', 'Fait à, le, signature', 'Place, date and signature', null, {
        missing: words('à signer par la personne', 'to be signed by the person'),
      }),
    ],
  }
}

function sending(source: DossierSource): DossierSection {
  return {
    title: words('Où l’envoyer', 'Where to send it'),
    fields: [
      factField(
        source,
        ['channel', 'Dispositif de cet incident', 'Channel of this incident'],
        'persons_complaint_channel',
        {
          missing: words(
            'aucun n’est inscrit : commissariat, gendarmerie, ou lettre au procureur',
            'none is recorded: police station, gendarmerie, or a letter to the prosecutor',
          ),
        },
      ),
    ],
    paragraphs: [
      words(
        'La lettre est tapée, jamais manuscrite. La plainte est facultative : une enquête peut être ouverte sans elle.',
        'The letter is typed, never handwritten. The complaint is optional: an inquiry may be open without it.',
      ),
      words(
        'Une pré-plainte en ligne n’est pas une plainte tant qu’elle n’est pas signée.',
        'An online pré-plainte is not a complaint until it is signed.',
      ),
    ],
  }
}
