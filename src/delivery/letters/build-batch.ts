import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Temporal } from '../../platform/clock.ts'
import { batchData, placesFor } from './batch-data.ts'
import { compileLetters, type Mark, releaseCompiled, UndisplayableText } from './letter-compiler.ts'
import { manifestCsv } from './manifest.ts'
import type { BatchInput, LetterBatch, LetterInput, LetterPlace } from './model.ts'
import { FRENCH_WINDOW } from './print-profiles.ts'
import { letterRefusals } from './refusals.ts'

/**
 * Sets 100 to 200 letters as one PDF/UA with its manifest. The same input gives the same bytes, so a batch can be
 * rebuilt and compared. Files are written aside, flushed, then renamed: a batch is there whole or not at all.
 * @throws letters.emptyBatch, badBatchName, duplicateLetters, badAddress, addressOverflows, undisplayableText; nothing is written then.
 */
export async function buildLetterBatch(input: BatchInput): Promise<LetterBatch> {
  const { outDir, batchRef } = input
  const { pdf, manifest, places } = await setBatch(input)
  const pdfPath = join(outDir, `${batchRef}.pdf`)
  const manifestPath = join(outDir, `${batchRef}.csv`)
  await mkdir(outDir, { recursive: true })
  await writeWhole(pdfPath, pdf)
  await writeWhole(manifestPath, manifest)
  return { pdfPath, manifestPath, pdfSha256: sha256(pdf), manifestSha256: sha256(manifest), letters: places }
}

export interface SetBatch {
  readonly pdf: Buffer
  readonly manifest: Buffer
  readonly places: readonly LetterPlace[]
}

/** The same batch in memory. @throws as `buildLetterBatch` */
export async function setBatch(input: BatchInput): Promise<SetBatch> {
  check(input.letters, input.batchRef)
  const { pdf, places } = setLetters(input)
  await releaseCompiled()
  const manifest = Buffer.from(manifestCsv(input.batchRef, sha256(pdf), input.letters, places))
  return { pdf, manifest, places }
}

/** One letter as its reader would get it, in memory: nothing is written, nothing is posted. PDF/UA-1. */
export function previewLetter(letter: LetterInput, createdAt: Temporal.Instant): Buffer {
  const input = { letters: [letter], batchRef: 'preview', outDir: '', createdAt }
  check(input.letters, input.batchRef)
  return setLetters(input).pdf
}

/** Pages of letters set before, by notice and number of persons: most letters of a batch are as long as the last one's. */
const lengths = new Map<string, number>()
const MOST_LENGTHS = 1000
const lengthKey = ({ content }: LetterInput) => `${content.body.key}/${content.persons.length}`

/**
 * Compiles with the pages foreseen, printed as "1/2" at the foot of each; when the marks tell otherwise, compiles
 * again with theirs. What is printed at the foot moves nothing, so the second time is right, and the bytes never
 * depend on what was foreseen.
 */
function setLetters(input: BatchInput): { pdf: Buffer; places: LetterPlace[] } {
  const { letters, profile = FRENCH_WINDOW } = input
  let places = placesFor(letters, (letter) => lengths.get(lengthKey(letter)) ?? 1, profile.duplex)
  for (let again = 0; again < 3; again += 1) {
    const compiled = compiledOrNamed(input, places)
    const found = placesOf(letters, compiled.marks, compiled.pages, profile.duplex)
    if (lengths.size > MOST_LENGTHS) lengths.clear()
    for (const [at, letter] of letters.entries()) lengths.set(lengthKey(letter), found[at]!.pages)
    if (JSON.stringify(found) === JSON.stringify(places)) return { pdf: compiled.pdf(), places }
    places = found
  }
  throw new Error('the pages of a batch do not settle')
}

type Compiled = ReturnType<typeof compileLetters>

function compiledOrNamed(input: BatchInput, places: readonly LetterPlace[]): Compiled {
  const compiled = compileLetters(batchData(input, places))
  return { ...compiled, pdf: () => exportedOrNamed(input, compiled) }
}

function exportedOrNamed(input: BatchInput, compiled: Compiled): Buffer {
  try {
    return compiled.pdf()
  } catch (error) {
    if (!(error instanceof UndisplayableText)) throw error
    const lacks = ({ address, content }: LetterInput) => {
      const own = [...address, content.greeting, ...content.persons, content.reference].join(' ')
      return error.characters.some((characters) => own.includes(characters))
    }
    throw letterRefusals.undisplayableText({ ids: input.letters.filter(lacks).map(({ id }) => id) })
  }
}

function check(letters: readonly LetterInput[], batchRef: string): void {
  if (!/^[\w-]{1,80}$/.test(batchRef)) throw letterRefusals.badBatchName({ batchRef })
  if (letters.length === 0) throw letterRefusals.emptyBatch({ batchRef })
  const seen = new Set<string>()
  const twice = letters.filter(({ id }) => seen.size === seen.add(id).size).map(({ id }) => id)
  if (twice.length > 0) throw letterRefusals.duplicateLetters({ batchRef, ids: twice })
  const bad = letters.filter(({ address }) => !isBlock(address)).map(({ id }) => id)
  if (bad.length > 0) throw letterRefusals.badAddress({ ids: bad })
}

function isBlock(address: readonly string[]): boolean {
  return (
    address.length >= 2 &&
    address.length <= 7 &&
    address.every((line) => line.trim() !== '' && line.length <= 38)
  )
}

/** Pages as typst numbered them, checked to cover the PDF without a gap or an overlap. */
function placesOf(
  letters: readonly LetterInput[],
  marks: readonly Mark[],
  pages: number,
  duplex: boolean,
): LetterPlace[] {
  const outside = marks.filter(({ kind }) => kind === 'overflow').map(({ id }) => id)
  if (outside.length > 0) throw letterRefusals.addressOverflows({ ids: outside })
  const page = (kind: Mark['kind']) =>
    new Map(marks.filter((mark) => mark.kind === kind).map(({ id, page }) => [id, page!]))
  const [starts, ends] = [page('start'), page('end')]
  const places = letters.map(({ id }) => {
    const firstPage = starts.get(id)!
    return { id, firstPage, pages: ends.get(id)! - firstPage + 1 }
  })
  const lengthOf = new Map(places.map(({ id, pages }) => [id, pages]))
  const expected = placesFor(letters, ({ id }) => lengthOf.get(id)!, duplex)
  const last = expected.at(-1)!
  const covers = JSON.stringify(expected) === JSON.stringify(places)
  if (!covers || last.firstPage + last.pages - 1 !== pages)
    throw new Error('the letters of the batch do not cover its pages')
  return places
}

export async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  // A name of its own: two writers of one file never mix.
  const aside = `${path}.${randomUUID()}.part`
  try {
    await flushed(aside, bytes)
    await rename(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

async function flushed(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Halves of files that a kill left: addresses that no batch names. For whoever holds the building of the folder. */
export async function clearHalves(outDir: string): Promise<void> {
  const names = await readdir(outDir).catch(() => [])
  for (const name of names)
    if (/\.[0-9a-f-]{36}\.part$/.test(name)) await rm(join(outDir, name), { force: true })
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
