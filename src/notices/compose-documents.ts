import { chosenSections } from './choose-sentences.ts'
import type {
  AudienceKind,
  Block,
  DocumentKind,
  DocumentSection,
  NoticeDocument,
  SectionId,
} from './model.ts'
import { DOCUMENT_KINDS } from './model.ts'
import type { PlannedBlock, PlannedSection } from './plan.ts'
import { type NoticeInput, planNotice } from './plan-notice.ts'
import type { ItemId } from './wording/fr.ts'
import { setFrench } from './wording/typography.ts'
import type { Writer } from './writer.ts'
import { writtenBlock } from './written-block.ts'

type Heading = keyof Writer['words']['documentHeadings']

/**
 * What is read out, posted or handed on beside a notice: the call-centre script, the sheets for a shop, a union and an
 * employer, the text for the press. Made of the notice's facts and of the advice chosen for it, in words that suit whoever
 * reads them: they name nobody, bear no reference, and do not depend on the cohort.
 */
export function composeDocuments(input: NoticeInput): {
  documents: Readonly<Record<DocumentKind, NoticeDocument>>
  writer: Writer
} {
  const { cohort: _, forRelatives: __, ...facts } = input
  const plan = planNotice({ ...facts, audience: READ_AS[input.audience] ?? input.audience })
  const sections = chosenSections(plan.sections, input.choice)
  const sheet = sheetWriter(plan.writer, sections, input.list !== undefined)
  const documents = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, MAKE[kind](sheet)])) as Record<
    DocumentKind,
    NoticeDocument
  >
  return { documents, writer: plan.writer }
}

/** A sheet speaks of the people covered, whoever of them the letter goes to. */
const READ_AS: Partial<Record<AudienceKind, AudienceKind>> = {
  parent_of_minor: 'insured_adult',
  policyholder_for_dependants: 'insured_adult',
  guardian: 'insured_adult',
  relative_of_deceased: 'insured_adult',
}

type Sheet = ReturnType<typeof sheetWriter>

function sheetWriter(writer: Writer, sections: readonly PlannedSection[], listed: boolean) {
  const blocksOf = (id: SectionId): readonly PlannedBlock[] =>
    sections.find((section) => section.id === id)?.blocks ?? []
  // Written once: five sheets say the same facts.
  const written = new Map<SectionId, readonly Block[]>()
  const taken = (id: SectionId): readonly Block[] => {
    const known = written.get(id) ?? blocksOf(id).map((block) => writtenBlock(writer, block))
    written.set(id, known)
    return known
  }
  const say = (...items: readonly ItemId[]): Block => ({
    kind: 'paragraph',
    sentences: items.map((item) => writer.say(item)),
  })
  return {
    listed,
    title: (item: ItemId) => writer.say(item),
    say,
    taken,
    steps: (...items: readonly ItemId[]): Block => ({
      kind: 'list',
      ordered: true,
      items: items.map((item) => writer.say(item)),
    }),
    points: (...items: readonly ItemId[]): Block => ({
      kind: 'list',
      ordered: false,
      items: items.map((item) => writer.say(item)),
    }),
    /** The notice's own lists under an opening that speaks to nobody. */
    data: () => [say('sheet.data'), ...taken('data').slice(1)],
    /** The first `most` of the list of what to do. */
    todo: (most = Number.POSITIVE_INFINITY) =>
      taken('todo').map((block) =>
        block.kind === 'list' ? { ...block, items: block.items.slice(0, most) } : block,
      ),
    section: (heading: Heading, blocks: readonly Block[]): DocumentSection[] =>
      blocks.length === 0 ? [] : [{ id: heading, heading: headingText(writer, heading), blocks }],
  }
}

function headingText({ words, locale }: Writer, heading: Heading): string {
  const text = words.documentHeadings[heading]
  return locale === 'fr' ? setFrench(text) : text
}

const MAKE: Record<DocumentKind, (sheet: Sheet) => NoticeDocument> = {
  script: ({ listed, title, say, taken, steps, points, data, todo, section }) => ({
    title: title('script.title'),
    sections: [
      ...section('opening', [say('script.hello'), say('script.calm')]),
      ...section('caller', [
        steps(
          'script.verify_reference',
          'script.verify_other',
          'script.verify_call_back',
          'script.verify_never',
        ),
      ]),
      ...section('happened', [say('sheet.lead'), ...taken('happened')]),
      ...section('concerned', [
        points(
          'script.answer_listed',
          'script.answer_doubt',
          listed ? 'script.answer_absent_on' : 'script.answer_absent',
          'script.answer_never',
        ),
      ]),
      ...section('data', data()),
      ...section('todo', todo()),
      ...section('scam', [steps('script.scam_note', 'script.scam_keep', 'script.scam_given')]),
      ...section('escalate', [
        points(
          'script.escalate_grief',
          'script.escalate_protected',
          'script.escalate_press',
          'script.escalate_unknown',
        ),
      ]),
      ...section('never', taken('never')),
      ...section('contact', taken('contact')),
    ],
  }),
  relay_shop: (sheet) => relay(sheet, 'sheet.shop_title', 'sheet.shop_limits', SHORT),
  relay_union: (sheet) => relay(sheet, 'sheet.union_title', 'sheet.union_limits'),
  relay_employer: (sheet) => relay(sheet, 'sheet.employer_title', 'sheet.employer_limits'),
  press: ({ title, say, taken, data, todo, section }) => ({
    title: title('press.title'),
    sections: [
      ...section('happened', [say('sheet.lead'), ...taken('happened')]),
      ...section('data', data()),
      ...section('told', [say('sheet.told', 'sheet.silence')]),
      ...section('measures', taken('measures')),
      ...section('todo', todo()),
      ...section('never', taken('never')),
      ...section('contact', taken('contact')),
    ],
  }),
}

/** A poster is read standing: the most urgent only. */
const SHORT = 4

function relay(
  { title, say, taken, data, todo, section }: Sheet,
  titled: ItemId,
  limits: ItemId,
  most?: number,
): NoticeDocument {
  return {
    title: title(titled),
    sections: [
      ...section('happened', [say('sheet.lead', limits), ...taken('happened')]),
      ...section('data', data()),
      ...section('told', [say('sheet.told', 'sheet.silence')]),
      ...section('todo', todo(most)),
      ...section('never', taken('never')),
      ...section('contact', taken('contact')),
    ],
  }
}
