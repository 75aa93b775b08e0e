import { ensureExercisePersons, requireFreshProof } from '../access/index.ts'
import {
  type Campaign,
  type CampaignState,
  campaignFigures,
  campaignOf,
  cancelCampaign,
  endWords,
  heldDeliveries,
  outlookOf,
  pauseCampaign,
  prepareCampaign,
  type Releaser,
  releaseCampaign,
  releasesOf,
  resumeCampaign,
  SINCE_BACKUP,
  type SinceBackup,
  sendCampaign,
  wavesTexts,
} from '../delivery/index.ts'
import type { Actor } from '../journal/index.ts'
import { COHORTS, type Cohort } from '../people/lists/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Platform } from '../platform/platform.ts'
import { campaignOption } from './chosen-campaign.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Call, type Command, defineCommand } from './command.ts'
import { cliRefusals } from './run-command.ts'

/** `--cohort`: whom a campaign writes to, and in which words. */
const cohortOption = {
  cohort: {
    type: 'string',
    value: 'COHORT',
    fr: 'concerned (par défaut), cannot_be_excluded ou preventive',
    en: 'concerned (the default), cannot_be_excluded or preventive',
  },
} as const

function cohortOf(call: Call): Cohort {
  const asked = call.values['cohort'] ?? 'concerned'
  const cohort = COHORTS.find((known) => known === asked)
  if (cohort) return cohort
  const problem =
    call.locale === 'fr' ? `--cohort attend ${COHORTS.join(', ')}.` : `--cohort takes ${COHORTS.join(', ')}.`
  throw cliRefusals.usage({ command: 'campaign prepare', problem })
}

const prepare = defineCommand({
  name: 'campaign prepare',
  roles: ['lead', 'dpo', 'communication'],
  summary: {
    fr: 'Prévoit un envoi par destinataire de la liste en vigueur.',
    en: 'Plans one delivery for each addressee of the current list.',
  },
  options: { ...incidentOption, ...cohortOption },
  async run(call) {
    const { platform, actor } = await call.platform()
    const { reference } = await chosenIncident(platform.db, call, 'campaign prepare')
    const { campaign, ...sums } = await prepareCampaign(
      platform,
      { incidentReference: reference, cohort: cohortOf(call) },
      actor,
    )
    const n = (value: number) => formatInteger(value, call.locale)
    const fr = `Campagne ${campaign.reference}\u00a0: ${n(sums.concerned)} ${whoFr(campaign.cohort)} = ${n(sums.covered)} prévues ou déjà informées + ${n(sums.untold)} impossibles. À envoyer\u00a0: ${n(sums.email)} e‑mails, ${n(sums.letter)} lettres.`
    const en = `Campaign ${campaign.reference}: ${n(sums.concerned)} ${whoEn(campaign.cohort)} = ${n(sums.covered)} planned or already told + ${n(sums.untold)} who cannot be told. To send: ${n(sums.email)} e-mails, ${n(sums.letter)} letters.`
    return {
      json: { campaign: campaign.reference, cohort: campaign.cohort, state: campaign.state, ...sums },
      text: call.locale === 'fr' ? fr : en,
    }
  },
})

const whoFr = (cohort: Cohort) =>
  ({
    concerned: 'personnes concernées',
    cannot_be_excluded: 'personnes que l’on ne peut pas écarter',
    preventive: 'personnes sur aucune liste',
  })[cohort]
const whoEn = (cohort: Cohort) =>
  ({
    concerned: 'concerned people',
    cannot_be_excluded: 'people who cannot be excluded',
    preventive: 'people on no list',
  })[cohort]

const release = defineCommand({
  name: 'campaign release',
  roles: ['lead', 'dpo', 'communication'],
  summary: {
    fr: 'Libère la campagne, au nom d’une personne ; il en faut deux.',
    en: 'Releases the campaign, in one person’s name; two are needed.',
  },
  options: { ...incidentOption, ...campaignOption },
  async run(call) {
    const { platform, actor, roles, provenAt } = await call.platform()
    requireFreshProof(provenAt, platform.clock.now())
    const { reference } = await chosenIncident(platform.db, call, 'campaign release')
    const campaign = await campaignOf(platform.db, reference, 'prepared', call.values['campaign'])
    const releaser = await releaserOf(platform, campaign, actor, roles)
    const method = releaser.fictional ? 'exercise' : 'operator'
    const {
      releases,
      released,
      campaign: after,
    } = await releaseCampaign(platform, { campaignId: campaign.id, releaser, method })
    const fr = released
      ? `Campagne ${after.reference} libérée par deux personnes.`
      : `${releaser.name} a libéré ${after.reference}. Il faut une seconde personne.`
    const en = released
      ? `Campaign ${after.reference} released by two people.`
      : `${releaser.name} released ${after.reference}. A second person is needed.`
    const json = {
      campaign: after.reference,
      state: after.state,
      releases,
      by: releaser.name,
      fictional: releaser.fictional,
    }
    return { json, text: call.locale === 'fr' ? fr : en }
  },
})

/** The signed-in person; in an exercise, where its owner acts, the next of its two fictional people. */
async function releaserOf(
  platform: Platform,
  campaign: Campaign,
  actor: Actor,
  roles: readonly string[],
): Promise<Releaser> {
  if (actor.kind === 'user') return { userId: actor.userId, name: actor.name, roles, fictional: false }
  const { lead, dpo } = await ensureExercisePersons(platform)
  const done = (await releasesOf(platform.db, campaign.id)).map(({ userId }) => userId)
  const person = [lead, dpo].find(({ id }) => !done.includes(id)) ?? dpo
  return { userId: person.id, name: person.name, roles: person.roles, fictional: true }
}

