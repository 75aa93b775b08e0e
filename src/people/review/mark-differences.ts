/** A stretch of a value; `differs` where it is not as on the other side. */
export interface Piece {
  readonly text: string
  readonly differs: boolean
}

interface Letter {
  /** In the form compared: a capital without accent. */
  readonly key: string
  readonly at: number
  readonly end: number
}

/**
 * Marks on both sides what differs between two values once case, accents and separators are set aside: what lies between
 * the beginning and the end that they share. A letter doubled on one side is marked with its double on both.
 */
export function markDifferences(one: string, two: string): readonly [Piece[], Piece[]] {
  const [a, b] = [lettersOf(one), lettersOf(two)]
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start]!.key === b[start]!.key) start++
  let end = 0
  while (end < most - start && a[a.length - 1 - end]!.key === b[b.length - 1 - end]!.key) end++
  if (start + end >= a.length && start + end >= b.length) return [whole(one), whole(two)]
  const gaps = [a.length - start - end, b.length - start - end]
  const doubled = gaps.includes(0) && Math.max(...gaps) <= 2 && start > 0 && end > 0
  const from = doubled ? start - 1 : start
  return [cut(one, a, from, a.length - end), cut(two, b, from, b.length - end)]
}

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const key = character.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
    if (/[\p{L}\p{N}]/u.test(key)) letters.push({ key, at, end })
    at = end
  }
  return letters
}

/** A stretch that reaches the end takes the separators before it: « Marie-Anne », then « , Josèphe ». */
function cut(text: string, letters: readonly Letter[], from: number, to: number): Piece[] {
  if (from >= to) return whole(text)
  const last = to === letters.length
  const begin = last && from > 0 ? letters[from - 1]!.end : letters[from]!.at
  const finish = last ? text.length : letters[to - 1]!.end
  return [
    { text: text.slice(0, begin), differs: false },
    { text: text.slice(begin, finish), differs: true },
    { text: text.slice(finish), differs: false },
  ].filter((piece) => piece.text !== '')
}

function whole(text: string): Piece[] {
  return text === '' ? [] : [{ text, differs: false }]
}
