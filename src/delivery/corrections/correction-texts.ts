import { formatInteger } from '../../platform/i18n.ts'
import type { Correction } from '../model.ts'

type Causes = Readonly<Record<Correction, string>>
const n = (value: number) => formatInteger(value, 'fr')
const m = (value: number) => formatInteger(value, 'en')

const fr = {
  title: 'Corrections',
  lead: (due: number) =>
    due === 0
      ? 'Personne n’attend de correction.'
      : due === 1
        ? 'Une personne attend une correction.'
        : `${n(due)} personnes attendent une correction.`,
  stale: (texts: number) =>
    texts === 0
      ? 'Aucun texte parti n’a changé depuis.'
      : texts === 1
        ? 'Les textes d’une campagne ont changé depuis leur envoi.'
        : `Les textes de ${n(texts)} campagnes ont changé depuis leur envoi.`,
  note: 'Une correction part aux personnes qui ont reçu ce qui ne vaut plus, à elles seules, une fois chacune. Deux personnes la libèrent.',
  due: 'Corrections dues',
  noneDue: 'Le dernier message de chaque personne informée dit ce que dit la liste en vigueur.',
  dueColumns: ['Pourquoi', 'Ce que dit le message', 'Personnes'],
  causes: {
    left_list: 'Informées, et plus sur la liste',
    doubt_lifted: 'Dans le doute, et plus sur la liste',
    doubt_again: 'Informées, et de nouveau dans le doute',
    listed_again: 'De nouveau sur la liste',
    fact_changed: 'Un fait de leur texte a changé',
    advice_superseded: 'Un conseil de leur texte est remplacé',
  } as Causes,
  says: {
    left_list:
      'Où elles en sont\u00a0: «\u00a0vous n’êtes pas sur la liste\u00a0». Jamais qu’elles ne sont pas concernées.',
    doubt_lifted:
      'Où elles en sont\u00a0: «\u00a0vous n’êtes pas sur la liste\u00a0». Jamais qu’elles ne sont pas concernées.',
    doubt_again: 'Ce qui avait été écrit, puis le texte de ceux que l’on ne peut pas écarter.',
    listed_again: 'Ce qui avait été écrit, puis le texte entier.',
    fact_changed: 'L’ancienne valeur et la nouvelle, puis le texte entier.',
    advice_superseded: 'Le conseil retiré et celui qui le remplace, puis le texte entier.',
  } as Causes,
  prepareDue: 'Préparer les corrections dues',
  prepareDueNote: 'Une campagne par cause. Rien ne part avant deux libérations.',
  changed: 'Textes partis qui ont changé',
  noneChanged: 'Les faits cités, les conseils et le choix des phrases sont ceux qui sont partis.',
  ofCampaign: (number: number) => `Campagne ${n(number)}`,
  changedColumns: ['Ce qui a changé', 'Écrit', 'Aujourd’hui', 'Personnes qui tiennent l’ancien texte'],
  notSaid: 'non dit',
  noLonger: 'n’est plus dit',
  advice: 'Conseil',
  choice: 'Choix des phrases',
  choiceBefore: 'celui d’alors',
  choiceNow: 'un autre est gardé',
  prepareText: (number: number) => `Préparer la correction de la campagne ${n(number)}`,
  prepareTextNote:
    'Ce qui n’est pas encore parti de cette campagne ne part plus\u00a0: ces personnes recevront le nouveau texte.',
  account: 'Corrections écrites',
  accountColumns: ['Où elles en sont', 'Personnes'],
  accountRows: {
    told: 'Reçues',
    in_progress: 'En cours',
    unknown_held: 'Inconnues, retenues',
    cannot_be_told: 'Impossibles',
  },
  versions: 'Qui a reçu quelle version',
  written: { fr: 'en français', en: 'en anglais' },
  versionsLead: (texts: number) => `${n(texts)} ${texts < 2 ? 'texte libéré' : 'textes libérés'}.`,
  versionsNone: 'Aucun texte n’est encore libéré.',
  versionsNote:
    'Chaque chiffre ouvre exactement ces personnes. «\u00a0Sans suite\u00a0»\u00a0: aucun texte plus récent n’est parti ni préparé pour elles.',
  versionColumns: ['Texte', 'E\u2011mail', 'Lettre', 'Sans suite', 'Export'],
  version: (number: number) => `version ${n(number)}`,
  csv: 'CSV',
  staleVersions: 'Faits et conseils remplacés',
  staleColumns: ['Ce qui a changé', 'Textes', 'Personnes qui le tiennent'],
  wasThenIs: (before: string, after: string) => `écrit\u00a0: ${before}\u202f; aujourd’hui\u00a0: ${after}`,
  textsOf: (texts: number) => `${n(texts)} ${texts < 2 ? 'texte' : 'textes'}`,
}

