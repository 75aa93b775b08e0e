import { randomBytes, randomUUID } from 'node:crypto'
import { type Actor, record } from '../../journal/index.ts'
import type { TxClient } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { latestListVersion } from './latest-list-store.ts'
import { RootHasher } from './merkle.ts'
import type { Milestone, Seal, SealedCounts } from './model.ts'
import { outcomeLeaf, saltOf } from './outcome-leaf.ts'
import { readOutcomes } from './read-outcomes.ts'
import { proofRefusals } from './refusals.ts'
import { stagedCounts, stageOutcomes } from './staged-outcomes-store.ts'
import { insertLeaves, insertSeal, isPurged, listNumber, lockSeals } from './tree-store.ts'

export interface SealRequest {
  readonly incident: { readonly id: string; readonly reference: string }
  readonly milestone: Milestone
  readonly onProgress?: (persons: number) => void
}

/** Leaves in a row: a power of two, so that each row but the last is a whole subtree. */
export const CHUNK = 4096

/**
 * Seals what became of every person of an incident: one leaf each, read in one snapshot, and the root in the journal, in one
 * transaction. Memory holds a page of persons, whatever their number.
 * @throws proof.noList, proof.purged
 */
export async function sealOutcomes(platform: Platform, asked: SealRequest, actor: Actor): Promise<Seal> {
  return platform.db.transaction(async (writing) => {
    const number = await lockSeals(writing, asked.incident.id)
    if (await isPurged(writing, asked.incident.id)) throw proofRefusals.purged()
    const id = randomUUID()
    const saltKey = randomBytes(32)
    const tree = await platform.db.transaction(async (reading) => {
      await reading.query('set transaction isolation level repeatable read')
      return plantTree(reading, writing, { ...asked, sealId: id, saltKey })
    })
    const { listVersionId, listVersion, size, root, outcomes } = tree
    const { seq } = await record(writing, platform.clock, {
      actor,
      kind: 'proof.sealed',
      incidentId: asked.incident.id,
      payload: { seal: number, milestone: asked.milestone, listVersion, size, root, outcomes },
    })
    const seal = { id, number, milestone: asked.milestone, size, root, outcomes, journalSeq: seq }
    const kept = { ...seal, incidentId: asked.incident.id, listVersionId, saltKey }
    await insertSeal(writing, kept, platform.clock.now())
    return seal
  })
}

interface Tree {
  readonly listVersionId: number
  readonly listVersion: number
  readonly size: number
  readonly root: string
  readonly outcomes: SealedCounts
}

async function plantTree(
  reading: TxClient,
  writing: TxClient,
  asked: SealRequest & { readonly sealId: string; readonly saltKey: Buffer },
): Promise<Tree> {
  const listVersionId = await latestListVersion(reading, asked.incident.id)
  if (listVersionId === null) throw proofRefusals.noList()
  const listVersion = await listNumber(reading, listVersionId)
  await stageOutcomes(reading, listVersionId, asked.incident.id)
  const chunk = new Chunks(writing, asked.sealId)
  for await (const outcomes of readOutcomes(reading, { incident: asked.incident, listVersion })) {
    for (const outcome of outcomes) {
      const { id } = outcome.person
      await chunk.push(id, outcomeLeaf(outcome, saltOf(asked.saltKey, id)))
    }
    asked.onProgress?.(chunk.whole.size)
  }
  await chunk.flush()
  const outcomes = await stagedCounts(reading)
  if (chunk.whole.size === 0) throw proofRefusals.noList()
  return {
    listVersionId,
    listVersion,
    size: chunk.whole.size,
    root: chunk.whole.root().toString('hex'),
    outcomes,
  }
}

/** Leaves go to the database a chunk at a time, and into the root of the whole. */
class Chunks {
  readonly whole = new RootHasher()
  #number = 0
  #persons: number[] = []
  #leaves: Buffer[] = []
  readonly #tx: TxClient
  readonly #sealId: string

  constructor(tx: TxClient, sealId: string) {
    this.#tx = tx
    this.#sealId = sealId
  }

  async push(personId: number, leaf: Buffer): Promise<void> {
    this.whole.push(leaf)
    this.#persons.push(personId)
    this.#leaves.push(leaf)
    if (this.#leaves.length === CHUNK) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#leaves.length === 0) return
    await insertLeaves(this.#tx, this.#sealId, this.#number, this.#persons, this.#leaves)
    this.#number += 1
    this.#persons = []
    this.#leaves = []
  }
}
