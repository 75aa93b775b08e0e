/** Whom a message was for, as far as it is known. */
export interface WhomItWasFor {
  readonly email?: string | null | undefined
  readonly names?: readonly string[]
}

/** Far above what is kept of a mail system's words. */
const MOST = 4000
const WORD = /[^\s<>"'(),;:[\]]+/g
/** A local part in quotes (RFC 5321, 4.1.2) may hold blanks. */
const QUOTED = /"[^"\n]{1,64}"(?=@)/g
/** Thirteen to fifteen digits, however spaced: a national number, never a code of SMTP. */
const LONG_NUMBER = /(?<!\d)\d(?:[ \u00a0\u202f-]?\d){12,14}(?!\d)/g
/** Shorter ones are words of any sentence. */
const SHORTEST = 3

/**
 * The words of a mail system without whom they speak of: addresses, the part before their @ standing alone, the names of the
 * addressee, long numbers. The ledger keeps the words, not the person's data (promise 7). Time grows with the length alone,
 * whatever the text; blanks are one each, and a long text is cut between two words.
 */
export function withoutPerson(said: string, { email, names = [] }: WhomItWasFor = {}): string {
  const line = said
    .slice(0, MOST * 4)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL keeps no NUL, and nobody reads the others
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
  const isWhole = said.length <= MOST * 4 && line.length <= MOST
  const whole = isWhole ? line : line.slice(0, line.lastIndexOf(' ', MOST) + 1)
  const masked = whole
    .trim()
    .replace(QUOTED, '')
    .replace(WORD, (word) => (word.includes('@') ? '[…]' : word))
    .replace(LONG_NUMBER, '[…]')
  const named = namesIn(masked, email, names)
  return named ? masked.replace(named, '[…]') : masked
}

/** Compiling the pattern costs more than sending the message: only for words that hold one of the names at all. */
function namesIn(
  said: string,
  email: string | null | undefined,
  names: readonly string[],
): RegExp | undefined {
  const local = (email ?? '').slice(0, Math.max(0, (email ?? '').lastIndexOf('@')))
  const parts = [local, ...names.flatMap((name) => name.split(/[\s-]+/))].filter(
    (part) => part.length >= SHORTEST,
  )
  const folded = foldCase(said)
  const written = [...new Set(parts.flatMap((part) => [part, withoutAccents(part)]))].filter((part) =>
    folded.includes(foldCase(part)),
  )
  if (written.length === 0) return undefined
  const longestFirst = written.sort((a, b) => b.length - a.length).map(escaped)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

/** One case for letters that `i` takes for the same (ſ and s, K and the Kelvin sign). */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase()
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => (sign === '-' ? '\\x2d' : `\\${sign}`))
}
