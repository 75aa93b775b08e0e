import { setTimeout as wait } from 'node:timers/promises'
import { ensureExercisePersons, requireFreshProof } from '../access/index.ts'
import type { Actor } from '../journal/index.ts'
import { formatInteger, type Locale } from '../platform/i18n.ts'
import type { Platform } from '../platform/platform.ts'
import {
  askPurge,
  confirmPurge,
  decideRetention,
  incidentOfPurge,
  obstacleWords,
  type Purge,
  type Purger,
  planLines,
  planPurge,
  purgeOf,
  withdrawPurge,
} from '../purge/index.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { type Call, type Command, defineCommand } from './command.ts'
import { cliRefusals } from './run-command.ts'

const purge = defineCommand({
  name: 'purge',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Montre ce qu’une purge prendrait et laisserait ; à deux personnes, détruit les données des personnes d’un incident.',
    en: 'Shows what a purge would take and leave; by two people, destroys the data of people of an incident.',
  },
  options: {
    ...incidentOption,
    'dry-run': {
      type: 'boolean',
      fr: 'montre le plan, ne change rien (par défaut)',
      en: 'shows the plan, changes nothing (the default)',
    },
    ask: {
      type: 'boolean',
      fr: 'demande la purge, première personne',
      en: 'asks for the purge, first person',
    },
    confirm: {
      type: 'boolean',
      fr: 'confirme la purge, seconde personne, et attend sa fin ; sans retour',
      en: 'confirms the purge, second person, and waits for its end; without return',
    },
    withdraw: { type: 'boolean', fr: 'retire la demande', en: 'withdraws the request' },
  },
  async run(call) {
    const { platform, actor, roles, provenAt } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'purge')
    const incident = await incidentOfPurge(platform.db, id)
    const verb = verbOf(call)
    if (verb) {
      requireFreshProof(provenAt, platform.clock.now())
      const by = await purgerOf(platform, id, verb, actor, roles)
      if (verb === 'ask') await askPurge(platform, incident, by)
      else if (verb === 'withdraw') await withdrawPurge(platform, incident, by)
      else await confirmPurge(platform, incident, by)
    }
    const standing = verb === 'confirm' ? await finished(platform, id) : await purgeOf(platform.db, id)
    const planned = await planPurge(platform, platform.db, incident)
    const obstacles = standing ? [] : planned.obstacles
    const lines = [
      ...planLines(standing?.plan ?? planned.plan, call.locale),
      stateLine(standing, call.locale),
      obstacleWords(obstacles, call.locale),
    ]
    return { json: jsonOf(standing, planned, obstacles), text: lines.filter(Boolean).join('\n') }
  },
})

const retention = defineCommand({
  name: 'purge retention',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Décide combien de temps les données des personnes sont gardées.',
    en: 'Decides how long the data of people are kept.',
  },
  options: {
    ...incidentOption,
    days: {
      type: 'string',
      value: 'N',
      fr: 'jours après la clôture de l’incident',
      en: 'days after the closure of the incident',
    },
    until: { type: 'string', value: 'DATE', fr: 'ou une date, AAAA-MM-JJ', en: 'or a date, YYYY-MM-DD' },
  },
  async run(call) {
    const { platform, actor, provenAt } = await call.platform()
    requireFreshProof(provenAt, platform.clock.now())
    const { id } = await chosenIncident(platform.db, call, 'purge retention')
    const { days, until } = call.values
    const decided = await decideRetention(platform, id, { days, until }, actor)
    const n = (value: number) => formatInteger(value, call.locale)
    const fr = decided.until ?? `${n(decided.days)} jours après la clôture`
    const en = decided.until ?? `${n(decided.days)} days after the closure`
    return { json: decided, text: call.locale === 'fr' ? `Conservation\u00a0: ${fr}.` : `Retention: ${en}.` }
  },
})

export const commands: readonly Command[] = [purge, retention]

type Verb = 'ask' | 'confirm' | 'withdraw'

function verbOf({ flags, locale }: Call): Verb | undefined {
  const given = (['ask', 'confirm', 'withdraw', 'dry-run'] as const).filter((name) => flags.has(name))
  if (given.length > 1) {
    const problem = locale === 'fr' ? 'Un seul acte à la fois.' : 'One act at a time.'
    throw cliRefusals.usage({ command: 'purge', problem })
  }
  return given[0] === 'dry-run' ? undefined : given[0]
}

/** The signed-in person; in an exercise, where its owner acts, the one of its two fictional people whose turn it is. */
async function purgerOf(
  platform: Platform,
  incidentId: string,
  verb: Verb,
  actor: Actor,
  roles: readonly string[],
): Promise<Purger> {
  if (actor.kind === 'user') return { userId: actor.userId, name: actor.name, roles, actor }
  const { lead, dpo } = await ensureExercisePersons(platform)
  const asked = await purgeOf(platform.db, incidentId)
  const { id, name, roles: own } = verb === 'confirm' && asked?.askedBy === lead.id ? dpo : lead
  return { userId: id, name, roles: own, actor: { kind: 'exercise', userId: id, name } }
}

const LOOK_AGAIN_MS = 500

/** The desk's worker carries the purge out; it goes on when this command is stopped. */
async function finished(platform: Platform, incidentId: string): Promise<Purge | undefined> {
  for (;;) {
    const purge = await purgeOf(platform.db, incidentId)
    if (purge?.state !== 'running') return purge
    await wait(LOOK_AGAIN_MS)
  }
}

function stateLine(purge: Purge | undefined, locale: Locale): string {
  if (!purge) return ''
  const fr = {
    asked: `Demandée par ${purge.askedByName}, à confirmer.`,
    running: 'En cours.',
    done: 'Purge finie.',
    withdrawn: '',
  }
  const en = {
    asked: `Asked for by ${purge.askedByName}, to be confirmed.`,
    running: 'Under way.',
    done: 'Purge done.',
    withdrawn: '',
  }
  return (locale === 'fr' ? fr : en)[purge.state]
}

function jsonOf(
  purge: Purge | undefined,
  planned: Awaited<ReturnType<typeof planPurge>>,
  obstacles: readonly string[],
): object {
  const { retention: kept, due } = planned
  return {
    state: purge?.state ?? 'none',
    plan: purge?.plan ?? planned.plan,
    left: planned.plan,
    retention: kept.retention,
    due: due?.toString() ?? null,
    obstacles,
    asked_by: purge?.askedByName ?? null,
    confirmed_by: purge?.confirmedByName ?? null,
    finished_at: purge?.finishedAt?.toString() ?? null,
  }
}
