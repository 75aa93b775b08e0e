import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Database, openDatabase, rows } from '../../src/platform/database.ts'
import { installation } from '../../src/platform/installation.ts'
import { type Seen, treeOf } from './processes.ts'

export interface ProductSettings {
  /** Data folder: absent or empty. */
  readonly home: string
  /** members/exposed/affected/seed */
  readonly size: string
  readonly smtpUrl?: string
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly exit: number
  // biome-ignore lint/suspicious/noExplicitAny: the shape is each command's own
  readonly json: any
}

/** How far the run has come. Counts e-mails and letters. */
export interface Progress {
  readonly steps: Readonly<Record<string, { done: number; total: number; finished: boolean }>>
  readonly emails: number
  readonly emailsSettled: number
  readonly letters: number
  readonly lettersSettled: number
}

/** The product as its users run it: `bin/tocsin start` and its commands, each a process of its own. */
export class Product {
  readonly settings: ProductSettings
  /** Every process this product was seen to start. */
  readonly seen = new Map<string, Seen>()
  #port = 0
  #desk: ChildProcess | undefined
  #db: Database | undefined
  #joined: ChildProcess | undefined

  constructor(settings: ProductSettings) {
    this.settings = settings
  }

  /** Starts the desk, without waiting until it is ready. */
  async spawn(): Promise<ChildProcess> {
    this.#port ||= await freePort()
    const log = openSync(join(this.settings.home, '..', 'start.log'), 'a')
    this.#desk = spawn(process.execPath, [join(installation, 'bin/tocsin'), 'start', '--json'], {
      env: this.#env(),
      stdio: ['ignore', 'pipe', log],
    })
    closeSync(log)
    this.remember()
    return this.#desk
  }

  /** Starts the desk and waits until it says its address. @throws when it ends instead */
  async start(): Promise<{ pid: number; url: string }> {
    const desk = await this.spawn()
    const said = await Promise.race([once(desk.stdout!, 'data'), once(desk, 'exit').then(() => undefined)])
    if (!said) throw new Error(`the desk did not start: read ${join(this.settings.home, '..', 'start.log')}`)
    const { connection } = JSON.parse(await readFile(join(this.settings.home, 'run/desk.json'), 'utf8'))
    this.#db = openDatabase({ ...connection, max: 2 })
    this.remember()
    return JSON.parse(String(said[0]))
  }

  /** A second worker beside the desk's own: `bin/tocsin worker`. */
  async join(): Promise<void> {
    const log = openSync(join(this.settings.home, '..', 'start.log'), 'a')
    this.#joined = spawn(process.execPath, [join(installation, 'bin/tocsin'), 'worker', '--json'], {
      env: this.#env(),
      stdio: ['ignore', 'pipe', log],
    })
    closeSync(log)
    const said = await Promise.race([
      once(this.#joined.stdout!, 'data'),
      once(this.#joined, 'exit').then(() => undefined),
    ])
    if (!said) throw new Error('the second worker did not start')
    this.remember()
  }

  /** Asks the second worker to stop, and waits until it has. @throws when it does not say 0 */
  async leave(): Promise<void> {
    const worker = this.#joined
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return
    worker.kill('SIGTERM')
    const [code] = await once(worker, 'exit')
    if (code !== 0) throw new Error(`the second worker ended with ${code}`)
  }

  /** The second worker and all it started; empty when none runs. */
  joined(): Seen[] {
    const { pid, exitCode, signalCode } = this.#joined ?? {}
    return pid === undefined || exitCode !== null || signalCode !== null ? [] : treeOf(pid)
  }

  /** Runs one command of the product with `--json`. */
  async command(...words: string[]): Promise<Answer> {
    const args = [join(installation, 'bin/tocsin'), ...words, '--json']
    return new Promise((resolve, reject) => {
      execFile(process.execPath, args, { env: this.#env() }, (error, stdout) => {
        const exit = error ? Number(error.code ?? 1) : 0
        if (stdout.trim() === '') return reject(new Error(`${words.join(' ')} said nothing (exit ${exit})`))
        resolve({ exit, json: JSON.parse(stdout) })
      })
    })
  }

  /** The running desk with all it started, and notes them for the last check. */
  remember(): Seen[] {
    const tree = this.#desk?.pid === undefined ? [] : treeOf(this.#desk.pid)
    for (const one of [...tree, ...this.joined()]) this.seen.set(`${one.pid}/${one.birth}`, one)
    return tree
  }

  /** To be called after a kill: waits for the desk to be gone and closes what spoke to its database. */
  async buried(): Promise<void> {
    for (const one of [this.#desk, this.#joined])
      if (one && one.exitCode === null && one.signalCode === null) await once(one, 'exit')
    await this.#db?.close().catch(() => undefined)
    this.#db = undefined
  }

  async stop(): Promise<void> {
    this.remember()
    await this.#db?.close().catch(() => undefined)
    this.#db = undefined
    await this.command('stop')
  }

  /** Asks the ledger itself. The desk must be ready. */
  query<R extends Record<string, unknown>>(text: string): Promise<R[]> {
    if (!this.#db) throw new Error('the desk is not started')
    return rows<R>(this.#db, text)
  }

  async progress(): Promise<Progress> {
    const steps = await this.query<{ step: string; done: number; total: number; finished: boolean }>(
      `select step, done, coalesce(total, 0) as total, finished_at is not null as finished from progress`,
    )
    const counts = await this.query<{ channel: string; all: number; settled: number }>(
      `select channel, count(*) as all, count(*) filter (where state not in ('planned', 'attempting')) as settled
         from delivery group by channel`,
    )
    const of = (channel: string) => counts.find((one) => one.channel === channel) ?? { all: 0, settled: 0 }
    return {
      steps: Object.fromEntries(steps.map((one) => [one.step, one])),
      emails: of('email').all,
      emailsSettled: of('email').settled,
      letters: of('letter').all,
      lettersSettled: of('letter').settled,
    }
  }

  /** Waits for the end of the main job. @throws after `patienceMs` without the proof */
  async finished(patienceMs: number): Promise<void> {
    const until = performance.now() + patienceMs
    while (performance.now() < until) {
      const { steps } = await this.progress()
      if (steps['proof']?.finished) return
      await wait(200)
    }
    throw new Error(`not finished after ${patienceMs / 1000} s: ${JSON.stringify(await this.progress())}`)
  }

  #env(): NodeJS.ProcessEnv {
    const { home, size, smtpUrl = '', env = {} } = this.settings
    const own = {
      TOCSIN_HOME: home,
      TOCSIN_SAMPLE: size,
      TOCSIN_PORT: String(this.#port),
      TOCSIN_SMTP_URL: smtpUrl,
    }
    return {
      ...process.env,
      LANG: 'en_GB.UTF-8',
      LC_ALL: '',
      DATABASE_URL: '',
      TOCSIN_KEYS: '',
      ...own,
      ...env,
    }
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
