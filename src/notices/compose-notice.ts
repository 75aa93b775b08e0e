import { chosenSections } from './choose-sentences.ts'
import { composeDocuments } from './compose-documents.ts'
import { messageWords } from './message-words.ts'
import type { NoticeFacts, NoticeTree } from './model.ts'
import { type NoticeInput, planNotice } from './plan-notice.ts'
import { noticeRefusals } from './refusals.ts'
import { storedChoice } from './stored-choice.ts'
import type { Writer } from './writer.ts'
import { writtenBlock } from './written-block.ts'

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
    blocks: blocks.map((block) => writtenBlock(writer, block)),
  }))
  const sheets = composeDocuments(input)
  return {
    version: 2,
    locale,
    audience,
    ...(cohort === 'concerned' ? {} : { cohort }),
    incidentReference: facts.incidentReference,
    subject: writer.say(subject.item, subject.slots),
    intro: writer.say(intro.item, intro.slots),
    sections: said,
    sender: senderOf(writer, facts),
    exposed,
    ...(input.populations && { populations: input.populations }),
    ...(choice && { choice: storedChoice(sections, choice) }),
    words: messageWords(locale, audience),
    documents: sheets.documents,
    facts: inOrder({ ...writer.cited(), ...sheets.writer.cited() }),
  }
}

function inOrder<T>(facts: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function senderOf(writer: Writer, facts: NoticeFacts): NoticeTree['sender'] {
  const { senderName, senderAddress, dpoPostalLines } = facts
  if (!senderName) throw noticeRefusals.missingFact({ fact: 'senderName' })
  if (!senderAddress) throw noticeRefusals.missingFact({ fact: 'senderAddress' })
  writer.row('', [], [senderName, senderAddress])
  return { name: senderName.value, address: senderAddress.value, lines: dpoPostalLines?.value ?? [] }
}
