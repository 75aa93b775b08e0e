import type { TxClient } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { foldDecisions, wordsInForce } from './fold-decisions.ts'
import type { Entry, Item } from './model.ts'
import { findItem, insertEntry, updateStanding } from './store.ts'
import { type EarlierEntry, earlierEntries, type SameRow, sameRowsBefore } from './store-carry.ts'

/**
 * Says again, of the rows of a new run, what was decided of the same rows before: same content without the NIR, same
 * member, and a NIR that agrees as it did. Readers keep their words; a row that has got a new candidate is read again
 * unless someone had recognised it.
 */
export async function carryOver(
  tx: TxClient,
  { clock }: Pick<Platform, 'clock'>,
  incidentId: string,
  runId: string,
): Promise<void> {
  for (const same of await sameRowsBefore(tx, incidentId, runId)) {
    const item = await findItem(tx, runId, same.exposedRow)
    const before = await findItem(tx, same.beforeRun, same.beforeRow)
    if (!item || !before) continue
    await carryRow(tx, same, item, before, clock.now())
  }
}

async function carryRow(
  tx: TxClient,
  same: SameRow,
  item: Item,
  before: Item,
  now: ReturnType<Platform['clock']['now']>,
): Promise<void> {
  const entries = await earlierEntries(tx, same.beforeRun, same.beforeRow)
  const kept = entries.filter((entry) => isInForce(entry, entries) && stillTrue(entry, item, before))
  for (const entry of kept)
    await insertEntry(tx, {
      ...entry,
      runId: item.runId,
      exposedRow: item.exposedRow,
      carriedFrom: entry.id,
    })
  if (kept.length > 0) await updateStanding(tx, item.runId, item.exposedRow, foldDecisions(kept, item), now)
}

/** The entry that holds its reader's last word. A pass is not carried: with a new file one looks again. */
function isInForce(entry: EarlierEntry, entries: readonly EarlierEntry[]): boolean {
  if (entry.word === 'pass' || entry.word === 'undo') return false
  const inForce = wordsInForce(entries).find(({ userId }) => userId === entry.userId)
  const last = entries.findLast((other) => other.userId === entry.userId && said(other, inForce?.said))
  return last?.id === entry.id
}

function said(entry: Entry, word: { word: string; memberId?: string } | undefined): boolean {
  return entry.word === word?.word && entry.memberId === (word.memberId ?? null)
}

function stillTrue(entry: Entry, item: Item, before: Item): boolean {
  const agrees = (member: string) => nirLevel(item, member) === nirLevel(before, member)
  if (entry.word === 'same')
    return entry.memberId !== null && item.members.includes(entry.memberId) && agrees(entry.memberId)
  return item.members.every((member) => before.members.includes(member) && agrees(member))
}

function nirLevel({ candidates }: Item, memberId: string): number | null {
  return candidates.find((candidate) => candidate.memberId === memberId)?.evidence?.['nid']?.[0] ?? null
}
