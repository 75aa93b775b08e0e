import { type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import type { Tx } from './database.ts'
import { withoutValues } from './error-without-values.ts'
import type { Platform } from './platform.ts'
import { beginLife, giveBackJobsOfTheDead, type WorkerLife } from './worker-life.ts'

/** A unit of work carried by graphile-worker: a chunk or a timer, never one per person. It must bear being run again. */
export interface Task<P = unknown> {
  readonly name: string
  run(platform: Platform, payload: P, signal: AbortSignal): Promise<void>
}

/** The worker's own tables, made once; quick when they exist. */
export async function prepareJobs(platform: Platform): Promise<void> {
  await runMigrations({ pgPool: platform.db.pool, noHandleSignals: true })
}

interface Enqueued {
  readonly key?: string
  readonly runAt?: { toString(): string }
  readonly queue?: string
  /** A job of the same key that waits already keeps its own instant. */
  readonly yields?: boolean
}

/**
 * Adds a job in the caller's transaction, so that it exists only if the change does. With a `key` there is at most one
 * waiting job of that key; one being run is not touched, and a new one waits behind it. The last `runAt` asked for holds, unless
 * the caller yields to a job that waits already.
 */
export async function enqueue(
  tx: Tx,
  name: string,
  payload: Record<string, unknown>,
  { key, runAt, queue, yields }: Enqueued = {},
): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4::timestamptz, job_key => $5, max_attempts => 25, job_key_mode => $6)`,
    [
      name,
      JSON.stringify(payload),
      queue ?? null,
      runAt?.toString() ?? null,
      key ?? null,
      yields ? 'preserve_run_at' : 'replace',
    ],
  )
}

/** A killed worker's jobs are taken up by another within this time. */
const LOOK_FOR_DEAD_MS = 3000

/** The database went away under the worker: what it held may be another's by now. */
export class LifeLost extends Error {
  constructor() {
    super('the database was lost')
    this.name = 'LifeLost'
  }
}

/**
 * Runs tasks until `signal` aborts; any number of processes may on one database, and take up the jobs of one that was
 * killed. `concurrency` counts jobs at once in this process. @throws LifeLost: the process must end, its jobs are others'
 */
export async function runJobs(
  platform: Platform,
  tasks: readonly Task<never>[],
  signal: AbortSignal,
  concurrency = 3,
): Promise<void> {
  const life = await beginLife(platform.db)
  const giveBack = () => giveBackJobsOfTheDead(platform.db).catch(() => undefined)
  const lookForDead = setInterval(() => void giveBack(), LOOK_FOR_DEAD_MS)
  try {
    await giveBack()
    const runner = await startRunner(platform, tasks, signal, concurrency, life)
    const stop = () => void runner.stop().catch(() => undefined)
    for (const end of [signal, life.lost]) end.addEventListener('abort', stop, { once: true })
    await Promise.race([runner.promise, whenLost(life)])
  } finally {
    clearInterval(lookForDead)
    life.end()
  }
}

function startRunner(
  platform: Platform,
  tasks: readonly Task<never>[],
  signal: AbortSignal,
  concurrency: number,
  life: WorkerLife,
): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    tasks.map((task) => [task.name, (payload: unknown) => runTask(platform, task, payload, signal)]),
  )
  return run({
    pgPool: platform.db.pool,
    taskList,
    concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    // Job payloads hold ids only, but the library's own log is not ours to redact.
    logger: silentLogger(platform),
    preset: { plugins: [holdingJobsAs(life)] },
  })
}

/** The library locks jobs under its pool's name: that name is locked before the first job is asked for. */
function holdingJobsAs(life: WorkerLife): GraphileConfig.Plugin {
  return {
    name: 'tocsin-life',
    version: '1.0.0',
    worker: {
      hooks: { startWorker: (_ctx, { worker }) => life.hold(worker.workerPool.id) },
    },
  }
}

function whenLost(life: WorkerLife): Promise<never> {
  return new Promise((_, reject) => {
    const lose = () => reject(new LifeLost())
    if (life.lost.aborted) lose()
    life.lost.addEventListener('abort', lose, { once: true })
  })
}

async function runTask(
  platform: Platform,
  task: Task<never>,
  payload: unknown,
  signal: AbortSignal,
): Promise<void> {
  try {
    await task.run(platform, payload as never, signal)
    // Put down because this process stops: it is not done, and another worker may run it at once.
    if (signal.aborted) throw new Error('stopped')
  } catch (error) {
    const failure = withoutValues(error)
    if (!signal.aborted) platform.log.error({ task: task.name, ...failure }, 'task failed')
    throw new Error(`${failure.name} ${failure.code}`) // the library keeps the message in its own table
  }
}

function silentLogger(platform: Platform) {
  return new (class {
    scope() {
      return this
    }
    error(message: string) {
      platform.log.debug({ message }, 'worker')
    }
    warn() {}
    info() {}
    debug() {}
  })() as never
}
