import { closeSync, openSync, writevSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Field,
  type FileRead,
  type Layout,
  type ListRole,
  type RepairedRows,
  readRecords,
} from '../read/index.ts'
import type { ContactEvidence } from './contact-evidence.ts'
import { QuarantineRows } from './quarantine-rows.ts'
import { WorkRows } from './work-rows.ts'

export interface ReadJob {
  readonly role: ListRole
  readonly path: string
  /** How refusals name the file. */
  readonly name: string
  readonly layout: Layout
  /** Fields written as they stand beside the normal form. */
  readonly kept: readonly Field[]
  readonly contact: readonly ContactEvidence[]
  readonly partsDir: string
  /** Rows that take the place of quarantined ones. */
  readonly repaired?: RepairedRows | undefined
}

/** A whole Parquet file: rows of a list, which hold the NIR, or its quarantined lines. */
export interface Part {
  readonly table: ListRole | 'quarantine'
  readonly path: string
}

export interface ReadEvents {
  part(part: Part): void
  progress(read: { bytes: number; rows: number }): void
}

/** Reads a list and writes it in normal form as Parquet files of `partsDir`, each told as soon as it is whole. */
export async function readIntoParts(
  job: ReadJob,
  events: ReadEvents,
  signal?: AbortSignal,
): Promise<FileRead> {
  const rows = new WorkRows(job.layout, job.kept, job.contact)
  const quarantine = new QuarantineRows(job.role)
  let parts = 0
  let flushed = 0
  const flush = (table: Part['table'], from: { take(): Uint8Array[] }) => {
    const path = join(job.partsDir, `${job.role}-${++parts}.parquet`)
    writeWhole(path, from.take())
    events.part({ table, path })
  }
  const flushRows = () => {
    flushed++
    flush(job.role, rows)
  }
  const read = await readRecords(
    job.path,
    job.layout,
    {
      plain: (cells, row) => {
        rows.addPlain(cells, row)
        if (rows.isFull) flushRows()
      },
      record: (cells, row) => {
        rows.addRecord(cells, row)
        if (rows.isFull) flushRows()
      },
      quarantined: (line) => {
        quarantine.add(line)
        if (quarantine.isFull) flush('quarantine', quarantine)
      },
      between: (progress) => void events.progress(progress),
    },
    { file: job.name, signal, repaired: job.repaired },
  )
  // A list without a record still has a part, which tells its columns.
  if (rows.rows > 0 || flushed === 0) flushRows()
  if (quarantine.rows > 0) flush('quarantine', quarantine)
  return read
}

function writeWhole(path: string, pieces: Uint8Array[]): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    let left = pieces
    while (left.length > 0) left = after(left, writevSync(file, left))
  } finally {
    closeSync(file)
  }
}

/** What remains of the pieces once so many bytes are written: a write may be partial. */
function after(pieces: Uint8Array[], written: number): Uint8Array[] {
  let skip = written
  const left: Uint8Array[] = []
  for (const piece of pieces) {
    if (skip < piece.length) left.push(piece.subarray(skip))
    skip = Math.max(0, skip - piece.length)
  }
  return left
}
