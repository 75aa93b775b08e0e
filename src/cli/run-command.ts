import { parseArgs } from 'node:util'
import type { Role } from '../access/index.ts'
import type { Config } from '../platform/config.ts'
import { ioRefusal } from '../platform/io-refusal.ts'
import { define, type Locale, Refusal, refusals } from '../platform/refusal.ts'
import { deskRefusals, runningDesk } from '../platform/running-desk.ts'
import type { Call, Command, Outcome } from './command.ts'
import { commandHelp, generalHelp } from './help.ts'
import type { CommandEntry } from './index.ts'

export const cliRefusals = refusals('command', {
  unknown: define<{ name: string }>({
    http: 400,
    exit: 64,
    fr: ({ name }) => `Commande inconnue : ${name}. « tocsin help » donne la liste.`,
    en: ({ name }) => `Unknown command: ${name}. “tocsin help” lists them.`,
  }),
  fileExists: define<{ path: string }>({
    http: 409,
    exit: 73,
    fr: ({ path }) => `${path} existe déjà, et n’a pas été touché. Donnez un autre nom.`,
    en: ({ path }) => `${path} already exists, and was not touched. Give another name.`,
  }),
  usage: define<{ command: string; problem: string }>({
    http: 400,
    exit: 64,
    fr: ({ command, problem }) => `${problem} « tocsin ${command} --help » donne les options.`,
    en: ({ command, problem }) => `${problem} “tocsin ${command} --help” lists the options.`,
  }),
})

export interface CommandLine {
  readonly argv: readonly string[]
  readonly commands: readonly CommandEntry[]
  readonly locale: Locale
  /** Read late, so that `help` works whatever the settings. */
  readonly config: () => Config
  /** Reaches the running desk with the caller's authority, which must include one of `roles`. */
  readonly platform: (roles?: readonly Role[]) => ReturnType<Call['platform']>
}

/**
 * Runs one command and gives the exit code. With `--json` standard output holds JSON only, refusals included
 * (`{error: {code, message, params}}`); text for people goes to standard error while it runs.
 */
export async function runCommand(line: CommandLine): Promise<number> {
  const json = line.argv.includes('--json')
  try {
    const outcome = await dispatch(line, json)
    printOutcome(outcome, json)
    return outcome.exit ?? 0
  } catch (error) {
    return printFailure(ioRefusal(error, '.'), json, line.locale)
  }
}

async function dispatch(line: CommandLine, json: boolean): Promise<Outcome> {
  const { argv, locale } = line
  if (argv.length === 0 || argv[0] === 'help' || argv[0] === '--help' || argv[0] === '-h') return help(line)
  const entry = findEntry(argv, line.commands)
  const rest = argv.slice(entry.name.split(' ').length)
  const asksHelp = rest.includes('--help') || rest.includes('-h')
  if (entry.needsDesk && !asksHelp) requireDesk(line.config())
  const command = await entry.load()
  if (asksHelp) {
    return { text: commandHelp(command, locale), json: command.options }
  }
  return command.run(readCall(line, command, rest, json))
}

function requireDesk(config: Config): void {
  if (!runningDesk(config)) throw deskRefusals.notRunning({ home: config.home })
}

async function help({ commands, locale }: CommandLine): Promise<Outcome> {
  const all = await Promise.all(commands.map((entry) => entry.load()))
  return {
    text: generalHelp(all, locale),
    json: all.map(({ name, summary }) => ({ name, summary: summary[locale] })),
  }
}

/** The longest name that the first words spell: `match explain` before `match`. */
function findEntry(argv: readonly string[], entries: readonly CommandEntry[]): CommandEntry {
  const spelled = ({ name }: CommandEntry) => name.split(' ').every((word, index) => argv[index] === word)
  const found = entries.filter(spelled).sort((a, b) => b.name.length - a.name.length)[0]
  if (found) return found
  throw cliRefusals.unknown({ name: argv.slice(0, 2).join(' ') })
}

function readCall(line: CommandLine, command: Command, args: readonly string[], json: boolean): Call {
  const { values, positionals } = parse(command, args, line.locale)
  const given: [string, unknown][] = Object.entries(values)
  return {
    values: Object.fromEntries(
      given.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
    positionals,
    json,
    locale: line.locale,
    config: line.config(),
    say: (text) => process.stderr.write(`${text}\n`),
    platform: () => line.platform(command.roles),
  }
}

function parse(command: Command, args: readonly string[], locale: Locale) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, default: preset }]) => [
      name,
      preset === undefined ? { type } : { type, default: preset },
    ]),
  )
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    })
    checkGiven(command, parsed.values, parsed.positionals, locale)
    return parsed
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw cliRefusals.usage({ command: command.name, problem: problemOf(error as ParseError, locale) })
  }
}

interface ParseError extends Error {
  readonly code?: string
}

/** Node says in English what is wrong with an option; the option's name is in its message. */
function problemOf({ code, message }: ParseError, locale: Locale): string {
  const option = /--?[\w-]+/.exec(message)?.[0] ?? ''
  if (locale === 'en') return `${message.split('. ')[0]}.`
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Option inconnue : ${option}.`
  return `L’option ${option} est mal donnée (valeur absente, ou de trop).`
}

function checkGiven(command: Command, values: object, positionals: readonly string[], locale: Locale): void {
  const missing = Object.entries(command.options).find(
    ([name, option]) => option.required && !(name in values),
  )
  const refuse = (fr: string, en: string) =>
    cliRefusals.usage({ command: command.name, problem: locale === 'fr' ? fr : en })
  if (missing) throw refuse(`Il manque --${missing[0]}.`, `--${missing[0]} is missing.`)
  const allowed = command.positionals?.length ?? 0
  if (positionals.length > allowed && !command.positionals?.at(-1)?.endsWith('...')) {
    throw refuse(
      `« ${positionals[allowed]} » n’est pas attendu.`,
      `“${positionals[allowed]}” is not expected.`,
    )
  }
}

function printOutcome({ json: value, text }: Outcome, json: boolean): void {
  if (json && value !== undefined) process.stdout.write(`${JSON.stringify(value)}\n`)
  else if (text !== undefined && text !== '') process.stdout.write(`${text}\n`)
}

function printFailure(error: unknown, json: boolean, locale: Locale): number {
  const refusal = error instanceof Refusal ? error : undefined
  const message = refusal?.text(locale) ?? unexpected(error, locale)
  if (json)
    process.stdout.write(
      `${JSON.stringify({ error: { code: refusal?.code ?? 'unexpected', message, params: refusal?.params ?? {} } })}\n`,
    )
  process.stderr.write(`${message}\n`)
  return refusal?.exit ?? 70
}

/** A bug or broken I/O: its stack only when asked for, since a message may quote what it was reading. */
function unexpected(error: unknown, locale: Locale): string {
  const { name, message, stack } = error as Error
  const detail =
    process.env['TOCSIN_LOG'] === 'debug' ? (stack ?? message) : `${name}: ${message.split('\n')[0]}`
  return locale === 'fr' ? `Erreur inattendue. ${detail}` : `Unexpected error. ${detail}`
}
