import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

export const tocsin = join(import.meta.dirname, '../../bin/tocsin')

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command of the real program to its end. */
export function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = begin(args, env)
  return new Promise((resolve) => {
    child.process.on('close', (status) => resolve({ status, stdout: child.stdout(), stderr: child.stderr() }))
  })
}

export interface Begun {
  readonly process: ChildProcess
  stdout(): string
  stderr(): string
  /** Resolves when the program has written `text`; rejects when it ended without. */
  wrote(text: string): Promise<void>
  ended(): Promise<number | null>
}

/** Begins a command that goes on (`start`). */
export function begin(args: readonly string[], env: NodeJS.ProcessEnv): Begun {
  const child = spawn(process.execPath, [tocsin, ...args], {
    env: { ...process.env, LC_ALL: 'fr_FR.UTF-8', ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended: () => ended,
    wrote: (text) =>
      new Promise((resolve, reject) => {
        const look = () => (stdout + stderr).includes(text) && resolve()
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        void ended.then(() => reject(new Error(`ended without “${text}”: ${stderr}`)))
        look()
      }),
  }
}

/** A port of the loopback interface that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
