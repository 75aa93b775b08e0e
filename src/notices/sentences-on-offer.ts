import { inOrder, isChosen } from './choose-sentences.ts'
import type { NoticeLocale, SectionId, Sentence } from './model.ts'
import type { PlannedBlock, PlannedSentence } from './plan.ts'
import { type NoticeInput, planNotice } from './plan-notice.ts'
import { whyTexts } from './why-texts.ts'
import { setFrench } from './wording/typography.ts'
import type { Writer } from './writer.ts'

/** A sentence that the notice may say, filled with the facts as they stand. */
export interface OfferedSentence extends Sentence {
  /** What a choice names it by. */
  readonly id: string
  /** Without it a gate fails (GDPR art. 34(2), or what the reader is told of themselves). */
  readonly required: boolean
  /** Said when nothing is chosen. */
  readonly byDefault: boolean
  /** Said under the choice given. */
  readonly chosen: boolean
  /** Why it is proposed, in words. */
  readonly why: string
}

/** Sentences that stand together; where `orderFree`, a choice may put them in another order. */
export interface OfferedGroup {
  readonly orderFree: boolean
  readonly ordered: boolean
  readonly sentences: readonly OfferedSentence[]
}

export interface OfferedSection {
  readonly id: SectionId
  readonly heading: string
  readonly groups: readonly OfferedGroup[]
}

/**
 * The approved sentences that apply to a notice, section by section, chosen or not. Pure, and without any choice the same as
 * what `composeNotice` says. Contact details are facts, not sentences: they are not on offer.
 * @param reader language of the reasons: the notice's own unless said
 * @throws notices.missingFact as `composeNotice` does
 */
export function sentencesOnOffer(input: NoticeInput, reader: NoticeLocale = input.locale): OfferedSection[] {
  const { writer, sections } = planNotice(input)
  return sections.map(({ id, blocks }) => ({
    id,
    heading: writer.heading(writer.words.headings[id]),
    groups: blocks.flatMap((block) => offered(writer, block, input, reader)),
  }))
}

function offered(
  writer: Writer,
  block: PlannedBlock,
  { choice = {} }: NoticeInput,
  reader: NoticeLocale,
): OfferedGroup[] {
  if (block.kind === 'details') return []
  const sentences = block.sentences.map((one) => ({
    ...writer.say(one.item, one.slots),
    id: one.id,
    required: one.required,
    byDefault: one.chosen,
    chosen: isChosen(one, choice),
    why: whyText(one, reader),
  }))
  const orderFree = block.kind === 'list' && block.orderFree
  return [
    {
      orderFree,
      ordered: block.kind === 'list' && block.ordered,
      sentences: orderFree ? inOrder(sentences, choice.order ?? []) : sentences,
    },
  ]
}

function whyText({ why }: PlannedSentence, reader: NoticeLocale): string {
  const words = whyTexts[reader]
  const text =
    why.because === 'law'
      ? words.law(words.served[why.item])
      : why.because === 'exposed'
        ? words.exposed(words.categories[why.category] ?? why.category)
        : words[why.because]
  return reader === 'fr' ? setFrench(text) : text
}
