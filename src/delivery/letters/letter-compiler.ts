import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import template from './letter.typ'

/** Where one thing of a letter stands, as typst laid it out. */
export interface Mark {
  readonly id: string
  /** `overflow`: the address does not fit its window even narrowed. */
  readonly kind: 'start' | 'end' | 'overflow' | 'address' | 'sender' | 'body'
  readonly page?: number
  /** Top left corner of the address, end of the sender's block, start of the text: in millimetres from the corner of the sheet. */
  readonly x?: number
  readonly y?: number
}

const require = createRequire(import.meta.url)
/** The fonts' folder is also the root under which letter.typ reads; the batch is shadowed there, never written. */
const workspace = dirname(require.resolve('@expo-google-fonts/arimo/package.json'))
let compiler: NodeCompiler | null = null

/** One compiler for the process: loading its fonts costs more than a batch. Fonts come from the package, never the system. */
function theCompiler(): NodeCompiler {
  if (compiler) return compiler
  compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [...FONT_FOLDERS] }] })
  return compiler
}

const FONT_FOLDERS = ['400Regular', '700Bold'].map((weight) => join(workspace, weight))

function fontFiles(): string[] {
  return FONT_FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ttf'))
      .sort()
      .map((name) => join(folder, name)),
  )
}

export interface CompiledLetters {
  readonly marks: readonly Mark[]
  readonly pages: number
  /** One tagged PDF, PDF/UA-1. Once only: the layout is dropped with it. */
  readonly pdf: () => Buffer
}

/**
 * Lays a batch out. Synchronous: a batch holds the thread for about half a second. `data` is what letter.typ reads. The
 * layout cache is dropped afterwards, so memory does not grow with batches.
 */
export function compileLetters(data: object): CompiledLetters {
  const typst = theCompiler()
  try {
    typst.mapShadow(join(workspace, 'batch.json'), Buffer.from(JSON.stringify(data)))
    const result = typst.compile({ mainFileContent: template, resetRead: true })
    const document = result.result
    if (!document)
      throw new Error(`letters do not compile: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`)
    const marks = typst.query(document, { selector: '<letter>', field: 'value' }) as Mark[]
    return { marks, pages: document.numOfPages, pdf: () => exported(typst, document) }
  } finally {
    typst.evictCache(0)
  }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/**
 * A compiled batch is some 60 MB outside V8's heap, held by an object of a few bytes: V8 sees no reason to collect it,
 * and memory would grow by that much a batch. Collected here, it stays where the first batches left it.
 */
export async function releaseCompiled(): Promise<void> {
  await nextTurn()
  collectGarbage()
  await nextTurn()
}

/** What decides the bytes of a batch besides its letters: recorded with it, and compared when it is built again. */
export function letterEngine(): {
  readonly compiler: string
  readonly fonts: string
  readonly template: string
} {
  const { version } = require('@myriaddreamin/typst-ts-node-compiler/package.json') as { version: string }
  const fonts = createHash('sha256')
  for (const path of fontFiles()) fonts.update(readFileSync(path))
  return {
    compiler: `typst-ts-node-compiler ${version}`,
    fonts: fonts.digest('hex').slice(0, 16),
    template: createHash('sha256').update(template).digest('hex').slice(0, 16),
  }
}

/** Sets one document of its own template as tagged PDF (PDF/UA-1); the template reads `data` in /document.json. */
export function compileDocument(mainFileContent: string, data: object): Buffer {
  const typst = theCompiler()
  try {
    typst.mapShadow(join(workspace, 'document.json'), Buffer.from(JSON.stringify(data)))
    const result = typst.compile({ mainFileContent, resetRead: true })
    const document = result.result
    if (!document) throw new Error(`not set: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`)
    return exported(typst, document)
  } finally {
    typst.evictCache(0)
  }
}

/** Characters the letters' font does not hold, which PDF/UA refuses to print as empty boxes. */
export class UndisplayableText extends Error {
  readonly characters: readonly string[]
  constructor(characters: readonly string[]) {
    super('the font lacks characters of a letter')
    this.characters = characters
  }
}

function exported(typst: NodeCompiler, document: NodeTypstDocument): Buffer {
  try {
    return typst.pdf(document, { pdfStandard: 'ua-1' })
  } catch (error) {
    const lacking = [...String(error).matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)]
    if (lacking.length === 0) throw error
    throw new UndisplayableText(lacking.map(([, characters = '']) => characters))
  }
}