function stateCommand(
  verb: 'send' | 'pause' | 'resume' | 'cancel',
  from: CampaignState | undefined,
  summary: Command['summary'],
  act: (platform: Platform, campaignId: number, actor: Actor, call: Call) => Promise<Campaign>,
  options: Command['options'] = {},
): Command {
  const name = `campaign ${verb}`
  return defineCommand({
    name,
    roles: ['lead', 'dpo', 'communication'],
    summary,
    options: { ...incidentOption, ...campaignOption, ...options },
    async run(call) {
      const { platform, actor } = await call.platform()
      const { reference } = await chosenIncident(platform.db, call, name)
      const { id } = await campaignOf(platform.db, reference, from, call.values['campaign'])
      const campaign = await act(platform, id, actor, call)
      return {
        json: { campaign: campaign.reference, state: campaign.state },
        text: `${campaign.reference}: ${campaign.state}`,
      }
    },
  })
}

const sinceBackupOption = {
  'since-backup': {
    type: 'string',
    value: 'nothing-left|not-known',
    fr: 'après une restauration\u00a0: rien n’est parti depuis la sauvegarde, ou nous ne savons pas (les e‑mails prévus sont alors retenus)',
    en: 'after a restore: nothing left since the backup, or we do not know (planned e-mails are then held)',
  },
} as const

/** `--since-backup`, said only after a restore. */
function sinceBackupOf(call: Call): SinceBackup | undefined {
  const said = call.values['since-backup']
  const known = SINCE_BACKUP.find((word) => word.replace('_', '-') === said)
  if (said === undefined || known) return known
  throw cliRefusals.usage({ command: 'campaign resume', problem: '--since-backup nothing-left|not-known' })
}

/** They wait for a person, and are never sent again by themselves. */
const heldWords = (count: number) => ({
  fr: `E‑mails dont le relais n’a pas dit s’il les a pris : ${formatInteger(count, 'fr')}. Décidez pour chacun sur la page d’envoi ; rien ne repart seul.`,
  en: `E-mails that the relay did not say it took: ${formatInteger(count, 'en')}. Decide on each on the sending page; none leaves again by itself.`,
})

const status = defineCommand({
  name: 'campaign status',
  summary: { fr: 'Dit où en est la campagne.', en: 'Says how far the campaign is.' },
  options: { ...incidentOption, ...campaignOption },
  async run(call) {
    const { platform } = await call.platform()
    const { reference } = await chosenIncident(platform.db, call, 'campaign status')
    const campaign = await campaignOf(platform.db, reference, undefined, call.values['campaign'])
    const figures = await campaignFigures(platform.db, campaign.id)
    const { state, pauseReason } = campaign
    const n = (value: number) => formatInteger(value, call.locale)
    const told = figures.told.email + figures.told.letter
    const fr = `${campaign.reference} : ${state}${pauseReason ? ` (${pauseReason})` : ''}. ${n(told)} personnes informées sur ${n(figures.persons)}, ${n(figures.inProgress)} en cours, ${n(figures.unknown)} retenues, ${n(figures.untold)} impossibles.`
    const en = `${campaign.reference}: ${state}${pauseReason ? ` (${pauseReason})` : ''}. ${n(told)} people told of ${n(figures.persons)}, ${n(figures.inProgress)} in progress, ${n(figures.unknown)} held, ${n(figures.untold)} who cannot be told.`
    const held = await heldDeliveries(platform.db, campaign.id, { limit: 1000 })
    const now = platform.clock.now()
    const { waves, current, endsAt } = await outlookOf(platform.db, campaign, now)
    const ahead = [
      current ? ` ${wavesTexts[call.locale].wave(current.number)}/${waves.length}.` : '',
      endsAt ? ` ${endWords(endsAt, now, call.locale)}` : '',
      figures.emails.held > 0 ? ` ${heldWords(figures.emails.held)[call.locale]}` : '',
    ].join('')
    return {
      json: {
        campaign: campaign.reference,
        state,
        pause_reason: pauseReason,
        ...figures,
        held: held.map(({ id, heldAt, reason, messageId }) => ({
          delivery: id,
          since: heldAt.toString(),
          reason,
          message_id: messageId,
        })),
        wave: current?.number ?? null,
        waves: waves.length,
        ends_at: endsAt?.toString() ?? null,
      },
      text: `${call.locale === 'fr' ? fr : en}${ahead}`,
    }
  },
})

export const commands: readonly Command[] = [
  prepare,
  release,
  stateCommand(
    'send',
    'released',
    { fr: 'Commence l’envoi d’une campagne libérée.', en: 'Starts sending a released campaign.' },
    sendCampaign,
  ),
  stateCommand(
    'pause',
    'sending',
    {
      fr: 'Suspend la campagne après les messages en cours.',
      en: 'Pauses the campaign after the messages in hand.',
    },
    pauseCampaign,
  ),
  stateCommand(
    'resume',
    'paused',
    { fr: 'Reprend une campagne suspendue.', en: 'Takes up a paused campaign.' },
    (platform, id, actor, call) => resumeCampaign(platform, id, actor, sinceBackupOf(call)),
    sinceBackupOption,
  ),
  stateCommand(
    'cancel',
    undefined,
    {
      fr: 'Annule une campagne dont rien n’est parti ; on peut en préparer une autre.',
      en: 'Cancels a campaign from which nothing left; another may be prepared.',
    },
    cancelCampaign,
  ),
  status,
]
