import { define, refusals } from '../platform/refusal.ts'
import { factNames } from './texts.ts'

const name = (fact: string, locale: 'fr' | 'en') => factNames[locale][fact] ?? fact

export const noticeRefusals = refusals('notices', {
  missingFact: define<{ fact: string }>({
    http: 422,
    exit: 65,
    fr: ({ fact }) =>
      `L’information individuelle ne peut pas être écrite : il manque ${name(fact, 'fr')}. Saisissez ce fait, puis recommencez.`,
    en: ({ fact }) =>
      `The notice cannot be written: ${name(fact, 'en')} is missing. Enter this fact, then try again.`,
  }),
  nothingChanged: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Rien de ce que disait ce texte n’a changé. Il n’y a pas de correction à écrire. Changez d’abord le fait ou le conseil.',
    en: () =>
      'Nothing that this text said has changed. There is no correction to write. Change the fact or the advice first.',
  }),
  nobodyCovered: define({
    http: 422,
    exit: 65,
    fr: () => 'Ce message ne couvre personne. Indiquez au moins une personne concernée.',
    en: () => 'This message covers nobody. Name at least one person concerned.',
  }),
  unsafeHeader: define<{ header: string }>({
    http: 422,
    exit: 65,
    fr: ({ header }) =>
      `L’en-tête ${header} du message n’est pas valable. Corrigez l’adresse ou le texte, puis recommencez.`,
    en: ({ header }) =>
      `The ${header} header of the message is not valid. Correct the address or the text, then try again.`,
  }),
})
