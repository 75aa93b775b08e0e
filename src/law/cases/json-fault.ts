const TOKEN =
  /[ \t\n\r]*(?:("(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])|([{}[\],:]))/uy

type Kind = 'string' | 'value' | '{' | '}' | '[' | ']' | ',' | ':'

/** What may come next, in an object (`{`), a list (`[`) or alone. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or }' | ', or ]' | 'end'

/**
 * Where a text stops being JSON (RFC 8259): offset of the first thing that does not belong, for a text that JSON.parse
 * refuses. Node 20 tells no place for short texts, and quotes them in its message.
 */
export function jsonFault(text: string): number {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    const start = at + (/^[ \t\n\r]*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0)
    if (!found) return start
    const kind = (found[1] ? 'string' : found[2] ? 'value' : found[3]) as Kind
    const next = step(kind, expected, open)
    if (next === undefined) return start
    expected = next
    at = TOKEN.lastIndex
  }
}

function step(kind: Kind, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  const isValue = expected.startsWith('value')
  if ((kind === '{' || kind === '[') && isValue) {
    open.push(kind)
    return kind === '{' ? 'key or }' : 'value or ]'
  }
  if ((kind === '}' || kind === ']') && expected.endsWith(`or ${kind}`)) {
    open.pop()
    return after(open)
  }
  if (kind === 'string' && expected.startsWith('key')) return ':'
  if ((kind === 'string' || kind === 'value') && isValue) return after(open)
  if (kind === ':' && expected === ':') return 'value'
  if (kind === ',' && expected.startsWith(',')) return expected.endsWith('}') ? 'key' : 'value'
  return undefined
}

function after(open: readonly ('{' | '[')[]): Expected {
  const inside = open.at(-1)
  return inside === undefined ? 'end' : inside === '{' ? ', or }' : ', or ]'
}
