import { define, refusals } from '../platform/refusal.ts'

interface Named {
  readonly fr: string
  readonly en: string
}

/** A chain may have thousands of organisations: the first are named. */
function named(known: readonly string[]): string {
  return [...known.slice(0, 20), ...(known.length > 20 ? ['…'] : [])].join(', ')
}

export const obligationRefusals = refusals('obligations', {
  roleNeeded: define<{ roles: readonly string[] }>({
    http: 403,
    exit: 77,
    fr: () =>
      'Votre rôle lit les échéances sans les changer. Demandez au responsable de la réponse ou à la déléguée à la protection des données.',
    en: () =>
      'Your role reads the duties without changing them. Ask the response lead or the data protection officer.',
  }),
  unknownDuty: define<{ duty: string }>({
    http: 404,
    exit: 66,
    fr: ({ duty }) =>
      `Aucune échéance « ${duty} » dans cet incident. Rouvrez le tableau : un fait a pu changer.`,
    en: ({ duty }) =>
      `There is no duty “${duty}” in this incident. Open the board again: a fact may have changed.`,
  }),
  unknownOrganisation: define<{ organisation: string; known: readonly string[] }>({
    http: 404,
    exit: 66,
    fr: ({ organisation, known }) =>
      `Aucun organisme de la chaîne ne s’appelle « ${organisation} ». Ceux qui y sont : ${named(known)}.`,
    en: ({ organisation, known }) =>
      `No organisation of the chain is called “${organisation}”. Those in it: ${named(known)}.`,
  }),
  noOwnOrganisation: define({
    http: 409,
    exit: 65,
    fr: () =>
      'L’incident ne dit pas quel organisme est le vôtre. Inscrivez-le à la page Organisations : ses échéances en dépendent.',
    en: () =>
      'The incident does not say which organisation is yours. Enter it on the page Organisations: its duties depend on it.',
  }),
  changedMeanwhile: define<{ what: Named; by: string }>({
    http: 409,
    exit: 65,
    fr: ({ what, by }) =>
      `${what.fr} : ${by} l’a changé pendant votre saisie. Relisez, puis enregistrez de nouveau si besoin.`,
    en: ({ what, by }) =>
      `${what.en}: ${by} changed it while you were typing. Read it again, then save again if needed.`,
  }),
  heldBy: define<{ holder: string }>({
    http: 409,
    exit: 65,
    fr: ({ holder }) =>
      `${holder} tient déjà cette échéance. Demandez-lui de la laisser, ou faites-la confier par le responsable.`,
    en: ({ holder }) => `${holder} already holds this duty. Ask them to let it go, or have the lead give it.`,
  }),
  notHeld: define({
    http: 409,
    exit: 65,
    fr: () => 'Personne ne tient cette échéance. Rouvrez le tableau.',
    en: () => 'Nobody holds this duty. Open the board again.',
  }),
  missing: define<{ where: Named }>({
    http: 422,
    exit: 65,
    fr: ({ where }) => `« ${where.fr} » est vide. Remplissez ce champ.`,
    en: ({ where }) => `“${where.en}” is empty. Fill in this field.`,
  }),
  tooLong: define<{ where: Named; most: number }>({
    http: 422,
    exit: 65,
    fr: ({ where, most }) => `« ${where.fr} » dépasse ${most} caractères. Raccourcissez.`,
    en: ({ where, most }) => `“${where.en}” is longer than ${most} characters. Shorten it.`,
  }),
  nationalId: define<{ where: Named }>({
    http: 422,
    exit: 65,
    fr: ({ where }) =>
      `« ${where.fr} » contient ce qui ressemble à un numéro de sécurité sociale. Il n’est jamais gardé ici : retirez-le.`,
    en: ({ where }) =>
      `“${where.en}” holds what looks like a national identification number. It is never kept here: remove it.`,
  }),
  unknownFact: define<{ fact: string }>({
    http: 422,
    exit: 65,
    fr: ({ fact }) => `Le droit ne connaît pas de fait « ${fact} ». Voyez « law schema ».`,
    en: ({ fact }) => `The law knows no fact “${fact}”. See “law schema”.`,
  }),
  notAnInstantFact: define<{ fact: string }>({
    http: 422,
    exit: 65,
    fr: ({ fact }) =>
      `« ${fact} » ne dit pas quand quelqu’un a appris l’incident. Choisissez un des instants de connaissance.`,
    en: ({ fact }) =>
      `“${fact}” does not say when somebody learned of the incident. Choose one of the awareness instants.`,
  }),
  badAnswer: define<{ question: Named; expected: Named }>({
    http: 422,
    exit: 65,
    fr: ({ question, expected }) => `« ${question.fr} » : réponse illisible. Attendu : ${expected.fr}.`,
    en: ({ question, expected }) => `“${question.en}”: the answer cannot be read. Expected: ${expected.en}.`,
  }),
  future: define<{ what: Named; at: Named; now: Named }>({
    http: 422,
    exit: 65,
    fr: ({ what, at, now }) =>
      `« ${what.fr} » (${at.fr}) est après maintenant (${now.fr}). Vérifiez l’heure, ou prévoyez le dépôt.`,
    en: ({ what, at, now }) =>
      `“${what.en}” (${at.en}) is after now (${now.en}). Check the time, or plan the filing.`,
  }),
  past: define<{ what: Named; at: Named; now: Named }>({
    http: 422,
    exit: 65,
    fr: ({ what, at, now }) =>
      `« ${what.fr} » (${at.fr}) est avant maintenant (${now.fr}). Si c’est fait, inscrivez le dépôt.`,
    en: ({ what, at, now }) =>
      `“${what.en}” (${at.en}) is before now (${now.en}). If it is done, record the filing.`,
  }),
  beforeStart: define<{ act: Named; at: Named; start: Named; startAt: Named }>({
    http: 422,
    exit: 65,
    fr: ({ act, at, start, startAt }) =>
      `« ${act.fr} » (${at.fr}) ne peut précéder « ${start.fr} » (${startAt.fr}). Corrigez l’un des deux.`,
    en: ({ act, at, start, startAt }) =>
      `“${act.en}” (${at.en}) cannot come before “${start.en}” (${startAt.en}). Correct one of the two.`,
  }),
  timeNeeded: define<{ where: Named }>({
    http: 422,
    exit: 65,
    fr: ({ where }) =>
      `« ${where.fr} » n’a pas d’heure, et des délais se comptent en heures. Ajoutez l’heure.`,
    en: ({ where }) => `“${where.en}” has no time, and periods are counted in hours. Add the time.`,
  }),
  ambiguousLocalTime: define<{ where: Named; zone: string; first: string; second: string }>({
    http: 422,
    exit: 65,
    fr: ({ where, zone, first, second }) =>
      `« ${where.fr} » : cette heure existe deux fois à ${zone}, où les horloges reculent. Laquelle ? ${first} ou ${second}.`,
    en: ({ where, zone, first, second }) =>
      `“${where.en}”: this time happens twice in ${zone}, where clocks go back. Which one? ${first} or ${second}.`,
  }),
  missingLocalTime: define<{ where: Named; zone: string }>({
    http: 422,
    exit: 65,
    fr: ({ where, zone }) =>
      `« ${where.fr} » : cette heure n’existe pas à ${zone}, où les horloges avancent alors. Vérifiez l’heure.`,
    en: ({ where, zone }) =>
      `“${where.en}”: this time does not exist in ${zone}, where clocks go forward then. Check the time.`,
  }),
  contradiction: define<{ first: Named; firstValue: Named; second: Named; secondValue: Named; why: Named }>({
    http: 422,
    exit: 65,
    fr: ({ first, firstValue, second, secondValue, why }) =>
      `« ${first.fr} » (${firstValue.fr}) et « ${second.fr} » (${secondValue.fr}) se contredisent. ${why.fr} Corrigez l’un des deux, ou marquez-en un « contesté ».`,
    en: ({ first, firstValue, second, secondValue, why }) =>
      `“${first.en}” (${firstValue.en}) and “${second.en}” (${secondValue.en}) contradict each other. ${why.en} Correct one of the two, or mark one as disputed.`,
  }),
  unknownFiling: define<{ filing: number }>({
    http: 404,
    exit: 66,
    fr: ({ filing }) => `Aucun dépôt n° ${filing} dans cet incident.`,
    en: ({ filing }) => `There is no filing no. ${filing} in this incident.`,
  }),
  unknownFile: define<{ file: string }>({
    http: 404,
    exit: 66,
    fr: () => 'Ce fichier n’est pas gardé dans cet incident.',
    en: () => 'This file is not kept in this incident.',
  }),
  emptyFile: define<{ name: string }>({
    http: 422,
    exit: 65,
    fr: ({ name }) => `« ${name} » est vide. Choisissez le bon fichier.`,
    en: ({ name }) => `“${name}” is empty. Choose the right file.`,
  }),
  bigFile: define<{ name: string; most: number }>({
    http: 413,
    exit: 65,
    fr: ({ name, most }) => `« ${name} » dépasse ${most} Mo. Joignez une version plus légère.`,
    en: ({ name, most }) => `“${name}” is larger than ${most} MB. Attach a lighter version.`,
  }),
  badClause: define({
    http: 422,
    exit: 65,
    fr: () =>
      'Une clause dit un nombre d’heures (1 à 8760) ou de jours ouvrés (1 à 365), pas les deux, et lie deux organismes différents.',
    en: () =>
      'A clause says a number of hours (1 to 8760) or of working days (1 to 365), not both, and binds two different organisations.',
  }),
  unknownClause: define<{ clause: number }>({
    http: 404,
    exit: 66,
    fr: ({ clause }) => `Aucune clause n° ${clause} dans cet incident.`,
    en: ({ clause }) => `There is no clause no. ${clause} in this incident.`,
  }),
  clauseEnded: define<{ clause: number }>({
    http: 409,
    exit: 65,
    fr: ({ clause }) => `La clause n° ${clause} a déjà pris fin.`,
    en: ({ clause }) => `Clause no. ${clause} has ended already.`,
  }),
  unknownInvestigation: define<{ investigation: number }>({
    http: 404,
    exit: 66,
    fr: ({ investigation }) => `Aucune enquête n° ${investigation} dans cet incident.`,
    en: ({ investigation }) => `There is no investigation no. ${investigation} in this incident.`,
  }),
  badChoice: define<{ where: Named; known: readonly string[] }>({
    http: 422,
    exit: 65,
    fr: ({ where, known }) => `« ${where.fr} » : ce choix n’existe pas. Choix : ${known.join(', ')}.`,
    en: ({ where, known }) => `“${where.en}”: there is no such choice. Choices: ${known.join(', ')}.`,
  }),
  badDay: define<{ where: Named }>({
    http: 422,
    exit: 65,
    fr: ({ where }) => `« ${where.fr} » : ce n’est pas une date. Attendu : 2026-06-05.`,
    en: ({ where }) => `“${where.en}”: this is not a date. Expected: 2026-06-05.`,
  }),
  badDuties: define<{ problem: string }>({
    http: 422,
    exit: 65,
    fr: ({ problem }) => `« duties » n’a pas la bonne forme (${problem}). Partez de sample/incident.json.`,
    en: ({ problem }) => `“duties” has not the right shape (${problem}). Start from sample/incident.json.`,
  }),
})
