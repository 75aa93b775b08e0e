import { Temporal } from '../platform/clock.ts'
import type { CitedFact, CitedList, LocalText, NoticeFacts, NoticeLocale } from './model.ts'
import { noticeRefusals } from './refusals.ts'

/** What fills a slot of a wording item, and the facts it comes from. */
export interface Slot {
  readonly text: string
  readonly facts: readonly CitedFact<unknown>[]
}
export type Slots = Readonly<Record<string, Slot | null>>

/** The facts as slots. A slot that only cites (`{nature}`) has an empty text: the sentence itself states the fact. */
export function slotsOf(facts: NoticeFacts, locale: NoticeLocale, list?: CitedFact<CitedList>): Slots {
  const plain = (fact: CitedFact<string> | null) => fact && { text: fact.value, facts: [fact] }
  const local = (fact: CitedFact<LocalText> | null) =>
    fact && { text: inLocale(fact.value, locale), facts: [fact] }
  const day = (fact: CitedFact<Temporal.Instant> | null) =>
    fact && { text: dayText(dayOf(fact.value, facts.zone), locale), facts: [fact] }
  const citing = (fact: CitedFact<unknown> | null) => fact && { text: '', facts: [fact] }
  return {
    controller: plain(facts.controllerName),
    relation: local(facts.controllerRelation),
    processor: plain(facts.processorName),
    service: local(facts.serviceEntrusted),
    attacked: citing(facts.controllerAttacked),
    notAttacked: citing(facts.controllerAttacked),
    nature: citing(facts.breachNature),
    attackStarted: day(facts.attackStartedAt),
    attackEnded: day(facts.attackEndedAt),
    attackEndedCite: citing(facts.attackEndedAt),
    processorDetected: day(facts.processorDetectedAt),
    controllerTold: day(facts.controllerToldAt),
    senderAddress: plain(facts.senderAddress),
    checkSite: plain(facts.checkSite),
    listNumber: list ? { text: String(list.value.number), facts: [list] } : null,
    listDay: list
      ? { text: dayText(dayOf(list.value.publishedAt, facts.zone), locale), facts: [list] }
      : null,
  }
}

/** @throws missingFact when the text has no English version. */
export function inLocale(text: LocalText, locale: NoticeLocale): string {
  const said = text[locale]
  if (!said) throw noticeRefusals.missingFact({ fact: 'english' })
  return said
}

export function dayOf(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate()
}

/** "12 février 2026", "1er février 2026"; "12 February 2026". The day keeps its month on its line. */
export function dayText(day: Temporal.PlainDate, locale: NoticeLocale): string {
  const text = day.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const joined = text.replace(' ', '\u00a0')
  return locale === 'fr' ? joined.replace(/^1\u00a0/, '1er\u00a0') : joined
}

export function sameDay(a: Temporal.Instant, b: Temporal.Instant, zone: string): boolean {
  return Temporal.PlainDate.compare(dayOf(a, zone), dayOf(b, zone)) === 0
}
