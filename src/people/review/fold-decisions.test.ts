import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldDecisions, sameWord, wordsInForce } from './fold-decisions.ts'
import type { Candidate, Entry, Item } from './model.ts'

/** What a row's entries come to, for any readers in any order. */
const candidates = ['A', 'B'].map((memberId) => ({ memberId }) as Candidate)
const item = (more: Partial<Item> = {}) => ({ secondReader: false, atStake: [], candidates, ...more })
const said = (userId: string, word: Entry['word'], memberId: string | null = null, asDpo = false): Entry => ({
  userId,
  word,
  memberId: word === 'same' ? memberId : null,
  asDpo,
})
const anEntry = fc
  .record({
    userId: fc.constantFrom('u1', 'u2', 'u3', 'u4'),
    word: fc.constantFrom('same', 'neither', 'pass', 'undo' as const),
    memberId: fc.constantFrom('A', 'B'),
    asDpo: fc.constant(false),
  })
  .map((entry) => said(entry.userId, entry.word as Entry['word'], entry.memberId))
const anItem = fc
  .record({ secondReader: fc.boolean(), atStake: fc.subarray(['A', 'B']) })
  .map((more) => item(more))

describe('one word', () => {
  it('settles, unless two readers are wanted', () => {
    expect(foldDecisions([said('u1', 'same', 'A')], item())).toMatchObject({
      state: 'settled',
      decision: { word: 'same', memberId: 'A' },
    })
    expect(foldDecisions([said('u1', 'same', 'A')], item({ secondReader: true })).state).toBe('second')
    expect(foldDecisions([said('u1', 'same', 'A')], item({ atStake: ['A'] })).state).toBe('settled')
  })

  it('that takes someone off the list is read twice', () => {
    expect(foldDecisions([said('u1', 'neither')], item({ atStake: ['A'] })).state).toBe('second')
    expect(foldDecisions([said('u1', 'same', 'A')], item({ atStake: ['A', 'B'] })).state).toBe('second')
    const agreed = [said('u1', 'neither'), said('u2', 'neither')]
    expect(foldDecisions(agreed, item({ atStake: ['A'] })).state).toBe('settled')
  })

  it('decides nothing without a candidate', () => {
    expect(foldDecisions([said('u1', 'neither')], item({ candidates: [] })).state).toBe('nothing_to_compare')
  })
})

describe('a disagreement', () => {
  const two = [said('u1', 'same', 'A'), said('u2', 'neither')]

  it('goes to a third, whom one of the two joins', () => {
    expect(foldDecisions(two, item()).state).toBe('third')
    expect(foldDecisions([...two, said('u3', 'neither')], item())).toMatchObject({
      state: 'settled',
      decision: { word: 'neither' },
    })
  })

  it('of three is for the data protection officer, whose word ends it', () => {
    const three = [...two, said('u3', 'same', 'B')]
    expect(foldDecisions(three, item()).state).toBe('dpo')
    expect(foldDecisions([...three, said('u4', 'same', 'A', true)], item())).toMatchObject({
      state: 'settled',
      decision: { word: 'same', memberId: 'A' },
    })
  })
})

describe('properties', () => {
  it('a row is settled by the word of two, or of one where one is enough; never against everyone', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 12 }), anItem, (entries, about) => {
        const standing = foldDecisions(entries, about)
        const words = wordsInForce(entries).filter((read) => read.said.word !== 'pass')
        if (standing.state !== 'settled') {
          expect(standing.decision).toBeNull()
          return
        }
        const agreeing = words.filter((read) => sameWord(read.said, standing.decision!))
        expect(agreeing.length).toBeGreaterThan(0)
        if (about.secondReader) expect(agreeing.length).toBeGreaterThan(1)
        const kept = standing.decision?.word === 'same' ? standing.decision.memberId : undefined
        if (about.atStake.some((member) => member !== kept)) expect(agreeing.length).toBeGreaterThan(1)
      }),
    )
  })

  it('an undo takes back exactly the reader’s last word', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 10 }), anEntry, anItem, (entries, entry, about) => {
        fc.pre(entry.word !== 'undo')
        const undone = [...entries, entry, said(entry.userId, 'undo')]
        expect(foldDecisions(undone, about)).toEqual(foldDecisions(entries, about))
      }),
    )
  })

  it('each reader counts once, with their last word', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 12 }), anItem, (entries, about) => {
        const { readers } = foldDecisions(entries, about)
        expect(new Set(readers).size).toBe(readers.length)
        for (const reader of readers) expect(entries.some(({ userId }) => userId === reader)).toBe(true)
      }),
    )
  })
})
