export {
  type Actor,
  actorName,
  actorText,
  canonicalJson,
  type JournalEntry,
  type JournalEvent,
  tocsin,
} from './model.ts'
export { record } from './record.ts'
export { entriesBefore, head } from './store.ts'
export { type Verification, verifyJournal } from './verify.ts'
