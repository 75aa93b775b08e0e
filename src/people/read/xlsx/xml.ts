import { BrokenFile } from './broken-file.ts'

const DEPTH = 64
const TOKEN = /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|\/[^<>]*|[^<>!?/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/y
const ATTRIBUTE = /([^\s=/<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&/gi
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export type Attributes = Readonly<Record<string, string>>

/**
 * Walks the tags of a small part. Prefixes are left out of names. Declarations of types and entities, which no
 * workbook needs and attacks live from, are refused; so is nesting beyond 64.
 */
export function eachTag(
  xml: string,
  part: string,
  onOpen: (name: string, attributes: Attributes, parents: readonly string[]) => void,
): void {
  const parents: string[] = []
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', TOKEN.lastIndex)) {
    if (xml.startsWith('<!D', at) || xml.startsWith('<!E', at)) throw new BrokenFile('doctype', part)
    TOKEN.lastIndex = at
    const token = TOKEN.exec(xml)?.[0]
    if (token === undefined) throw new BrokenFile('xml', part)
    if (token[1] === '!' || token[1] === '?') continue
    if (token[1] === '/') {
      if (parents.pop() !== localName(token.slice(2))) throw new BrokenFile('xml', part)
      continue
    }
    const name = localName(token.slice(1))
    onOpen(name, attributesOf(token, part), parents)
    if (token.endsWith('/>')) continue
    if (parents.push(name) > DEPTH) throw new BrokenFile('depth', part)
  }
  if (parents.length > 0) throw new BrokenFile('truncated', part)
}

/** Text of XML as it is meant. Only the five entities of XML itself exist. */
export function unescapeXml(text: string, part: string): string {
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, named?: string) => {
    if (named) return NAMED[named.toLowerCase()]!
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : Number.NaN
    if (!(code <= 0x10ffff)) throw new BrokenFile('xml', part)
    return String.fromCodePoint(code)
  })
}

function localName(tag: string): string {
  const name = /^[^\s/>]*/.exec(tag)![0]
  return name.slice(name.indexOf(':') + 1)
}

function attributesOf(token: string, part: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of token.matchAll(ATTRIBUTE)) {
    if (!name!.startsWith('xmlns')) attributes[localName(name!)] = unescapeXml(double ?? single ?? '', part)
  }
  return attributes
}
