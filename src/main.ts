import { join } from 'node:path'
import { commands, connect, runCommand, startEntry } from './cli/index.ts'
import { readConfig } from './platform/config.ts'
import type { Database } from './platform/database.ts'
import { terminalLocale } from './platform/i18n.ts'
import { installation } from './platform/installation.ts'

/** The desk and all its rooms load for `start` only. */
const start = startEntry(async () => (await import('./app.ts')).composition)

/** Runs one command line and ends the process with its exit code. `argv` holds the words after `tocsin`. */
export async function main(argv: readonly string[]): Promise<void> {
  readerMayLeave()
  const config = () => readConfig(process.env, join(installation, 'data'))
  const databases: Database[] = []
  const exit = await runCommand({
    argv,
    commands: [start, ...commands],
    locale: terminalLocale(process.env),
    config,
    platform: (roles) => connect(config(), roles, (db) => databases.push(db)),
  })
  await Promise.all(databases.map((db) => db.close()))
  process.exitCode = exit
}

/** `tocsin … | head` closes the pipe before the end: what is left has no reader, and that is no failure. */
function readerMayLeave(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
