import { createHash } from 'node:crypto'

/*
 * The Merkle tree of RFC 9162, section 2.1 (the one of RFC 6962): a leaf is hashed with 0x00 before it, a node with 0x01, so that
 * neither can pass for the other; n leaves are split at the largest power of two below n. Hashes are 32 bytes.
 */
const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

/** HASH(0x00 || salt || content). The salt, 32 secret bytes, keeps anyone from guessing a content and trying it. */
export function leafHash(salt: Buffer, content: string): Buffer {
  return createHash('sha256').update(LEAF).update(salt).update(content).digest()
}

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest()
}

/** The root of leaves that come one after the other: memory is one hash for each level. */
export class RootHasher {
  readonly #levels: (Buffer | undefined)[] = []
  size = 0

  push(hash: Buffer): void {
    let carried = hash
    let level = 0
    for (; this.#levels[level]; level++) {
      carried = nodeHash(this.#levels[level]!, carried)
      this.#levels[level] = undefined
    }
    this.#levels[level] = carried
    this.size += 1
  }

  /** Hash of nothing for no leaf (RFC 9162, 2.1.1). */
  root(): Buffer {
    const kept = this.#levels.filter((hash) => hash !== undefined)
    const [first, ...rest] = kept
    if (!first) return createHash('sha256').digest()
    return rest.reduce((right, left) => nodeHash(left, right), first)
  }
}

export function rootOf(hashes: readonly Buffer[]): Buffer {
  const hasher = new RootHasher()
  for (const hash of hashes) hasher.push(hash)
  return hasher.root()
}

/**
 * The hashes that lead from leaf `index` to the root, nearest first (RFC 9162, 2.1.3.1). Given the roots of whole subtrees of
 * one same power of two instead of leaves, the path from that subtree on.
 */
export function pathOf(hashes: readonly Buffer[], index: number): Buffer[] {
  if (hashes.length <= 1) return []
  const split = largestPowerBelow(hashes.length)
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)]
  return index < split
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - split), rootOf(left)]
}

/** Whether a leaf stands at `index` of a tree of `size` leaves (RFC 9162, 2.1.3.2). */
export function leadsToRoot(
  leaf: Buffer,
  { index, size, path, root }: { index: number; size: number; path: readonly Buffer[]; root: Buffer },
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let [first, last] = [index, size - 1]
  let hash = leaf
  for (const sibling of path) {
    if (last === 0) return false
    if (first % 2 === 1 || first === last) {
      hash = nodeHash(sibling, hash)
      while (first % 2 === 0 && first !== 0) [first, last] = [first / 2, Math.floor(last / 2)]
    } else hash = nodeHash(hash, sibling)
    ;[first, last] = [Math.floor(first / 2), Math.floor(last / 2)]
  }
  return last === 0 && hash.equals(root)
}

function largestPowerBelow(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1))
}
