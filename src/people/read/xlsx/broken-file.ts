/** Why a workbook cannot be read as it stands; the reader that knows the file's name makes a refusal of it. */
export class BrokenFile extends Error {
  readonly problem: BrokenProblem
  /** The part of the workbook at fault, as it is named inside the archive. */
  readonly part: string

  constructor(problem: BrokenProblem, part: string) {
    super(`${problem} (${part})`)
    this.problem = problem
    this.part = part
  }
}

export type BrokenProblem =
  | 'archive'
  | 'missing_part'
  | 'encrypted'
  | 'compression'
  | 'checksum'
  | 'encoding'
  | 'xml'
  | 'doctype'
  | 'depth'
  | 'row_order'
  | 'truncated'
  | 'too_many_entries'
  | 'too_large'
  | 'ratio'
