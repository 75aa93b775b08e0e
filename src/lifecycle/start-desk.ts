import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { birthOf, isAlive, readLock, tryLock } from '../../scripts/lock.mjs'
import type { Config } from '../platform/config.ts'
import { discardDataFolder, existingDataFolder, openDataFolder } from '../platform/data-folder.ts'
import { ioRefusal } from '../platform/io-refusal.ts'
import type { Platform } from '../platform/platform.ts'
import {
  announceDesk,
  deskRefusals,
  type RunningDesk,
  runningDesk,
  withdrawDesk,
} from '../platform/running-desk.ts'
import type { Composition } from './composition.ts'
import { claimPort, type Listener } from './listen.ts'
import { openPlatform, type Undo } from './open-platform.ts'
import { startWorker } from './worker-process.ts'

export interface Desk {
  readonly platform: Platform
  readonly url: string
  readonly signInUrl: string
  /** Resolves when the database server ended by itself: a full disk, a crash. */
  readonly databaseLost: Promise<void>
  /** Stops all that was started, within two seconds; further calls wait for the first. */
  stop(): Promise<void>
}

export type Started = { desk: Desk } | { alreadyRunning: RunningDesk | { pid: number } }

/**
 * Starts the desk on a data folder: lock, port, database, migrations, web, worker. The order makes each refusal leave
 * everything as it was; what had been started is stopped again.
 */
export async function startDesk(
  config: Config,
  composition: Composition,
  exercise: boolean | undefined,
): Promise<Started> {
  process.umask(0o077) // what the desk writes is for its account alone
  existingDataFolder(config) // refuses a newer or unreadable folder before anything is written
  const other = holderOf(config)
  if (other) return { alreadyRunning: runningDesk(config) ?? other }
  const listener = await claimPort(config.port)
  const undo: Undo = [() => listener.close()]
  const stop = once(() => takeBack(undo))
  try {
    const lock = lockFolder(config)
    if ('holder' in lock) {
      await stop()
      return { alreadyRunning: runningDesk(config) ?? lock.holder }
    }
    undo.push(() => lock.release())
    return { desk: await raise(config, composition, exercise, listener, undo, stop) }
  } catch (error) {
    await stop()
    throw ioRefusal(error, config.home)
  }
}

/** The living process that holds the folder, without touching anything. */
function holderOf(config: Config) {
  const holder = readLock(join(config.home, 'lock'))
  return holder && isAlive(holder) ? holder : undefined
}

async function raise(
  config: Config,
  composition: Composition,
  exercise: boolean | undefined,
  listener: Listener,
  undo: Undo,
  stop: () => Promise<void>,
): Promise<Desk> {
  let lost: () => void = () => undefined
  const databaseLost = new Promise<void>((resolve) => {
    lost = resolve
  })
  const platform = await openPlatform(config, exercise, undo, lost)
  await composition.prepare(platform)
  const desk = announce(platform, listener, undo)
  const signInPath = await composition.signInPath(platform)
  listener.serve(composition.web(platform))
  const worker = startWorker(platform.log, { connection: desk.connection })
  undo.push(() => worker.stop())
  return { platform, url: desk.url, signInUrl: `${desk.url}${signInPath}`, databaseLost, stop }
}

function lockFolder(config: Config) {
  try {
    mkdirSync(config.home, { recursive: true, mode: 0o700 })
    return tryLock(join(config.home, 'lock'))
  } catch (error) {
    throw ioRefusal(error, config.home)
  }
}

function announce(platform: Platform, listener: Listener, undo: Undo): RunningDesk {
  const { config, home, clock } = platform
  const { host, port, user, password, database } = platform.db.pool.options
  const connection = config.databaseUrl
    ? { connectionString: config.databaseUrl }
    : { host, port, user, password: password as string, database }
  const desk: RunningDesk = {
    pid: process.pid,
    birth: birthOf(process.pid),
    url: `http://localhost:${listener.port}`,
    port: listener.port,
    exercise: home.exercise,
    startedAt: clock.now().toString(),
    connection: connection as RunningDesk['connection'],
  }
  announceDesk(config.home, desk)
  undo.push(() => withdrawDesk(config.home))
  return desk
}

/**
 * Runs `work` on a new data folder without serving it: for a restore. The folder must hold nothing, judged once its lock is
 * held; if `work` fails, what was made is taken away again, and nothing else.
 */
export async function withNewDataFolder<T>(
  config: Config,
  exercise: boolean,
  work: (platform: Platform) => Promise<T>,
): Promise<T> {
  const lock = lockFolder(config)
  if ('holder' in lock) throw deskRefusals.held({ home: config.home, pid: lock.holder.pid })
  const undo: Undo = [() => lock.release()]
  try {
    if (existingDataFolder(config)) throw deskRefusals.folderUsed({ home: config.home })
    const made = openDataFolder(config, exercise)
    let failed = true
    undo.push(() => {
      if (failed) discardDataFolder(made)
    })
    const result = await work(await openPlatform(config, exercise, undo))
    failed = false
    return result
  } finally {
    await takeBack(undo)
  }
}

async function takeBack(undo: Undo): Promise<void> {
  for (const step of undo.reverse()) await step()
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work()
    return running
  }
}
