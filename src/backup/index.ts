export { type BackupSummary, backUp } from './back-up.ts'
export { backupRefusals } from './refusals.ts'
export { discard, readHead, restore, takeKeys } from './restore.ts'
