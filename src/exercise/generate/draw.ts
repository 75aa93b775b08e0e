/**
 * Random numbers addressed by position instead of drawn in sequence: row 31,415,926 can be made without making the
 * rows before it, so nothing is held in memory and the same seed gives the same bytes on every machine. Only integer
 * operations and IEEE 754 basic arithmetic are used (no Math.exp, whose last bit may differ between engines).
 */

/** A full-avalanche mix of 32 bits (constants found by C. Wellons' hash prospector, public domain). */
export function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return (x ^ (x >>> 16)) >>> 0
}

/** The key of one named stream of a seed. */
export function keyOf(seed: number, stream: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < stream.length; i++) hash = Math.imul(hash ^ stream.charCodeAt(i), 0x01000193)
  return mix(mix(seed) + hash)
}

/** The 32 random bits of element `index` of a stream. */
export function draw(key: number, index: number): number {
  return mix(Math.imul(index, 0x9e3779b1) + key)
}

/** The `k`-th further draw of an element whose first draw is `base`. */
export function nth(base: number, k: number): number {
  return mix(base + Math.imul(k + 1, 0x85ebca6b))
}

/** 32 random bits to an integer in [0, n). */
export function below(bits: number, n: number): number {
  return Math.floor((bits / 0x1_0000_0000) * n)
}

/** True with probability `p`. */
export function chance(bits: number, p: number): boolean {
  return bits < p * 0x1_0000_0000
}

/** A value of a list, each equally likely. */
export function oneOf<T>(list: readonly T[], bits: number): T {
  return list[below(bits, list.length)] as T
}

/**
 * A pseudo-random permutation of [0, size), size <= 2^32: a four-round Feistel network with cycle walking. Shuffles
 * rows in constant memory.
 */
export function permutation(size: number, key: number): (index: number) => number {
  const half = Math.max(1, Math.ceil((32 - Math.clz32(size - 1)) / 2))
  const mask = 2 ** half - 1
  const keys = [nth(key, 0), nth(key, 1), nth(key, 2), nth(key, 3)]
  return (index) => {
    let value = index
    do {
      let left = value >>> half
      let right = value & mask
      for (const round of keys) {
        const next = left ^ (mix(right + round) & mask)
        left = right
        right = next
      }
      value = ((left << half) | right) >>> 0
    } while (value >= size)
    return value
  }
}

/**
 * A table of 2^20 entries that turns 32 random bits into a rank of a Zipf-Mandelbrot law, weight 1/(rank + flatness).
 * @param flatness how much the first ranks are levelled (40 gives the first of 150,000 about 0.3 %)
 */
export function zipfTable(size: number, flatness: number): Uint32Array {
  const entries = 2 ** 20
  const table = new Uint32Array(entries)
  let total = 0
  for (let rank = 0; rank < size; rank++) total += 1 / (rank + flatness)
  let rank = 0
  let reached = 1 / flatness
  for (let entry = 0; entry < entries; entry++) {
    const aim = ((entry + 0.5) / entries) * total
    while (reached < aim && rank < size - 1) reached += 1 / (++rank + flatness)
    table[entry] = rank
  }
  return table
}

export function rankFrom(table: Uint32Array, bits: number): number {
  return table[bits >>> 12] as number
}
