import { requireFreshProof } from '../access/index.ts'
import { actorName } from '../journal/index.ts'
import { decideStrategy, STRATEGIES, type Strategy, strategyDecisions } from '../people/lists/index.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Command, defineCommand } from './command.ts'
import { cliRefusals } from './run-command.ts'

const words = {
  fr: {
    concerned_only: 'Nous prévenons les personnes sur la liste et celles que l’on ne peut pas écarter',
    preventive_to_all: 'Nous prévenons toutes les personnes du fichier des adhérents',
  },
  en: {
    concerned_only: 'We warn the people on the list and those who cannot be excluded',
    preventive_to_all: 'We warn everybody in the register',
  },
} satisfies Record<'fr' | 'en', Record<Strategy, string>>

const decide = defineCommand({
  name: 'strategy decide',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Inscrit qui l’organisme prévient, et pourquoi. Une nouvelle décision remplace la précédente.',
    en: 'Records whom the organisation warns, and why. A new decision replaces the one before.',
  },
  options: {
    ...incidentOption,
    strategy: {
      type: 'string',
      required: true,
      value: 'WORD',
      fr: 'concerned_only ou preventive_to_all',
      en: 'concerned_only or preventive_to_all',
    },
    reason: {
      type: 'string',
      required: true,
      value: 'TEXT',
      fr: 'les raisons, en clair',
      en: 'the reasons, in plain words',
    },
  },
  async run(call) {
    const { platform, actor, provenAt } = await call.platform()
    requireFreshProof(provenAt, platform.clock.now())
    const { id: incidentId } = await chosenIncident(platform.db, call, 'strategy decide')
    const asked = call.values['strategy']
    const strategy = STRATEGIES.find((known) => known === asked)
    if (!strategy) {
      const known = STRATEGIES.join(', ')
      const problem = call.locale === 'fr' ? `--strategy attend ${known}.` : `--strategy takes ${known}.`
      throw cliRefusals.usage({ command: 'strategy decide', problem })
    }
    const reason = call.values['reason'] ?? ''
    const decided = await decideStrategy(platform, { incidentId, strategy, reason }, actor)
    const on = call.locale === 'fr' ? 'décidé sur la liste' : 'decided on list'
    return { json: decided, text: `${words[call.locale][strategy]} (${on} v${decided.listVersion}).` }
  },
})

const show = defineCommand({
  name: 'strategy show',
  summary: {
    fr: 'Dit qui l’organisme prévient, et les décisions inscrites.',
    en: 'Says whom the organisation warns, and the decisions recorded.',
  },
  options: incidentOption,
  async run(call) {
    const { platform } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'strategy show')
    const decisions = await strategyDecisions(platform.db, id)
    const strategy = decisions[0]?.strategy ?? 'concerned_only'
    const lines = decisions.map(
      ({ decidedAt, decidedBy, listVersion, reason, strategy: word }) =>
        `${decidedAt.toString()} ${actorName(decidedBy)}, v${listVersion}. ${words[call.locale][word]}. ${reason}`,
    )
    return { json: { strategy, decisions }, text: [`${words[call.locale][strategy]}.`, ...lines].join('\n') }
  },
})

export const commands: readonly Command[] = [decide, show]
