import type { Temporal } from '../platform/clock.ts'
import { COHORT_ITEMS } from './cohort-items.ts'
import { sectionsInForce } from './in-force.ts'
import type {
  AudienceKind,
  CitedFact,
  CitedList,
  Cohort,
  DataCategory,
  Exposure,
  NoticeFacts,
  NoticeLocale,
} from './model.ts'
import { REFERENCE_FIELD } from './model.ts'
import {
  type Because,
  type PlannedBlock,
  type PlannedSection,
  type PlannedSentence,
  planned,
} from './plan.ts'
import { planConsequences, planNever, planTodo } from './plan-advice.ts'
import { planData } from './plan-data.ts'
import { planContact, planMeasures } from './plan-measures.ts'
import { noticeRefusals } from './refusals.ts'
import { sameDay, slotsOf } from './slots.ts'
import type { ItemId } from './wording/fr.ts'
import { type Writer, writerFor } from './writer.ts'

/**
 * Which of the sentences on offer are said. Ids are those of `sentencesOnOffer`; one that this notice does not offer changes
 * nothing here, so that one choice serves every audience of an incident.
 */
export interface NoticeChoice {
  /** Sentences said by default, left out. A required one may be left out too: its gate then fails and says why. */
  readonly omit?: readonly string[]
  /** Sentences proposed and not said by default. */
  readonly add?: readonly string[]
  /** The order of the items where it is free; items not named keep their place after those that are. */
  readonly order?: readonly string[]
}

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
  /** Keys of the populations whose exposures these are; a gate reads them against the audience. */
  readonly populations?: readonly string[]
  /** What the writers left out, added or put in another order. Absent: the default of every sentence. */
  readonly choice?: NoticeChoice
  /** Day the wording must be in force. Absent: whatever has no end. */
  readonly on?: Temporal.PlainDate
}

export interface NoticePlan {
  readonly writer: Writer
  readonly subject: PlannedSentence
  readonly intro: PlannedSentence
  readonly sections: readonly PlannedSection[]
  readonly exposed: readonly DataCategory[]
}

const STANDING: Because = { because: 'standing' }
const FACT: Because = { because: 'fact' }
const HABIT: Because = { because: 'habit' }
const NATURE: Because = { because: 'law', item: 'nature' }

/**
 * Every sentence that may stand in a notice, in the order a hurried reader needs: what to do comes before what others did.
 * @throws notices.missingFact naming the first fact the notice cannot do without (GDPR art. 34(2)).
 */
export function planNotice(input: NoticeInput): NoticePlan {
  const { facts, exposures, audience, locale, cohort = 'concerned' } = input
  const writer = writerFor(slotsOf(facts, locale, input.list), audience, locale)
  const said = COHORT_ITEMS[cohort]
  const exposed = exposures
    .filter(({ value }) => value.status === 'exposed')
    .map(({ value }) => value.category)
  if (exposed.length === 0) throw noticeRefusals.missingFact({ fact: 'exposed' })
  const sections: PlannedSection[] = [
    { id: 'company', blocks: company(facts, said.why, input.forRelatives ?? false) },
    ...(said.section ? [{ id: said.section, blocks: [paragraph(STANDING, said.certainty)] }] : []),
    { id: 'happened', blocks: [whatHappened(facts)] },
    { id: 'data', blocks: planData(writer, exposures, said.data) },
    { id: 'consequences', blocks: planConsequences(exposed, audience, said.consequences) },
    { id: 'todo', blocks: planTodo(exposed, audience) },
    { id: 'measures', blocks: planMeasures(writer, facts) },
    { id: 'never', blocks: planNever() },
    { id: 'contact', blocks: planContact(writer, facts) },
    { id: 'check', blocks: howToCheck(writer, facts) },
  ]
  return {
    writer,
    subject: planned(said.subject, HABIT, { required: true }),
    intro: planned('intro', HABIT, { required: true }),
    sections: sectionsInForce(sections, writer.words, input.on),
    exposed,
  }
}

function paragraph(why: Because, items: readonly ItemId[]): PlannedBlock {
  const required = why.because === 'standing'
  return { kind: 'paragraph', sentences: items.map((item) => planned(item, why, { required })) }
}

function company(facts: NoticeFacts, why: ItemId, forRelatives: boolean): PlannedBlock[] {
  const attacked = facts.controllerAttacked?.value
  const sentences = [
    planned('company.entrusted', HABIT),
    planned('company.holds', HABIT),
    ...(attacked === 'no' ? [planned('company.not_attacked', FACT)] : []),
    ...(attacked === 'yes' ? [planned('company.attacked', FACT)] : []),
    planned(why, NATURE),
  ]
  return [
    { kind: 'paragraph', sentences },
    ...(forRelatives ? [paragraph({ because: 'reader' }, ['relatives.deceased'])] : []),
  ]
}

function whatHappened(facts: NoticeFacts): PlannedBlock {
  if (!facts.breachNature) throw noticeRefusals.missingFact({ fact: 'breachNature' })
  const { attackStartedAt: started, attackEndedAt: ended, processorDetectedAt: detected } = facts
  if (!started && !ended && !detected) throw noticeRefusals.missingFact({ fact: 'breachInstant' })
  const dates: ItemId[] = []
  if (started && ended && sameDay(started.value, ended.value, facts.zone)) dates.push('happened.one_day')
  else if (started && ended) dates.push('happened.period')
  else {
    if (started) dates.push('happened.started')
    if (ended) dates.push('happened.ended')
  }
  if (detected) dates.push('happened.detected')
  if (facts.controllerToldAt) dates.push('happened.told')
  const nature = planned(`happened.${facts.breachNature.value}`, NATURE)
  return { kind: 'paragraph', sentences: [nature, ...dates.map((item) => planned(item, FACT))] }
}

function howToCheck(writer: Writer, facts: NoticeFacts): PlannedBlock[] {
  const items: ItemId[] = ['check.plain', 'check.sender', 'check.call']
  if (facts.checkSite) items.push('check.site')
  return [
    paragraph(HABIT, items),
    { kind: 'details', rows: [{ label: writer.words.labels.code, lines: [REFERENCE_FIELD], facts: [] }] },
  ]
}
