import { define, refusals } from '../platform/refusal.ts'

interface Named {
  readonly fr: string
  readonly en: string
}

export const incidentRefusals = refusals('incident', {
  exerciseFolder: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Ce dossier de données est celui d’un exercice\u00a0: un incident réel n’y est pas admis. Ouvrez-le dans un autre dossier (TOCSIN_HOME).',
    en: () =>
      'This data folder is for an exercise: no real incident is admitted. Open it in another folder (TOCSIN_HOME).',
  }),
  realFolder: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Ce dossier de données est réel\u00a0: un exercice n’y est pas admis. Ouvrez-le dans un dossier d’exercice (TOCSIN_HOME).',
    en: () =>
      'This data folder is a real one: no exercise is admitted. Open it in an exercise folder (TOCSIN_HOME).',
  }),
  storyOfReal: define({
    http: 422,
    exit: 65,
    fr: () =>
      'Un incident réel suit l’heure réelle\u00a0: retirez «\u00a0story\u00a0» du fichier, ou ouvrez un exercice.',
    en: () => 'A real incident follows the real clock: remove “story” from the file, or open an exercise.',
  }),
  referenceTaken: define<{ reference: string }>({
    http: 409,
    exit: 65,
    fr: ({ reference }) =>
      `L’incident «\u00a0${reference}\u00a0» est déjà ouvert. Choisissez une autre référence.`,
    en: ({ reference }) => `Incident “${reference}” is already open. Choose another reference.`,
  }),
  unknownIncident: define<{ reference: string }>({
    http: 404,
    exit: 66,
    fr: ({ reference }) =>
      `Aucun incident «\u00a0${reference}\u00a0» ici. Voyez «\u00a0incident list\u00a0».`,
    en: ({ reference }) => `There is no incident “${reference}” here. See “incident list”.`,
  }),
  incidentClosed: define({
    http: 409,
    exit: 65,
    fr: () => 'Cet incident est clos\u00a0: ses faits ne changent plus.',
    en: () => 'This incident is closed: its facts no longer change.',
  }),
  invalid: define<{ where: string; problem: Named }>({
    http: 422,
    exit: 65,
    fr: ({ where, problem }) => `«\u00a0${where}\u00a0»\u00a0: ${problem.fr} Corrigez cette valeur.`,
    en: ({ where, problem }) => `“${where}”: ${problem.en} Correct this value.`,
  }),
  unreadableFile: define<{ file: string }>({
    http: 422,
    exit: 65,
    fr: ({ file }) => `${file} ne se lit pas comme du JSON. Partez de sample/incident.json.`,
    en: ({ file }) => `${file} does not read as JSON. Start from sample/incident.json.`,
  }),
  entry: define<{ place: string; fr: string; en: string }>({
    http: 422,
    exit: 65,
    fr: ({ place, fr }) => `${place}\u00a0: ${fr} Rien n’est ouvert.`,
    en: ({ place, en }) => `${place}: ${en} Nothing is opened.`,
  }),
  missingFile: define<{ file: string }>({
    http: 422,
    exit: 66,
    fr: ({ file }) => `${file} n’existe pas ou ne se lit pas. Vérifiez le chemin.`,
    en: ({ file }) => `${file} does not exist or cannot be read. Check the path.`,
  }),
  nationalId: define<{ where: string }>({
    http: 422,
    exit: 65,
    fr: ({ where }) =>
      `«\u00a0${where}\u00a0» contient ce qui ressemble à un numéro de sécurité sociale. Il n’est jamais gardé ici\u00a0: retirez-le.`,
    en: ({ where }) =>
      `“${where}” holds what looks like a national identification number. It is never kept here: remove it.`,
  }),
  wrongKind: define<{ key: string; label: Named; expected: Named; given: Named }>({
    http: 422,
    exit: 65,
    fr: ({ label, expected, given }) =>
      `«\u00a0${label.fr}\u00a0» attend une valeur de type «\u00a0${expected.fr}\u00a0», pas «\u00a0${given.fr}\u00a0». Corrigez le type.`,
    en: ({ label, expected, given }) =>
      `“${label.en}” takes a value of kind “${expected.en}”, not “${given.en}”. Correct the kind.`,
  }),
  factExists: define<{ key: string; label: Named }>({
    http: 409,
    exit: 65,
    fr: ({ label }) =>
      `«\u00a0${label.fr}\u00a0» est déjà inscrit. Modifiez ce fait\u00a0: l’ancienne valeur reste dans l’histoire.`,
    en: ({ label }) =>
      `“${label.en}” is already recorded. Change that fact: the old value stays in its history.`,
  }),
  alreadySuperseded: define<{ label: Named }>({
    http: 409,
    exit: 65,
    fr: ({ label }) =>
      `«\u00a0${label.fr}\u00a0» a changé pendant votre saisie. Relisez la valeur actuelle, puis enregistrez de nouveau si besoin.`,
    en: ({ label }) =>
      `“${label.en}” changed while you were typing. Read the current value again, then save again if needed.`,
  }),
  unknownFact: define<{ key: string }>({
    http: 404,
    exit: 66,
    fr: ({ key }) => `Aucun fait «\u00a0${key}\u00a0» dans cet incident. Inscrivez-le d’abord.`,
    en: ({ key }) => `There is no fact “${key}” in this incident. Record it first.`,
  }),
  contradiction: define<{
    earlier: Named
    earlierAt: Named
    later: Named
    laterAt: Named
    unless?: Named | undefined
  }>({
    http: 422,
    exit: 65,
    fr: ({ earlier, earlierAt, later, laterAt, unless }) =>
      `«\u00a0${later.fr}\u00a0» (${laterAt.fr}) ne peut précéder «\u00a0${earlier.fr}\u00a0» (${earlierAt.fr}). Corrigez l’un des deux, ou marquez-en un «\u00a0contesté\u00a0».${unless ? ` Si c’est exact, répondez oui à «\u00a0${unless.fr}\u00a0».` : ''}`,
    en: ({ earlier, earlierAt, later, laterAt, unless }) =>
      `“${later.en}” (${laterAt.en}) cannot come before “${earlier.en}” (${earlierAt.en}). Correct one of the two, or mark one as disputed.${unless ? ` If it is right, answer yes to “${unless.en}”.` : ''}`,
  }),
  future: define<{ label: Named }>({
    http: 422,
    exit: 65,
    fr: ({ label }) => `«\u00a0${label.fr}\u00a0» est dans le futur. Vérifiez l’année, le jour et l’heure.`,
    en: ({ label }) => `“${label.en}” is in the future. Check the year, the day and the time.`,
  }),
  reasonMissing: define<{ category: Named }>({
    http: 422,
    exit: 65,
    fr: ({ category }) =>
      `«\u00a0${category.fr}\u00a0»\u00a0: «\u00a0non exposée\u00a0» ne se dit qu’avec sa raison. Donnez-la, ou choisissez «\u00a0on ne sait pas\u00a0».`,
    en: ({ category }) =>
      `“${category.en}”: “not exposed” is only said with its reason. Give it, or choose “unknown”.`,
  }),
  unknownPopulation: define<{ population: string }>({
    http: 404,
    exit: 66,
    fr: ({ population }) =>
      `Aucune population «\u00a0${population}\u00a0» dans cet incident. Ajoutez-la d’abord.`,
    en: ({ population }) => `There is no population “${population}” in this incident. Add it first.`,
  }),
  unknownOrganisation: define<{ organisation: string }>({
    http: 404,
    exit: 66,
    fr: ({ organisation }) =>
      `Aucune organisation «\u00a0${organisation}\u00a0» dans cet incident. Ajoutez-la d’abord.`,
    en: ({ organisation }) => `There is no organisation “${organisation}” in this incident. Add it first.`,
  }),
  organisationExists: define<{ name: string }>({
    http: 409,
    exit: 65,
    fr: ({ name }) => `«\u00a0${name}\u00a0» est déjà dans la chaîne.`,
    en: ({ name }) => `“${name}” is already in the chain.`,
  }),
  ownExists: define<{ name: string }>({
    http: 409,
    exit: 65,
    fr: ({ name }) => `«\u00a0${name}\u00a0» est déjà l’organisation de ce bureau. Il n’y en a qu’une.`,
    en: ({ name }) => `“${name}” already is this desk’s own organisation. There is only one.`,
  }),
  populationExists: define<{ population: string }>({
    http: 409,
    exit: 65,
    fr: ({ population }) => `La population «\u00a0${population}\u00a0» est déjà inscrite.`,
    en: ({ population }) => `Population “${population}” is already recorded.`,
  }),
  linkExists: define<{ supplier: string; client: string }>({
    http: 409,
    exit: 65,
    fr: ({ supplier, client }) =>
      `Le lien de «\u00a0${supplier}\u00a0» à «\u00a0${client}\u00a0» est déjà inscrit.`,
    en: ({ supplier, client }) => `The link from “${supplier}” to “${client}” is already recorded.`,
  }),
  chainLoop: define<{ supplier: string; client: string }>({
    http: 422,
    exit: 65,
    fr: ({ supplier, client }) =>
      `«\u00a0${supplier}\u00a0» ne peut servir «\u00a0${client}\u00a0»\u00a0: la chaîne reviendrait sur elle-même. Vérifiez le sens du lien.`,
    en: ({ supplier, client }) =>
      `“${supplier}” cannot serve “${client}”: the chain would come back on itself. Check the direction of the link.`,
  }),
})
