import { inflateSync } from 'node:zlib'

/** What a reader of the PDF would copy from it, page after page, by its own tables: fonts' ToUnicode and the content's strings. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf)
  const maps = fontsOf(objects)
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head))
  return pages
    .map(({ head }) => {
      const contents = /\/Contents (\d+) 0 R/.exec(head)
      return contents ? shown(objects.get(contents[1]!)?.stream ?? '', maps) : ''
    })
    .join('\n')
}

interface PdfObject {
  readonly head: string
  readonly stream: string | null
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = found
    const at = body.indexOf('stream\n')
    const head = at < 0 ? body : body.slice(0, at)
    objects.set(number, { head, stream: at < 0 ? null : streamOf(head, body.slice(at + 'stream\n'.length)) })
  }
  return objects
}

function streamOf(head: string, rest: string): string {
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
  const bytes = Buffer.from(rest.slice(0, length), 'latin1')
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

type Maps = ReadonlyMap<string, ReadonlyMap<string, string>>

/** `f0` gives its codes with what they stand for. Every page of ours has the same resources. */
function fontsOf(objects: ReadonlyMap<string, PdfObject>): Maps {
  const names = [...objects.values()].flatMap(({ head }) => [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)])
  return new Map(
    names.map(([, name = '', number = '']) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? ''
      return [name, codesOf(objects.get(table)?.stream ?? '')]
    }),
  )
}

function codesOf(table: string): ReadonlyMap<string, string> {
  const pairs = [...table.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)].flatMap(([, lines = '']) => [
    ...lines.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g),
  ])
  return new Map(pairs.map(([, code = '', units = '']) => [code.toUpperCase(), utf16(units)]))
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** Strings of the content, kept until the operator that shows them; those of any other operator are no text. */
function shown(content: string, maps: Maps): string {
  let [font, text, pending] = ['', '', '']
  for (let at = 0; at < content.length; ) {
    const name = /\/(f\d+) [\d.]+ Tf/y
    const word = /[A-Za-z'"*]+/y
    const hex = /<([0-9A-Fa-f]*)>/y
    for (const one of [name, word, hex]) one.lastIndex = at
    const [named, worded, coded] = [name.exec(content), word.exec(content), hex.exec(content)]
    if (named) font = named[1] ?? ''
    else if (content[at] === '(') {
      const [literal, end] = literalFrom(content, at)
      pending += decoded(Buffer.from(literal, 'latin1').toString('hex'), maps.get(font))
      at = end
      continue
    } else if (coded) pending += decoded(coded[1] ?? '', maps.get(font))
    else if (worded) {
      if (/^T[jJ]$/.test(worded[0])) text += pending
      pending = ''
    }
    at += (named ?? coded ?? worded)?.[0].length ?? 1
  }
  return text
}

function decoded(hex: string, codes: ReadonlyMap<string, string> = new Map()): string {
  return [...hex.toUpperCase().matchAll(/.{4}/g)].map(([code]) => codes.get(code) ?? '').join('')
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A literal string and where it ends: balanced parentheses need no escape (ISO 32000-1, 7.3.4.2). */
function literalFrom(content: string, start: number): [literal: string, end: number] {
  let [literal, depth, at] = ['', 0, start]
  do {
    const escaped = /\\(?:([0-7]{1,3})|([\s\S]))/y
    escaped.lastIndex = at
    const found = escaped.exec(content)
    const one = content[at] ?? ')'
    if (found) {
      const [, octal, letter = ''] = found
      literal += octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPES[letter] ?? letter)
    } else {
      if (one === '(') depth += 1
      if (one === ')') depth -= 1
      if (depth > 0 && at > start) literal += one
    }
    at += found?.[0].length ?? 1
  } while (depth > 0)
  return [literal, at]
}
