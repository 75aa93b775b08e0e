import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { postgresRefusals } from './refusals.ts'

/** The unprivileged account that runs the server when Tocsin runs as root. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Undefined for an ordinary user: the server then runs as that user. */
export function serverAccount(): Account | undefined {
  if (process.geteuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['tocsin', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw postgresRefusals.noAccount()
}

/** Whether `account` may pass through every folder above `path` (search permission, as path_resolution(7) asks). */
export function canEnter(account: Account, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Where things lie that the server's account must reach when the clone or the data folder is closed to it. Root's own. */
export function sharedFolder(): string {
  const folder = '/var/lib/tocsin'
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  return folder
}
