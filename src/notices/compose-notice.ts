import { chosenSections } from './choose-sentences.ts'
import type { Block, NoticeFacts, NoticeTree } from './model.ts'
import type { PlannedBlock } from './plan.ts'
import { type NoticeInput, planNotice } from './plan-notice.ts'
import { noticeRefusals } from './refusals.ts'
import type { Writer } from './writer.ts'

/**
 * The notice of one audience in one language: the sentences chosen, filled with the incident's facts.
 * @throws notices.missingFact naming the first fact the notice cannot do without (GDPR art. 34(2)).
 */
export function composeNotice(input: NoticeInput): NoticeTree {
  const { facts, audience, locale, cohort = 'concerned', choice } = input
  const { writer, subject, intro, sections, exposed } = planNotice(input)
  const said = chosenSections(sections, choice).map(({ id, blocks }) => ({
    id,
    heading: writer.heading(writer.words.headings[id]),
    blocks: blocks.map((block) => written(writer, block)),
  }))
  return {
    version: 1,
    locale,
    audience,
    ...(cohort === 'concerned' ? {} : { cohort }),
    incidentReference: facts.incidentReference,
    subject: writer.say(subject.item, subject.slots),
    intro: writer.say(intro.item, intro.slots),
    sections: said,
    sender: senderOf(writer, facts),
    facts: writer.cited(),
    exposed,
  }
}

function written(writer: Writer, block: PlannedBlock): Block {
  if (block.kind === 'details') {
    return {
      kind: 'details',
      rows: block.rows.map(({ label, lines, facts }) => writer.row(label, lines, facts)),
    }
  }
  const sentences = block.sentences.map(({ item, slots }) => writer.say(item, slots))
  return block.kind === 'paragraph'
    ? { kind: 'paragraph', sentences }
    : { kind: 'list', ordered: block.ordered, items: sentences }
}

function senderOf(writer: Writer, facts: NoticeFacts): NoticeTree['sender'] {
  const { senderName, senderAddress, dpoPostalLines } = facts
  if (!senderName) throw noticeRefusals.missingFact({ fact: 'senderName' })
  if (!senderAddress) throw noticeRefusals.missingFact({ fact: 'senderAddress' })
  writer.row('', [], [senderName, senderAddress])
  return { name: senderName.value, address: senderAddress.value, lines: dpoPostalLines?.value ?? [] }
}
