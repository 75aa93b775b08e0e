import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { birthOf, isAlive, readLock } from '../../scripts/lock.mjs'
import type { Config } from '../platform/config.ts'
import type { DataFolder } from '../platform/data-folder.ts'
import { openDatabase } from '../platform/database.ts'
import { installation } from '../platform/installation.ts'
import { openLog } from '../platform/log.ts'
import { readMigrations } from '../platform/migrate.ts'
import { define, refusals } from '../platform/refusal.ts'
import { deskRefusals, runningDesk } from '../platform/running-desk.ts'
import { unknownSteps } from '../platform/worker-life.ts'
import { startWorker, type WorkerOrder } from './worker-process.ts'

const workerRefusals = refusals('worker', {
  filesElsewhere: define({
    http: 409,
    exit: 64,
    fr: () =>
      'Aucun Tocsin ne tourne ici : les fichiers de l’incident sont sur une autre machine. Lancez « tocsin worker --sending » : ce processus n’enverra que des e-mails.',
    en: () =>
      'No Tocsin runs here: the incident’s files are on another machine. Run “tocsin worker --sending”: this process will send e-mails only.',
  }),
  noRelay: define({
    http: 409,
    exit: 64,
    fr: () =>
      'Sur une autre machine, un processus d’envoi a besoin du relais : réglez TOCSIN_SMTP_URL comme sur le poste, puis relancez. Rien n’est parti.',
    en: () =>
      'On another machine, a sending process needs the relay: set TOCSIN_SMTP_URL as on the desk, then start again. Nothing left.',
  }),
  otherVersion: define<{ step: string }>({
    http: 409,
    exit: 78,
    fr: ({ step }) =>
      `La base et ce programme ne sont pas de la même version (étape ${step}). Installez la même version de Tocsin des deux côtés. Rien n’a été modifié.`,
    en: ({ step }) =>
      `The database and this program are not of the same version (step ${step}). Install the same version of Tocsin on both sides. Nothing was changed.`,
  }),
})

export interface JoinedWorker {
  /** Resolves when the desk it serves has ended; never for a worker on another machine. */
  readonly deskEnded: Promise<void>
  stop(): Promise<void>
}

const LOOK_MS = 200
const DEPARTURE_MS = 3000

/**
 * Starts one more worker beside that of the running desk; with `sending` and DATABASE_URL, on a machine where no desk runs,
 * one that sends e-mails and touches no file. It ends with its desk: the next start empties the work folder.
 * @throws desk.notRunning, worker.filesElsewhere, worker.noRelay, worker.otherVersion
 */
export async function joinAsWorker(config: Config, sending: boolean): Promise<JoinedWorker> {
  process.umask(0o077)
  const desk = runningDesk(config)
  if (!desk && !config.databaseUrl) throw deskRefusals.notRunning({ home: config.home })
  if (!desk && !sending) throw workerRefusals.filesElsewhere()
  // Without a relay an exercise writes to its outbox, and that is a folder of the desk's machine.
  if (!desk && !config.smtpUrl) throw workerRefusals.noRelay()
  const connection = desk?.connection ?? { connectionString: config.databaseUrl }
  await checkVersion(connection)
  const mark = desk ? markWorker(config) : undefined
  const worker = startWorker(openLog(config.logLevel), { connection, apart: sending })
  const stop = async () => {
    await worker.stop()
    if (mark) rmSync(mark, { force: true })
  }
  const deskEnded = (async () => {
    while (!desk || isAlive(desk)) await sleep(LOOK_MS)
  })()
  return { deskEnded, stop }
}

async function checkVersion(connection: WorkerOrder['connection']): Promise<void> {
  const db = openDatabase({ ...connection, max: 1 })
  try {
    const [step] = await unknownSteps(db, readMigrations(join(installation, 'migrations')))
    if (step) throw workerRefusals.otherVersion({ step })
  } finally {
    await db.close()
  }
}

/** Says that a worker of this folder lives, for the next start to wait for its end. */
function markWorker(config: Config): string {
  const folder = join(config.home, 'run', 'workers')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, String(process.pid))
  const mark = { pid: process.pid, birth: birthOf(process.pid) }
  writeFileSync(file, JSON.stringify(mark), { mode: 0o600 })
  return file
}

/**
 * Waits until the workers that served a former desk of this folder are gone: they leave with it, within a moment. One that
 * hangs is ended, before its work files are taken away under it.
 */
export async function otherWorkersGone(home: Pick<DataFolder, 'run'>): Promise<void> {
  const folder = join(home.run, 'workers')
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const file = join(folder, name)
    const worker = readLock(file)
    for (let waited = 0; worker && isAlive(worker); waited += LOOK_MS) {
      if (waited >= DEPARTURE_MS) process.kill(worker.pid, 'SIGKILL')
      await sleep(LOOK_MS)
    }
    rmSync(file, { force: true })
  }
}
