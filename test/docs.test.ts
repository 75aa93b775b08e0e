import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Command } from '../src/cli/command.ts'
import { commands } from '../src/cli/index.ts'
import { startCommand } from '../src/cli/start.ts'
import { settingNames } from '../src/platform/config.ts'

/** Documentation that tests hold true: every command, option and setting is there, and nothing that no longer exists. */
const page = (name: string) => readFileSync(join(import.meta.dirname, '..', name), 'utf8')

// Only its options are read; the composition serves when it runs.
const start = startCommand({} as Parameters<typeof startCommand>[0])
const all: readonly Command[] = [start, ...(await Promise.all(commands.map((entry) => entry.load())))]

/** Text under each `## tocsin NAME`, to the next heading. */
const sections = new Map(
  page('docs/commands.md')
    .split(/^## tocsin /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')).trim(), text]),
)

/** First cells of a table's rows: `--out DIR` gives `out`. */
const optionsIn = (text: string) =>
  [...text.matchAll(/^\| `--([\w-]+)[^`]*` \|/gm)].map((match) => match[1] ?? '')

test('docs/commands.md has a section for each command, and no other', () => {
  expect([...sections.keys()].sort()).toEqual(all.map(({ name }) => name).sort())
})

test.each(all.map((command) => [command.name, command] as const))(
  'every option of %s is documented, and no other',
  (name, command) => {
    expect(optionsIn(sections.get(name) ?? '').sort()).toEqual(Object.keys(command.options).sort())
  },
)

test.each(all.map((command) => [command.name, command] as const))(
  'what %s needs and supposes is documented',
  (name, command) => {
    const rows = (sections.get(name) ?? '').split('\n')
    for (const [option, { required, default: preset }] of Object.entries(command.options)) {
      const row = rows.find((line) => line.startsWith(`| \`--${option}`)) ?? ''
      expect({ option, required: /Required\./.test(row) }).toEqual({ option, required: required ?? false })
      if (preset !== undefined) expect(row).toContain(`Default \`${preset}\``)
    }
  },
)

test('every command and option speaks French and English', () => {
  const texts = all.flatMap(({ name, summary, options }) => [
    [name, summary.fr, summary.en],
    ...Object.entries(options).map(([option, { fr, en }]) => [`${name} --${option}`, fr, en]),
  ])
  expect(texts.filter(([, fr, en]) => !fr || !en)).toEqual([])
})

test('docs/settings.md documents every setting, and no other', () => {
  const documented = [...page('docs/settings.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1])
  expect(documented.sort()).toEqual([...settingNames].sort())
})

const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/guide.fr.md',
  'docs/guide.en.md',
  'docs/commands.md',
  'docs/settings.md',
]

/** Commands as a reader would type them: in a block, or between back quotes. */
function commandLines(text: string): string[] {
  return [...text.matchAll(/bin\/tocsin((?: [a-z][a-z-]*| --?[\w-]+(?:[ =][^\s`]+)?| [^\s`]+)*)/g)].map(
    (match) => (match[1] ?? '').trim(),
  )
}

test.each(PAGES)('%s names only commands and options that exist', (name) => {
  const wrong = commandLines(page(name)).filter((line) => !exists(line))
  expect(wrong).toEqual([])
})

function exists(line: string): boolean {
  if (line === '' || /^(help|COMMAND)\b/.test(line)) return true
  const command = all
    .filter(({ name }) => line === name || line.startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0]
  const options = [...line.matchAll(/--([\w-]+)/g)].map((match) => match[1] ?? '')
  return (
    command !== undefined &&
    options.every((option) => ['json', 'help', ...Object.keys(command.options)].includes(option))
  )
}

test.each(PAGES)('%s names only settings that exist', (name) => {
  const named = [...page(name).matchAll(/\b(TOCSIN_[A-Z]+)\b/g)].map((match) => match[1] ?? '')
  expect(named.filter((setting) => !settingNames.includes(setting))).toEqual([])
})

test.each(PAGES)('links of %s lead to files of this repository', (name) => {
  const links = [...page(name).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '')
  const inside = links.filter((link) => !/^https?:/.test(link))
  expect(inside.filter((link) => !existsSync(join(import.meta.dirname, '..', name, '..', link)))).toEqual([])
})

test('ARCHITECTURE.md names files and folders that exist', () => {
  const named = [...page('ARCHITECTURE.md').matchAll(/`((?:src|test|scripts|docs)\/[\w./-]+)`/g)].map(
    (match) => match[1] ?? '',
  )
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((path) => !existsSync(join(import.meta.dirname, '..', path)))).toEqual([])
})
