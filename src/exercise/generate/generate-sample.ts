import { access, mkdir, rename, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../platform/refusal.ts'
import { type CheckedOptions, checkOptions, type SampleOptions } from './check-options.ts'
import type { DamageName } from './damage.ts'
import { EXPOSED_HEADERS, type ExposedRows, exposedRows } from './exposed-row.ts'
import { sampleRefusals } from './refusals.ts'
import { REGISTER_HEADERS, registerRows } from './register-row.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'
import { type RowWriter, type WrittenFile, writeRows } from './write-file.ts'

export interface SampleFile extends WrittenFile {
  /** CPU seconds (user and system) of this process while the file was made; truth.csv is made with exposed.csv. */
  readonly cpuSeconds: number
}

export interface SampleSummary {
  readonly register: SampleFile
  readonly exposed: SampleFile
  readonly truth: SampleFile
  readonly members: number
  /** Distinct own people on the exposed list. */
  readonly affected: number
  /** Rows of own people, duplicates included. */
  readonly ownRows: number
  readonly homonymRows: number
  /** Rows that carry each damage; a row with two is counted in both. */
  readonly damages: Readonly<Record<DamageName, number>>
  readonly undamagedRows: number
  readonly cpuSeconds: number
}

export interface SampleProgress {
  readonly file: 'register' | 'exposed'
  readonly done: number
  readonly total: number
}

type Report = (progress: SampleProgress) => void

const NAMES = ['register.csv', 'exposed.csv', 'truth.csv'] as const

/**
 * Writes register.csv, exposed.csv and truth.csv into `options.out`: all three, or none. Memory does not depend on the
 * sizes. Refuses bad options, files already there without `force`, and a folder that cannot be written.
 */
export async function generateSample(
  options: SampleOptions,
  onProgress: Report = () => {},
): Promise<SampleSummary> {
  const checked = checkOptions(options)
  if (!checked.force) await refuseIfThere(checked.out)
  const created = await makeFolder(checked.out)
  const writers: RowWriter[] = []
  try {
    return await writeAll(checked, writers, onProgress)
  } catch (error) {
    for (const writer of writers) await writer.abandon()
    if (created) await rmdir(created).catch(() => {})
    throw error instanceof Refusal ? error : asRefusal(error, checked.out)
  }
}

async function refuseIfThere(out: string): Promise<void> {
  for (const name of NAMES) {
    const path = join(out, name)
    const there = await access(path).then(
      () => true,
      () => false,
    )
    if (there) throw sampleRefusals.alreadyThere({ path })
  }
}

/** @returns the folder if it was made here and must go with a failure */
async function makeFolder(out: string): Promise<string | undefined> {
  try {
    return (await mkdir(out, { recursive: true })) && out
  } catch (error) {
    throw asRefusal(error, out)
  }
}

function asRefusal(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  return typeof code === 'string' ? sampleRefusals.cannotWrite({ path, reason: code }) : error
}

async function writeAll(
  options: CheckedOptions,
  writers: RowWriter[],
  report: Report,
): Promise<SampleSummary> {
  const words = vocabularyOf(options.seed)
  const register = await measured(() => writeRegister(options, words, writers, report))
  const rows = exposedRows(options.seed, options, options.rates, words, options.exposedSeparator)
  const lists = await measured(() => writeExposed(options, rows, writers, report))
  for (const { path, part } of writers) await rename(part, path)
  const [exposed, truth] = lists.value.files
  return {
    register: { ...register.value, cpuSeconds: register.cpuSeconds },
    exposed: { ...exposed, cpuSeconds: lists.cpuSeconds },
    truth: { ...truth, cpuSeconds: 0 },
    members: options.members,
    affected: options.affected,
    ownRows: rows.layout.ownRows,
    homonymRows: rows.layout.homonymRows,
    damages: rows.counts,
    undamagedRows: lists.value.undamaged,
    cpuSeconds: register.cpuSeconds + lists.cpuSeconds,
  }
}

async function measured<T>(work: () => Promise<T>): Promise<{ value: T; cpuSeconds: number }> {
  const start = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(start)
  return { value, cpuSeconds: (user + system) / 1e6 }
}

async function begin(writers: RowWriter[], ...args: Parameters<typeof writeRows>): Promise<RowWriter> {
  const writer = await writeRows(...args)
  writers.push(writer)
  return writer
}

async function writeRegister(
  options: CheckedOptions,
  words: Vocabulary,
  writers: RowWriter[],
  report: Report,
): Promise<WrittenFile> {
  const { seed, members, registerSeparator: separator, registerEncoding, out } = options
  const file = await begin(writers, join(out, NAMES[0]), registerEncoding, REGISTER_HEADERS.join(separator))
  const rowAt = registerRows(seed, members, words, separator)
  for (let index = 0; index < members; index++) {
    if (file.add(rowAt(index)))
      await pause(options, [file], report, { file: 'register', done: index + 1, total: members })
  }
  report({ file: 'register', done: members, total: members })
  return file.finish()
}

async function writeExposed(
  options: CheckedOptions,
  rows: ExposedRows,
  writers: RowWriter[],
  report: Report,
) {
  const { exposed: total, exposedSeparator, exposedEncoding, out } = options
  const list = await begin(
    writers,
    join(out, NAMES[1]),
    exposedEncoding,
    EXPOSED_HEADERS.join(exposedSeparator),
  )
  const truth = await begin(writers, join(out, NAMES[2]), 'utf-8', 'exposed_row,member_id,damage')
  let undamaged = 0
  for (let row = 0; row < total; row++) {
    const { line, memberId, damage } = rows.read(row)
    if (damage === 'none') undamaged++
    truth.add(`${row + 1},${memberId},${damage}`)
    if (list.add(line)) await pause(options, [list, truth], report, { file: 'exposed', done: row + 1, total })
  }
  report({ file: 'exposed', done: total, total })
  return { files: [await list.finish(), await truth.finish()] as const, undamaged }
}

/** Between two chunks: bytes to disk, news to the watcher, and a place to stop. */
async function pause(
  options: CheckedOptions,
  files: RowWriter[],
  report: Report,
  progress: SampleProgress,
): Promise<void> {
  if (options.signal?.aborted) throw sampleRefusals.stopped()
  for (const file of files) await file.flush()
  report(progress)
}
