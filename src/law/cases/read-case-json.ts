import { jsonFault } from './json-fault.ts'
import { caseRefusals } from './refusals.ts'

const MEGABYTES = 20
const DEEPEST = 12

/**
 * The text of a case file as JSON, read more strictly than JSON.parse: UTF-8 without byte order mark (RFC 8259, section
 * 8.1), 20 MB at most, no key twice in one object (JSON.parse would keep the last one, and drop a fact in silence).
 * @throws law.tooLarge, notUtf8, byteOrderMark, notJson, duplicateKey, tooDeep
 */
export function readCaseJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength > MEGABYTES * 1_000_000) throw caseRefusals.tooLarge({ megabytes: MEGABYTES })
  const text = decode(bytes)
  if (text.startsWith('\ufeff')) throw caseRefusals.byteOrderMark()
  const parsed = parse(text)
  refuseDuplicates(text)
  return parsed
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw caseRefusals.notUtf8()
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const at = jsonFault(text)
    const before = text.slice(0, at).split('\n')
    // One character: the rest of the line may be anybody's.
    const problem = text[at] ?? '∅'
    throw caseRefusals.notJson({ line: before.length, column: before.at(-1)!.length + 1, problem })
  }
}

interface Level {
  readonly where: string
  /** Undefined in a list. */
  readonly keys: Set<string> | undefined
  readonly index: number
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

/** Walks the tokens of a text that JSON.parse has taken: only strings, brackets, commas and colons matter. */
function refuseDuplicates(text: string): void {
  const levels: Level[] = []
  let pointer = ''
  let last = ''
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1)
    if (token === '{' || token === '[') {
      if (levels.length >= DEEPEST) throw caseRefusals.tooDeep({ where: pointer })
      levels.push({ where: pointer, keys: token === '{' ? new Set() : undefined, index: 0 })
      if (token === '[') pointer = `${pointer}/0`
    } else if (token === '}' || token === ']') {
      pointer = levels.pop()?.where ?? ''
    } else if (token === ',' && level && !level.keys) {
      levels[levels.length - 1] = { ...level, index: level.index + 1 }
      pointer = `${level.where}/${level.index + 1}`
    } else if (token === ':' && level?.keys) {
      const key = JSON.parse(last) as string
      if (level.keys.has(key)) throw caseRefusals.duplicateKey({ where: level.where, key: key.slice(0, 80) })
      level.keys.add(key)
      pointer = `${level.where}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    }
    last = token
  }
}
