import type { Layout } from './model.ts'

/** What looking at a file's beginning tells of its form, before anyone asks what its columns mean. */
export interface TableFound
  extends Pick<
    Layout,
    | 'kind'
    | 'encoding'
    | 'separator'
    | 'lineEnd'
    | 'isPadded'
    | 'sheet'
    | 'headerRow'
    | 'headers'
    | 'hasHeader'
    | 'headerLines'
  > {
  /** The first records, as text. */
  readonly sample: readonly (readonly string[])[]
  /** Numbers that stand for dates count from 1904. */
  readonly date1904?: boolean
}

export const SAMPLE_ROWS = 2000

export function namelessHeaders(width: number): string[] {
  return Array.from({ length: width }, (_, index) => `column ${index + 1}`)
}
