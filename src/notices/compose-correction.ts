import { composeNotice } from './compose-notice.ts'
import type {
  Block,
  CitedFact,
  CorrectionKind,
  DataCategory,
  LocalText,
  NoticeTree,
  Section,
  Sentence,
} from './model.ts'
import { isClosing, sentencesOf } from './model.ts'
import type { NoticeInput } from './plan-notice.ts'
import { noticeRefusals } from './refusals.ts'
import { inLocale, slotsOf } from './slots.ts'
import type { ItemId } from './wording/fr.ts'
import { type Writer, writerFor } from './writer.ts'

/** A fact as a text said it, and as it is now; null where nothing was said, or nothing is any longer. */
export interface FactChange {
  readonly label: LocalText
  readonly before: LocalText | null
  readonly now: CitedFact<LocalText | null>
}

export interface CorrectionInput extends NoticeInput {
  readonly kind: CorrectionKind
  /** The text they received, needed when it is the text that changed. */
  readonly previous?: NoticeTree
  /** What changed of the facts that it cites. */
  readonly changes?: readonly FactChange[]
}

/**
 * The correction of a text that was received. It says first what changed, then everything as it holds now; to those whom
 * the list no longer names, where they stand, and never that they are not concerned.
 * @throws notices.nothingChanged when the new text would say the same as the old one; notices.missingFact
 */
export function composeCorrection(input: CorrectionInput): NoticeTree {
  return isClosing(input.kind) ? closing(input) : corrected(input)
}

function corrected(input: CorrectionInput): NoticeTree {
  const base = composeNotice(input)
  const writer = writerFor(slotsOf(input.facts, input.locale, input.list), input.audience, input.locale)
  return {
    ...base,
    subject: writer.say('correction.subject'),
    sections: [section(writer, 'correction', firstSaid(writer, input, base)), ...base.sections],
    facts: { ...base.facts, ...writer.cited() },
    correction: input.kind,
  }
}

function firstSaid(writer: Writer, input: CorrectionInput, now: NoticeTree): Block[] {
  if (input.kind === 'doubt_again')
    return [said(writer, ['correction.wrote_concerned', 'correction.doubt_now', 'correction.replaces'])]
  if (input.kind === 'listed_again') {
    const today = input.cohort === 'cannot_be_excluded' ? 'correction.doubt_now' : 'correction.listed_now'
    return [said(writer, ['correction.wrote_not_listed', today, 'correction.replaces'])]
  }
  const items = whatChanged(writer, input, now)
  if (items.length === 0) throw noticeRefusals.nothingChanged()
  return [
    said(writer, ['correction.wrote', 'correction.changes']),
    { kind: 'list', ordered: false, items },
    said(writer, ['correction.replaces']),
  ]
}

/** Facts by their values, kinds of data and advice by what the two texts say. */
function whatChanged(
  writer: Writer,
  { previous, changes = [], exposures }: CorrectionInput,
  now: NoticeTree,
): Sentence[] {
  const facts = changes.map((change) => factChange(writer, change))
  if (!previous) return facts
  const naming = (item: ItemId, category: DataCategory) =>
    writer.say(item, { category: { text: writer.words.categories[category], facts: [] } })
  const excluded = (category: DataCategory) =>
    exposures.some(({ value }) => value.category === category && value.status === 'not_exposed')
  const without = <T>(from: readonly T[], others: readonly T[]) => from.filter((one) => !others.includes(one))
  // By their items: an advice said in better words is the same advice.
  const [then, today] = [adviceOf(previous), adviceOf(now)]
  return [
    ...facts,
    ...without(now.exposed, previous.exposed).map((one) => naming('correction.now_exposed', one)),
    ...without(previous.exposed, now.exposed).map((one) =>
      naming(excluded(one) ? 'correction.no_longer_exposed' : 'correction.now_uncertain', one),
    ),
    ...advice(writer, 'correction.advice_gone', then, today),
    ...advice(writer, 'correction.advice_new', today, then),
  ]
}

function factChange(writer: Writer, { label, before, now }: FactChange): Sentence {
  const text = (said: LocalText) => inLocale(said, writer.locale).replace(/[.\s]+$/, '')
  const slot = (said: LocalText | null) => said && { text: text(said), facts: [now] }
  const item =
    before === null ? 'correction.fact_new' : now.value === null ? 'correction.fact_gone' : 'correction.fact'
  return writer.say(item, { label: slot(label), before: slot(before), after: slot(now.value) })
}

function adviceOf({ sections }: NoticeTree): ReadonlyMap<string, string> {
  const blocks = sections.find(({ id }) => id === 'todo')?.blocks ?? []
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
  return new Map(items.map(({ item, text }) => [item, text]))
}

function advice(
  writer: Writer,
  item: 'correction.advice_gone' | 'correction.advice_new',
  said: ReadonlyMap<string, string>,
  elsewhere: ReadonlyMap<string, string>,
): Sentence[] {
  return [...said]
    .filter(([one]) => !elsewhere.has(one))
    .map(([, text]) => writer.say(item, { advice: { text, facts: [] } }))
}

const KEPT: readonly Section['id'][] = ['never', 'contact', 'check']

/** Gone from the list, or from the doubt: where the reader stands, what the list is worth, whom to ask. */
function closing(input: CorrectionInput): NoticeTree {
  const base = composeNotice(input)
  const writer = writerFor(slotsOf(input.facts, input.locale, input.list), input.audience, input.locale)
  const wrote = input.kind === 'left_list' ? 'correction.wrote_concerned' : 'correction.wrote_doubt'
  const precautions = ['todo.no_code', 'todo.no_link', 'todo.watch'] as const
  const sections = [
    section(writer, 'correction', [
      said(writer, [wrote, 'correction.list_changed', 'not_listed.list']),
      said(writer, ['not_listed.changes', 'not_listed.later']),
    ]),
    section(
      writer,
      'todo',
      [
        said(writer, ['correction.keep']),
        { kind: 'list', ordered: false, items: precautions.map((item) => writer.say(item)) },
      ],
      'still',
    ),
    ...base.sections.filter(({ id }) => KEPT.includes(id)),
  ]
  const { documents: _, ...kept } = base
  const tree: NoticeTree = {
    ...kept,
    subject: writer.say('correction.subject'),
    sections,
    exposed: [],
    correction: input.kind,
  }
  return { ...tree, facts: citedBy(input, tree, { ...base.facts, ...writer.cited() }) }
}

/** The sender and what the kept sections state, and nothing of the sections left out. */
function citedBy(
  { facts: { senderName, senderAddress } }: CorrectionInput,
  tree: NoticeTree,
  facts: NoticeTree['facts'],
): NoticeTree['facts'] {
  const rows = tree.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'details' ? block.rows : [])),
  )
  const said = [...sentencesOf(tree), ...rows].flatMap(({ cites }) => cites)
  const cited = new Set([...said, senderName?.key, senderAddress?.key])
  return Object.fromEntries(
    Object.entries(facts).filter(([key]) => cited.has(key) || key.startsWith('sender')),
  )
}

function section(
  writer: Writer,
  id: Section['id'],
  blocks: readonly Block[],
  headed: Section['id'] | 'still' = id,
): Section {
  return { id, heading: writer.heading(writer.words.headings[headed]), blocks }
}

function said(writer: Writer, items: readonly ItemId[]): Block {
  return { kind: 'paragraph', sentences: items.map((item) => writer.say(item)) }
}
