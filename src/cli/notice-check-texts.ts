import { FLAWS, type FlawKind, type WarningKind } from '../notices/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { setFrenchSpaces } from '../platform/typography.ts'

type Words = { readonly what: string; readonly todo: string }

const warnings: Readonly<Record<Locale, Readonly<Record<WarningKind, Words>>>> = {
  fr: {
    says_not_concerned: {
      what: 'dit à quelqu’un qu’il n’est pas concerné',
      todo: 'Aucune liste ne le prouve : dites seulement qu’il n’est pas sur la liste, à quelle date.',
    },
    nir_shaped: {
      what: 'nombre qui ressemble à un numéro de sécurité sociale',
      todo: 'Retirez-le : aucun message n’en contient.',
    },
    link: {
      what: 'lien',
      todo: 'Dans un message, dites plutôt l’adresse à taper : un lien ressemble à un piège.',
    },
    long_sentence: { what: 'phrase trop longue', todo: 'Coupez-la : trente mots au plus.' },
    art34_nature: {
      what: 'la nature de la violation est introuvable',
      todo: 'Dites ce qui s’est passé (RGPD, art. 34, § 2).',
    },
    art34_contact: {
      what: 'le contact du délégué, ou une adresse qui fonctionne, est introuvable',
      todo: 'Écrivez en toutes lettres une adresse électronique, une adresse postale et un téléphone.',
    },
    art34_consequences: {
      what: 'les conséquences probables sont introuvables',
      todo: 'Dites ce que cela peut entraîner (RGPD, art. 34, § 2).',
    },
    art34_measures: {
      what: 'les mesures prises ou conseillées sont introuvables',
      todo: 'Dites ce qui a été fait, et ce que le lecteur peut faire (RGPD, art. 34, § 2).',
    },
  },
  en: {
    says_not_concerned: {
      what: 'tells somebody that they are not affected',
      todo: 'No list proves it: say only that they are not on the list, and at what date.',
    },
    nir_shaped: {
      what: 'number that looks like a social security number',
      todo: 'Remove it: no message holds one.',
    },
    link: { what: 'link', todo: 'In a message, say the address to type instead: a link looks like a trap.' },
    long_sentence: { what: 'sentence too long', todo: 'Cut it: thirty words at most.' },
    art34_nature: {
      what: 'the nature of the breach is not found',
      todo: 'Say what happened (GDPR art. 34(2)).',
    },
    art34_contact: {
      what: 'the contact of the officer, or a live address, is not found',
      todo: 'Write out an e-mail address, a postal address and a telephone number.',
    },
    art34_consequences: {
      what: 'the likely consequences are not found',
      todo: 'Say what this may lead to (GDPR art. 34(2)).',
    },
    art34_measures: {
      what: 'the measures taken or advised are not found',
      todo: 'Say what was done, and what the reader can do (GDPR art. 34(2)).',
    },
  },
}

/** What was found and what to do, in the reader's language. */
export function findingWords(kind: FlawKind | WarningKind, locale: Locale): Words {
  const flaw = FLAWS.find((one) => one.kind === kind)
  const words = flaw ? flaw[locale] : warnings[locale][kind as WarningKind]
  return locale === 'fr'
    ? { what: setFrenchSpaces(words.what), todo: setFrenchSpaces(words.todo) }
    : { what: words.what, todo: words.todo }
}

const fr = {
  warnings: 'À relire :',
  measures: { fr: 'Indice de Kandel et Moles', en: 'Indice de Flesch' },
  readability: (measure: string, score: number, mean: number) =>
    setFrenchSpaces(`${measure} : ${score} sur 100, ${mean.toLocaleString('fr-FR')} mots par phrase.`),
  longest: (line: number, words: number, text: string) =>
    setFrenchSpaces(`Ligne ${formatInteger(line, 'fr')}, ${words} mots : ${text}`),
  sum: (flaws: number, warned: number) =>
    flaws === 0
      ? `Aucun défaut certain, ${warned} ${warned < 2 ? 'point' : 'points'} à relire.`
      : `${flaws} ${flaws < 2 ? 'défaut' : 'défauts'} à corriger, ${warned} ${warned < 2 ? 'point' : 'points'} à relire.`,
}

const en: typeof fr = {
  warnings: 'To be read again:',
  measures: { fr: 'Kandel and Moles index', en: 'Flesch index' },
  readability: (measure, score, mean) =>
    `${measure}: ${score} out of 100, ${mean.toLocaleString('en-GB')} words per sentence.`,
  longest: (line, words, text) => `Line ${formatInteger(line, 'en')}, ${words} words: ${text}`,
  sum: (flaws, warned) =>
    flaws === 0
      ? `No certain flaw, ${warned} ${warned === 1 ? 'point' : 'points'} to read again.`
      : `${flaws} ${flaws === 1 ? 'flaw' : 'flaws'} to correct, ${warned} ${warned === 1 ? 'point' : 'points'} to read again.`,
}

export const noticeCheckTexts = { fr, en }
