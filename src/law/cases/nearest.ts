/**
 * The known word nearest to a mistyped one: by edits of a letter, else the first that it begins or that begins it (`encrypted`
 * for `encrypted_at_rest`); `''` when none is near enough to propose.
 */
export function nearest(word: string, known: Iterable<string>): string {
  const wanted = plain(word)
  let begun = ''
  let best = ''
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const one of known) {
    const found = plain(one) === wanted ? 0 : distance(wanted, plain(one), least)
    if (found < least) {
      least = found
      best = one
    }
    if (begun === '' && isBeginning(wanted, plain(one))) begun = one
  }
  return best || begun
}

const isBeginning = (a: string, b: string) => a !== '' && (b.startsWith(`${a}_`) || a.startsWith(`${b}_`))

function plain(word: string): string {
  return word
    .slice(0, 80)
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}

/** Levenshtein, one row at a time. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}
