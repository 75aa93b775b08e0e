import { words } from '../../law/index.ts'
import type { PersonForPaper } from '../../people/lists/index.ts'
import type { Dossier } from '../model.ts'
import type { DossierSource } from '../source.ts'
import { buildAttestationConcerned } from './build-attestation-concerned.ts'
import { buildComplaintPerson } from './build-complaint-person.ts'
import type { DocumentDefinition } from './documents.ts'

export const PERSON_KINDS = ['complaint_person', 'attestation_concerned'] as const
type PersonDocumentKind = (typeof PERSON_KINDS)[number]

export const PERSON_BUILDERS: Readonly<
  Record<PersonDocumentKind, (source: DossierSource, person: PersonForPaper | null) => Dossier>
> = { complaint_person: buildComplaintPerson, attestation_concerned: buildAttestationConcerned }

/** Papers of one person, made from their page: the desk lists and keeps none. */
export const PERSON_DOCUMENTS: readonly DocumentDefinition[] = [
  {
    kind: 'complaint_person',
    title: words('Lettre-plainte d’une personne', 'Letter of complaint of a person'),
    to: words('la personne concernée', 'the person concerned'),
    build: (source) => buildComplaintPerson(source, null),
    rules: [],
    ofPerson: true,
  },
  {
    kind: 'attestation_concerned',
    title: words('Attestation de personne concernée', 'Attestation of a person concerned'),
    to: words('la personne concernée', 'the person concerned'),
    build: (source) => buildAttestationConcerned(source, null),
    rules: [],
    ofPerson: true,
  },
]
