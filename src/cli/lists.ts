import { requireFreshProof } from '../access/index.ts'
import { deliveryOfLists } from '../delivery/index.ts'
import {
  type ChangeCounts,
  type ChangeSums,
  type Changes,
  changesHold,
  discardDraft,
  findVersion,
  type ImportedLists,
  importLists,
  nameOf,
  PUBLISH_REASONS,
  type PublishedList,
  type PublishReason,
  publishList,
  readChanges,
  sumsOf,
  versionRefusals,
  versionTexts,
} from '../people/lists/index.ts'
import { readColumnMapping } from '../people/read/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { defineCommand } from './command.ts'

const reasonOption = {
  reason: {
    type: 'string',
    value: 'WORD',
    fr: `pourquoi cette liste est publiée, quand quelqu’un en sort\u00a0: ${PUBLISH_REASONS.join(', ')}`,
    en: `why this list is published, when somebody leaves it: ${PUBLISH_REASONS.join(', ')}`,
  },
} as const

const importCommand = defineCommand({
  name: 'lists import',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Importe le fichier des adhérents et la liste exposée, les rapproche et publie une version de la liste, ou garde un brouillon.',
    en: 'Imports the register and the exposed list, matches them and publishes a list version, or keeps a draft.',
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
    ...incidentOption,
    columns: {
      type: 'string',
      value: 'FILE.json',
      fr: 'quelle colonne tient quel champ',
      en: 'which column holds which field',
    },
    repaired: {
      type: 'string',
      value: 'FILE',
      fr: 'lignes réparées, qui prennent la place de lignes en quarantaine de la liste exposée',
      en: 'repaired rows, which take the place of quarantined rows of the exposed list',
    },
    draft: {
      type: 'boolean',
      fr: 'garde un brouillon, que personne d’autre ne voit, à publier ensuite',
      en: 'keeps a draft, which nobody else sees, to be published later',
    },
    ...reasonOption,
  },
  async run(call) {
    const { register = '', exposed = '', columns } = call.values
    const { platform, actor, provenAt } = await call.platform()
    const publish = !call.flags.has('draft')
    if (publish) requireFreshProof(provenAt, platform.clock.now())
    const { id: incidentId } = await chosenIncident(platform.db, call, 'lists import')
    const mapping = columns === undefined ? undefined : await readColumnMapping(columns)
    const imported = await importLists(
      platform,
      {
        incidentId,
        registerPath: register,
        exposedPath: exposed,
        columns: mapping,
        repairedPath: call.values['repaired'],
        publish,
        reason: readReason(call.values['reason']),
        delivery: deliveryOfLists,
        onProgress: sayEachStep(call.say),
      },
      actor,
    )
    return { json: imported, text: summary(imported, call.locale) }
  },
})

const publishCommand = defineCommand({
  name: 'lists publish',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Publie le brouillon, ou de nouveau la liste en vigueur quand la relecture l’a changée.',
    en: 'Publishes the draft, or the current list again when the review changed it.',
  },
  options: { ...incidentOption, ...reasonOption },
  async run(call) {
    const { platform, actor, provenAt } = await call.platform()
    requireFreshProof(provenAt, platform.clock.now())
    const { id: incidentId } = await chosenIncident(platform.db, call, 'lists publish')
    const source =
      (await findVersion(platform.db, incidentId, 'draft')) ??
      (await findVersion(platform.db, incidentId, 'published'))
    if (!source) throw versionRefusals.noDraft()
    const reason = readReason(call.values['reason'])
    const request = { incidentId, versionId: source.id, reason, delivery: deliveryOfLists }
    const published = await publishList(platform, request, actor)
    return { json: published, text: publishedText(published, call.locale) }
  },
})

const discardCommand = defineCommand({
  name: 'lists discard',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Écarte le brouillon ; la liste en vigueur ne change pas.',
    en: 'Sets the draft aside; the current list does not change.',
  },
  options: incidentOption,
  async run(call) {
    const { platform, actor } = await call.platform()
    const { id: incidentId } = await chosenIncident(platform.db, call, 'lists discard')
    const discarded = await discardDraft(platform, { incidentId }, actor)
    const text =
      call.locale === 'fr'
        ? 'Brouillon écarté. La liste en vigueur ne change pas.'
        : 'Draft set aside. The current list does not change.'
    return { json: discarded, text }
  },
})

const diffCommand = defineCommand({
  name: 'lists diff',
  roles: ['lead', 'dpo', 'reviewer', 'auditor'],
  summary: {
    fr: 'Dit ce qui change entre deux listes, et ce que cela veut dire pour les personnes déjà informées.',
    en: 'Says what changed between two lists, and what it means for people already told.',
  },
  options: {
    from: {
      type: 'string',
      value: 'N',
      fr: 'numéro de la liste d’avant (celle d’avant --to, par défaut)',
      en: 'number of the list before (the one before --to by default)',
    },
    to: {
      type: 'string',
      value: 'N|draft',
      fr: 'numéro de la liste d’après, ou draft (le brouillon, sinon la liste en vigueur, par défaut)',
      en: 'number of the list after, or draft (the draft, else the current list, by default)',
    },
    ...incidentOption,
  },
  async run(call) {
    const { platform } = await call.platform()
    const { id: incidentId } = await chosenIncident(platform.db, call, 'lists diff')
    const { from, to } = call.values
    const changes = await readChanges(platform.db, incidentId, { from, to }, deliveryOfLists.standing)
    if (!changes) throw versionRefusals.oneList()
    const sums = sumsOf(changes)
    const { before, after, stayed, groups, span } = changes
    const json = {
      from: { id: span.from.id, number: span.from.number, persons: before },
      to: { id: span.to.id, number: span.to.number, persons: after },
      stayed,
      ...sums,
      holds: changesHold(changes),
      groups,
    }
    return { json, text: changesLines(json, call.locale) }
  },
})

