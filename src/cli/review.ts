import { type Proportion, reviewFigures, runInHand } from '../people/review/index.ts'
import { formatDecimal, formatInteger } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'review',
  summary: {
    fr: 'Compte les lignes à relire et dit la justesse estimée du rapprochement.',
    en: 'Counts the rows to review and says how right the match is estimated to be.',
  },
  options: incidentOption,
  async run(call) {
    const { platform } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'review')
    const run = await runInHand(platform.db, id)
    if (!run) {
      const none = call.locale === 'fr' ? 'Aucune liste n’est encore lue.' : 'No list has been read yet.'
      return { json: null, text: none }
    }
    const figures = await reviewFigures(platform.db, run.id)
    return { json: { runId: run.id, ...figures }, text: lines(figures, call.locale).join('\n') }
  },
})

type Figures = Awaited<ReturnType<typeof reviewFigures>>

function lines(figures: Figures, locale: Locale): string[] {
  const n = (value: number) => formatInteger(value, locale)
  const { toReview, reviewed, awaitingSecond, peopleAtStake, estimate } = figures
  const queue =
    locale === 'fr'
      ? `À relire ${n(toReview)}, dont ${n(awaitingSecond)} en attente d’un second lecteur\u202f; décidées ${n(reviewed)}\u202f; personnes en jeu ${n(peopleAtStake)}.`
      : `To review ${n(toReview)}, of which ${n(awaitingSecond)} wait for a second reader; decided ${n(reviewed)}; people at stake ${n(peopleAtStake)}.`
  if (!estimate)
    return [
      queue,
      locale === 'fr'
        ? 'Échantillon aveugle\u00a0: rien n’est lu, rien n’est affirmé.'
        : 'Blind sample: nothing is read, nothing is claimed.',
    ]
  const { precision, setAside, recall } = estimate
  const [matches, aside, found] =
    locale === 'fr'
      ? ['Appariements justes', 'Lignes écartées à raison', 'Personnes retrouvées']
      : ['Matches that are right', 'Rows rightly set aside', 'People found']
  return [
    queue,
    ...(precision ? [`${matches} ${share(precision, locale)}, ${read(precision, locale)}`] : []),
    ...(setAside ? [`${aside} ${share(setAside, locale)}, ${read(setAside, locale)}`] : []),
    ...(recall ? [`${found} ${share(recall, locale)}`] : []),
  ]
}

function share({ value, low, high }: Pick<Proportion, 'value' | 'low' | 'high'>, locale: Locale): string {
  const [at, least, most] = [value, low, high].map((part) => formatDecimal(100 * part, locale, 2))
  return locale === 'fr'
    ? `${at}\u202f% (entre ${least} et ${most})`
    : `${at}% (between ${least} and ${most})`
}

function read({ right, decided, undecided, drawn }: Proportion, locale: Locale): string {
  const n = (value: number) => formatInteger(value, locale)
  return locale === 'fr'
    ? `${n(right)} justes sur ${n(decided)} décidées, ${n(undecided)} indécises, ${n(drawn)} tirées`
    : `${n(right)} right of ${n(decided)} decided, ${n(undecided)} undecided, ${n(drawn)} drawn`
}
