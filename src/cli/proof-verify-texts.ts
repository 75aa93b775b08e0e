import type { Check } from '../delivery/proof/index.ts'

type Words = Readonly<Record<Check['id'], Readonly<Record<Check['state'], string>>>>

const fr = {
  noFile: 'Il manque le fichier de la preuve.',
  marks: { holds: '✓', fails: '✗', unchecked: '○' },
  checks: {
    outcome: {
      holds: 'L’issue écrite dans le fichier est bien celle de l’empreinte scellée.',
      fails:
        'L’issue écrite dans le fichier n’est pas celle de l’empreinte scellée\u00a0: elle a été changée.',
      unchecked: '',
    },
    path: {
      holds: 'Le chemin mène de cette empreinte à la racine, à la place dite.',
      fails: 'Le chemin ne mène pas de cette empreinte à la racine.',
      unchecked: '',
    },
    seal: {
      holds: 'L’entrée de la main courante nomme cette racine et ce nombre de personnes.',
      fails: 'L’entrée de la main courante ne nomme pas cette racine.',
      unchecked: '',
    },
    entry: {
      holds: 'L’entrée donne bien sa propre empreinte.',
      fails: 'L’entrée ne donne pas son empreinte\u00a0: elle a été changée.',
      unchecked: '',
    },
    texts: {
      holds: 'Les textes joints, entiers, sont ceux que l’issue nomme.',
      fails: 'Un texte joint manque ou n’est pas celui que l’issue nomme.',
      unchecked: '',
    },
    journal: {
      holds: 'L’entrée se trouve dans la main courante donnée, dont la chaîne est juste.',
      fails: 'La main courante donnée est rompue, ou ne contient pas cette entrée.',
      unchecked: 'Non vérifié\u00a0: la place de l’entrée dans la main courante. Donnez-la avec --journal.',
    },
  } as Words,
  holds: 'La preuve tient.',
  alone:
    'Le fichier est d’accord avec lui-même, et c’est tout\u00a0: n’importe qui peut en fabriquer un pareil. Donnez la main courante exportée avec --journal pour savoir si la preuve tient.',
  fails: 'La preuve ne tient pas.',
  notCovered:
    'Hors du sceau\u00a0: la date du fichier, et la mise en forme du texte reçu (nom, formule d’appel). Rien ici ne dit que le message a été lu.',
}

const en: typeof fr = {
  noFile: 'The file of the proof is missing.',
  marks: fr.marks,
  checks: {
    outcome: {
      holds: 'The outcome written in the file is that of the sealed hash.',
      fails: 'The outcome written in the file is not that of the sealed hash: it was changed.',
      unchecked: '',
    },
    path: {
      holds: 'The path leads from this hash to the root, at the place said.',
      fails: 'The path does not lead from this hash to the root.',
      unchecked: '',
    },
    seal: {
      holds: 'The entry of the journal names this root and this number of people.',
      fails: 'The entry of the journal does not name this root.',
      unchecked: '',
    },
    entry: {
      holds: 'The entry gives its own hash.',
      fails: 'The entry does not give its hash: it was changed.',
      unchecked: '',
    },
    texts: {
      holds: 'The texts enclosed, whole, are those that the outcome names.',
      fails: 'A text enclosed is missing or is not the one that the outcome names.',
      unchecked: '',
    },
    journal: {
      holds: 'The entry stands in the journal given, whose chain is sound.',
      fails: 'The journal given is broken, or does not hold this entry.',
      unchecked: 'Not checked: the place of the entry in the journal. Give it with --journal.',
    },
  },
  holds: 'The proof holds.',
  alone:
    'The file agrees with itself, and that is all: anyone can make up such a file. Give the exported journal with --journal to know whether the proof holds.',
  fails: 'The proof does not hold.',
  notCovered:
    'Outside the seal: the date of the file, and the setting of the text received (name, greeting). Nothing here says that the message was read.',
}

export const proofVerifyTexts = { fr, en }
