import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { LetterContent } from '../../notices/index.ts'

const length = z.number().min(0).max(297)
const area = z.strictObject({ left: length, top: length, width: length, height: length })

/**
 * What a print house asks of a letter: where its envelope shows the address, and what the sheet keeps clear. Lengths in
 * millimetres from the top left corner of an A4 sheet, sizes in points (the postal norm takes 9 to 12).
 */
export const printProfile = z.strictObject({
  name: z.string().regex(/^[\w-]{1,40}$/),
  paper: z.literal('a4').default('a4'),
  window: area.extend({
    /** Clear space kept on the left and right, because a folded sheet moves in its envelope. */
    inset: z.number().min(0).max(15),
  }),
  /** Sizes of the address, the best first. */
  sizes: z.array(z.number().min(9).max(12)).min(1),
  /** How much letters may be narrowed at the smallest size before a line is refused, e.g. 0.7. */
  narrowest: z.number().min(0.6).max(1).default(0.7),
  margins: z
    .strictObject({
      left: z.number().min(10).max(60),
      right: z.number().min(10).max(60),
      top: z.number().min(10).max(60),
      bottom: z.number().min(16).max(60),
    })
    .default({ left: 22, right: 22, top: 20, bottom: 22 }),
  /** Width of the sender's block, at the top left. */
  senderWidth: z.number().min(40).max(180).default(82),
  /** Width of the labels of a contact block. */
  labelWidth: z.number().min(15).max(60).default(26),
  /** Short lines in the left margin where a sheet is folded in three. */
  foldMarks: z.boolean().default(false),
  /** Printed on both sides: each letter then starts on a front. */
  duplex: z.boolean().default(false),
  /** The bar of the batch: width of a module of the bar code, its height, and how high it stands above the edge. */
  bar: z
    .strictObject({
      module: z.number().min(0.25).max(0.5),
      height: z.number().min(5).max(12),
      rise: z.number().min(5).max(30),
    })
    .default({ module: 0.3, height: 6, rise: 9 }),
  /** Areas of every sheet where nothing may be printed: the print house writes its own marks there. */
  keepClear: z.array(area).default([]),
})

export type PrintProfile = z.infer<typeof printProfile>

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
