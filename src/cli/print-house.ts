import { readFile } from 'node:fs/promises'
import {
  builtInProfile,
  campaignOf,
  chooseProfile,
  type PrintProfile,
  readProfile,
  rebuildBatch,
  takeBackBatch,
} from '../delivery/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import { ioRefusal } from '../platform/io-refusal.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Call, type Command, defineCommand } from './command.ts'
import { cliRefusals } from './run-command.ts'

const roles = ['lead', 'dpo', 'communication'] as const

const profile = defineCommand({
  name: 'letters profile',
  roles: [...roles],
  positionals: ['NAME|FILE.json'],
  summary: {
    fr: 'Choisit le profil de l’imprimeur (fenêtre, marges, recto verso) pour les lettres encore à composer.',
    en: 'Chooses the print house’s profile (window, margins, both sides) for the letters still to set.',
  },
  options: incidentOption,
  async run(call) {
    const chosen = await profileNamed(named(call, 'letters profile'))
    const { platform, actor } = await call.platform()
    const { reference } = await chosenIncident(platform.db, call, 'letters profile')
    const campaign = await campaignOf(platform.db, reference, 'sending')
    await chooseProfile(platform, campaign, chosen, actor)
    const fr = `Profil ${chosen.name} pour les prochains lots de la campagne ${campaign.reference}.`
    const en = `Profile ${chosen.name} for the next batches of campaign ${campaign.reference}.`
    return {
      json: { campaign: campaign.reference, profile: chosen },
      text: call.locale === 'fr' ? fr : en,
    }
  },
})

async function profileNamed(name: string): Promise<PrintProfile> {
  if (!name.endsWith('.json')) return builtInProfile(name)
  const text = await readFile(name, 'utf8').catch((error) => {
    throw ioRefusal(error, name)
  })
  return readProfile(text)
}

const rebuild = defineCommand({
  name: 'letters rebuild',
  roles: [...roles],
  positionals: ['BATCH'],
  summary: {
    fr: 'Recompose un lot et compare ses empreintes à celles du jour où il a été composé.',
    en: 'Sets a batch again and compares its hashes with those of the day it was set.',
  },
  options: incidentOption,
  async run(call) {
    const batch = named(call, 'letters rebuild')
    const { platform } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'letters rebuild')
    const rebuilt = await rebuildBatch(platform, { reference: batch, incidentId: id })
    const files = rebuilt.restored.join(', ')
    const fr = `Lot ${batch}\u00a0: mêmes octets, SHA-256 ${rebuilt.pdfSha256}.${files ? ` Fichiers remis en place\u00a0: ${files}.` : ''}`
    const en = `Batch ${batch}: same bytes, SHA-256 ${rebuilt.pdfSha256}.${files ? ` Files put back: ${files}.` : ''}`
    return { json: rebuilt, text: call.locale === 'fr' ? fr : en }
  },
})

const withdraw = defineCommand({
  name: 'letters withdraw',
  roles: [...roles],
  positionals: ['BATCH'],
  summary: {
    fr: 'Reprend un lot composé et non remis\u00a0: ses lettres sont recomposées, sauf pour qui a quitté la liste.',
    en: 'Takes back a batch that is set and not handed over: its letters are set again, except for people who left the list.',
  },
  options: incidentOption,
  async run(call) {
    const batch = named(call, 'letters withdraw')
    const { platform, actor } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'letters withdraw')
    const taken = await takeBackBatch(platform, { reference: batch, incidentId: id }, actor)
    const n = (value: number) => formatInteger(value, call.locale)
    const fr = `Lot ${batch} repris\u00a0: ${n(taken.plannedAgain)} lettres à recomposer, ${n(taken.cancelled)} annulées.`
    const en = `Batch ${batch} taken back: ${n(taken.plannedAgain)} letters to set again, ${n(taken.cancelled)} cancelled.`
    return { json: taken, text: call.locale === 'fr' ? fr : en }
  },
})

function named(call: Call, command: string): string {
  const name = call.positionals[0]
  if (name) return name
  const fr = 'Nommez le lot, le profil ou le fichier.'
  const en = 'Name the batch, the profile or the file.'
  throw cliRefusals.usage({ command, problem: call.locale === 'fr' ? fr : en })
}

export const commands: readonly Command[] = [profile, rebuild, withdraw]
