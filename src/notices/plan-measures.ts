import type { CitedFact, Measure, NoticeFacts } from './model.ts'
import { opening, type PlannedBlock, type PlannedRow, type PlannedSentence, planned } from './plan.ts'
import { noticeRefusals } from './refusals.ts'
import { dayOf, dayText, inLocale } from './slots.ts'
import type { Writer } from './writer.ts'

/** What the processor did and what the controller did: two lists, so that neither takes credit for the other. */
export function planMeasures(writer: Writer, facts: NoticeFacts): PlannedBlock[] {
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
): PlannedBlock[] {
  if (measures.length === 0) return []
  const sentences = measures.map((fact) => measure(writer, facts.zone, doer, fact))
  return [
    opening(`measures.${doer}`, { because: 'fact' }),
    { kind: 'list', ordered: false, orderFree: true, sentences },
  ]
}

function measure(writer: Writer, zone: string, doer: Doer, fact: CitedFact<Measure>): PlannedSentence {
  const { kind, doneAt, text } = fact.value
  if (kind === 'other' && !text) throw noticeRefusals.missingFact({ fact: 'measureText' })
  const day = doneAt ? dayText(dayOf(doneAt, zone), writer.locale) : null
  const slots = {
    on: { text: day ? writer.words.labels.on.replace('{day}', day) : '', facts: [fact] },
    measure: text ? { text: inLocale(text, writer.locale), facts: [fact] } : null,
  }
  return planned(`measure.${doer}.${kind}`, { because: 'fact' }, { of: fact.key, slots })
}

/** DPO by e-mail and by post, customer service by telephone: an art. 34(2) contact that needs no site. */
export function planContact(writer: Writer, facts: NoticeFacts): PlannedBlock[] {
  const { dpoEmail, dpoPostalLines, customerPhone } = facts
  if (!dpoEmail) throw noticeRefusals.missingFact({ fact: 'dpoEmail' })
  if (!dpoPostalLines?.value.length) throw noticeRefusals.missingFact({ fact: 'dpoPostalLines' })
  if (!customerPhone) throw noticeRefusals.missingFact({ fact: 'customerPhone' })
  const { labels } = writer.words
  return [
    opening('contact.dpo', { because: 'law', item: 'contact' }),
    {
      kind: 'details',
      rows: [
        { label: labels.dpoEmail, lines: [dpoEmail.value], facts: [dpoEmail] },
        { label: labels.dpoPostal, lines: dpoPostalLines.value, facts: [dpoPostalLines] },
      ],
    },
    opening('contact.customers', { because: 'habit' }),
    { kind: 'details', rows: [phoneRow(writer, facts, customerPhone)] },
    { kind: 'paragraph', sentences: [planned('contact.cnil', { because: 'habit' })] },
  ]
}

export function phoneRow(writer: Writer, facts: NoticeFacts, phone: CitedFact<string>): PlannedRow {
  const hours = facts.customerPhoneHours
  const lines = hours ? [phone.value, inLocale(hours.value, writer.locale)] : [phone.value]
  return { label: writer.words.labels.phone, lines, facts: hours ? [phone, hours] : [phone] }
}
