export { exportLines, readExport } from './export-journal.ts'
export {
  type Actor,
  actorName,
  actorText,
  canonicalJson,
  entryHash,
  type JournalEntry,
  type JournalEvent,
  tocsin,
} from './model.ts'
export { record } from './record.ts'
export { entriesAfter, entriesBefore, head } from './store.ts'
export { type Verification, verifyJournal } from './verify.ts'
