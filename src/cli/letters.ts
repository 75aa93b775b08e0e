import { buildLetters, campaignOf, postLetters } from '../delivery/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Command, defineCommand } from './command.ts'

const build = defineCommand({
  name: 'letters build',
  roles: ['lead', 'dpo', 'communication'],
  summary: {
    fr: 'Compose les lettres prévues, par lots de 100 au plus.',
    en: 'Sets the planned letters, in batches of at most 100.',
  },
  options: incidentOption,
  async run(call) {
    const { platform } = await call.platform()
    const { reference } = await chosenIncident(platform.db, call, 'letters build')
    const campaign = await campaignOf(platform.db, reference, 'sending')
    const built = await buildLetters(platform, campaign.id, {
      onBatch: (batch) => call.say(`${batch.reference}: ${batch.letters}`),
    })
    const n = (value: number) => formatInteger(value, call.locale)
    const fr = `${n(built.letters)} lettres en ${n(built.batches)} lots.`
    const en = `${n(built.letters)} letters in ${n(built.batches)} batches.`
    return { json: { campaign: campaign.reference, ...built }, text: call.locale === 'fr' ? fr : en }
  },
})

const post = defineCommand({
  name: 'letters post',
  roles: ['lead', 'dpo', 'communication'],
  summary: {
    fr: 'Enregistre la remise des lots à l’imprimeur ou à la poste, avec le bordereau.',
    en: 'Records the hand-over of the batches to the print house or the post, with the receipt.',
  },
  options: {
    ...incidentOption,
    batch: {
      type: 'string',
      value: 'REF',
      fr: 'un seul lot (tous ceux qui sont composés, par défaut)',
      en: 'one batch only (all that are set by default)',
    },
    receipt: {
      type: 'string',
      value: 'NUMBER',
      fr: 'numéro du bordereau de dépôt',
      en: 'number of the deposit receipt',
    },
    fictional: {
      type: 'boolean',
      fr: 'bordereau fictif, dans un exercice seulement',
      en: 'fictional receipt, in an exercise only',
    },
  },
  async run(call) {
    const { platform, actor } = await call.platform()
    const { reference } = await chosenIncident(platform.db, call, 'letters post')
    const campaign = await campaignOf(platform.db, reference, 'sending')
    const { batch, receipt } = call.values
    const posted = await postLetters(
      platform,
      { campaignId: campaign.id, batch, receipt, fictional: call.flags.has('fictional') },
      actor,
    )
    const n = (value: number) => formatInteger(value, call.locale)
    const fr = `${n(posted.batches)} lots remis\u00a0: ${n(posted.letters)} lettres, ${n(posted.persons)} personnes informées.`
    const en = `${n(posted.batches)} batches handed over: ${n(posted.letters)} letters, ${n(posted.persons)} people told.`
    return { json: { campaign: campaign.reference, ...posted }, text: call.locale === 'fr' ? fr : en }
  },
})

export const commands: readonly Command[] = [build, post]
