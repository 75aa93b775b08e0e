import type { Entry, Item, Standing, Word } from './model.ts'

type Read = { readonly userId: string; readonly asDpo: boolean; readonly said: Word }

/**
 * Where a row stands after its entries, oldest first. Each reader has one word in force, their last that was not taken
 * back. One word settles, unless two readers are wanted; two that agree settle; a third, or the data protection
 * officer, ends a disagreement; three words that all differ are for that officer alone.
 */
export function foldDecisions(
  entries: readonly Entry[],
  item: Pick<Item, 'secondReader' | 'atStake' | 'candidates'>,
): Standing {
  const reads = wordsInForce(entries)
  const readers = reads.map(({ userId }) => userId)
  const passed = reads.some(({ said }) => said.word === 'pass')
  const words = reads.filter((read): read is Read & { said: Telling } => read.said.word !== 'pass')
  const open = (state: Standing['state']): Standing => ({ state, readers, decision: null, passed })
  if (item.candidates.length === 0) return open('nothing_to_compare')
  const [first] = words
  if (!first) return open('open')
  const settled = (said: Telling): Standing => ({ state: 'settled', readers, decision: said, passed })
  const agreed = words.find((one, index) =>
    words.slice(index + 1).some((two) => sameWord(one.said, two.said)),
  )
  const officer = words.length > 1 ? words.findLast(({ asDpo }, index) => asDpo && index > 0) : undefined
  if (officer) return settled(officer.said)
  if (agreed) return settled(agreed.said)
  if (words.length > 2) return open('dpo')
  if (words.length === 2) return open('third')
  return needsSecondReader(first.said, item) ? open('second') : settled(first.said)
}

type Telling = Exclude<Word, { word: 'pass' }>

/** A word that takes someone off the list is read twice, and so is the row that was drawn for it. */
export function needsSecondReader(said: Telling, item: Pick<Item, 'secondReader' | 'atStake'>): boolean {
  const kept = said.word === 'same' ? said.memberId : undefined
  return item.secondReader || item.atStake.some((member) => member !== kept)
}

/** Each reader's last word, in the order in which those words were said. */
export function wordsInForce(entries: readonly Entry[]): Read[] {
  const stacks = new Map<string, { at: number; read: Read }[]>()
  entries.forEach((entry, at) => {
    const stack = stacks.get(entry.userId) ?? []
    stacks.set(entry.userId, stack)
    if (entry.word === 'undo') stack.pop()
    else stack.push({ at, read: { userId: entry.userId, asDpo: entry.asDpo, said: wordOf(entry) } })
  })
  return [...stacks.values()]
    .flatMap((stack) => stack.slice(-1))
    .sort((a, b) => a.at - b.at)
    .map(({ read }) => read)
}

function wordOf({ word, memberId }: Entry): Word {
  if (word === 'same' && memberId !== null) return { word, memberId }
  return word === 'pass' ? { word } : { word: 'neither' }
}

export function sameWord(one: Word, two: Word): boolean {
  if (one.word !== two.word) return false
  return one.word !== 'same' || two.word !== 'same' || one.memberId === two.memberId
}
