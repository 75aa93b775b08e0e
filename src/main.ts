import { join } from 'node:path'
import { authoriseOperator } from './access/index.ts'
import { composition } from './app.ts'
import { commands, connect, runCommand, startCommand } from './cli/index.ts'
import { readConfig } from './platform/config.ts'
import type { Database } from './platform/database.ts'
import { terminalLocale } from './platform/i18n.ts'
import { installation } from './platform/installation.ts'

/** Runs one command line and ends the process with its exit code. `argv` holds the words after `tocsin`. */
export async function main(argv: readonly string[]): Promise<void> {
  const config = () => readConfig(process.env, join(installation, 'data'))
  const databases: Database[] = []
  const exit = await runCommand({
    argv,
    commands: [startCommand(composition), ...commands],
    locale: terminalLocale(process.env),
    config,
    platform: () => connect(config(), authoriseOperator, (db) => databases.push(db)),
  })
  await Promise.all(databases.map((db) => db.close()))
  process.exitCode = exit
}
