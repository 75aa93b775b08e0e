import { readRefusals } from '../refusals.ts'
import { BrokenFile, type BrokenProblem } from './broken-file.ts'

const BOMBS: readonly BrokenProblem[] = ['too_many_entries', 'too_large', 'ratio', 'doctype', 'depth']

/** What a user is told of a workbook that cannot be read; anything else stays what it is. */
export function asRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof BrokenFile)) return error
  const { problem, part } = error
  const where = part === '' ? 'zip' : part
  return BOMBS.includes(problem)
    ? readRefusals.unsafeWorkbook({ file, part: where, problem })
    : readRefusals.damagedWorkbook({ file, part: where, problem })
}
