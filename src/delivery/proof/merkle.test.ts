import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadsToRoot, leafHash, nodeHash, pathOf, RootHasher, rootOf } from './merkle.ts'

const salt = Buffer.alloc(32, 7)
const leaves = (size: number) => Array.from({ length: size }, (_, index) => leafHash(salt, `leaf ${index}`))
const sizes = fc.integer({ min: 1, max: 300 })
const place = sizes.chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })))

/** The definition of RFC 9162, 2.1.1, written as it stands there. */
function definition(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return createHash('sha256').digest()
  if (hashes.length === 1) return hashes[0]!
  let split = 1
  while (split * 2 < hashes.length) split *= 2
  return nodeHash(definition(hashes.slice(0, split)), definition(hashes.slice(split)))
}

test('the streamed root is the root of the definition, for trees of any size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), (size) => {
      expect(rootOf(leaves(size))).toEqual(definition(leaves(size)))
    }),
  )
})

test('vectors of RFC 6962 implementations: no leaf, one empty leaf', () => {
  const none = Buffer.alloc(0)
  expect(rootOf([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(rootOf([leafHash(none, '')]).toString('hex')).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
})

test('every path leads to the root; another leaf, place, size, step or root does not', () => {
  fc.assert(
    fc.property(place, fc.nat(), ([size, index], at) => {
      const hashes = leaves(size)
      const [leaf, path, root] = [hashes[index]!, pathOf(hashes, index), rootOf(hashes)]
      expect(leadsToRoot(leaf, { index, size, path, root })).toBe(true)
      const spoiled = (bytes: Buffer) => {
        const copy = Buffer.from(bytes)
        copy[at % 32]! ^= 1 << (at % 8)
        return copy
      }
      expect(leadsToRoot(spoiled(leaf), { index, size, path, root })).toBe(false)
      expect(leadsToRoot(leaf, { index, size, path, root: spoiled(root) })).toBe(false)
      expect(leadsToRoot(leaf, { index, size, path: [...path, root], root })).toBe(false)
      if (size > 1) {
        expect(leadsToRoot(leaf, { index: (index + 1) % size, size, path, root })).toBe(false)
        expect(leadsToRoot(leaf, { index, size, path: path.slice(1), root })).toBe(false)
        const step = at % path.length
        const wrong = path.map((hash, number) => (number === step ? spoiled(hash) : hash))
        expect(leadsToRoot(leaf, { index, size, path: wrong, root })).toBe(false)
      }
    }),
  )
})

test('a path through the roots of whole subtrees is the path of the leaves', () => {
  fc.assert(
    fc.property(place, ([size, index]) => {
      const [hashes, chunk] = [leaves(size), 16]
      const chunks = Array.from({ length: Math.ceil(size / chunk) }, (_, number) =>
        hashes.slice(number * chunk, (number + 1) * chunk),
      )
      const at = Math.floor(index / chunk)
      const path = [...pathOf(chunks[at]!, index % chunk), ...pathOf(chunks.map(rootOf), at)]
      expect(path).toEqual(pathOf(hashes, index))
    }),
  )
})

test('memory is one hash a level, however many leaves', () => {
  const hasher = new RootHasher()
  const leaf = leafHash(salt, 'x')
  for (let count = 0; count < 10_000; count++) hasher.push(leaf)
  expect(hasher.size).toBe(10_000)
  expect(hasher.root()).toEqual(rootOf(Array.from({ length: 10_000 }, () => leaf)))
})
