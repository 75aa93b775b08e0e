import { draw, keyOf, nth, oneOf, zipfTable } from './draw.ts'

/** A word in the three shapes the files need. */
export interface Words {
  /** As the register writes it: `Le Béranec`. */
  readonly text: readonly string[]
  /** `LE BÉRANEC` */
  readonly upper: readonly string[]
  /** Upper case without accents and ligatures: `LE BERANEC`. */
  readonly plain: readonly string[]
}

const SURNAMES = 150_000
/** Levels the Zipf curve so that the commonest surname has about 0.3 % of the people, as in France. */
const FLATNESS = 40

const FIRSTS = words(
  'Ba Bé Bri Cha Chau Cou Da Del Dou Du Fa Fer Fla Fon Ga Gar Gou Gri Hau Jo La Lam Lé Lou Ma Mar Mé Mon Mou Na',
  'Or Pa Per Pi Pon Pra Quer Ra Ri Rou Sa Ser Ta Ther Tou Va Ver Vi Vil Wa',
)
const MIDDLES = words(
  'ba bi bou che co da dé fo ga gue la le li lo ma me mi mou na ni ra re ri ro sa se si ta te ti va ve vi vo',
)
const LASTS = words(
  'baud dault nier tin rot lard gnac reau let mier sson vin ron ney quet rel court ville gny mont bert lin zac vel',
  'tier chon gue ley doux cœur nec dière moy gaud',
)

function words(...lines: string[]): string[] {
  return lines.join(' ').split(' ')
}

/** The surnames of the sample: invented from syllables, commonest first, with particles and double names. */
export function inventSurnames(seed: number): { words: Words; ranks: Uint32Array } {
  const key = keyOf(seed, 'surnames')
  const seen = new Set<string>()
  const text: string[] = []
  for (let attempt = 0; text.length < SURNAMES; attempt++) {
    const name = inventOne(draw(key, attempt), text)
    if (seen.has(name)) continue
    seen.add(name)
    text.push(name)
  }
  return { words: inThreeShapes(text), ranks: zipfTable(SURNAMES, FLATNESS) }
}

/** Common names are short: the first two thousand have no middle syllable, the rest one or two. */
function inventOne(base: number, earlier: readonly string[]): string {
  const first = oneOf(FIRSTS, nth(base, 0))
  const last = oneOf(LASTS, nth(base, 1))
  if (earlier.length < 1_200) return first + last
  const middle = oneOf(MIDDLES, nth(base, 2)) + (earlier.length < 25_000 ? '' : oneOf(MIDDLES, nth(base, 3)))
  return decorate(first + middle + last, nth(base, 4) % 1_000, earlier, nth(base, 5))
}

function decorate(name: string, permille: number, earlier: readonly string[], bits: number): string {
  if (permille < 8) return `Le ${name}`
  if (permille < 13) return `de ${name}`
  if (permille < 16) return `de La ${name}`
  if (permille < 18) return `du ${name}`
  if (permille < 24) return `d'O${name.charAt(0).toLowerCase()}${name.slice(1)}`
  if (permille < 26) return `D’A${name.charAt(0).toLowerCase()}${name.slice(1)}`
  if (permille < 60) return `${name}-${oneOf(earlier, bits)}`
  if (permille < 66) return `${name} ${oneOf(earlier, bits)}`
  return name
}

export function inThreeShapes(text: readonly string[]): Words {
  const upper = text.map((word) => word.toUpperCase())
  return { text, upper, plain: upper.map(withoutAccents) }
}

/** Accents, ligatures and the typographic apostrophe to plain letters. */
export function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/Œ/g, 'OE')
    .replace(/œ/g, 'oe')
    .replace(/’/g, "'")
}
