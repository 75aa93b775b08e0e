import type { Block, CitedFact, DetailRow, Measure, NoticeFacts, Sentence } from './model.ts'
import { noticeRefusals } from './refusals.ts'
import { dayOf, dayText, inLocale } from './slots.ts'
import type { Writer } from './writer.ts'

/** What the processor did and what the controller did: two lists, so that neither takes credit for the other. */
export function composeMeasures(writer: Writer, facts: NoticeFacts): Block[] {
  const { processorMeasures, controllerMeasures } = facts
  if (processorMeasures.length + controllerMeasures.length === 0) {
    throw noticeRefusals.missingFact({ fact: 'measures' })
  }
  return [
    ...listed(writer, facts, 'processor', processorMeasures),
    ...listed(writer, facts, 'controller', controllerMeasures),
  ]
}

type Doer = 'processor' | 'controller'

function listed(
  writer: Writer,
  facts: NoticeFacts,
  doer: Doer,
  measures: readonly CitedFact<Measure>[],
): Block[] {
  if (measures.length === 0) return []
  return [
    { kind: 'paragraph', sentences: [writer.say(`measures.${doer}`)] },
    { kind: 'list', ordered: false, items: measures.map((fact) => measure(writer, facts.zone, doer, fact)) },
  ]
}

function measure(writer: Writer, zone: string, doer: Doer, fact: CitedFact<Measure>): Sentence {
  const { kind, doneAt, text } = fact.value
  if (kind === 'other' && !text) throw noticeRefusals.missingFact({ fact: 'measureText' })
  const day = doneAt ? dayText(dayOf(doneAt, zone), writer.locale) : null
  return writer.say(`measure.${doer}.${kind}`, {
    on: { text: day ? writer.words.labels.on.replace('{day}', day) : '', facts: [fact] },
    measure: text ? { text: inLocale(text, writer.locale), facts: [fact] } : null,
  })
}

/** DPO by e-mail and by post, customer service by telephone: an art. 34(2) contact that needs no site. */
export function composeContact(writer: Writer, facts: NoticeFacts): Block[] {
  const { dpoEmail, dpoPostalLines, customerPhone } = facts
  if (!dpoEmail) throw noticeRefusals.missingFact({ fact: 'dpoEmail' })
  if (!dpoPostalLines?.value.length) throw noticeRefusals.missingFact({ fact: 'dpoPostalLines' })
  if (!customerPhone) throw noticeRefusals.missingFact({ fact: 'customerPhone' })
  const { labels } = writer.words
  return [
    { kind: 'paragraph', sentences: [writer.say('contact.dpo')] },
    {
      kind: 'details',
      rows: [
        writer.row(labels.dpoEmail, [dpoEmail.value], [dpoEmail]),
        writer.row(labels.dpoPostal, dpoPostalLines.value, [dpoPostalLines]),
      ],
    },
    { kind: 'paragraph', sentences: [writer.say('contact.customers')] },
    { kind: 'details', rows: [phoneRow(writer, facts, customerPhone)] },
    { kind: 'paragraph', sentences: [writer.say('contact.cnil')] },
  ]
}

function phoneRow(writer: Writer, facts: NoticeFacts, phone: CitedFact<string>): DetailRow {
  const hours = facts.customerPhoneHours
  const lines = hours ? [phone.value, inLocale(hours.value, writer.locale)] : [phone.value]
  return writer.row(writer.words.labels.phone, lines, hours ? [phone, hours] : [phone])
}
