import { type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import type { Tx } from './database.ts'
import type { Platform } from './platform.ts'

/** A unit of work carried by graphile-worker: a chunk or a timer, never one per person. It must bear being run again. */
export interface Task<P = unknown> {
  readonly name: string
  run(platform: Platform, payload: P, signal: AbortSignal): Promise<void>
}

/** The worker's own tables, made once; quick when they exist. */
export async function prepareJobs(platform: Platform): Promise<void> {
  await runMigrations({ pgPool: platform.db.pool, noHandleSignals: true })
}

/**
 * Gives back the jobs that a killed worker held: the library would keep them from everyone for four hours. To be called
 * while no worker runs on this database.
 */
export async function releaseJobs(tx: Tx): Promise<void> {
  await tx.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs where locked_by is not null))`,
  )
}

/**
 * Adds a job in the caller's transaction, so that it exists only if the change does. With a `key` there is at most one
 * waiting job of that key; one being run is not touched, and a new one waits behind it.
 */
export async function enqueue(
  tx: Tx,
  name: string,
  payload: Record<string, unknown>,
  { key, runAt, queue }: { key?: string; runAt?: { toString(): string }; queue?: string } = {},
): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4::timestamptz, job_key => $5, max_attempts => 25)`,
    [name, JSON.stringify(payload), queue ?? null, runAt?.toString() ?? null, key ?? null],
  )
}

/** Runs tasks until `signal` aborts. `concurrency` counts jobs at once in this process. */
export async function runJobs(
  platform: Platform,
  tasks: readonly Task<never>[],
  signal: AbortSignal,
  concurrency = 3,
): Promise<void> {
  const taskList: TaskList = Object.fromEntries(
    tasks.map((task) => [task.name, (payload: unknown) => runTask(platform, task, payload, signal)]),
  )
  const runner: Runner = await run({
    pgPool: platform.db.pool,
    taskList,
    concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    // Job payloads hold ids only, but the library's own log is not ours to redact.
    logger: silentLogger(platform),
  })
  signal.addEventListener('abort', () => void runner.stop().catch(() => undefined), { once: true })
  await runner.promise
}

async function runTask(
  platform: Platform,
  task: Task<never>,
  payload: unknown,
  signal: AbortSignal,
): Promise<void> {
  try {
    await task.run(platform, payload as never, signal)
  } catch (error) {
    const failure = withoutValues(error)
    if (!signal.aborted) platform.log.error({ task: task.name, ...failure }, 'task failed')
    throw new Error(`${failure.name} ${failure.code}`) // the library keeps the message in its own table
  }
}

/** A message may quote what it was reading: the log gets the kind of error, its code and where it arose. */
function withoutValues(error: unknown): { name: string; code: string; at: string[] } {
  const { name, code, stack } = error as Error & { code?: unknown }
  const frames = (stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return {
    name,
    code: typeof code === 'string' ? code : '',
    at: frames.slice(0, 6).map((line) => line.trim()),
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
