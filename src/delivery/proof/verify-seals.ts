import type { Tx } from '../../platform/database.ts'
import { RootHasher } from './merkle.ts'
import { entryOf, leavesOf, sealsOf } from './tree-store.ts'

export interface SealsVerification {
  readonly verified: boolean
  readonly seals: number
  readonly leaves: number
  /** The first seal that does not hold: its leaves give another root, or the journal says another one, or none. */
  readonly broken: { readonly seal: number; readonly reason: 'leaves' | 'journal' } | undefined
}

/** Computes the root of every seal again from its leaves and compares it with the seal and with the journal. Memory stays constant. */
export async function verifySeals(tx: Tx, incidentId?: string): Promise<SealsVerification> {
  let leaves = 0
  let broken: SealsVerification['broken']
  const seals = await sealsOf(tx, incidentId)
  for (const seal of seals) {
    const hasher = new RootHasher()
    for await (const chunk of leavesOf(tx, seal.id)) for (const leaf of chunk) hasher.push(leaf)
    leaves += hasher.size
    if (hasher.size !== seal.size || hasher.root().toString('hex') !== seal.root)
      broken ??= { seal: seal.number, reason: 'leaves' }
    const entry = await entryOf(tx, seal.journalSeq)
    const said = entry?.kind === 'proof.sealed' && entry.incidentId === seal.incidentId
    if (!said || JSON.parse(entry.payload).root !== seal.root)
      broken ??= { seal: seal.number, reason: 'journal' }
  }
  return { verified: broken === undefined, seals: seals.length, leaves, broken }
}
