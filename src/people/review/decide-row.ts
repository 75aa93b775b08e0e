import { actorOf, type Viewer } from '../../access/index.ts'
import { record } from '../../journal/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { foldDecisions } from './fold-decisions.ts'
import type { Entry, Item, Standing, Word } from './model.ts'
import { reviewRefusals } from './refusals.ts'
import { entriesOf, findItem, insertEntry, lockStanding, updateStanding } from './store.ts'
import { endLease, hasLooked, leaseOf, ownDecisions, putLease } from './store-reading.ts'
import { LEASE_MINUTES, readerOf } from './take-row.ts'
import { holdsNir } from './without-nir.ts'

export interface Decided {
  readonly incidentId: string
  readonly runId: string
  readonly exposedRow: number
  readonly said: Word
  readonly note: string
}

const LONGEST_NOTE = 500

/**
 * Adds a reader's word on a row, with its journal entry, and works out where the row stands. The journal gets the row
 * and the entry's number, not the word: it is open to the reader who comes second.
 * @throws review.notShown, review.held, review.alreadyRead, review.notACandidate, review.nirInNote, review.noteTooLong
 */
export async function decideRow(platform: Platform, viewer: Viewer, decided: Decided): Promise<Standing> {
  const { runId, exposedRow, said } = decided
  const note = checkedNote(decided.note)
  return platform.db.transaction(async (tx) => {
    const item = await mayDecide(tx, platform, viewer, decided)
    const memberId = said.word === 'same' ? said.memberId : null
    if (memberId !== null && !item.candidates.some((candidate) => candidate.memberId === memberId))
      throw reviewRefusals.notACandidate()
    const standing = await add(tx, platform, viewer, item, { word: said.word, memberId, note })
    await endLease(tx, viewer.userId)
    await journal(tx, platform, viewer, decided.incidentId, 'review.decided', runId, exposedRow)
    return standing
  })
}

function checkedNote(text: string): string | null {
  const note = text.trim()
  if (note.length > LONGEST_NOTE) throw reviewRefusals.noteTooLong({ letters: LONGEST_NOTE })
  if (holdsNir(note)) throw reviewRefusals.nirInNote()
  return note === '' ? null : note
}

/** Where readers disagree, the data protection officer's word holds, even if they had read the row themselves. */
export function mayArbitrate(viewer: Viewer, state: Standing['state'] | undefined): boolean {
  return readerOf(viewer).isDpo && (state === 'third' || state === 'dpo')
}

/** The row was put before this reader, nobody else holds it, and it still waits for their word. */
async function mayDecide(
  tx: Tx,
  platform: Platform,
  viewer: Viewer,
  { runId, exposedRow }: Decided,
): Promise<Item> {
  const standing = await lockStanding(tx, runId, exposedRow)
  const item = standing && (await findItem(tx, runId, exposedRow))
  if (!standing || !item) throw reviewRefusals.noSuchRow()
  if (!(await hasLooked(tx, viewer.userId, runId, exposedRow))) throw reviewRefusals.notShown()
  const lease = await leaseOf(tx, runId, exposedRow, platform.clock.now())
  if (lease && lease.userId !== viewer.userId) throw reviewRefusals.held()
  const arbitrates = mayArbitrate(viewer, standing.state)
  if (standing.readers.includes(viewer.userId) && !arbitrates) throw reviewRefusals.alreadyRead()
  if (standing.state === 'settled') throw reviewRefusals.settledMeanwhile()
  if (standing.state === 'dpo' && !arbitrates) throw reviewRefusals.forTheDpo()
  return item
}

async function add(
  tx: Tx,
  platform: Platform,
  viewer: Viewer,
  item: Item,
  said: Pick<Entry, 'word' | 'memberId'> & { note: string | null },
): Promise<Standing> {
  const { runId, exposedRow } = item
  const { userId, isDpo } = readerOf(viewer)
  const now = platform.clock.now()
  await insertEntry(tx, { ...said, runId, exposedRow, userId, asDpo: isDpo, at: now, carriedFrom: null })
  const standing = foldDecisions(await entriesOf(tx, runId, exposedRow), item)
  await updateStanding(tx, runId, exposedRow, standing, now)
  return standing
}

/**
 * Takes back a reader's last word, or their word on one row: an entry of its own. The row comes back before them.
 * @returns the row, to show it again
 * @throws review.nothingToUndo
 */
export async function undoDecision(
  platform: Platform,
  viewer: Viewer,
  { incidentId, runId, exposedRow }: { incidentId: string; runId: string; exposedRow?: number | undefined },
): Promise<{ exposedRow: number; queue: 'queue' | 'sample' }> {
  return platform.db.transaction(async (tx) => {
    const row = exposedRow ?? (await ownDecisions(tx, runId, viewer.userId, 1))[0]?.exposedRow
    const standing = row === undefined ? undefined : await lockStanding(tx, runId, row)
    if (row === undefined || !standing?.readers.includes(viewer.userId)) throw reviewRefusals.nothingToUndo()
    const item = await findItem(tx, runId, row)
    await add(tx, platform, viewer, item!, { word: 'undo', memberId: null, note: null })
    const now = platform.clock.now()
    const lease = await leaseOf(tx, runId, row, now)
    if (!lease || lease.userId === viewer.userId)
      await putLease(tx, runId, row, viewer.userId, now.add({ minutes: LEASE_MINUTES }))
    await journal(tx, platform, viewer, incidentId, 'review.undone', runId, row)
    return { exposedRow: row, queue: standing.queue }
  })
}

async function journal(
  tx: Tx,
  platform: Platform,
  viewer: Viewer,
  incidentId: string,
  kind: string,
  runId: string,
  row: number,
): Promise<void> {
  const entry = (await entriesOf(tx, runId, row)).at(-1)?.id
  const payload = { runId, row, entry, session: viewer.sessionId }
  await record(tx, platform.clock, { actor: actorOf(viewer), kind, incidentId, payload })
}
