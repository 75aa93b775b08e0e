import type { Authority, Role } from '../access/index.ts'
import type { Config } from '../platform/config.ts'
import type { Platform } from '../platform/platform.ts'
import type { Locale } from '../platform/refusal.ts'

export interface CommandOption {
  readonly type: 'string' | 'boolean'
  readonly required?: boolean
  /** What stands for the value in the help: FILE, N, DIR. */
  readonly value?: string
  readonly default?: string
  readonly fr: string
  readonly en: string
}

/** The running desk, and the authority with which a command acts. */
export type Reached = { readonly platform: Platform } & Authority

/** What a command is given: its parsed options and the ways to reach the rest. */
export interface Call {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
  readonly positionals: readonly string[]
  readonly json: boolean
  readonly locale: Locale
  readonly config: Config
  /** Text for the person watching: standard error, so that standard output holds the result only. */
  say(text: string): void
  /** The running desk's platform and the authority of the caller; refuses within a second when no desk runs, creating nothing. */
  platform(): Promise<Reached>
}

export interface Outcome {
  /** What `--json` prints; leave out for a command that prints as it goes. */
  readonly json?: unknown
  readonly text?: string
  readonly exit?: number
}

export interface Command {
  /** Words after `tocsin`, such as `campaign release`. */
  readonly name: string
  readonly summary: Readonly<Record<Locale, string>>
  readonly options: Readonly<Record<string, CommandOption>>
  /** Who may run it in a real incident: a signed-in operator with one of these roles. Anyone signed in when left out. */
  readonly roles?: readonly Role[]
  /** Names of positional arguments, for the help. */
  readonly positionals?: readonly string[]
  run(call: Call): Promise<Outcome>
}

/** Narrower typing for a command file. */
export function defineCommand(command: Command): Command {
  return command
}
