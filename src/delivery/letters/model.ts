import type { Temporal } from 'temporal-polyfill'
import type { LetterContent } from '../../notices/index.ts'

/** Where a print house's envelope shows the address, in millimetres from the top left corner of the sheet. */
export interface PrintProfile {
  readonly name: string
  readonly window: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
    /** Clear space kept on the left and right, because a folded sheet moves in its envelope. */
    readonly inset: number
  }
  /** Sizes of the address in points, the best first. */
  readonly sizes: readonly number[]
  /** How much letters may be narrowed at the smallest size before a line is refused, e.g. 0.7. */
  readonly narrowest: number
  /** Width of the labels of a contact block, in millimetres. */
  readonly labelWidth: number
}

/** The common French window envelope (DL, window on the right). */
export const FRENCH_WINDOW: PrintProfile = {
  name: 'fr-dl-right',
  window: { left: 110, top: 55, width: 85, height: 33, inset: 2 },
  sizes: [10, 9.5, 9],
  narrowest: 0.7,
  labelWidth: 26,
}

export interface LetterInput {
  /** Id of the delivery: unique in a campaign, printed nowhere but in the manifest. */
  readonly id: string
  /** Lines of `postalBlock`. */
  readonly address: readonly string[]
  readonly content: LetterContent
}

export interface BatchInput {
  readonly letters: readonly LetterInput[]
  /** Name of the batch and of its files: letters, digits, "-" and "_". */
  readonly batchRef: string
  readonly outDir: string
  /** Written in the PDF as its date: the same input gives the same bytes. */
  readonly createdAt: Temporal.Instant
  readonly profile?: PrintProfile
}

/** Where a letter stands in the PDF of its batch. `firstPage` counts from 1. */
export interface LetterPlace {
  readonly id: string
  readonly firstPage: number
  readonly pages: number
}

export interface LetterBatch {
  readonly pdfPath: string
  readonly manifestPath: string
  readonly pdfSha256: string
  readonly manifestSha256: string
  readonly letters: readonly LetterPlace[]
}
