import { splitQuoted } from './split-quoted.ts'

/** Those that files use; the others only when none of these parts the first line. */
const COMMON = [';', ',', '\t', '|']
const RARE = ['^', '~', '\x1f', '\x01', ':', '#', '!', '*', '/', '=', '&']

export const SEPARATORS = [...COMMON, ...RARE]

/** The separator that gives the first line most columns and the following lines as many. */
export function detectSeparator(lines: readonly string[]): string {
  const full = lines.filter((line) => line.trim() !== '').slice(0, 50)
  return best(COMMON, full) ?? best(RARE, full) ?? ';'
}

function best(candidates: readonly string[], full: readonly string[]): string | undefined {
  let found: { separator: string; score: number } | undefined
  for (const separator of candidates) {
    const width = widthOf(full[0]!, separator)
    if (width <= 1) continue
    const same = full.filter((line) => widthOf(line, separator) === width).length
    const score = width + (100 * same) / full.length
    if (score > (found?.score ?? 0)) found = { separator, score }
  }
  return found?.separator
}

function widthOf(line: string, separator: string): number {
  if (!line.includes('"')) return line.split(separator).length
  const found = splitQuoted(line, separator)
  return found.kind === 'record' ? found.fields.length : line.split(separator).length
}

/** Does a space follow every separator of the first lines? Then it belongs to the separator, and quotes may come after it. */
export function hasSpaceAfter(separator: string, lines: readonly string[]): boolean {
  const parted = lines.filter((line) => line.includes(separator)).slice(0, 20)
  return (
    parted.length > 0 &&
    parted.every((line) =>
      line
        .split(separator)
        .slice(1)
        .every((cell) => cell[0] === ' '),
    )
  )
}