const en: typeof fr = {
  title: 'Corrections',
  lead: (due) =>
    due === 0
      ? 'Nobody is waiting for a correction.'
      : due === 1
        ? 'One person is waiting for a correction.'
        : `${m(due)} people are waiting for a correction.`,
  stale: (texts) =>
    texts === 0
      ? 'No text that left has changed since.'
      : texts === 1
        ? 'The texts of one campaign have changed since they left.'
        : `The texts of ${m(texts)} campaigns have changed since they left.`,
  note: 'A correction goes to exactly those who received what no longer holds, once each. Two people release it.',
  due: 'Corrections due',
  noneDue: 'The last message of everybody told says what the list in force says.',
  dueColumns: ['Why', 'What the message says', 'People'],
  causes: {
    left_list: 'Told, and no longer on the list',
    doubt_lifted: 'In doubt, and no longer on the list',
    doubt_again: 'Told, and in doubt again',
    listed_again: 'On the list again',
    fact_changed: 'A fact of their text changed',
    advice_superseded: 'A piece of advice in their text is replaced',
  },
  says: {
    left_list: 'Where they stand: “you are not on the list”. Never that they are not concerned.',
    doubt_lifted: 'Where they stand: “you are not on the list”. Never that they are not concerned.',
    doubt_again: 'What had been written, then the text of those who cannot be excluded.',
    listed_again: 'What had been written, then the whole text.',
    fact_changed: 'The old value and the new one, then the whole text.',
    advice_superseded: 'The advice taken back and the one in its place, then the whole text.',
  },
  prepareDue: 'Prepare the corrections due',
  prepareDueNote: 'One campaign for each cause. Nothing leaves before two releases.',
  changed: 'Texts that left and have changed',
  noneChanged: 'The facts cited, the advice and the sentences chosen are those that left.',
  ofCampaign: (number) => `Campaign ${m(number)}`,
  changedColumns: ['What changed', 'Written', 'Today', 'People who hold the old text'],
  notSaid: 'not said',
  noLonger: 'no longer said',
  advice: 'Advice',
  choice: 'Sentences chosen',
  choiceBefore: 'those of then',
  choiceNow: 'others are kept',
  prepareText: (number) => `Prepare the correction of campaign ${m(number)}`,
  prepareTextNote:
    'What has not yet left from that campaign is no longer sent: those people will get the new text.',
  account: 'Corrections written',
  accountColumns: ['Where they stand', 'People'],
  accountRows: {
    told: 'Received',
    in_progress: 'In progress',
    unknown_held: 'Unknown, held',
    cannot_be_told: 'Impossible',
  },
  versions: 'Who received which version',
  written: { fr: 'in French', en: 'in English' },
  versionsLead: (texts) => `${m(texts)} ${texts === 1 ? 'text' : 'texts'} released.`,
  versionsNone: 'No text is released yet.',
  versionsNote:
    'Each figure opens exactly those people. “Nothing newer”: no later text has left or is prepared for them.',
  versionColumns: ['Text', 'E\u2011mail', 'Letter', 'Nothing newer', 'Export'],
  version: (number) => `version ${m(number)}`,
  csv: 'CSV',
  staleVersions: 'Facts and advice replaced',
  staleColumns: ['What changed', 'Texts', 'People who hold it'],
  wasThenIs: (before, after) => `written: ${before}; today: ${after}`,
  textsOf: (texts) => `${m(texts)} ${texts === 1 ? 'text' : 'texts'}`,
}

export const correctionTexts = { fr, en }
