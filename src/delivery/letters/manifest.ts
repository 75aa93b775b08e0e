import { csvTable } from '../../platform/csv-cell.ts'
import type { LetterInput, LetterPlace } from './model.ts'

const HEADER = [
  'batch',
  'letter_id',
  'code',
  'first_page',
  'pages',
  'pdf_sha256',
  'address_1',
  'address_2',
  'address_3',
  'address_4',
  'address_5',
  'address_6',
  'address_7',
]

/**
 * What the print house checks the batch against: one row a letter, `;`, UTF-8 with a byte order mark so that a
 * spreadsheet reads the accents, CRLF (RFC 4180). The hash of the PDF is on every row: a row can't be moved to
 * another print of the batch.
 */
export function manifestCsv(
  batchRef: string,
  pdfSha256: string,
  letters: readonly LetterInput[],
  places: readonly LetterPlace[],
): string {
  const rows = letters.map((letter, at) => {
    const { id, firstPage, pages } = places[at]!
    const address = Array.from({ length: 7 }, (_, line) => letter.address[line] ?? '')
    return [batchRef, id, letter.content.reference, String(firstPage), String(pages), pdfSha256, ...address]
  })
  return csvTable([HEADER, ...rows])
}
