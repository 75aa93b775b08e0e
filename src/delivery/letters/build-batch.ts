import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Temporal } from '../../platform/clock.ts'
import { compileLetters, type Mark, UndisplayableText } from './letter-compiler.ts'
import { manifestCsv } from './manifest.ts'
import {
  type BatchInput,
  FRENCH_WINDOW,
  type LetterBatch,
  type LetterInput,
  type LetterPlace,
} from './model.ts'
import { letterRefusals } from './refusals.ts'

/**
 * Sets 100 to 200 letters as one PDF/UA with its manifest. The same input gives the same bytes, so a batch can be
 * rebuilt and compared. Files are written aside, flushed, then renamed: a batch is there whole or not at all.
 * @throws letters.emptyBatch, badBatchName, duplicateLetters, badAddress, addressOverflows, undisplayableText; nothing is written then.
 */
export async function buildLetterBatch(input: BatchInput): Promise<LetterBatch> {
  const { letters, batchRef, outDir } = input
  check(letters, batchRef)
  const { pdf, marks, pages } = setLetters(input)
  const places = placesOf(letters, marks, pages)
  const pdfSha256 = sha256(pdf)
  const manifest = Buffer.from(manifestCsv(batchRef, pdfSha256, letters, places))
  const pdfPath = join(outDir, `${batchRef}.pdf`)
  const manifestPath = join(outDir, `${batchRef}.csv`)
  await mkdir(outDir, { recursive: true })
  await writeWhole(pdfPath, pdf)
  await writeWhole(manifestPath, manifest)
  return { pdfPath, manifestPath, pdfSha256, manifestSha256: sha256(manifest), letters: places }
}

/** One letter as its reader would get it, in memory: nothing is written, nothing is posted. PDF/UA-1. */
export function previewLetter(letter: LetterInput, createdAt: Temporal.Instant): Buffer {
  const input = { letters: [letter], batchRef: 'preview', outDir: '', createdAt }
  check(input.letters, input.batchRef)
  return setLetters(input).pdf
}

function setLetters(input: BatchInput): ReturnType<typeof compileLetters> {
  try {
    return compileLetters(batchData(input))
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

/** What letter.typ reads: each notice once, then what differs from letter to letter. */
export function batchData({ letters, batchRef, createdAt, profile = FRENCH_WINDOW }: BatchInput): object {
  const bodies = Object.fromEntries(letters.map(({ content }) => [content.body.key, content.body]))
  const first = letters[0]!.content.body
  return {
    title: `${first.subject} (${batchRef})`,
    author: first.sender.name,
    locale: first.locale,
    createdOn: dayNumbers(createdAt),
    profile,
    bodies,
    letters: letters.map(({ id, address, content }) => ({
      id,
      address,
      body: content.body.key,
      greeting: content.greeting,
      persons: content.persons,
      reference: content.reference,
      date: content.dateText,
    })),
  }
}

function dayNumbers(instant: Temporal.Instant): number[] {
  const { year, month, day } = instant.toZonedDateTimeISO('UTC')
  return [year, month, day]
}

/** Pages as typst numbered them, checked to cover the PDF without a gap or an overlap. */
function placesOf(letters: readonly LetterInput[], marks: readonly Mark[], pages: number): LetterPlace[] {
  const outside = marks.filter(({ kind, fits }) => kind === 'address' && !fits).map(({ id }) => id)
  if (outside.length > 0) throw letterRefusals.addressOverflows({ ids: outside })
  const page = (kind: Mark['kind']) =>
    new Map(marks.filter((mark) => mark.kind === kind).map(({ id, page }) => [id, page!]))
  const [starts, ends] = [page('start'), page('end')]
  const places = letters.map(({ id }) => ({
    id,
    firstPage: starts.get(id)!,
    pages: ends.get(id)! - starts.get(id)! + 1,
  }))
  const next = places.reduce(
    (expected, { firstPage, pages }) => (firstPage === expected ? expected + pages : Number.NaN),
    1,
  )
  if (next !== pages + 1) throw new Error('the letters of the batch do not cover its pages')
  return places
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  // A name of its own: two writers of one file never mix.
  const aside = `${path}.${randomUUID()}.part`
  const file = await open(aside, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
