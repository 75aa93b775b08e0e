import { campaignOf, correctAllDue, correctText, type PreparedCorrection } from '../delivery/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { campaignOption } from './chosen-campaign.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Call, defineCommand } from './command.ts'
import { cliRefusals } from './run-command.ts'

const WHY = ['fact_changed', 'advice_superseded'] as const

export const command = defineCommand({
  name: 'campaign correct',
  roles: ['lead', 'dpo', 'communication'],
  summary: {
    fr: 'Prépare une correction pour exactement les personnes qui tiennent un texte, ou une place sur la liste, qui a changé.',
    en: 'Prepares a correction to exactly the people who hold a text, or a place on the list, that has changed.',
  },
  options: {
    ...incidentOption,
    campaign: {
      ...campaignOption.campaign,
      fr: 'numéro de la campagne dont le texte a changé, 2 ou C2 (sans elle\u00a0: toutes les corrections dues)',
      en: 'number of the campaign whose text changed, 2 or C2 (without it: every correction due)',
    },
    why: {
      type: 'string',
      value: 'WORD',
      fr: `avec --campaign\u00a0: ${WHY.join(' ou ')} (fact_changed par défaut)`,
      en: `beside --campaign: ${WHY.join(' or ')} (fact_changed by default)`,
    },
  },
  async run(call) {
    const { platform, actor } = await call.platform()
    const { reference } = await chosenIncident(platform.db, call, 'campaign correct')
    const named = call.values['campaign']
    const why = whyOf(call)
    const prepared =
      named === undefined
        ? await correctAllDue(platform, reference, actor)
        : [
            await correctText(
              platform,
              {
                incidentReference: reference,
                campaignId: (await campaignOf(platform.db, reference, undefined, named)).id,
                why,
              },
              actor,
            ),
          ]
    return {
      json: prepared.map(({ campaign, ...sums }) => ({
        campaign: campaign.reference,
        why: campaign.correction,
        cohort: campaign.cohort,
        state: campaign.state,
        ...sums,
      })),
      text: prepared.map((one) => line(one, call.locale)).join('\n'),
    }
  },
})

function whyOf(call: Call): (typeof WHY)[number] {
  const asked = call.values['why'] ?? 'fact_changed'
  const why = WHY.find((known) => known === asked)
  if (why && (call.values['why'] === undefined || call.values['campaign'] !== undefined)) return why
  const problem =
    call.locale === 'fr'
      ? `--why attend ${WHY.join(' ou ')}, avec --campaign.`
      : `--why takes ${WHY.join(' or ')}, with --campaign.`
  throw cliRefusals.usage({ command: 'campaign correct', problem })
}

function line({ campaign, ...sums }: PreparedCorrection, locale: Locale): string {
  const n = (value: number) => formatInteger(value, locale)
  return locale === 'fr'
    ? `Correction ${campaign.reference}\u00a0: ${n(sums.owed)} personnes = ${n(sums.covered)} à qui écrire + ${n(sums.untold)} impossibles. À envoyer\u00a0: ${n(sums.email)} e‑mails, ${n(sums.letter)} lettres. Messages repris\u00a0: ${n(sums.withdrawn)}.`
    : `Correction ${campaign.reference}: ${n(sums.owed)} people = ${n(sums.covered)} to write to + ${n(sums.untold)} who cannot be reached. To send: ${n(sums.email)} e-mails, ${n(sums.letter)} letters. Messages taken back: ${n(sums.withdrawn)}.`
}
