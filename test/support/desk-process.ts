import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const CLONE = join(import.meta.dirname, '../..')
const COMMAND = join(CLONE, 'bin', 'tocsin')
export interface Sample {
  readonly members: number
  readonly exposed: number
  readonly affected: number
  readonly seed: number
}

/** The whole corridor in a few seconds. */
export const SAMPLE: Sample = { members: 2400, exposed: 10_000, affected: 180, seed: 7 }
const STOP_MS = 10_000
const PATIENCE_MS = 120_000

/** The product as a user starts it: `bin/tocsin start` in its own process, data folder and port. */
export interface RunningDesk {
  readonly home: string
  /** `http://localhost:PORT` */
  readonly url: string
  /** The one-time link that the terminal showed. */
  readonly signInUrl: string
  /** All that the process wrote, both streams. */
  output(): string
  /** Runs one command on this desk; rejects when it exits with anything but 0. @returns standard output */
  command(...args: readonly string[]): Promise<string>
  json<T>(...args: readonly string[]): Promise<T>
  /** Waits until the proof has nobody in progress and the sample job has come to its end. */
  finished(): Promise<Proof>
  /** SIGINT, as Ctrl-C; then the folder goes. @returns milliseconds it took */
  stop(): Promise<number>
}

export interface Proof {
  readonly concerned: number
  readonly told: { readonly email: number; readonly letter: number }
  readonly in_progress: number
  readonly unknown_held: number
  readonly cannot_be_told: Readonly<Record<string, number>>
  readonly lost: number
  readonly told_twice: number
  readonly held_for_review: number
  readonly messages: { readonly email: number; readonly letter: number }
  readonly journal: { readonly entries: number; readonly head: string; readonly verified: boolean }
}

/** Starts a desk on a new exercise folder and resolves when it shows its sign-in link. */
export async function startDeskProcess(sample = SAMPLE): Promise<RunningDesk> {
  const home = mkdtempSync(join(tmpdir(), 'tocsin-journey-'))
  const env = { ...process.env, ...settings(home, await freePort(), sample) }
  const child = spawn(process.execPath, [COMMAND, 'start'], {
    cwd: CLONE,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const command = (...args: readonly string[]) => runCommand(args, env)
  const json = async <T>(...args: readonly string[]) => JSON.parse(await command(...args, '--json')) as T
  try {
    const signInUrl = await linkShown(child, () => output)
    return {
      home,
      url: new URL(signInUrl).origin,
      signInUrl,
      output: () => output,
      command,
      json,
      finished: () => proofAtTheEnd(command, () => output),
      stop: () => stopDesk(child, home),
    }
  } catch (error) {
    await stopDesk(child, home)
    throw error
  }
}

function settings(home: string, port: number, sample: Sample): Record<string, string> {
  const { members, exposed, affected, seed } = sample
  return {
    TOCSIN_HOME: home,
    TOCSIN_PORT: String(port),
    TOCSIN_SAMPLE: `${members}/${exposed}/${affected}/${seed}`,
    TOCSIN_SMTP_URL: '',
    TOCSIN_KEYS: '',
    TOCSIN_OPERATOR: '',
    DATABASE_URL: '',
    LC_ALL: 'fr_FR.UTF-8',
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function linkShown(child: ChildProcess, output: () => string): Promise<string> {
  const patience = performance.now() + PATIENCE_MS
  for (;;) {
    const link = /http:\/\/localhost:\d+\/sign-in\/[\w-]+/.exec(output())?.[0]
    if (link) return link
    if (child.exitCode !== null) throw new Error(`tocsin start ended with ${child.exitCode}:\n${output()}`)
    if (performance.now() > patience) throw new Error(`no sign-in link after two minutes:\n${output()}`)
    await sleep(50)
  }
}

async function proofAtTheEnd(command: RunningDesk['command'], output: () => string): Promise<Proof> {
  const patience = performance.now() + PATIENCE_MS
  for (;;) {
    const proof = await command('proof', '--json').then(JSON.parse, () => undefined)
    // The terminal's own last step: letters are told in the ledger a moment before the job has written its end.
    if (proof?.concerned > 0 && proof.in_progress === 0 && /Preuve\s.*✓/.test(output())) return proof
    if (performance.now() > patience)
      throw new Error(`the sample job did not end in two minutes:\n${output()}`)
    await sleep(300)
  }
}

function runCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [COMMAND, ...args], { cwd: CLONE, env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`tocsin ${args.join(' ')}: ${stderr || stdout}`))
      else resolve(stdout)
    })
  })
}

/** Asks as Ctrl-C does. What remains after ten seconds is killed by its number: the desk, then its PostgreSQL. */
async function stopDesk(child: ChildProcess, home: string): Promise<number> {
  const before = performance.now()
  if (isAlive(child)) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGINT')
    await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })])
    if (isAlive(child)) child.kill('SIGKILL')
  }
  const took = performance.now() - before
  const postmaster = join(home, 'postgres', 'data', 'postmaster.pid')
  if (existsSync(postmaster)) killPid(Number(readFileSync(postmaster, 'utf8').split('\n')[0]))
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  return took
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

function killPid(pid: number): void {
  try {
    if (pid > 1) process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
