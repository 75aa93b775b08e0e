import type { Temporal } from '../../platform/clock.ts'
import { code128 } from './code128.ts'
import type { BatchInput, LetterInput, LetterPlace } from './model.ts'
import { FRENCH_WINDOW } from './print-profiles.ts'

/**
 * What letter.typ reads: each notice once, then what differs from letter to letter, then whose page each page is.
 * `places` are the pages foreseen; the marks of the compiled batch say whether they were right.
 */
export function batchData(input: BatchInput, places: readonly LetterPlace[]): object {
  const { letters, batchRef, createdAt, profile = FRENCH_WINDOW } = input
  const bodies = Object.fromEntries(letters.map(({ content }) => [content.body.key, content.body]))
  const first = letters[0]!.content.body
  return {
    title: `${first.subject} (${batchRef})`,
    author: first.sender.name,
    name: batchRef,
    locale: first.locale,
    createdOn: dayNumbers(createdAt),
    profile,
    bodies,
    letters: letters.map((letter, at) => letterData(letter, at, letters.length, places[at]!)),
    sheets: sheetsOf(places),
  }
}

function letterData({ id, address, content }: LetterInput, at: number, of: number, place: LetterPlace) {
  return {
    id,
    address,
    body: content.body.key,
    greeting: content.greeting,
    persons: content.persons,
    reference: content.reference,
    date: content.dateText,
    bars: code128(content.reference),
    rank: `${fourDigits(at + 1)}/${fourDigits(of)}`,
    pages: place.pages,
  }
}

function fourDigits(value: number): string {
  return String(value).padStart(4, '0')
}

/** For each page of the batch, its letter and its rank in it; null for the empty back of a sheet. */
function sheetsOf(places: readonly LetterPlace[]): ({ letter: number; page: number } | null)[] {
  const sheets: ({ letter: number; page: number } | null)[] = []
  for (const [letter, { firstPage, pages }] of places.entries()) {
    while (sheets.length < firstPage - 1) sheets.push(null)
    for (let page = 1; page <= pages; page += 1) sheets.push({ letter, page })
  }
  return sheets
}

/** Places of letters of these lengths, one after the other; on both sides of the sheet each starts on a front. */
export function placesFor(
  letters: readonly LetterInput[],
  pagesOf: (letter: LetterInput) => number,
  duplex: boolean,
): LetterPlace[] {
  let firstPage = 1
  return letters.map((letter) => {
    const place = { id: letter.id, firstPage, pages: pagesOf(letter) }
    firstPage += place.pages
    if (duplex && firstPage % 2 === 0) firstPage += 1
    return place
  })
}

/** The day of an instant as typst's `datetime` takes it. */
export function dayNumbers(instant: Temporal.Instant): number[] {
  const { year, month, day } = instant.toZonedDateTimeISO('UTC')
  return [year, month, day]
}
