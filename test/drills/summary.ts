/** What one kind of fault came to, over all its runs. */
export interface DrillLine {
  readonly fault: string
  readonly runs: number
  /** Messages that a relay kept. */
  readonly messages: number
  /** Deliveries held as unknown at the end, each visible to a person. */
  readonly held: number
  readonly lost: number
  readonly toldTwice: number
  /** Promises that broke, in words; empty when all held. */
  readonly wrong: readonly string[]
  /** Why it could not run here. */
  readonly skipped?: string
}

export function skippedLine(fault: string, skipped: string): DrillLine {
  return { fault, runs: 0, messages: 0, held: 0, lost: 0, toldTwice: 0, wrong: [], skipped }
}

/** The table that a run of drills ends with. */
export function summaryTable(lines: readonly DrillLine[]): string {
  const head = ['fault', 'runs', 'messages', 'held unknown', 'lost', 'told twice', 'verdict']
  const cells = lines.map(({ fault, runs, messages, held, lost, toldTwice, wrong, skipped }) => {
    const verdict = skipped ? `skipped: ${skipped}` : wrong.length === 0 ? 'held' : wrong.join('; ')
    return [
      fault,
      ...(skipped ? ['', '', '', '', ''] : [runs, messages, held, lost, toldTwice].map(String)),
      verdict,
    ]
  })
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((row) => row[column]!.length)))
  const set = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 || at === 6 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd()
  return [head, ...cells].map(set).join('\n')
}
