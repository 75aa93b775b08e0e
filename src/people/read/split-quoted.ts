/** What a line with quotes turned out to be. `column` is the 1-based position where reading stopped. */
export type QuotedLine =
  | { readonly kind: 'record'; readonly fields: string[] }
  | { readonly kind: 'open'; readonly column: number }
  | { readonly kind: 'malformed'; readonly column: number }

/**
 * Splits one record that holds quotes (RFC 4180). A quote inside an unquoted field is text; a closing quote must be
 * followed by a separator or the end; a quote still open at the end is said to be `open`.
 * @param isPadded a space may stand between a separator and a quote
 */
export function splitQuoted(text: string, separator: string, isPadded = false): QuotedLine {
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (isPadded) while (text.charCodeAt(at) === 32) at++
    if (text.charCodeAt(at) !== 34) {
      const end = text.indexOf(separator, at)
      fields.push(end < 0 ? text.slice(at) : text.slice(at, end))
      if (end < 0) return { kind: 'record', fields }
      at = end + 1
      continue
    }
    const close = closingQuote(text, at + 1)
    if (close < 0) return { kind: 'open', column: at + 1 }
    fields.push(text.slice(at + 1, close).replaceAll('""', '"'))
    if (close + 1 === text.length) return { kind: 'record', fields }
    if (text[close + 1] !== separator) return { kind: 'malformed', column: close + 2 }
    at = close + 2
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text.charCodeAt(at + 1) === 34) at = text.indexOf('"', at + 2)
  return at
}
