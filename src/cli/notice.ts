import { readFile, stat } from 'node:fs/promises'
import { checkText, type TextCheck } from '../notices/index.ts'
import { define, type Locale, refusals } from '../platform/refusal.ts'
import { defineCommand } from './command.ts'
import { findingWords, noticeCheckTexts } from './notice-check-texts.ts'
import { cliRefusals } from './run-command.ts'

const MOST_BYTES = 1_000_000

const noticeRefusals = refusals('notice', {
  unreadable: define<{ file: string }>({
    http: 422,
    exit: 66,
    fr: ({ file }) => `Le fichier ${file} ne peut pas être lu. Vérifiez son chemin et vos droits.`,
    en: ({ file }) => `The file ${file} cannot be read. Check its path and your rights.`,
  }),
  tooLong: define<{ file: string }>({
    http: 413,
    exit: 65,
    fr: ({ file }) => `Le fichier ${file} dépasse 1 Mo : ce n’est pas un message. Donnez le texte seul.`,
    en: ({ file }) => `The file ${file} is larger than 1 MB: it is not a message. Give the text alone.`,
  }),
  notUtf8: define<{ file: string; line: number }>({
    http: 422,
    exit: 65,
    fr: ({ file, line }) =>
      `Le fichier ${file} n’est pas un texte en UTF-8 (ligne ${line}). Enregistrez-le en UTF-8, puis recommencez.`,
    en: ({ file, line }) =>
      `The file ${file} is not UTF-8 text (line ${line}). Save it as UTF-8, then try again.`,
  }),
  empty: define<{ file: string }>({
    http: 422,
    exit: 65,
    fr: ({ file }) => `Le fichier ${file} ne contient aucun texte.`,
    en: ({ file }) => `The file ${file} holds no text.`,
  }),
})

/** `notice check`: what a reader must not see in a text, wherever it comes from. Needs neither a data folder nor a desk. */
export const command = defineCommand({
  name: 'notice check',
  summary: {
    fr: 'Relit un texte avant envoi : restes de mise en forme, adresses mortes, lisibilité, ce que l’article 34 demande.',
    en: 'Reads a text again before it leaves: stray markup, dead addresses, readability, what article 34 asks.',
  },
  options: {},
  positionals: ['FILE'],
  async run({ positionals, locale }) {
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) {
      const problem = locale === 'fr' ? 'Donnez un fichier, et un seul.' : 'Give one file, and one only.'
      throw cliRefusals.usage({ command: 'notice check', problem })
    }
    const check = checkText(await readText(file))
    const json = {
      file,
      language: check.language,
      flaws: check.flaws.map((one) => ({ ...one, ...findingWords(one.kind, locale) })),
      warnings: check.warnings.map((one) => ({ ...one, ...findingWords(one.kind, locale) })),
      readability: check.readability,
    }
    return { json, text: asText(file, check, locale), exit: check.flaws.length > 0 ? 1 : 0 }
  },
})

/** @throws notice.unreadable, tooLong, notUtf8, empty */
async function readText(file: string): Promise<string> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )
  if (size === undefined) throw noticeRefusals.unreadable({ file })
  if (size > MOST_BYTES) throw noticeRefusals.tooLong({ file })
  const bytes = await readFile(file).catch(() => {
    throw noticeRefusals.unreadable({ file })
  })
  const text = decode(bytes)
  if (text === undefined) throw noticeRefusals.notUtf8({ file, line: firstBadLine(bytes) })
  if (text.trim() === '') throw noticeRefusals.empty({ file })
  return text
}

/** Without the byte order mark, which no reader sees. A zero byte is no text: UTF-16 would pass for damaged UTF-8. */
function decode(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function firstBadLine(bytes: Buffer): number {
  let line = 1
  let from = 0
  for (;;) {
    const end = bytes.indexOf(10, from)
    if (decode(bytes.subarray(from, end < 0 ? bytes.length : end)) === undefined || end < 0) return line
    line += 1
    from = end + 1
  }
}

function asText(file: string, { language, flaws, warnings, readability }: TextCheck, locale: Locale): string {
  const words = noticeCheckTexts[locale]
  const told = ({ kind, line, column, found }: (typeof flaws)[number] | (typeof warnings)[number]) => {
    const { what, todo } = findingWords(kind, locale)
    const isWhole = kind.startsWith('art34_')
    const place = isWhole ? file : `${file}:${line}:${column}`
    return `${place} ${what}${found ? ` (${found})` : ''}. ${todo}`
  }
  const { score, wordsPerSentence, longest } = readability
  return [
    ...flaws.map(told),
    ...(warnings.length > 0 ? ['', words.warnings, ...warnings.map(told)] : []),
    '',
    words.readability(words.measures[language], score, wordsPerSentence),
    ...longest.map((one) => words.longest(one.line, one.words, shortened(one.text))),
    '',
    words.sum(flaws.length, warnings.length),
  ]
    .join('\n')
    .trimStart()
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
