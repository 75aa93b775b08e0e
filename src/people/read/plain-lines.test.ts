import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellAlphabet } from './alphabet.ts'
import type { Layout } from './model.ts'
import { readRecords } from './read-records.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-plain-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** Everything a file gives: rows with their number and line, quarantined lines, the account. */
async function readBoth(path: string, layout: Layout) {
  const { decode } = cellAlphabet(layout.encoding)
  const byText: unknown[] = []
  const byBytes: unknown[] = []
  let plain = 0
  const text = await readRecords(path, layout, {
    record: (cells, row, line) => byText.push([row, line, cells]),
    quarantined: (line) => byText.push(line),
  })
  const bytes = await readRecords(path, layout, {
    plain: ({ bytes, starts, ends }, row, line) => {
      plain++
      const cells = layout.headers.map((_, i) => decode(bytes.subarray(starts[i]!, ends[i]!)))
      byBytes.push([row, line, cells])
    },
    record: (cells, row, line) => byBytes.push([row, line, cells]),
    quarantined: (line) => byBytes.push(line),
  })
  return { text: [text, byText], bytes: [bytes, byBytes], plain }
}

const layoutOf = (over: Partial<Layout>): Layout => ({
  kind: 'delimited',
  reasons: {},
  encoding: 'utf-8',
  separator: ';',
  lineEnd: '\n',
  headers: ['a', 'b', 'c'],
  hasHeader: true,
  columns: {},
  dateFormat: 'dd/mm/yyyy',
  nationalIdKind: 'nir',
  ...over,
})

describe('reading by bytes', () => {
  const piece = fc.constantFrom(
    ...['"', '""', ';', '\n', '\r\n', '\r', 'x', 'é', '\0', ' ', '1;2;3\n', '"a"', '\ufffd', '\x81'],
    ...[
      '"a";"b";"c"\n',
      '"a;b";2;3\r\n',
      ';;\n',
      '"";"";""',
      '1;"2;\n',
      'x"y;2;3\n',
      '"x\ny";2;3\n',
      '\ufeff',
    ],
  )

  it('property: gives what reading by text gives, whatever the bytes', async () => {
    const path = join(root, 'list.csv')
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 50 }),
        fc.constantFrom<Layout['encoding']>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15'),
        fc.constantFrom<BufferEncoding>('utf8', 'latin1', 'utf16le'),
        fc.constantFrom<Layout['lineEnd']>('\n', '\r'),
        fc.integer({ min: 1, max: 3 }),
        async (pieces, encoding, written, lineEnd, width) => {
          await writeFile(path, Buffer.from(pieces.join(''), written))
          const headers = ['a', 'b', 'c'].slice(0, width)
          const { text, bytes } = await readBoth(path, layoutOf({ encoding, lineEnd, headers }))
          expect(bytes).toEqual(text)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('takes plain and quoted lines as bytes, in every encoding', async () => {
    const path = join(root, 'plain.csv')
    for (const [encoding, bytes] of [
      ['utf-8', Buffer.from('a;b;c\n1;é;3\r\n"4";"5;5";"6"\n')],
      ['windows-1252', Buffer.from('a;b;c\n1;é;3\r\n"4";"5;5";"6"\n', 'latin1')],
      ['utf-16le', Buffer.from('a;b;c\n1;é;3\r\n"4";"5;5";"6"\n', 'utf16le')],
    ] as const) {
      await writeFile(path, bytes)
      const { text, bytes: byBytes, plain } = await readBoth(path, layoutOf({ encoding }))
      expect(byBytes).toEqual(text)
      expect(plain).toBe(2)
    }
  })
})
