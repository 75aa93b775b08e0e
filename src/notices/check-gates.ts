import type { Temporal } from '../platform/clock.ts'
import { COHORT_ITEMS } from './cohort-items.ts'
import { compileNotice } from './compile-notice.ts'
import { EXTREMES } from './extreme-recipients.ts'
import { findFlaws } from './find-flaws.ts'
import { gateTexts } from './gate-texts.ts'
import {
  COHORTS,
  isClosing,
  type NoticeLocale,
  type NoticeRecipient,
  type NoticeTree,
  type Serves,
  sentencesOf,
  textsOf,
} from './model.ts'
import { CONSEQUENCES } from './plan-advice.ts'
import { readability } from './readability.ts'
import { escapeHtml } from './render-html.ts'
import type { RenderedNotice } from './rendered-model.ts'
import { setFrench } from './wording/typography.ts'

export type GateId =
  | 'art34_nature'
  | 'art34_contact'
  | 'art34_consequences'
  | 'art34_measures'
  | 'standing_said'
  | 'merge_proof'
  | 'facts_current'
  | 'wording_approved'
  | 'readable'

export interface Gate {
  readonly gate: GateId
  readonly ok: boolean
  /** What was checked and found, a sentence in the reader's language. */
  readonly reason: string
  readonly whereToMend: string
  /** Sentences, keys or places concerned: the flaws found, or the longest sentences. */
  readonly details: readonly string[]
}

/** Above this, a sentence or a text is sent back: readers under stress lose the thread. */
const LONGEST_SENTENCE = 30
const MEAN_WORDS = 18

/**
 * What must hold before two people may release a notice. Reads the composed texts, not the intention: a sentence
 * emptied by hand fails. `checkedOn` is the day on which the wording must be approved; without it the day is not checked.
 */
export function checkGates(
  tree: NoticeTree,
  { locale = tree.locale, checkedOn }: { locale?: NoticeLocale; checkedOn?: Temporal.PlainDate } = {},
): Gate[] {
  // A closing message follows a notice that said all of art. 34(2); of its own it needs whom to ask.
  const asked: readonly Serves[] = isClosing(tree.correction)
    ? ['contact']
    : ['nature', 'contact', 'consequences', 'measures']
  const served = asked.map((item) => art34(tree, item, locale))
  const gates = [
    ...served,
    isClosing(tree.correction) ? closingSaid(tree, locale) : standingSaid(tree, locale),
    mergeProof(tree, locale),
    factsCurrent(tree, locale),
    wordingApproved(tree, locale, checkedOn),
    readable(tree, locale),
  ]
  return locale === 'fr' ? gates.map((gate) => ({ ...gate, reason: setFrench(gate.reason) })) : gates
}

function art34(tree: NoticeTree, item: Serves, locale: NoticeLocale): Gate {
  const words = gateTexts[locale]
  const missing =
    item === 'consequences' ? withoutConsequence(tree) : item === 'contact' ? withoutContact(tree) : []
  const said = sentencesOf(tree).some(({ serves, text }) => serves === item && text.trim() !== '')
  const ok = said && missing.length === 0
  const reason = (ok ? words.present : words.absent)(words[item])
  return { gate: `art34_${item}`, ok, reason, whereToMend: words.wherePage, details: missing }
}

function withoutConsequence(tree: NoticeTree): string[] {
  const said = new Set(
    sentencesOf(tree)
      .filter(({ text }) => text.trim() !== '')
      .map(({ item }) => item),
  )
  return tree.exposed.filter((category) => !CONSEQUENCES[category].some((item) => said.has(item)))
}

function withoutContact(tree: NoticeTree): string[] {
  const contact = tree.sections.find(({ id }) => id === 'contact')
  const lines = (contact?.blocks ?? []).flatMap((block) =>
    block.kind === 'details' ? block.rows.flatMap((row) => row.lines) : [],
  )
  return lines.some((line) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(line)) ? [] : ['contact']
}

/**
 * What the reader is told of themselves: the sentences of their cohort and those of no other, and nowhere that somebody
 * is not concerned, which a list can never say.
 */
function standingSaid(tree: NoticeTree, locale: NoticeLocale): Gate {
  const words = gateTexts[locale]
  const own = COHORT_ITEMS[tree.cohort ?? 'concerned']
  const items = new Set(
    sentencesOf(tree)
      .filter(({ text }) => text.trim() !== '')
      .map(({ item }) => item),
  )
  const asked = [
    tree.correction ? 'correction.subject' : own.subject,
    own.why,
    own.data,
    ...(own.consequences ? [own.consequences] : []),
    ...own.certainty,
  ]
  const foreign = COHORTS.filter((cohort) => cohort !== (tree.cohort ?? 'concerned')).flatMap((cohort) => [
    COHORT_ITEMS[cohort].why,
    COHORT_ITEMS[cohort].data,
    ...COHORT_ITEMS[cohort].certainty,
  ])
  const denied = textsOf(tree).filter(({ text }) => SAYS_NOT_CONCERNED.test(text))
  const bad = [
    ...asked.filter((item) => !items.has(item)),
    ...foreign.filter((item) => items.has(item)),
    ...denied.map(({ place }) => place),
  ]
  const reason = bad.length === 0 ? words.standingOk : words.standingBad(bad.join(', '))
  return {
    gate: 'standing_said',
    ok: bad.length === 0,
    reason,
    whereToMend: words.whereWording,
    details: bad,
  }
}

