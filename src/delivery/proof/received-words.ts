const fr = {
  title: (version: number) => `Le texte reçu, version ${version}`,
  hash: 'empreinte',
  asLetter: 'en lettre',
  whole: 'Texte entier',
  notYours:
    'Votre rôle ne lit pas les messages écrits aux personnes. Leur version et les faits cités sont ici.',
  facts: 'Faits cités par ce texte',
  stillTrue: 'toujours vrai',
  changed: 'changé depuis',
  gates: 'Contrôles',
  held: (held: number, all: number) => `${held} sur ${all}`,
  beforeRelease: 'tenus avant la libération',
}

const en: typeof fr = {
  title: (version) => `The text received, version ${version}`,
  hash: 'hash',
  asLetter: 'as a letter',
  whole: 'Whole text',
  notYours: 'Your role does not read messages written to people. Their version and the facts cited are here.',
  facts: 'Facts cited by this text',
  stillTrue: 'still true',
  changed: 'changed since',
  gates: 'Checks',
  held: (held, all) => `${held} of ${all}`,
  beforeRelease: 'held before the release',
}

export const receivedWords = { fr, en }
