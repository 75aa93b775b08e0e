import type { Command } from './command.ts'
import { command as backup } from './backup.ts'
import { commands as campaign } from './campaign.ts'
import { command as doctor } from './doctor.ts'
import { command as exerciseCode } from './exercise.ts'
import { listCommand, openCommand } from './incident.ts'
import { command as journalVerify } from './journal.ts'
import { commands as letters } from './letters.ts'
import { command as listsImport } from './lists.ts'
import { command as match } from './match.ts'
import { command as matchExplain } from './match-explain.ts'
import { command as proof } from './proof.ts'
import { command as restore } from './restore.ts'
import { command as sample } from './sample.ts'
import { command as status } from './status.ts'
import { command as stop } from './stop.ts'

export type { Command } from './command.ts'
export { type Authorise, connect } from './connect.ts'
export { runCommand } from './run-command.ts'
export { startCommand } from './start.ts'

/** Every command but `start`, which main.ts makes with its composition. */
export const commands: readonly Command[] = [
  status,
  stop,
  doctor,
  sample,
  match,
  matchExplain,
  openCommand,
  listCommand,
  listsImport,
  ...campaign,
  ...letters,
  proof,
  journalVerify,
  backup,
  restore,
  exerciseCode,
]
