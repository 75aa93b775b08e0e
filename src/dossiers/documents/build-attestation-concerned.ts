import { type Words, words } from '../../law/index.ts'
import type { PersonForPaper } from '../../people/lists/index.ts'
import type { Dossier } from '../model.ts'
import { aboutOf, counted, type DossierSource } from '../source.ts'
import { whatHappened } from './breach-parts.ts'
import { field } from './fields.ts'
import { listWords, personData, personFields } from './person-parts.ts'

/** What each class lets say, and no more. */
const CLASSES: Readonly<Record<NonNullable<PersonForPaper['class']>, Words>> = {
  confirmed: words('concernée', 'concerned'),
  presumed: words('présumée concernée', 'presumed concerned'),
  cannot_be_excluded: words(
    'on ne peut pas exclure qu’elle soit concernée',
    'it cannot be excluded that they are concerned',
  ),
}

/**
 * « Vous êtes concerné » : what the controller attests to one person of its list, to be attached to a complaint (S1, S4).
 * Nobody gets one that says “not concerned”: a list that does not name someone says nothing of them.
 */
export function buildAttestationConcerned(source: DossierSource, person: PersonForPaper | null): Dossier {
  const { organisation } = source
  const concerned = person?.class ?? null
  return {
    kind: 'attestation_concerned',
    about: aboutOf(source),
    title: words('Attestation de personne concernée', 'Attestation of a person concerned'),
    to: words(
      'la personne concernée, pour joindre à sa plainte',
      'the person concerned, to attach to their complaint',
    ),
    article: words('RGPD, art. 34', 'GDPR art. 34'),
    sections: [
      {
        title: words('La personne', 'The person'),
        fields: personFields(person),
      },
      {
        title: words('Ce que nous attestons', 'What we attest'),
        paragraphs: [
          words(
            `${organisation.name} atteste que la personne ci-dessus figure sur sa liste des personnes concernées par l’incident, dans la version et la classe suivantes.`,
            `${organisation.name} attests that the person above is on its list of persons concerned by the incident, in the following version and class.`,
          ),
        ],
        fields: [
          field(
            'list',
            'Liste',
            'List',
            person ? { lines: [listWords(source, person)], sources: [counted('list')] } : null,
          ),
          field(
            'class',
            'Classe',
            'Class',
            concerned ? { lines: [CLASSES[concerned][source.locale]], sources: [counted('list')] } : null,
          ),
          field('data', 'Données concernées', 'Data concerned', personData(source, person), {
            fill: 'facts/exposure',
          }),
          field('what_happened', 'L’incident', 'The incident', whatHappened(source), {
            fill: 'facts/new?known=breach_nature',
          }),
          field('signature', 'Date, nom, fonction et signature', 'Date, name, position and signature', null, {
            missing: words(`à signer pour ${organisation.name}`, `to be signed for ${organisation.name}`),
          }),
        ],
      },
      {
        title: words('Ce qu’elle ne dit pas', 'What it does not say'),
        paragraphs: [
          words(
            'Cette attestation vaut pour la version de liste citée. Elle ne contient pas le numéro de sécurité sociale, et nous ne le demandons jamais.',
            'This attestation holds for the version of the list named. It does not hold the social security number, and we never ask for it.',
          ),
        ],
      },
    ],
  }
}
