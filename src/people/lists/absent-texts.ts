const fr = {
  title: 'Personne hors de la liste',
  link: 'Chercher une personne qui n’est pas sur la liste',
  lead: 'Cette personne est-elle sur la liste\u202f?',
  note: 'La question, son motif et ce qui a été trouvé sont inscrits à la main courante, jamais ce que vous tapez.',
  number: 'Numéro d’adhérent',
  numberHelp: 'Le numéro entier. S’il est celui d’un foyer, ajoutez le premier prénom.',
  or: 'Ou le nom et la date de naissance',
  surname: 'Nom de naissance ou d’usage',
  firstNames: 'Premier prénom',
  birth: 'Date de naissance',
  ask: 'Chercher',
  incomplete: 'Donnez le numéro d’adhérent, ou le nom, le prénom et la date de naissance.',
  again: 'Chercher une autre personne',
  noIndex: (version: number) => [
    `Nous ne pouvons pas répondre pour la liste v${version}.`,
    'Elle a été importée sans de quoi chercher dans le fichier des adhérents. Importez les deux fichiers de nouveau.',
  ],
  notInRegister: (version: number) => [
    `Personne ne répond à cela dans le fichier des adhérents de la liste v${version}.`,
  ],
  notInRegisterNote:
    'Une faute de frappe ou un autre numéro suffit à ne trouver personne. Essayez l’autre façon de chercher.',
  tooMany: [
    'Plus de 5 personnes du fichier des adhérents répondent à cela.',
    'Nous ne pouvons pas dire laquelle appelle.',
  ],
  several: (count: number, listed: number, version: number) => [
    `${count} personnes du fichier des adhérents répondent à cela.`,
    listed === 0
      ? `Aucune n’est sur la liste v${version}.`
      : listed === count
        ? `Toutes sont sur la liste v${version}, ou peuvent y être.`
        : `${listed} d’entre elles ${listed === 1 ? 'est' : 'sont'} sur la liste v${version}, ou ${listed === 1 ? 'peut' : 'peuvent'} y être\u202f; demandez laquelle appelle.`,
  ],
  severalNote: 'Un numéro est souvent celui d’un foyer\u00a0: donnez-le avec le premier prénom.',
  onList: (version: number) => [`Cette personne est sur la liste v${version}.`],
  inDoubt: (version: number) => [
    `Nous ne pouvons pas dire si cette personne est sur la liste v${version}.`,
    'Des lignes ambiguës peuvent la désigner.',
  ],
  openIt: 'Ouvrir sa page, avec un motif',
  notOnList: (version: number) => [`Cette personne n’est pas sur la liste v${version}.`],
  inRegister: (row: string) => `Elle est dans le fichier des adhérents, à la ligne de données ${row}.`,
  lookup: (motive: string, seq: string) =>
    `Votre question, motif «\u00a0${motive}\u00a0», est inscrite n°\u00a0${seq}.`,
  since: 'Depuis quelle version',
  never: (version: number) =>
    version === 1
      ? 'Elle n’est pas sur la liste v1, la seule publiée.'
      : `Elle n’est sur aucune des listes v1 à v${version}.`,
  was: (versions: string, version: number) =>
    `Elle était sur la liste ${versions}\u202f; elle n’est pas sur la v${version}.`,
  proof: 'Ce qui a été comparé',
  compared: (rows: string) =>
    `Les ${rows} lignes exposées ont chacune reçu un verdict. Aucune ne la désigne, ni seule ni parmi d’autres.`,
  nothingNear: 'Aucune ligne exposée n’a été assez proche d’elle pour être pesée.',
  nearest: (row: string, verdict: string) =>
    `La plus proche est la ligne exposée ${row}, verdict «\u00a0${verdict}\u00a0».`,
  nearestShort: 'La ligne la plus proche n’est pas la sienne.',
  notProof: 'Ce que cela ne prouve pas',
  limits: (unreadable: string, ambiguous: string) => [
    'Que ses données n’ont pas été exposées\u00a0: la liste du sous-traitant peut être incomplète ou fautive.',
    `Rien non plus des ${unreadable} lignes illisibles\u202f; les ${ambiguous} lignes ambiguës, elles, ne la désignent pas.`,
    'Ni rien d’un autre organisme\u00a0: elle peut être sur la liste d’un autre assureur.',
  ],
  say: 'Ce que l’on peut dire',
  sentence: (version: number) =>
    `«\u00a0À ce jour, vous n’êtes pas sur la liste v${version}, établie à partir du fichier que notre sous-traitant nous a remis. Elle ne prouve pas que vos données n’ont pas été exposées\u00a0: si une nouvelle liste vous nomme, nous vous écrirons.\u00a0»`,
}

