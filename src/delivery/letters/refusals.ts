import { define, refusals } from '../../platform/refusal.ts'

const few = (ids: readonly string[]) => ids.slice(0, 5).join(', ') + (ids.length > 5 ? '…' : '')

export const letterRefusals = refusals('letters', {
  emptyBatch: define<{ batchRef: string }>({
    http: 422,
    exit: 65,
    fr: ({ batchRef }) => `Le lot ${batchRef} ne contient aucune lettre. Choisissez au moins un envoi.`,
    en: ({ batchRef }) => `The batch ${batchRef} holds no letter. Choose at least one delivery.`,
  }),
  badBatchName: define<{ batchRef: string }>({
    http: 422,
    exit: 65,
    fr: ({ batchRef }) =>
      `Le nom de lot « ${batchRef} » n’est pas valable. Écrivez-le avec des lettres, des chiffres, « - » ou « _ ».`,
    en: ({ batchRef }) =>
      `The batch name “${batchRef}” is not valid. Write it with letters, digits, "-" or "_".`,
  }),
  duplicateLetters: define<{ batchRef: string; ids: readonly string[] }>({
    http: 409,
    exit: 65,
    fr: ({ batchRef, ids }) =>
      `Le lot ${batchRef} contient deux fois la même lettre (envois ${few(ids)}). Retirez les doublons.`,
    en: ({ batchRef, ids }) =>
      `The batch ${batchRef} holds the same letter twice (deliveries ${few(ids)}). Remove the duplicates.`,
  }),
  addressOverflows: define<{ ids: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ ids }) =>
      `Une adresse ne tient pas dans la fenêtre de l’enveloppe (envois ${few(ids)}). Corrigez ces adresses.`,
    en: ({ ids }) =>
      `An address does not fit the envelope’s window (deliveries ${few(ids)}). Correct these addresses.`,
  }),
  undisplayableText: define<{ ids: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ ids }) =>
      `Un nom contient un caractère que la police des lettres n’a pas (envois ${few(ids)}). Écrivez-le en caractères latins.`,
    en: ({ ids }) =>
      `A name holds a character that the letters’ font lacks (deliveries ${few(ids)}). Write it in Latin characters.`,
  }),
  noProfile: define<{ name: string; known: readonly string[] }>({
    http: 404,
    exit: 66,
    fr: ({ name, known }) =>
      `Aucun profil d’impression ne s’appelle « ${name} ». Choisissez ${known.join(', ')}, ou donnez le fichier JSON de votre imprimeur.`,
    en: ({ name, known }) =>
      `No print profile is called “${name}”. Choose ${known.join(', ')}, or give your print house’s JSON file.`,
  }),
  badProfile: define<{ fields: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ fields }) =>
      `Le profil d’impression n’est pas valable : ${fields.join(', ')}. « × » sépare deux zones qui s’impriment l’une sur l’autre. Corrigez ces champs : docs/settings.md les décrit.`,
    en: ({ fields }) =>
      `The print profile is not valid: ${fields.join(', ')}. “×” stands between two areas that would print on one another. Correct these fields: docs/settings.md describes them.`,
  }),
  badAddress: define<{ ids: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ ids }) =>
      `Une adresse n’a pas de 2 à 7 lignes de 38 caractères au plus (envois ${few(ids)}). Corrigez ces adresses.`,
    en: ({ ids }) =>
      `An address does not have 2 to 7 lines of at most 38 characters (deliveries ${few(ids)}). Correct these addresses.`,
  }),
})
