const fr = {
  nature: 'La nature de la violation',
  contact: 'Le contact du délégué à la protection des données',
  consequences: 'Les conséquences probables de chaque donnée exposée',
  measures: 'Les mesures prises, et ce que le lecteur peut faire pour chaque donnée',
  present: (what: string) => `${what} : dit dans le premier niveau du texte (RGPD, art.\u00a034, §\u00a02).`,
  absent: (what: string, found: string) =>
    `${what} : manque dans le premier niveau du texte (RGPD, art.\u00a034, §\u00a02). À ajouter : ${found}.`,
  standingOk: 'Dit ce que l’on sait du lecteur, et jamais qu’il n’est pas concerné.',
  standingBad: (found: string) => `Ne dit pas ce qu’il faut de la situation du lecteur : ${found}.`,
  populations: {
    insured_adults: 'assurés',
    dependants: 'ayants droit',
    health_professionals: 'professionnels de santé',
    firms: 'entreprises',
    clients_of_firms: 'clients d’entreprises',
  } as Readonly<Record<string, string>>,
  populationOk: 'Ne dit que les données de la population de ce lecteur.',
  populationBad: (found: string) =>
    `Dit à ce lecteur les données d’une autre population : ${found}. Séparez ce qui a été exposé de chacune.`,
  populationUnsaid: (found: string) =>
    `Ne dit pas de quelle population sont ces données. Attendu : ${found}.`,
  agreeOk: 'Aucune phrase n’en contredit une autre, et un seul service répond des conséquences.',
  agreeBad: (found: string) => `Ces phrases se contredisent : ${found}. Gardez-en une.`,
  mergeOk: (count: number) =>
    `Aucun champ vide, aucun reste de mise en forme, adresses vivantes. Essayé sur ${count} lecteurs extrêmes.`,
  extreme: (reference: string) => `cas extrême ${reference.replace(/\D+/, '')}`,
  mergeBad: (found: string) => `À corriger avant envoi : ${found}.`,
  factsOk: (count: number) => `${count} faits cités, aucun périmé ni contesté.`,
  factsBad: (keys: string) => `Faits périmés ou contestés : ${keys}.`,
  wordingOk: 'Toutes les phrases sont approuvées à cette date.',
  wordingBad: (items: string) => `Phrases non approuvées à cette date : ${items}.`,
  measured: {
    fr: 'Indice de Kandel et Moles',
    en: 'Indice de Flesch',
  },
  readable: (measure: string, score: number, mean: string, longest: number) =>
    `${measure} : ${score} sur 100, ${mean} mots par phrase, la plus longue en compte ${longest}.`,
  where: {
    facts: 'Les faits de l’incident',
    exposure: 'Les données exposées, par population',
    wording: 'La bibliothèque de phrases',
    compose: 'Le choix des phrases',
    register: 'Le registre des communications',
  },
}

const en: typeof fr = {
  nature: 'The nature of the breach',
  contact: 'How to contact the data protection officer',
  consequences: 'The likely consequences of each kind of exposed data',
  measures: 'The measures taken, and what the reader can do about each kind of data',
  present: (what) => `${what}: said in the first level of the text (GDPR art. 34(2)).`,
  absent: (what, found) =>
    `${what}: missing from the first level of the text (GDPR art. 34(2)). To add: ${found}.`,
  standingOk: 'Says what is known of the reader, and never that they are not concerned.',
  standingBad: (found) => `Does not say what it must of where the reader stands: ${found}.`,
  populations: {
    insured_adults: 'insured',
    dependants: 'dependants',
    health_professionals: 'health professionals',
    firms: 'firms',
    clients_of_firms: 'clients of firms',
  },
  populationOk: 'Gives only the data of this reader’s population.',
  populationBad: (found) =>
    `Tells this reader the data of another population: ${found}. Separate what was exposed of each.`,
  populationUnsaid: (found) => `Does not say which population this data is about. Expected: ${found}.`,
  agreeOk: 'No sentence contradicts another, and one office answers for the consequences.',
  agreeBad: (found) => `These sentences contradict each other: ${found}. Keep one.`,
  mergeOk: (count) => `No empty field, no stray markup, live addresses. Tried on ${count} extreme readers.`,
  extreme: (reference) => `extreme case ${reference.replace(/\D+/, '')}`,
  mergeBad: (found) => `To correct before sending: ${found}.`,
  factsOk: (count) => `${count} facts cited, none stale or disputed.`,
  factsBad: (keys) => `Stale or disputed facts: ${keys}.`,
  wordingOk: 'Every sentence is approved at this date.',
  wordingBad: (items) => `Sentences not approved at this date: ${items}.`,
  measured: { fr: 'Kandel and Moles index', en: 'Flesch index' },
  readable: (measure, score, mean, longest) =>
    `${measure}: ${score} out of 100, ${mean} words per sentence, the longest has ${longest}.`,
  where: {
    facts: 'The facts of the incident',
    exposure: 'Exposed data, by population',
    wording: 'The wording library',
    compose: 'The choice of sentences',
    register: 'The register of communications',
  },
}

export const gateTexts = { fr, en }
