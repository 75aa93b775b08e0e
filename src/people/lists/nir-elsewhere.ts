import { parseNir } from '../identity/index.ts'
import { literal, type Query } from './duckdb.ts'
import { looksLikeNir } from './masking.ts'
import type { MatchResult } from './match-engine.ts'
import { listRefusals } from './refusals.ts'

/*
 * Registers hold the NIR in other columns too: as a member number, as the link to the policyholder, in a line of an
 * address. It enters the database from none of them (promise 5).
 */
/** Of someone registered in France, by a calendar month: other numbers of thirteen digits seldom are. */
const NIR = '[12][0-9]{2}(0[1-9]|1[0-2])([0-9]{2}|2[AB])[0-9]{6}([0-9]{2})?'
const WHOLE = new RegExp(`^${NIR}$`)
/** Above this share a column holds NIRs; below, numbers that look like some. */
const SHARE = 0.3
const IDENTIFIERS = ['member_id', 'policyholder_id'] as const

/**
 * What tells one member from another is kept in the database and in the files of the run: a NIR cannot be it.
 * @throws lists.nirAsIdentifier
 */
export async function refuseNirAsIdentifier(
  query: Query,
  { registerRows, register }: Pick<MatchResult, 'registerRows' | 'register'>,
  file: string,
): Promise<void> {
  const present = await query.all(`describe from read_parquet(${literal(registerRows)})`)
  for (const field of IDENTIFIERS.filter((name) => present.some((row) => row['column_name'] === name))) {
    const compact = `upper(regexp_replace(${field}, '[\\s.\\-_/]', '', 'g'))`
    const [found] = await query.all(`
      select count(nullif(${field}, '')) as filled,
             count(*) filter (case when length(${field}) between 13 and 24 then regexp_full_match(${compact}, '${NIR}') end) as nirs
        from read_parquet(${literal(registerRows)})`)
    if (Number(found?.['nirs']) > SHARE * Number(found?.['filled']))
      throw listRefusals.nirAsIdentifier({ file, field, column: register.columns[field] ?? field })
  }
}

/** A number of the register for the database; null when it is a NIR, be it with a wrong key. */
export function numberWithoutNir(text: string | null): string | null {
  if (text === null || !mayHold(text)) return text
  const { class: kind } = parseNir(text)
  const compact = text.replace(/[\s.\-_/]/g, '').toUpperCase()
  const isNir = kind === 'definitive' || kind === 'unverified' || WHOLE.test(compact)
  // A right key tells a provisional number; thirteen digits alone do not.
  return isNir || (kind === 'provisional' && compact.length === 15) ? null : text
}

/** Any other text of the register for the database; null when a NIR stands in it. */
export function textWithoutNir(text: string | null): string | null {
  return text !== null && mayHold(text) && looksLikeNir(text) ? null : text
}

/** Told at a glance, for a list has millions of cells: twelve digits at least, and a letter for Corsica. */
function mayHold(text: string): boolean {
  if (text.length < 13) return false
  let digits = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) digits++
  }
  return digits >= 12
}
