import type { Locale } from '../platform/refusal.ts'
import type { Command } from './command.ts'

/** The list of commands. */
export function generalHelp(commands: readonly Command[], locale: Locale): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(
    ({ name, summary }) => `  ${name.padEnd(width)}  ${firstSentence(summary[locale])}`,
  )
  const [title, foot] =
    locale === 'fr'
      ? [
          'Usage : tocsin COMMANDE [options]',
          '« tocsin COMMANDE --help » donne ses options ; --json vaut partout.',
        ]
      : [
          'Usage: tocsin COMMAND [options]',
          '“tocsin COMMAND --help” lists its options; --json works everywhere.',
        ]
  return [title, '', ...lines, '', foot].join('\n')
}

function firstSentence(text: string): string {
  return `${text.split(/\.(?= |$)/)[0]}.`
}

/** One command with its options. */
export function commandHelp(command: Command, locale: Locale): string {
  const named = Object.entries(command.options).map(([name, option]) => {
    const usage = option.type === 'string' ? `--${name} ${option.value ?? 'TEXT'}` : `--${name}`
    return { usage, text: option[locale], note: noteOf(option, locale) }
  })
  const width = Math.max(6, ...named.map(({ usage }) => usage.length))
  const lines = named.map(({ usage, text, note }) => `  ${usage.padEnd(width)}  ${text}${note}`)
  const positionals = (command.positionals ?? []).map((name) => ` ${name}`).join('')
  return [
    `tocsin ${command.name}${positionals} [options]`,
    '',
    command.summary[locale],
    '',
    ...lines,
    `  ${'--json'.padEnd(width)}  JSON`,
  ].join('\n')
}

function noteOf(option: Command['options'][string], locale: Locale): string {
  if (option.required) return locale === 'fr' ? ' (obligatoire)' : ' (required)'
  if (option.default === undefined) return ''
  return locale === 'fr' ? ` (${option.default} par défaut)` : ` (default ${option.default})`
}
