/** A longer cell is not worth remembering. */
export const LONGEST_REMEMBERED = 200
/** Distinct names kept at once; beyond, the memory starts afresh. */
const NAMES = 1 << 18
const SLOTS = NAMES * 2
const ARENA = 1 << 24

/**
 * Names repeat: the normal forms already computed, found again from the bytes of the cell without making a string.
 * Bounded to 36 MB.
 */
export class NameMemory {
  readonly #compute: (raw: Buffer) => Buffer
  readonly #slots = new Int32Array(SLOTS)
  readonly #hashes = new Int32Array(NAMES + 1)
  /** For name n: its cell from `at[n]`, of `raw[n]` bytes, then its normal form up to `at[n + 1]`. */
  readonly #at = new Int32Array(NAMES + 2)
  readonly #raw = new Uint16Array(NAMES + 1)
  readonly arena: Buffer = Buffer.allocUnsafe(ARENA)
  #count = 0

  constructor(compute: (raw: Buffer) => Buffer) {
    this.#compute = compute
  }

  /** The number of a name of at most LONGEST_REMEMBERED bytes, for `start` and `end` of its normal form in `arena`; valid until the next `find`. */
  find(bytes: Buffer, start: number, end: number): number {
    const hash = hashOf(bytes, start, end)
    let slot = (hash >>> 0) % SLOTS
    for (let name = this.#slots[slot]!; name !== 0; name = this.#slots[slot]!) {
      if (this.#hashes[name] === hash && this.#is(name, bytes, start, end)) return name
      slot = slot + 1 === SLOTS ? 0 : slot + 1
    }
    return this.#learn(bytes, start, end, hash, slot)
  }

  start(name: number): number {
    return this.#at[name]! + this.#raw[name]!
  }

  end(name: number): number {
    return this.#at[name + 1]!
  }

  #is(name: number, bytes: Buffer, start: number, end: number): boolean {
    if (this.#raw[name] !== end - start) return false
    const { arena } = this
    for (let at = start, known = this.#at[name]!; at < end; at++, known++) {
      if (arena[known] !== bytes[at]) return false
    }
    return true
  }

  #learn(bytes: Buffer, start: number, end: number, hash: number, free: number): number {
    const normal = this.#compute(bytes.subarray(start, end))
    let slot = free
    const needed = this.#at[this.#count + 1]! + end - start + normal.length
    if (this.#count === NAMES || needed > ARENA) {
      this.#slots.fill(0)
      this.#count = 0
      slot = (hash >>> 0) % SLOTS
    }
    const name = ++this.#count
    if (name === 1) this.#at[1] = 0
    const at = this.#at[name]!
    bytes.copy(this.arena, at, start, end)
    normal.copy(this.arena, at + end - start)
    this.#slots[slot] = name
    this.#hashes[name] = hash
    this.#raw[name] = end - start
    this.#at[name + 1] = at + end - start + normal.length
    return name
  }
}

/** FNV-1a on 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash ^ (hash >>> 15)
}