const en: typeof fr = {
  title: 'Person off the list',
  link: 'Look for a person who is not on the list',
  lead: 'Is this person on the list?',
  note: 'The question, its reason and what was found are written in the journal, never what you type.',
  number: 'Member number',
  numberHelp: 'The whole number. If it is that of a household, add the first name.',
  or: 'Or the name and the birth date',
  surname: 'Birth or usage name',
  firstNames: 'First of the first names',
  birth: 'Birth date',
  ask: 'Search',
  incomplete: 'Give the member number, or surname, first name and birth date.',
  again: 'Look for another person',
  noIndex: (version) => [
    `We cannot answer for list v${version}.`,
    'It was imported without what it takes to search the register. Import both files again.',
  ],
  notInRegister: (version) => [`Nobody in the register of list v${version} answers this.`],
  notInRegisterNote:
    'A slip of the keyboard or another number is enough to find nobody. Try the other way of searching.',
  tooMany: ['More than 5 people of the register answer this.', 'We cannot tell which one is calling.'],
  several: (count, listed, version) => [
    `${count} people of the register answer this.`,
    listed === 0
      ? `None is on list v${version}.`
      : listed === count
        ? `All of them are on list v${version}, or may be.`
        : `${listed} of them ${listed === 1 ? 'is' : 'are'} on list v${version}, or may be; ask which one is calling.`,
  ],
  severalNote: 'A number is often that of a household: give it with the first of the first names.',
  onList: (version) => [`This person is on list v${version}.`],
  inDoubt: (version) => [
    `We cannot tell whether this person is on list v${version}.`,
    'Ambiguous rows may mean them.',
  ],
  openIt: 'Open their page, with a reason',
  notOnList: (version) => [`This person is not on list v${version}.`],
  inRegister: (row) => `They are in the register, at data row ${row}.`,
  lookup: (motive, seq) => `Your question, reason “${motive}”, is journal entry ${seq}.`,
  since: 'Since which version',
  never: (version) =>
    version === 1
      ? 'They are not on list v1, the only one published.'
      : `They are on none of the lists v1 to v${version}.`,
  was: (versions, version) => `They were on list ${versions}; they are not on v${version}.`,
  proof: 'What was compared',
  compared: (rows) =>
    `Each of the ${rows} exposed rows got a verdict. None points to them, alone or among others.`,
  nothingNear: 'No exposed row was near enough to be weighed.',
  nearest: (row, verdict) => `The nearest is exposed row ${row}, verdict “${verdict}”.`,
  nearestShort: 'The nearest row is not theirs.',
  notProof: 'What this does not prove',
  limits: (unreadable, ambiguous) => [
    'That their data was not exposed: the processor’s list may be incomplete or wrong.',
    `Nor anything of the ${unreadable} unreadable rows; the ${ambiguous} ambiguous rows do not point to them.`,
    'Nor anything of another organisation: they may be on another insurer’s list.',
  ],
  say: 'What can be said',
  sentence: (version) =>
    `“As of today, you are not on list v${version}, drawn up from the file that our processor gave us. It does not prove that your data was not exposed: if a new list names you, we shall write to you.”`,
}

export const absentTexts = { fr, en }
export type AbsentTexts = typeof fr
