import { mkdir } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { ioRefusals } from '../../platform/io-refusal.ts'
import { matchRefusals } from './refusals.ts'
import { renderSql, type SqlValue } from './render-sql.ts'

/** The database of one run: in memory or a file in its work folder, deleted with it. It holds the NIR. */
export interface WorkDatabase {
  /** Runs one or several statements, their marks filled. */
  run(statement: string, values?: Readonly<Record<string, SqlValue>>): Promise<void>
  rows<R>(statement: string, values?: Readonly<Record<string, SqlValue>>): Promise<R[]>
  close(): void
}

export interface WorkSettings {
  readonly threads?: number | undefined
  /** As DuckDB writes it: `2GB`, `512MiB`. */
  readonly memoryLimit?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Tables in memory, spilt to the work folder beyond the limit: quicker than a file, which compresses them. */
  readonly inMemory: boolean
}

/** What the engine keeps in memory before it spills, unless told; half of a smaller machine. Reading takes another gigabyte. */
const MOST_MEGABYTES = 5000

export async function openWorkDatabase(workDir: string, settings: WorkSettings): Promise<WorkDatabase> {
  const { threads, memoryLimit, signal } = checked(settings)
  await mkdir(join(workDir, 'spill'), { recursive: true, mode: 0o700 })
  const limit = memoryLimit ?? `${Math.min(MOST_MEGABYTES, Math.round(totalmem() / 2 ** 21))}MiB`
  const instance = await DuckDBInstance.create(
    settings.inMemory ? ':memory:' : join(workDir, 'work.duckdb'),
    {
      threads: String(threads ?? availableParallelism()),
      temp_directory: join(workDir, 'spill'),
      // Every row carries its number: order need not be kept, and memory is saved.
      preserve_insertion_order: 'false',
      // Nothing is ever fetched: the desk works without a network.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      memory_limit: limit,
    },
  )
  const connection = await instance.connect()
  const guarded = <T>(work: () => Promise<T>) => inWords(work, { workDir, limit, signal })
  const stop = () => connection.interrupt()
  signal?.addEventListener('abort', stop)
  return {
    run: async (statement, values) => {
      await guarded(() => connection.run(renderSql(statement, values)))
    },
    rows: async <R>(statement: string, values?: Readonly<Record<string, SqlValue>>) => {
      const reader = await guarded(() => connection.runAndReadAll(renderSql(statement, values)))
      return reader.getRowObjectsJS() as R[]
    },
    close: () => {
      signal?.removeEventListener('abort', stop)
      connection.closeSync()
      instance.closeSync()
    },
  }
}

function checked(settings: WorkSettings): WorkSettings {
  const { threads, memoryLimit } = settings
  if (threads !== undefined && (!Number.isInteger(threads) || threads < 1 || threads > 256)) {
    throw matchRefusals.badSetting({ setting: '--threads', value: String(threads), expected: '1–256' })
  }
  if (memoryLimit !== undefined && !/^\d+(\.\d+)?\s?[KMGT]i?B$/i.test(memoryLimit)) {
    throw matchRefusals.badSetting({ setting: '--memory-limit', value: memoryLimit, expected: '512MB, 2GB…' })
  }
  return settings
}

/**
 * An interrupted statement fails in its own words: the caller's reason to stop is the one to report. A limit that is too
 * low and a full disk are what a person can mend, and are said so.
 */
async function inWords<T>(
  work: () => Promise<T>,
  at: { workDir: string; limit: string; signal: AbortSignal | undefined },
): Promise<T> {
  at.signal?.throwIfAborted()
  try {
    return await work()
  } catch (error) {
    at.signal?.throwIfAborted()
    const said = error instanceof Error ? error.message : ''
    if (said.startsWith('Out of Memory Error')) throw matchRefusals.notEnoughMemory({ limit: at.limit })
    if (said.includes('No space left on device')) throw ioRefusals.full({ path: at.workDir })
    throw error
  }
}
