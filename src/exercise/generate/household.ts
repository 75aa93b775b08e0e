import { REFERENCE } from './calendar.ts'
import { below, chance, draw, nth } from './draw.ts'

const BLOCK = 16
/** How 16 people live together; the commonest households are of one and two. */
const BLOCKS = [
  [1, 1, 2, 4, 1, 2, 5],
  [1, 2, 3, 1, 4, 1, 1, 3],
  [2, 1, 1, 4, 2, 1, 1, 1, 3],
  [4, 2, 1, 3, 1, 5],
  [1, 1, 1, 1, 2, 2, 2, 6],
].map(layOut)

/** For each of the 16 positions, the first position of its household and the household's size. */
function layOut(sizes: readonly number[]): { start: number; size: number }[] {
  const places: { start: number; size: number }[] = []
  for (const size of sizes) {
    const start = places.length
    for (let n = 0; n < size; n++) places.push({ start, size })
  }
  return places
}

/** What the members of one household have in common. */
export interface Household {
  /** Index of its first person. */
  holder: number
  size: number
  /** The household's first draw. */
  base: number
  couple: boolean
  /** The last two children were born the same day. */
  twins: boolean
  /** The spouse has rights of their own. */
  spouseInsured: boolean
}

/** The household of a person, from the key of the population and the person's index. */
export function householdOf(key: number, index: number): Household {
  const block = Math.floor(index / BLOCK)
  const { start, size } = BLOCKS[draw(key, -1 - block) % BLOCKS.length]![index % BLOCK]!
  const holder = block * BLOCK + start
  const base = draw(key, holder)
  const couple = size === 1 ? false : chance(nth(base, 30), size === 2 ? 0.75 : 0.8)
  const children = size - (couple ? 2 : 1)
  return {
    holder,
    size,
    base,
    couple,
    twins: children >= 2 && chance(nth(base, 31), 0.06),
    spouseInsured: couple && chance(nth(base, 32), 0.65),
  }
}

/** Holders with children are 26 to 55 years old, the others 22 to 96. */
export function yearOfHolder(home: Household): number {
  const parents = home.size > (home.couple ? 2 : 1)
  const [one, two] = [nth(home.base, 35), nth(home.base, 36)]
  const age = parents ? 26 + below(one, 30) : 22 + below(one, 38) + below(two, 38)
  return REFERENCE.year - age
}

export function holderIsMale(home: Household): boolean {
  return chance(nth(home.base, 33), 0.55)
}