/** A closing says what had been written, on which list the reader is not, and that lists change: nothing less, nothing more. */
function closingSaid(tree: NoticeTree, locale: NoticeLocale): Gate {
  const words = gateTexts[locale]
  const items = sentencesOf(tree)
    .filter(({ text }) => text.trim() !== '')
    .map(({ item }) => item)
  const wrote = tree.correction === 'left_list' ? 'correction.wrote_concerned' : 'correction.wrote_doubt'
  const asked = ['correction.subject', wrote, 'not_listed.list', 'not_listed.changes']
  const foreign = COHORTS.flatMap((cohort) => [COHORT_ITEMS[cohort].why, COHORT_ITEMS[cohort].data])
  const denied = textsOf(tree).filter(({ text }) => SAYS_NOT_CONCERNED.test(text))
  const bad = [
    ...asked.filter((item) => !items.includes(item)),
    ...items.filter((item) => foreign.some((one) => one === item)),
    ...denied.map(({ place }) => place),
  ]
  const ok = bad.length === 0
  const reason = ok ? words.standingOk : words.standingBad(bad.join(', '))
  return { gate: 'standing_said', ok, reason, whereToMend: words.whereWording, details: bad }
}

/** "Silence never means not concerned" (design, promise 4): no list proves it, so no text says it. */
const SAYS_NOT_CONCERNED =
  /\b(?:pas|plus|non|aucunement|nullement)\s+(?:été\s+)?concerné|\b(?:êtes|est|sont|ont)\s+pas\s+(?:été\s+)?(?:touchée?s?|affectée?s?)|\b(?:not|never)\s+(?:been\s+)?(?:concerned|affected)|\bunaffected/iu

/** The texts, then whole messages for people who stretch them: nothing may be left open or lost. */
function mergeProof(tree: NoticeTree, locale: NoticeLocale): Gate {
  const words = gateTexts[locale]
  const render = compileNotice(tree)
  const messages = EXTREMES.map((recipient) => ({ recipient, rendered: render(recipient) }))
  const lost = messages
    .filter(({ recipient, rendered }) => isLost(tree, recipient, rendered))
    .map(({ recipient }) => recipient.reference)
  const flaws = [
    ...textsOf(tree).flatMap(({ place, text }) =>
      findFlaws(text, locale).map((flaw) => `${place} (${flaw})`),
    ),
    ...lost,
  ]
  const ok = flaws.length === 0
  const reason = ok ? words.mergeOk : words.mergeBad(flaws.join(', '))
  return { gate: 'merge_proof', ok, reason, whereToMend: words.wherePage, details: flaws }
}

/** A firm is not greeted by its name, and nobody who died is named. */
function isLost(
  { audience }: NoticeTree,
  { reference, addressee, persons }: NoticeRecipient,
  { text, html }: RenderedNotice,
): boolean {
  const flat = text.replace(/\s+/g, ' ')
  const names = audience === 'relative_of_deceased' ? [] : persons.map(({ name }) => name)
  const said = [reference, ...(audience === 'firm' ? [] : [addressee]), ...names]
  const missing = said.some((value) => !flat.includes(value) || !html.includes(escapeHtml(value)))
  return missing || /\{\{/.test(text + html)
}

function factsCurrent(tree: NoticeTree, locale: NoticeLocale): Gate {
  const words = gateTexts[locale]
  const bad = Object.entries(tree.facts)
    .filter(([, { state }]) => state !== 'held')
    .map(([key]) => key)
  const reason =
    bad.length === 0 ? words.factsOk(Object.keys(tree.facts).length) : words.factsBad(bad.join(', '))
  return { gate: 'facts_current', ok: bad.length === 0, reason, whereToMend: words.wherePage, details: bad }
}

function wordingApproved(tree: NoticeTree, locale: NoticeLocale, on?: Temporal.PlainDate): Gate {
  const words = gateTexts[locale]
  const day = on?.toString()
  const bad = sentencesOf(tree)
    .filter(
      ({ validFrom, validUntil }) => day && (day < validFrom || (validUntil !== null && day > validUntil)),
    )
    .map(({ item }) => item)
  const reason = bad.length === 0 ? words.wordingOk : words.wordingBad(bad.join(', '))
  return {
    gate: 'wording_approved',
    ok: bad.length === 0,
    reason,
    whereToMend: words.whereWording,
    details: bad,
  }
}

function readable(tree: NoticeTree, locale: NoticeLocale): Gate {
  const words = gateTexts[locale]
  const running = sentencesOf(tree).filter(
    ({ item }) => item !== 'data.category' && item !== 'subject' && !item.startsWith('correction.fact'),
  )
  const measured = readability(
    running.map(({ text }) => text),
    tree.locale,
  )
  const longest = measured.longest[0]?.words ?? 0
  const mean = measured.wordsPerSentence.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB')
  return {
    gate: 'readable',
    ok: longest <= LONGEST_SENTENCE && measured.wordsPerSentence <= MEAN_WORDS,
    reason: words.readable(measured.score, mean, longest),
    whereToMend: words.whereWording,
    details: measured.longest.map(({ words, text }) => `${words} : ${text}`),
  }
}
