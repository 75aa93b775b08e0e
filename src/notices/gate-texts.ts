const fr = {
  nature: 'La nature de la violation',
  contact: 'Le contact du délégué à la protection des données',
  consequences: 'Les conséquences probables de chaque donnée exposée',
  measures: 'Les mesures prises ou conseillées',
  present: (what: string) => `${what} : dit dans le premier niveau du texte (RGPD, art. 34, § 2).`,
  absent: (what: string) => `${what} : absent du texte (RGPD, art. 34, § 2).`,
  standingOk: 'Dit ce que l’on sait du lecteur, et jamais qu’il n’est pas concerné.',
  standingBad: (found: string) => `Ne dit pas ce qu’il faut de la situation du lecteur : ${found}.`,
  mergeOk: 'Aucun champ vide, aucun reste de mise en forme, adresses écrites en toutes lettres.',
  mergeBad: (found: string) => `À corriger avant envoi : ${found}.`,
  factsOk: (count: number) => `${count} faits cités, aucun périmé ni contesté.`,
  factsBad: (keys: string) => `Faits périmés ou contestés : ${keys}.`,
  wordingOk: 'Toutes les phrases sont approuvées à cette date.',
  wordingBad: (items: string) => `Phrases non approuvées à cette date : ${items}.`,
  readable: (score: number, mean: string, longest: number) =>
    `Indice de lisibilité ${score} sur 100, ${mean} mots par phrase, la plus longue en compte ${longest}.`,
  wherePage: 'Les faits de l’incident',
  whereWording: 'La bibliothèque de phrases',
}

const en: typeof fr = {
  nature: 'The nature of the breach',
  contact: 'The contact of the data protection officer',
  consequences: 'The likely consequences of each kind of exposed data',
  measures: 'The measures taken or advised',
  present: (what) => `${what}: said in the first level of the text (GDPR art. 34(2)).`,
  absent: (what) => `${what}: missing from the text (GDPR art. 34(2)).`,
  standingOk: 'Says what is known of the reader, and never that they are not concerned.',
  standingBad: (found) => `Does not say what it must of where the reader stands: ${found}.`,
  mergeOk: 'No empty field, no stray markup, addresses written out.',
  mergeBad: (found) => `To correct before sending: ${found}.`,
  factsOk: (count) => `${count} facts cited, none stale or disputed.`,
  factsBad: (keys) => `Stale or disputed facts: ${keys}.`,
  wordingOk: 'Every sentence is approved at this date.',
  wordingBad: (items) => `Sentences not approved at this date: ${items}.`,
  readable: (score, mean, longest) =>
    `Readability ${score} out of 100, ${mean} words per sentence, the longest has ${longest}.`,
  wherePage: 'The facts of the incident',
  whereWording: 'The wording library',
}

export const gateTexts = { fr, en }
