import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import template from './letter.typ'

/** Where one thing of a letter stands, as typst laid it out. */
export interface Mark {
  readonly id: string
  readonly kind: 'start' | 'end' | 'address'
  readonly page?: number
  readonly fits?: boolean
  /** Top left corner of the address, in millimetres from the corner of the sheet. */
  readonly x?: number
  readonly y?: number
}

/** The fonts' folder is also the root under which letter.typ reads; the batch is shadowed there, never written. */
const workspace = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/package.json'))
let compiler: NodeCompiler | null = null

/** One compiler for the process: loading its fonts costs more than a batch. Fonts come from the package, never the system. */
function theCompiler(): NodeCompiler {
  if (compiler) return compiler
  const fontPaths = ['400Regular', '700Bold'].map((weight) => join(workspace, weight))
  compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] })
  return compiler
}

/**
 * Sets a batch as one tagged PDF (PDF/UA-1). Synchronous: a batch holds the thread for about a second.
 * `data` is what letter.typ reads. The layout cache is dropped afterwards, so memory does not grow with batches.
 */
export function compileLetters(data: object): { pdf: Buffer; marks: Mark[]; pages: number } {
  const typst = theCompiler()
  try {
    typst.mapShadow(join(workspace, 'batch.json'), Buffer.from(JSON.stringify(data)))
    const result = typst.compile({ mainFileContent: template, resetRead: true })
    const document = result.result
    if (!document)
      throw new Error(`letters do not compile: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`)
    const pdf = exported(typst, document)
    const marks = typst.query(document, { selector: '<letter>', field: 'value' }) as Mark[]
    return { pdf, marks, pages: document.numOfPages }
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
