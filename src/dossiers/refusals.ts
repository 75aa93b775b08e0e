import { define, refusals } from '../platform/refusal.ts'

/** A chain may have thousands of organisations: the first are named. */
function named(known: readonly string[]): string {
  return [...known.slice(0, 20), ...(known.length > 20 ? ['…'] : [])].join(', ')
}

export const dossierRefusals = refusals('dossiers', {
  unknownKind: define<{ kind: string; known: readonly string[] }>({
    http: 404,
    exit: 64,
    fr: ({ kind, known }) => `Aucun document ne s’appelle « ${kind} ». Choisissez ${known.join(', ')}.`,
    en: ({ kind, known }) => `No document is called “${kind}”. Choose ${known.join(', ')}.`,
  }),
  unknownOrganisation: define<{ key: string; known: readonly string[] }>({
    http: 404,
    exit: 64,
    fr: ({ key, known }) =>
      `Aucun organisme de l’incident ne s’appelle « ${key} ». Choisissez ${named(known)}.`,
    en: ({ key, known }) => `No organisation of the incident is called “${key}”. Choose ${named(known)}.`,
  }),
  noOrganisation: define({
    http: 409,
    exit: 65,
    fr: () => 'L’incident ne dit pas quel organisme est le vôtre : inscrivez-le à la page Organisations.',
    en: () => 'The incident does not say which organisation is yours: enter it on the page Organisations.',
  }),
  undisplayableText: define<{ characters: readonly string[]; where: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ characters, where }) =>
      `Le document contient des caractères que la police des documents n’a pas (${characters.join(' ')})${where.length > 0 ? `, dans : ${where.join(', ')}` : ''}. Écrivez-les en caractères latins.`,
    en: ({ characters, where }) =>
      `The document holds characters that the font of documents lacks (${characters.join(' ')})${where.length > 0 ? `, in: ${where.join(', ')}` : ''}. Write them in Latin characters.`,
  }),
  notOnList: define<{ version: number }>({
    http: 409,
    exit: 65,
    fr: ({ version }) =>
      `Cette personne n’est pas sur la liste v${version}. Cela ne dit pas qu’elle n’est pas concernée : aucun papier ne l’affirme. Attendez la version suivante, ou relisez sa fiche.`,
    en: ({ version }) =>
      `This person is not on list v${version}. It does not say that they are not concerned: no paper states it. Wait for the next version, or read their page again.`,
  }),
  ofPerson: define({
    http: 409,
    exit: 64,
    fr: () =>
      'Ce document se fait pour une seule personne, depuis sa fiche : il n’est ni listé ni gardé ici.',
    en: () => 'This document is made for one person, from their page: it is neither listed nor kept here.',
  }),
  unknownVersion: define<{ number: string }>({
    http: 404,
    exit: 66,
    fr: ({ number }) => `Aucune version n° ${number} de ce document n’a été remise.`,
    en: ({ number }) => `No version no. ${number} of this document was handed over.`,
  }),
  alreadyHandedOver: define({
    http: 409,
    exit: 65,
    fr: () => 'Cette version est déjà marquée comme remise, à l’identique. Rien n’a changé depuis.',
    en: () => 'This very version is already marked as handed over. Nothing changed since.',
  }),
})
