// `npm run bench -- [--quick] [--national] [--only sample,match,…] [--folder DIR]`: the rates of the corridor. Each benchmark runs
// in a process of its own, so that peak memory is its own. Prints a table, the targets of matching, then one line of JSON for
// each. Compare CPU seconds and ratios; wall seconds depend on what else the machine does. `--national` adds 33 million rows by
// 33 million, twice: half an hour and 30 GB of disk. `--folder` keeps the generated lists for another run.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { beTheSink, SINK } from './counting-sink.ts'
import { law } from './law.ts'
import { match, million, national, nationalSmall, sample } from './lists.ts'
import { besideYardsticks, type Finding, type Result } from './measure.ts'
import { people } from './people.ts'
import { proof } from './sealing.ts'
import { ledger, outbox, prepare, smtp } from './sending.ts'
import { FULL, QUICK, type Sizes } from './sizes.ts'
import { tellTargets } from './targets.ts'
import { letters, notices } from './texts.ts'
import { workbooks } from './workbooks.ts'

const benchmarks: Record<string, (sizes: Sizes, folder: string) => Promise<Finding>> = {
  sample,
  match,
  million,
  workbooks,
  national,
  'national-2gb': nationalSmall,
  notices,
  smtp,
  outbox,
  ledger,
  letters,
  prepare,
  people,
  proof,
  law,
}

/** One benchmark, in this process; its result goes to standard output. */
async function measure(name: string, sizes: Sizes, folder: string): Promise<void> {
  const result = await besideYardsticks(name, await benchmarks[name]!(sizes, folder), folder)
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

function runAll(names: readonly string[], quick: boolean, kept: string): Result[] {
  const unknown = names.find((name) => !(name in benchmarks))
  if (unknown) throw new Error(`no benchmark named ${unknown}: ${Object.keys(benchmarks).join(', ')}`)
  const folder = kept || temporaryFolder('bench')
  try {
    return names.map((name) => runApart(name, quick, folder))
  } finally {
    if (!kept) rmSync(folder, { recursive: true, force: true })
  }
}

const NATIONAL = ['national', 'national-2gb']
/** They share their lists, so that none need be made again; a database is each one's own. */
const ON_LISTS = ['sample', 'match', 'million', ...NATIONAL]

function runApart(name: string, quick: boolean, shared: string): Result {
  const folder = ON_LISTS.includes(name) ? shared : join(shared, name)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  process.stderr.write(`${name}…\n`)
  const words = ['--measure', name, '--folder', folder, ...(quick ? ['--quick'] : [])]
  const { status, stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(`${name} ended with ${status}`)
  if (folder !== shared) rmSync(folder, { recursive: true, force: true })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

function print(results: readonly Result[]): void {
  const whole = (value: number) => Math.round(value).toLocaleString('en')
  const short = (value: number | null | undefined) => (value == null ? '' : value.toPrecision(3))
  const lines = results.map((one) => [
    one.name,
    `${whole(one.count)} ${one.unit}`,
    one.cpuSeconds.toFixed(2),
    one.serverCpuSeconds?.toFixed(2) ?? '',
    one.wallSeconds.toFixed(2),
    whole(one.perCpuSecond),
    whole(one.perWallSecond),
    short(one.timesSha256),
    short(one.perFsync),
    whole(one.peakBytes / 1024 / 1024),
  ])
  const head = ['', 'what', 'CPU s', 'server', 'wall s', '/CPU s', '/wall s', '×sha256', '/fsync', 'peak MB']
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]!.length)))
  const set = (line: readonly string[]) =>
    line.map((cell, at) => (at < 2 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ')
  process.stdout.write(`${[head, ...lines].map(set).join('\n')}\n\n`)
  process.stdout.write(
    'CPU s: this process, user and system; server: PostgreSQL’s. ×sha256: CPU s in units of SHA-256 over the same bytes ' +
      '(lower is better).\n/fsync: items in the time of one plain 4 kB append with fdatasync (higher is better).\n\n',
  )
  for (const one of results) process.stdout.write(`${JSON.stringify(one)}\n`)
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    national: { type: 'boolean', default: false },
    only: { type: 'string' },
    measure: { type: 'string' },
    folder: { type: 'string', default: '' },
    [SINK.slice(2)]: { type: 'boolean', default: false },
  },
})
const sizes = values.quick ? QUICK : FULL
if (values[SINK.slice(2)]) beTheSink()
else if (values.measure) await measure(values.measure, sizes, values.folder)
else {
  const load = loadavg()
    .map((one) => one.toFixed(2))
    .join(' ')
  process.stdout.write(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${load}\n\n`)
  const usual = Object.keys(benchmarks).filter((name) => values.national || !NATIONAL.includes(name))
  const results = runAll(values.only?.split(',') ?? usual, values.quick, values.folder)
  print(results)
  if (!values.quick) process.stdout.write(`\n${tellTargets(results).join('\n')}\n`)
}
