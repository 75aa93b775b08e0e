import { define, refusals } from '../../platform/refusal.ts'

export const reviewRefusals = refusals('review', {
  accountBroken: define<{ expected: number; found: number }>({
    http: 409,
    exit: 70,
    fr: ({ expected, found }) =>
      `Les lignes à relire ne sont pas celles du rapprochement : ${found} au lieu de ${expected}. L’import est arrêté, rien n’a été importé. Signalez-le avec les deux fichiers de compte.`,
    en: ({ expected, found }) =>
      `The rows to review are not those of the match: ${found} instead of ${expected}. The import was stopped, nothing was imported. Report it with both accounts.`,
  }),
})
