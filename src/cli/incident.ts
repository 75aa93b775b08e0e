import { requireFreshProof } from '../access/index.ts'
import {
  closeIncident,
  incidentByReference,
  listIncidents,
  openIncident,
  openIncidentFromFile,
  readIncidentFile,
} from '../incident/index.ts'
import { enqueueFollowing, writeDuties } from '../obligations/index.ts'
import { formatInstant } from '../platform/i18n.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { defineCommand } from './command.ts'

export const openCommand = defineCommand({
  name: 'incident open',
  roles: ['lead'],
  summary: {
    fr: 'Ouvre un incident, vide ou avec les faits d’un fichier.',
    en: 'Opens an incident, empty or with the facts of a file.',
  },
  options: {
    reference: {
      type: 'string',
      required: true,
      value: 'REF',
      fr: 'nom court, en minuscules et tirets\u00a0: tiersoin-2026-05',
      en: 'short name, lower case and hyphens: tiersoin-2026-05',
    },
    title: {
      type: 'string',
      required: true,
      value: 'TITLE',
      fr: 'titre montré en tête',
      en: 'title shown on top',
    },
    exercise: {
      type: 'boolean',
      fr: 'c’est un exercice (dossier de données d’exercice seulement)',
      en: 'this is an exercise (exercise data folder only)',
    },
    facts: {
      type: 'string',
      value: 'FILE',
      fr: 'organisations, faits et données exposées, comme sample/incident.json',
      en: 'organisations, facts and exposed data, like sample/incident.json',
    },
  },
  async run(call) {
    const { reference = '', title = '', facts } = call.values
    const exercise = call.flags.has('exercise')
    const file = facts === undefined ? undefined : await readIncidentFile(facts)
    const { platform, actor } = await call.platform()
    const given = { reference, title, exercise }
    const incident = file
      ? await openIncidentFromFile(platform, file, given, actor, writeDuties)
      : await openIncident(platform, given, actor)
    await enqueueFollowing(platform.db, incident.id)
    const fr = `Incident «\u00a0${incident.title}\u00a0» ouvert, référence ${incident.reference}.`
    const en = `Incident “${incident.title}” opened, reference ${incident.reference}.`
    return { json: shown(incident), text: call.locale === 'fr' ? fr : en }
  },
})

export const closeCommand = defineCommand({
  name: 'incident close',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Clôt un incident : ses faits ne changent plus, la durée de conservation commence.',
    en: 'Closes an incident: its facts no longer change, its retention begins.',
  },
  options: incidentOption,
  async run(call) {
    const { platform, actor, provenAt } = await call.platform()
    requireFreshProof(provenAt, platform.clock.now())
    const { id, reference } = await chosenIncident(platform.db, call, 'incident close')
    await closeIncident(platform, id, actor)
    const incident = await incidentByReference(platform.db, reference)
    const text = call.locale === 'fr' ? `Incident ${reference} clos.` : `Incident ${reference} closed.`
    return { json: shown(incident), text }
  },
})

export const listCommand = defineCommand({
  name: 'incident list',
  summary: {
    fr: 'Liste les incidents de ce dossier de données.',
    en: 'Lists the incidents of this data folder.',
  },
  options: {},
  async run(call) {
    const { platform } = await call.platform()
    const incidents = await listIncidents(platform.db)
    const lines = incidents.map(
      ({ reference, title, openedAt }) => `${reference}  ${title}  ${formatInstant(openedAt, call.locale)}`,
    )
    const none = call.locale === 'fr' ? 'Aucun incident n’est ouvert.' : 'No incident is open.'
    return { json: incidents.map(shown), text: lines.length > 0 ? lines.join('\n') : none }
  },
})

function shown(incident: Awaited<ReturnType<typeof openIncident>>) {
  const { id, reference, title, exercise, openedAt, closedAt } = incident
  return {
    id,
    reference,
    title,
    exercise,
    openedAt: openedAt.toString(),
    closedAt: closedAt?.toString() ?? null,
  }
}
