export { type BackupSummary, backUp } from './back-up.ts'
export { backupRefusals } from './refusals.ts'
export { readHead, restore, takeKeys } from './restore.ts'
