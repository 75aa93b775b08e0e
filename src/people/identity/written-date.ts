/** Months as people write them, French and English, without accents; three letters tell all but June from July. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'janv', 'january', 'janvier'],
  ['feb', 'fev', 'fevr', 'february', 'fevrier'],
  ['mar', 'mars', 'march'],
  ['apr', 'avr', 'april', 'avril'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'july', 'juil', 'juillet'],
  ['aug', 'aou', 'aout', 'august'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'decembre'],
]
const monthOf = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1])))
/** Words that say a date is about right, and those that stand around one. */
const AROUND =
  /^(c|ca|circa|abt|about|around|est|vers|env|environ|bef|before|aft|after|avant|apres|ne|nee|le|the|of|en|in|born|st|nd|rd|th|er)$/

/**
 * A date that holds words, marks for unknown parts, or fewer than three parts: `11 Mar 1917`, `March 11, 1917`,
 * `mars 1917`, `1917-03`, `03/1917`, `1917-??-??`, `vers 1861`.
 * @returns year, month and day, 0 for each unknown part; undefined when it is none of these
 */
export function readWrittenDate(
  raw: string,
): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  if (raw.length > 40) return undefined
  const text = raw
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
  const short = /^(\d{4})[-/.](\d{1,2})$|^(\d{1,2})[-/.](\d{4})$/.exec(text)
  if (short) return dated(Number(short[1] ?? short[4]), Number(short[2] ?? short[3]), 0)
  const masked = text.replace(/[x?]{1,2}(?=[-/.]|$)/g, '00')
  const parted = masked === text ? null : /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/.exec(masked)
  if (parted) {
    const [first, month, last] = parted.slice(1).map(Number) as [number, number, number]
    if (parted[1]!.length === 4) return dated(first, month, last)
    return parted[3]!.length === 4 ? dated(last, month, first) : undefined
  }
  return fromWords(text.match(/[a-z]+|\d+/g) ?? [])
}

function fromWords(tokens: readonly string[]): ReturnType<typeof readWrittenDate> {
  const words = tokens.filter((token) => /[a-z]/.test(token) && !AROUND.test(token))
  const numbers = tokens.filter((token) => /\d/.test(token))
  const month = monthOf.get(words[0] ?? '') ?? 0
  if (words.length > 1 || (words.length === 1 && month === 0)) return undefined
  const years = numbers.filter((number) => number.length === 4)
  const days = numbers.filter((number) => number.length <= 2)
  if (years.length !== 1 || days.length !== numbers.length - 1 || days.length > (month > 0 ? 1 : 0))
    return undefined
  return dated(Number(years[0]), month, Number(days[0] ?? 0))
}

function dated(year: number, month: number, day: number) {
  return year >= 1000 && year <= 2100 ? { year, month, day } : undefined
}
