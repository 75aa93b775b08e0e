import { en as enWords } from './wording/en.ts'
import { fr as frWords } from './wording/fr.ts'

const fr = {
  served: {
    nature: 'la nature de la violation',
    contact: 'le contact du délégué à la protection des données',
    consequences: 'les conséquences probables',
    measures: 'les mesures prises ou conseillées',
  },
  categories: frWords.categories as Readonly<Record<string, string>>,
  law: (what: string) => `Demandé par le RGPD, art.\u00a034, §\u00a02 : ${what}.`,
  exposed: (category: string) => `Donnée exposée : ${category}.`,
  reader: 'Propre à ce lecteur.',
  standing: 'Dit ce que l’on sait du lecteur.',
  fact: 'Un fait de l’incident.',
  habit: 'Dit dans tous les messages.',
  option: 'Facultatif : à ajouter si cela aide ce lecteur.',
}

const en: typeof fr = {
  served: {
    nature: 'the nature of the breach',
    contact: 'the contact of the data protection officer',
    consequences: 'the likely consequences',
    measures: 'the measures taken or advised',
  },
  categories: enWords.categories,
  law: (what) => `Asked by GDPR art. 34(2): ${what}.`,
  exposed: (category) => `Exposed data: ${category}.`,
  reader: 'For this reader.',
  standing: 'Says what is known of the reader.',
  fact: 'A fact of the incident.',
  habit: 'Said in every message.',
  option: 'Optional: to add where it helps this reader.',
}

export const whyTexts = { fr, en }
