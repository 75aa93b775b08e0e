import { define, refusals } from '../../platform/refusal.ts'

/** What a person or a relay may get wrong about returned mail. */
export const returnedRefusals = refusals('returned', {
  tokenName: define({
    http: 422,
    exit: 64,
    fr: () => 'Donnez un nom à ce jeton, celui du relais par exemple.',
    en: () => 'Give this token a name, that of the relay for instance.',
  }),
  tokenRefused: define({
    http: 401,
    exit: 77,
    fr: () =>
      'Jeton de retours absent ou inconnu. Envoyez Authorization: Bearer avec un jeton de la page «\u00a0Retours\u00a0».',
    en: () =>
      'Token for returned mail missing or unknown. Send Authorization: Bearer with a token of the page “Returned mail”.',
  }),
  tooMany: define({
    http: 429,
    exit: 75,
    fr: () =>
      'Trop de demandes. Attendez une minute, puis renvoyez la même\u202f: rien n’est compté deux fois.',
    en: () => 'Too many requests. Wait a minute, then send the same again: nothing is counted twice.',
  }),
  tooLarge: define({
    http: 413,
    exit: 65,
    fr: () => 'Un retour fait 1\u202fMo au plus. Envoyez le début du message, ou moins d’événements.',
    en: () => 'A report is 1 MB at most. Send the beginning of the message, or fewer events.',
  }),
  notAReport: define({
    http: 422,
    exit: 65,
    fr: () =>
      'Envoyez un message (message/rfc822) ou des événements (application/json) comme le décrit le guide.',
    en: () => 'Send a message (message/rfc822) or events (application/json) as the guide describes.',
  }),
  badEvents: define({
    http: 422,
    exit: 65,
    fr: () => 'Ces événements n’ont pas la forme décrite dans le guide. Aucun n’est pris.',
    en: () => 'These events do not have the shape that the guide describes. None was taken.',
  }),
  alreadySettled: define({
    http: 409,
    exit: 69,
    fr: () => 'Ce retour n’attend plus. Rechargez la page.',
    en: () => 'This report no longer waits. Reload the page.',
  }),
  noSuchMessage: define({
    http: 404,
    exit: 66,
    fr: () =>
      'Aucun envoi de cet incident ne porte ce Message-ID. Copiez celui qui figure dans le message revenu\u00a0: d…@….',
    en: () => 'No delivery of this incident has this Message-ID. Copy the one in the returned message: d…@….',
  }),
  saidWhy: define({
    http: 422,
    exit: 64,
    fr: () => 'Dites pourquoi ce retour est écarté.',
    en: () => 'Say why this report is set aside.',
  }),
  nationalId: define({
    http: 422,
    exit: 65,
    fr: () =>
      'Le motif contient une suite de chiffres qui ressemble à un numéro de sécurité sociale. Retirez-la\u00a0: le motif reste dans la main courante.',
    en: () =>
      'The reason holds digits that look like a social security number. Take them out: the reason stays in the journal.',
  }),
})
