import { incidentByReference, listIncidents } from '../incident/index.ts'
import { type ImportedLists, importLists, listRefusals } from '../people/lists/index.ts'
import { readColumnMapping } from '../people/read/index.ts'
import type { Tx } from '../platform/database.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'lists import',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Importe le fichier des adhérents et la liste exposée, les rapproche et publie une version de la liste.',
    en: 'Imports the register and the exposed list, matches them and publishes a list version.',
  },
  options: {
    register: {
      type: 'string',
      required: true,
      value: 'FILE',
      fr: 'fichier des adhérents',
      en: 'register of members',
    },
    exposed: {
      type: 'string',
      required: true,
      value: 'FILE',
      fr: 'liste des enregistrements exposés',
      en: 'list of exposed records',
    },
    incident: {
      type: 'string',
      value: 'REF',
      fr: 'référence de l’incident (le seul ouvert, par défaut)',
      en: 'reference of the incident (the only open one by default)',
    },
    columns: {
      type: 'string',
      value: 'FILE.json',
      fr: 'quelle colonne tient quel champ',
      en: 'which column holds which field',
    },
  },
  async run(call) {
    const { register = '', exposed = '', incident, columns } = call.values
    const { platform, actor } = await call.platform()
    const incidentId = await findIncidentId(platform.db, incident)
    const mapping = columns === undefined ? undefined : await readColumnMapping(columns)
    const imported = await importLists(
      platform,
      {
        incidentId,
        registerPath: register,
        exposedPath: exposed,
        columns: mapping,
        onProgress: sayEachStep(call.say),
      },
      actor,
    )
    return { json: imported, text: summary(imported, call.locale) }
  },
})

/** The incident named, or the only one. @throws lists.whichIncident when there are none or several */
async function findIncidentId(tx: Tx, reference: string | undefined): Promise<string> {
  if (reference !== undefined) return (await incidentByReference(tx, reference)).id
  const incidents = await listIncidents(tx)
  const [only] = incidents
  if (!only || incidents.length > 1) {
    throw listRefusals.whichIncident({
      references: incidents.map((incident) => incident.reference).join(', '),
    })
  }
  return only.id
}

function sayEachStep(say: (text: string) => void) {
  let last = ''
  return (step: string) => {
    if (step !== last) say(`${step}…`)
    last = step
  }
}

function summary({ listVersion, verdicts, persons }: ImportedLists, locale: Locale): string {
  const n = (value: number) => formatInteger(value, locale)
  const { matched, not_ours, ambiguous, unreadable } = verdicts.byVerdict
  return locale === 'fr'
    ? `Liste v${listVersion.number}\u00a0: ${n(verdicts.records)} lignes exposées = ${n(matched)} rapprochées + ${n(not_ours)} pas des nôtres + ${n(ambiguous)} ambiguës + ${n(unreadable)} illisibles. ${n(persons.concerned)} personnes concernées, ${n(persons.heldForReview)} retenues pour relecture, ${n(persons.addressees)} messages à envoyer.`
    : `List v${listVersion.number}: ${n(verdicts.records)} exposed rows = ${n(matched)} matched + ${n(not_ours)} not ours + ${n(ambiguous)} ambiguous + ${n(unreadable)} unreadable. ${n(persons.concerned)} people concerned, ${n(persons.heldForReview)} held for review, ${n(persons.addressees)} messages to send.`
}
