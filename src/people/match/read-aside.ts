import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import { type FileRead, readRefusals } from '../read/index.ts'
import { type Part, type ReadEvents, type ReadJob, readIntoParts } from './read-into-parts.ts'

/** Both lists are read at once, each on a thread of its own: this file is what such a thread runs. */
interface AsideData {
  readonly tocsinReadJob: ReadJob
}

type Told =
  | { readonly part: Part }
  | { readonly progress: { bytes: number; rows: number } }
  | { readonly read: FileRead }
  | { readonly refused: { code: string; params: Readonly<Record<string, unknown>> } }

const PROGRESS_BYTES = 1 << 23

/** `readIntoParts` on another thread. From the sources, as tests run them, no thread can: it stays on this one. */
export function readAside(
  job: ReadJob,
  events: ReadEvents,
  signal: AbortSignal | undefined,
): Promise<FileRead> {
  if (import.meta.url.endsWith('.ts')) return readIntoParts(job, events, signal)
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const data: AsideData = { tocsinReadJob: job }
    const worker = new Worker(new URL(import.meta.url), { workerData: data })
    const stop = () => {
      void worker.terminate()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (told: Told) => {
      if ('part' in told) events.part(told.part)
      else if ('progress' in told) events.progress(told.progress)
      else if ('refused' in told) reject(refusalOf(told.refused))
      else resolve(told.read)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      signal?.removeEventListener('abort', stop)
      reject(new Error(`the reading of ${job.role} stopped before its end`))
    })
  })
}

/** A refusal loses its class on the way between threads: here it is one again. */
function refusalOf({ code, params }: { code: string; params: Readonly<Record<string, unknown>> }): Refusal {
  const catalogue = readRefusals as unknown as Record<string, (params: object) => Refusal>
  return catalogue[code.replace(/^read\./, '')]!(params)
}

async function runJob(job: ReadJob, tell: (told: Told) => void): Promise<void> {
  let next = 0
  const events: ReadEvents = {
    part: (part) => tell({ part }),
    progress: (progress) => {
      if (progress.bytes < next) return
      next = progress.bytes + PROGRESS_BYTES
      tell({ progress })
    },
  }
  try {
    tell({ read: await readIntoParts(job, events) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    tell({ refused: { code: error.code, params: error.params } })
  }
}

if (!isMainThread && (workerData as AsideData | null)?.tocsinReadJob) {
  await runJob((workerData as AsideData).tocsinReadJob, (told) => parentPort!.postMessage(told))
}
