import type { QuarantinedLine, QuarantineReason } from './model.ts'
import type { FileRead, RecordStream } from './read-records.ts'
import type { RepairedRows } from './read-repaired.ts'
import { readRefusals } from './refusals.ts'

/** Rows mended by hand, each put in the place of the quarantined row of its number, once. */
export class Repairs {
  readonly #repaired: RepairedRows
  readonly #taken = new Set<number>()
  readonly #reasons: Partial<Record<QuarantineReason, number>> = {}

  constructor(repaired: RepairedRows) {
    this.#repaired = repaired
  }

  /** The same stream, to which a mended row comes as the record it is. */
  into(stream: RecordStream): RecordStream {
    return {
      ...stream,
      quarantined: (line) => {
        const cells = this.#take(line)
        if (cells) stream.record([...cells], line.row, line.line)
        else stream.quarantined(line)
      },
    }
  }

  /** The account once repaired rows count as records. Throws `read.repairedNotQuarantined` for one that replaced nothing. */
  accountedIn(read: FileRead): FileRead {
    for (const row of this.#repaired.rows.keys()) {
      if (!this.#taken.has(row)) {
        throw readRefusals.repairedNotQuarantined({ file: this.#repaired.file, row })
      }
    }
    const repaired = this.#taken.size
    const { accounting } = read
    const left = Object.entries(accounting.quarantinedByReason)
      .map(([reason, n]) => [reason, n - (this.#reasons[reason as QuarantineReason] ?? 0)] as const)
      .filter(([, n]) => n > 0)
    return {
      ...read,
      accounting: {
        ...accounting,
        records: accounting.records + repaired,
        quarantined: accounting.quarantined - repaired,
        quarantinedByReason: Object.fromEntries(left),
        repaired,
      },
    }
  }

  #take({ row, reason }: QuarantinedLine): readonly string[] | undefined {
    const cells = this.#repaired.rows.get(row)
    if (!cells) return undefined
    this.#taken.add(row)
    this.#reasons[reason] = (this.#reasons[reason] ?? 0) + 1
    return cells
  }
}
