import { COHORT_ITEMS } from './cohort-items.ts'
import { composeAdvice } from './compose-advice.ts'
import { composeData } from './compose-data.ts'
import { composeContact, composeMeasures } from './compose-measures.ts'
import type {
  AudienceKind,
  Block,
  CitedFact,
  CitedList,
  Cohort,
  Exposure,
  NoticeFacts,
  NoticeLocale,
  NoticeTree,
  Section,
  Sentence,
} from './model.ts'
import { REFERENCE_FIELD } from './model.ts'
import { noticeRefusals } from './refusals.ts'
import { sameDay, slotsOf } from './slots.ts'
import type { ItemId } from './wording/fr.ts'
import { type Writer, writerFor } from './writer.ts'

export interface NoticeInput {
  readonly facts: NoticeFacts
  readonly exposures: readonly Exposure[]
  readonly audience: AudienceKind
  readonly locale: NoticeLocale
  /** `concerned` unless said. */
  readonly cohort?: Cohort
  /** The list the message speaks of: `preventive` cannot be written without it. */
  readonly list?: CitedFact<CitedList>
  /** Someone of the household died and is concerned: a sentence for relatives, without a name. */
  readonly forRelatives?: boolean
}

/**
 * The notice of one audience in one language: approved sentences filled with the incident's facts, in the order a
 * hurried reader needs (what to do comes before what others did).
 * @throws notices.missingFact naming the first fact the notice cannot do without (GDPR art. 34(2)).
 */
export function composeNotice(input: NoticeInput): NoticeTree {
  const { facts, exposures, audience, locale, cohort = 'concerned' } = input
  const writer = writerFor(slotsOf(facts, locale, input.list), audience, locale)
  const said = COHORT_ITEMS[cohort]
  const exposed = exposures
    .filter(({ value }) => value.status === 'exposed')
    .map(({ value }) => value.category)
  if (exposed.length === 0) throw noticeRefusals.missingFact({ fact: 'exposed' })
  const section = (id: Section['id'], blocks: Block[]): Section => ({
    id,
    heading: writer.heading(writer.words.headings[id]),
    blocks,
  })
  const { todo, consequences, never } = composeAdvice(writer, exposed, audience, said.consequences)
  const sections = [
    section('company', [
      companyExplained(writer, facts, said.why),
      ...(input.forRelatives ? [paragraph(writer, ['relatives.deceased'])] : []),
    ]),
    ...(said.section ? [section(said.section, [paragraph(writer, said.certainty)])] : []),
    section('happened', [whatHappened(writer, facts)]),
    section('data', composeData(writer, exposures, said.data)),
    section('consequences', consequences),
    section('todo', todo),
    section('measures', composeMeasures(writer, facts)),
    section('never', never),
    section('contact', composeContact(writer, facts)),
    section('check', howToCheck(writer, facts)),
  ]
  return {
    version: 1,
    locale,
    audience,
    ...(cohort === 'concerned' ? {} : { cohort }),
    incidentReference: facts.incidentReference,
    subject: writer.say(said.subject),
    intro: writer.say('intro'),
    sections,
    sender: senderOf(writer, facts),
    facts: writer.cited(),
    exposed,
  }
}

function paragraph(writer: Writer, items: readonly ItemId[]): Block {
  return { kind: 'paragraph', sentences: items.map((item) => writer.say(item)) }
}

function companyExplained(writer: Writer, facts: NoticeFacts, why: ItemId): Block {
  const sentences = [writer.say('company.entrusted'), writer.say('company.holds')]
  const attacked = facts.controllerAttacked?.value
  if (attacked === 'no') sentences.push(writer.say('company.not_attacked'))
  if (attacked === 'yes') sentences.push(writer.say('company.attacked'))
  return { kind: 'paragraph', sentences: [...sentences, writer.say(why)] }
}

function whatHappened(writer: Writer, facts: NoticeFacts): Block {
  if (!facts.breachNature) throw noticeRefusals.missingFact({ fact: 'breachNature' })
  const { attackStartedAt: started, attackEndedAt: ended, processorDetectedAt: detected } = facts
  if (!started && !ended && !detected) throw noticeRefusals.missingFact({ fact: 'breachInstant' })
  const dates: Sentence[] = []
  if (started && ended && sameDay(started.value, ended.value, facts.zone))
    dates.push(writer.say('happened.one_day'))
  else if (started && ended) dates.push(writer.say('happened.period'))
  else {
    if (started) dates.push(writer.say('happened.started'))
    if (ended) dates.push(writer.say('happened.ended'))
  }
  if (detected) dates.push(writer.say('happened.detected'))
  if (facts.controllerToldAt) dates.push(writer.say('happened.told'))
  return { kind: 'paragraph', sentences: [writer.say(`happened.${facts.breachNature.value}`), ...dates] }
}

function howToCheck(writer: Writer, facts: NoticeFacts): Block[] {
  const sentences = [writer.say('check.plain'), writer.say('check.sender'), writer.say('check.call')]
  if (facts.checkSite) sentences.push(writer.say('check.site'))
  return [
    { kind: 'paragraph', sentences },
    { kind: 'details', rows: [writer.row(writer.words.labels.code, [REFERENCE_FIELD], [])] },
  ]
}

function senderOf(writer: Writer, facts: NoticeFacts): NoticeTree['sender'] {
  const { senderName, senderAddress, dpoPostalLines } = facts
  if (!senderName) throw noticeRefusals.missingFact({ fact: 'senderName' })
  if (!senderAddress) throw noticeRefusals.missingFact({ fact: 'senderAddress' })
  writer.row('', [], [senderName, senderAddress])
  return { name: senderName.value, address: senderAddress.value, lines: dpoPostalLines?.value ?? [] }
}
