import { define, refusals } from '../../platform/refusal.ts'

const conflict = { http: 409, exit: 69 } as const
const missing = { http: 404, exit: 66 } as const

/** What may keep a proof from being made. */
export const proofRefusals = refusals('proof', {
  noList: define({
    ...conflict,
    fr: () =>
      'Rien à sceller\u00a0: aucune liste n’est publiée. Importez et publiez une liste, puis recommencez.',
    en: () => 'Nothing to seal: no list is published. Import and publish a list, then try again.',
  }),
  purged: define({
    ...conflict,
    fr: () =>
      'Cet incident est purgé\u00a0: il n’y a plus de données de personnes à sceller. Les sceaux d’avant la purge restent, et les preuves remises se vérifient toujours.',
    en: () =>
      'This incident was purged: no data of people is left to seal. The seals from before stay, and proofs handed out still verify.',
  }),
  personPurged: define<{ on: string }>({
    ...conflict,
    fr: ({ on }) =>
      `Les données des personnes ont été purgées le ${on}. Aucune preuve nominative ne peut plus être faite ici\u202f; celle qui a été remise avant se vérifie toujours\u00a0: tocsin proof verify.`,
    en: ({ on }) =>
      `People’s data was purged on ${on}. No proof in a person’s name can be made here any more; one handed out before still verifies: tocsin proof verify.`,
  }),
  noPerson: define<{ id: string }>({
    ...missing,
    fr: ({ id }) =>
      `Aucune personne n° ${id} dans cet incident. Donnez le numéro de la page de la personne, ou son numéro d’adhérent avec --member.`,
    en: ({ id }) =>
      `No person ${id} in this incident. Give the number of the person’s page, or their member number with --member.`,
  }),
  severalPersons: define<{ ids: string }>({
    ...conflict,
    fr: ({ ids }) =>
      `Plusieurs personnes répondent à ce numéro. Choisissez-en une par son numéro dans l’incident\u00a0: ${ids}.`,
    en: ({ ids }) =>
      `Several people answer to this number. Choose one by their number in the incident: ${ids}.`,
  }),
  noNir: define({
    http: 422,
    exit: 64,
    fr: () =>
      'Ceci a la forme d’un numéro de sécurité sociale. Tocsin ne le demande jamais et ne l’a pas gardé. Donnez le numéro de la personne ou son numéro d’adhérent.',
    en: () =>
      'This looks like a social security number. Tocsin never asks for it and did not keep it. Give the person’s number or their member number.',
  }),
  nothingSaid: define({
    ...missing,
    fr: () =>
      'Cette personne n’a pas d’issue à prouver\u00a0: elle n’est sur aucune liste publiée et rien ne lui a été écrit.',
    en: () =>
      'This person has no outcome to prove: they are on no published list and nothing was written to them.',
  }),
  noLetter: define({
    ...missing,
    fr: () => 'Aucune lettre de cet incident ne porte ce numéro, ou elle n’est pas encore composée.',
    en: () => 'No letter of this incident bears this number, or it is not set yet.',
  }),
  sealFirst: define<{ persons: number }>({
    ...conflict,
    fr: ({ persons }) =>
      `Le dernier sceau ne contient pas l’état actuel de cette personne. Scellez d’abord les ${persons} personnes de l’incident\u00a0: tocsin proof seal. Puis recommencez.`,
    en: ({ persons }) =>
      `The last seal does not hold where this person stands now. Seal the ${persons} people of the incident first: tocsin proof seal. Then try again.`,
  }),
  notAProof: define<{ file: string }>({
    http: 422,
    exit: 65,
    fr: ({ file }) =>
      `Le fichier ${file} n’est pas une preuve de Tocsin, ou il est abîmé. Donnez le fichier JSON remis avec la preuve, sans le modifier.`,
    en: ({ file }) =>
      `The file ${file} is not a proof made by Tocsin, or it is damaged. Give the JSON file handed out with the proof, unchanged.`,
  }),
  notAJournal: define<{ file: string; line: number }>({
    http: 422,
    exit: 65,
    fr: ({ file, line }) =>
      `Le fichier ${file} n’est pas une main courante exportée (ligne ${line}). Faites-la avec tocsin journal export.`,
    en: ({ file, line }) =>
      `The file ${file} is not an exported journal (line ${line}). Make it with tocsin journal export.`,
  }),
})
