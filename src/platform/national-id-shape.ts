/**
 * NIR, 13 characters (sex, year, month, department, commune, order), with its key or without, however spaced. Promise 5:
 * it never reaches the database, and a fact is the one free text that could carry it there.
 * Source: décret n° 91-1404, art. 4; months above 12 are the fictional ones of the RNIPP.
 */
const NIR_SHAPE =
  /(?<![\d])[1-478][\s.\u00a0\u202f-]*(?:\d[\s.\u00a0\u202f-]*){2}(?:0[1-9]|1[0-2]|[2-9]\d)[\s.\u00a0\u202f-]*(?:\d\d|2[AaBb])[\s.\u00a0\u202f-]*(?:\d[\s.\u00a0\u202f-]*){6}(?:(?:\d[\s.\u00a0\u202f-]*){2})?(?!\d)/

/** Path of the first text inside `value` that looks like a NIR (`value.fr`), or undefined. Never the text itself. */
export function findNationalId(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return NIR_SHAPE.test(value) ? path : undefined
  if (value === null || typeof value !== 'object' || 'epochNanoseconds' in value) return undefined
  for (const [name, member] of Object.entries(value)) {
    const found = findNationalId(member, path ? `${path}.${name}` : name)
    if (found !== undefined) return found
  }
  return undefined
}