export const commands = [importCommand, publishCommand, diffCommand, discardCommand]

/** The sums written out, then one line for each meaning. */
function changesLines({ from, to, stayed, removed, added, groups }: ChangesJson, locale: Locale): string {
  const n = (value: number) => formatInteger(value, locale)
  const words = versionTexts[locale]
  const colon = locale === 'fr' ? '\u00a0:' : ':'
  const title = (version: ChangesJson['from']) => {
    const name = nameOf(version, locale)
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}${colon}`
  }
  // Groups that differ by class or reason alone have one meaning, and one line.
  const meanings = new Map<string, { next: string; persons: number }>()
  for (const { kind, effect, persons } of groups) {
    const [what, next] = words.effects[effect]
    const name = `${words.kinds[kind]}, ${what}`
    meanings.set(name, { next, persons: persons + (meanings.get(name)?.persons ?? 0) })
  }
  const lines = [...meanings].map(([name, { next, persons }]) => `  ${name}${colon} ${n(persons)}. ${next}`)
  return [
    `${title(from)} ${n(from.persons)} = ${n(stayed)} ${words.stayed} + ${n(removed)} ${words.removed}`,
    `${title(to)} ${n(to.persons)} = ${n(stayed)} ${words.stayed} + ${n(added)} ${words.added}`,
    ...lines.sort(),
  ].join('\n')
}

interface ChangesJson extends ChangeSums {
  readonly from: { readonly number: number | null; readonly persons: number }
  readonly to: { readonly number: number | null; readonly persons: number }
  readonly stayed: number
  readonly groups: Changes['groups']
}

/** @throws lists.unknownReason */
function readReason(word: string | undefined): PublishReason | undefined {
  const known = PUBLISH_REASONS.find((reason) => reason === word)
  if (word !== undefined && !known) throw versionRefusals.unknownReason({ known: PUBLISH_REASONS.join(', ') })
  return known
}

function sayEachStep(say: (text: string) => void) {
  let last = ''
  return (step: string) => {
    if (step !== last) say(`${step}…`)
    last = step
  }
}

function summary({ listVersion, verdicts, persons, changes }: ImportedLists, locale: Locale): string {
  const n = (value: number) => formatInteger(value, locale)
  const { matched, not_ours, ambiguous, unreadable } = verdicts.byVerdict
  const { number } = listVersion
  const fr = `${number === null ? 'Brouillon' : `Liste v${number}`}\u00a0: ${n(verdicts.records)} lignes exposées = ${n(matched)} rapprochées + ${n(not_ours)} pas à nous + ${n(ambiguous)} ambiguës + ${n(unreadable)} illisibles. ${n(persons.concerned)} personnes concernées, ${n(persons.heldForReview)} retenues pour relecture, ${n(persons.addressees)} messages à envoyer.`
  const en = `${number === null ? 'Draft' : `List v${number}`}: ${n(verdicts.records)} exposed rows = ${n(matched)} matched + ${n(not_ours)} not ours + ${n(ambiguous)} ambiguous + ${n(unreadable)} unreadable. ${n(persons.concerned)} people concerned, ${n(persons.heldForReview)} held for review, ${n(persons.addressees)} messages to send.`
  return [locale === 'fr' ? fr : en, changesText(changes, locale)].filter(Boolean).join(' ')
}

function changesText(changes: ChangeCounts | null, locale: Locale): string | undefined {
  if (!changes) return undefined
  const n = (value: number) => formatInteger(value, locale)
  return locale === 'fr'
    ? `Depuis la liste publiée avant elle\u00a0: ${n(changes.added)} ajoutées, ${n(changes.removed)} retirées, ${n(changes.class)} de classe changée, ${n(changes.data)} de données changées, ${n(changes.contact)} de contact changé, ${n(changes.same)} inchangées.`
    : `Since the list published before it: ${n(changes.added)} added, ${n(changes.removed)} removed, ${n(changes.class)} with another class, ${n(changes.data)} with other data, ${n(changes.contact)} with another contact, ${n(changes.same)} unchanged.`
}

function publishedText(published: PublishedList, locale: Locale): string {
  const { number, persons, changes, withdrawn } = published
  const n = (value: number) => formatInteger(value, locale)
  const fr = `Liste v${number} publiée\u00a0: ${n(persons.concerned)} personnes concernées.`
  const en = `List v${number} published: ${n(persons.concerned)} concerned people.`
  const taken =
    locale === 'fr'
      ? `${n(withdrawn)} messages retirés avant leur départ.`
      : `${n(withdrawn)} messages withdrawn before they left.`
  return [locale === 'fr' ? fr : en, changesText(changes, locale), withdrawn > 0 ? taken : undefined]
    .filter(Boolean)
    .join(' ')
}
