import type { Temporal } from '../platform/clock.ts'
import { cutAtFields, type FieldValues } from './fields.ts'
import { noticeHash } from './hash-notice.ts'
import { letterBody } from './letter-body.ts'
import { messageWords } from './message-words.ts'
import type { DataCategory, MessageWords, NoticePerson, NoticeRecipient, NoticeTree } from './model.ts'
import { noticeRefusals } from './refusals.ts'
import { escapeHtml, personItems, renderFragment, renderHtml } from './render-html.ts'
import { personLines, renderText, wrap } from './render-text.ts'
import type { RenderedNotice } from './rendered-model.ts'
import { dayText } from './slots.ts'
import { setFrench } from './wording/typography.ts'

/**
 * Renders everything that all messages share, once; the function returned only fills in the recipient.
 * @throws notices.nobodyCovered (from the function) when a recipient has no person to tell about.
 */
export function compileNotice(tree: NoticeTree): (recipient: NoticeRecipient) => RenderedNotice {
  const { locale } = tree
  const label = wordsOf(tree).reference
  const text = cutAtFields(renderText(tree, label))
  const html = cutAtFields(renderHtml(tree, label))
  const body = Object.freeze(letterBody(tree, noticeHash(tree), label))
  const address = addressing(tree)
  return (recipient) => {
    const { names, greeting, date } = address(recipient)
    const { reference } = recipient
    return {
      locale,
      subject: tree.subject.text,
      text: text(textFields(greeting, date, names, reference)),
      html: html(htmlFields(greeting, date, names, reference)),
      letter: { body, greeting, persons: names, reference, dateText: date },
    }
  }
}

/** The text and the HTML fragment a page of the desk shows for one recipient, real or made up. */
export function previewNotice(tree: NoticeTree, recipient: NoticeRecipient): { text: string; html: string } {
  const label = wordsOf(tree).reference
  const { names, greeting, date } = addressing(tree)(recipient)
  const { reference } = recipient
  return {
    text: cutAtFields(renderText(tree, label))(textFields(greeting, date, names, reference)),
    html: cutAtFields(renderFragment(tree, label))(htmlFields(greeting, date, names, reference)),
  }
}

/** Those kept with the notice; a notice stored without them has those of its time, which have not changed. */
function wordsOf(tree: NoticeTree): MessageWords {
  return tree.words ?? messageWords(tree.locale, tree.audience)
}

/** What is said of the recipient. A campaign writes on few different days: their text is kept. */
function addressing(tree: NoticeTree) {
  const { locale } = tree
  const words = wordsOf(tree)
  const days = new Map<string, string>()
  const dateText = (day: Temporal.PlainDate) => {
    const key = day.toString()
    const known = days.get(key)
    if (known !== undefined) return known
    const text = dayText(day, locale)
    days.set(key, text)
    return text
  }
  return ({ addressee, persons, writtenOn }: NoticeRecipient) => {
    if (persons.length === 0) throw noticeRefusals.nobodyCovered()
    return {
      names: words.instead
        ? [words.instead]
        : persons.map((person) => `${personName(person, words)}${ofRows(person, tree, words)}`),
      greeting: words.greeting.replace('{addressee}', () => oneLine(addressee)),
      date: dateText(writtenOn),
    }
  }
}

function personName(
  { name, minor, isAddressee, contract }: NoticePerson,
  labels: Pick<MessageWords, 'you' | 'minor' | 'contract'>,
): string {
  const mark = isAddressee ? ` (${labels.you})` : minor ? ` (${labels.minor})` : ''
  const under = contract ? labels.contract.replace('{contract}', () => oneLine(contract)) : ''
  return `${oneLine(name)}${mark}${under}`
}

/**
 * Where the rows that name a person hold fewer kinds of data than the notice lists, which ones. Only of those a row can
 * hold: that an e-mail stands in no row of the file does not say that it was not exposed.
 */
function ofRows({ exposed = [] }: NoticePerson, tree: NoticeTree, words: MessageWords): string {
  const tellable = tree.exposed.filter((category) => IN_ROWS.includes(category))
  const held = tellable.filter((category) => exposed.includes(category))
  if (tree.cohort || held.length === 0 || held.length === tellable.length) return ''
  const names = held.map((category) => words.categories[category] ?? category).join(', ')
  const text = words.ofRows.replace('{categories}', () => names)
  return tree.locale === 'fr' ? setFrench(text) : text
}

const IN_ROWS: readonly DataCategory[] = [
  'surname',
  'first_names',
  'birth_date',
  'birth_rank',
  'nir',
  'insurer_name',
  'contract_number',
  'member_number',
  'cover',
]

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}

function textFields(
  greeting: string,
  date: string,
  names: readonly string[],
  reference: string,
): FieldValues {
  return { greeting: wrap(greeting).join('\n'), date, persons: personLines(names), reference }
}

function htmlFields(
  greeting: string,
  date: string,
  names: readonly string[],
  reference: string,
): FieldValues {
  return {
    greeting: escapeHtml(greeting),
    date: escapeHtml(date),
    persons: personItems(names),
    reference: escapeHtml(reference),
  }
}
