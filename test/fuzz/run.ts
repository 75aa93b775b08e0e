// `npm run fuzz -- [--count N] [--seed N] [--from N] [--processes N]`: spoilt lists, each read or refused. Prints what they
// became; exits 1 when one broke a promise: an accounting that fails, an exception, a crash, a hang, memory without bound.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleProgram } from '../../scripts/bundle.mjs'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { Chance } from './chance.ts'
import { soundText } from './sound-files.ts'
import type { Task, Told } from './worker.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    from: { type: 'string', default: '0' },
    processes: { type: 'string', default: '2' },
  },
})
const LONGEST_MS = 60_000
const MOST_MEMORY = 2 ** 30 * 1.5
/** Every so many, a whole match. */
const MATCH_EVERY = 50

const seed = Number(values.seed)
const end = Number(values.from) + Number(values.count)
const folder = temporaryFolder('fuzz')
const program = await bundleProgram('test/fuzz/worker.ts')
const outcomes = new Map<string, number>()
const broken: string[] = []
let slowest = { milliseconds: 0, how: '' }
let peakMemory = 0
let next = Number(values.from)

function take(told: Told): void {
  const outcome = told.outcome ?? 'BROKEN'
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  if (told.broken) broken.push(`file ${told.index}, ${told.how}\n${told.broken}`)
  if (told.milliseconds > slowest.milliseconds) slowest = told
  if (told.peakMemory > MOST_MEMORY && peakMemory <= MOST_MEMORY) {
    broken.push(`file ${told.index}, ${told.how}: ${Math.round(told.peakMemory / 2 ** 20)} MiB`)
  }
  peakMemory = Math.max(peakMemory, told.peakMemory)
}

/** One process after another, until no file is left: one that dies or hangs costs its own file. */
async function runProcess(place: string): Promise<void> {
  mkdirSync(place, { mode: 0o700 })
  const register = join(place, 'register.csv')
  writeFileSync(register, soundText(new Chance(1)).text)
  while (next < end) {
    const child = fork(program, {
      execArgv: ['--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let words = ''
    child.stderr?.on('data', (data) => {
      words = `${words}${data}`.slice(-2000)
    })
    while (next < end) {
      const index = next++
      const task = { seed, index, folder: place, register: index % MATCH_EVERY === 0 ? register : undefined }
      const told = await ask(child, task)
      if (typeof told === 'string') {
        outcomes.set('BROKEN', (outcomes.get('BROKEN') ?? 0) + 1)
        broken.push(`file ${index}: ${told}\n${words}`)
        break
      }
      take(told)
    }
    child.kill('SIGKILL')
  }
}

function ask(child: ChildProcess, task: Task): Promise<Told | string> {
  return new Promise((resolve) => {
    const finish = (told: Told | string) => {
      clearTimeout(timer)
      child.removeAllListeners('message').removeAllListeners('exit')
      resolve(told)
    }
    const timer = setTimeout(() => finish(`no answer in ${LONGEST_MS / 1000} s`), LONGEST_MS)
    child.once('message', (told) => finish(told as Told))
    child.once('exit', (code, signal) => finish(`the process ended (${signal ?? code})`))
    child.send(task)
  })
}

const started = performance.now()
try {
  await Promise.all(
    Array.from({ length: Number(values.processes) }, (_, i) => runProcess(join(folder, String(i)))),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const sorted = [...outcomes].sort(([, a], [, b]) => b - a).map(([what, n]) => `${what} ${n}`)
process.stdout.write(`seed ${seed}, files ${values.from} to ${end - 1}: ${sorted.join(', ')}
slowest ${Math.round(slowest.milliseconds)} ms (${slowest.how}), peak memory ${Math.round(peakMemory / 2 ** 20)} MiB, ${Math.round((performance.now() - started) / 1000)} s\n`)
for (const one of broken.slice(0, 20)) process.stdout.write(`\n${one}\n`)
process.stdout.write(
  broken.length === 0 ? 'every file was read in full or refused\n' : `${broken.length} broken\n`,
)
process.exit(broken.length === 0 ? 0 : 1)
