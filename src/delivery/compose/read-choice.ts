import type { NoticeChoice, OfferedSection, OfferedSentence } from '../../notices/index.ts'

/**
 * The choice that a posted form makes of the sentences on offer: `say` names those ticked, `rank:ID` their place in a list
 * whose order is free, `was:ID` the one it was shown at. Ids that are not on offer change nothing.
 */
export function choiceOfForm(
  sections: readonly OfferedSection[],
  form: Readonly<Record<string, unknown>>,
): NoticeChoice {
  const said = new Set([form['say']].flat().map(String))
  const groups = sections.flatMap((section) => section.groups)
  const sentences = groups.flatMap((group) => group.sentences)
  const omit = sentences.filter(({ id, byDefault }) => byDefault && !said.has(id)).map(({ id }) => id)
  const add = sentences.filter(({ id, byDefault }) => !byDefault && said.has(id)).map(({ id }) => id)
  const order = groups.filter(({ orderFree }) => orderFree).flatMap((group) => ranked(group.sentences, form))
  return {
    ...(omit.length > 0 && { omit }),
    ...(add.length > 0 && { add }),
    ...(order.length > 0 && { order }),
  }
}

/** The ids in the order asked; none when it is the order they stand in. */
function ranked(sentences: readonly OfferedSentence[], form: Readonly<Record<string, unknown>>): string[] {
  const rank = ({ id }: OfferedSentence, at: number) => {
    const asked = Number(form[`rank:${id}`])
    const was = Number(form[`was:${id}`])
    if (!Number.isFinite(asked) || asked <= 0) return at + 1
    // Moved onto another's place: before it when it comes from below, after it when from above.
    return asked + Math.sign(asked - (was || asked)) / 2
  }
  const asked = sentences
    .map((sentence, at) => ({ id: sentence.id, at, rank: rank(sentence, at) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
  return asked.every(({ at }, index) => at === index) ? [] : asked.map(({ id }) => id)
}
