// `npm run bench:accuracy -- [--quick] [--seed N] [--only national,no-insurer,…] [--folder DIR] [--memory-limit 2GB]`: verdicts set beside the
// truth that the generators keep. Ends with 1 when a gate is missed; a target
// that falls short is told. False matches grow with the product of both lists:
// `national` is 33 million rows by 33 million (15 GB of disk), and no smaller size stands for it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateSample } from '../../src/exercise/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type ElsewhereField, elsewhereFields, makeElsewhere } from './elsewhere.ts'
import { elsewhereGates, type Gate, nationalGates, noIdentifierGates } from './gates.ts'
import { runMatchCommand } from './match-command.ts'
import { type Comparison, compareWithTruth } from './truth.ts'

interface Lists {
  readonly register: string
  readonly exposed: string
  readonly truth: string
  readonly columns?: object
}

interface Trial {
  readonly make: (folder: string, seed: number, quick: boolean) => Promise<Lists>
  readonly gates: (comparisons: readonly Comparison[]) => Gate[]
}

/** A processor's list without the insurers' numbers: each of its rows may be anyone's. */
const WITHOUT_INSURER = {
  exposed: {
    national_id: { column: 'NIR_OD' },
    surname: { column: 'NOM_BENEF' },
    first_names: { column: 'PRENOM_BENEF' },
    birth_date: { column: 'DATE_NAISS_BENEF', format: 'yyyymmdd' },
    rank: { column: 'RANG_NAISS' },
    member_number: { column: 'NUM_ADH' },
    contract: { column: 'NUM_CONTRAT' },
  },
}
const IDENTITY: readonly ElsewhereField[] = ['given', 'surname', 'birth', 'id']
const NO_IDENTIFIER: readonly ElsewhereField[] = ['given', 'surname', 'birth', 'postcode']

async function french(folder: string, seed: number, millions: number): Promise<Lists> {
  const rows = millions * 1_000_000
  const out = join(folder, `french-${millions}-${seed}`)
  await generateSample({ members: rows, exposed: rows, affected: rows * 0.6, seed, out, force: true })
  return {
    register: join(out, 'register.csv'),
    exposed: join(out, 'exposed.csv'),
    truth: join(out, 'truth.csv'),
  }
}

function abroad(name: string, fields: readonly ElsewhereField[], gates = elsewhereGates): Trial {
  return {
    make: async (folder, seed, quick) =>
      makeElsewhere(
        { name, fields, seed, people: quick ? 5000 : 50_000, damages: [0.3, 0.06, 0.01] },
        folder,
      ),
    gates,
  }
}

const trials: Record<string, Trial> = {
  national: { make: (folder, seed, quick) => french(folder, seed, quick ? 0.3 : 33), gates: nationalGates },
  'no-insurer': {
    make: async (folder, seed, quick) => ({
      ...(await french(folder, seed + 1, quick ? 0.3 : 3)),
      columns: WITHOUT_INSURER,
    }),
    gates: nationalGates,
  },
  'opaque-address': abroad('opaque-address', elsewhereFields),
  'opaque-identity': abroad('opaque-identity', IDENTITY),
  'no-identifier': abroad('no-identifier', NO_IDENTIFIER, noIdentifierGates),
}

async function run(
  name: string,
  folder: string,
  seed: number,
  quick: boolean,
  memory?: string,
): Promise<Gate[]> {
  const trial = trials[name]!
  const lists = await trial.make(folder, seed, quick)
  const out = join(folder, `verdicts-${name}`)
  const words = ['--register', lists.register, '--exposed', lists.exposed, '--out', out, '--force']
  if (lists.columns) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(lists.columns))
    words.push('--columns', join(folder, `${name}.json`))
  }
  if (memory) words.push('--memory-limit', memory)
  const cost = await runMatchCommand(words)
  const comparisons = await compareWithTruth(join(out, 'verdicts.parquet'), lists.truth)
  print(name, comparisons, cost)
  return trial.gates(comparisons)
}

function print(
  name: string,
  comparisons: readonly Comparison[],
  cost: { wallSeconds: number; cpuSeconds: number; peakBytes: number },
): void {
  const whole = (value: number) => value.toLocaleString('en')
  const head = [
    '',
    'rows',
    'ours',
    'right',
    'wrong',
    'missed',
    'ambiguous',
    'unreadable',
    'others amb.',
    'right %',
  ]
  const lines = comparisons.map((one) => [
    one.damage,
    ...[one.rows, one.ours, one.matchedRight, one.matchedWrong, one.oursNotOurs, one.oursAmbiguous].map(
      whole,
    ),
    ...[one.unreadable, one.othersAmbiguous].map(whole),
    one.ours === 0 ? '' : ((100 * one.matchedRight) / one.ours).toFixed(3),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]!.length)))
  const set = (line: readonly string[]) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ')
  const { wallSeconds, cpuSeconds, peakBytes } = cost
  process.stdout.write(`\n${name}: ${wallSeconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} CPU s, `)
  process.stdout.write(
    `peak ${Math.round(peakBytes / 2 ** 20)} MB\n${[head, ...lines].map(set).join('\n')}\n`,
  )
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(trials).join(',') },
    seed: { type: 'string', default: String(1 + (process.pid % 9973)) },
    folder: { type: 'string' },
    'memory-limit': { type: 'string' },
  },
})
const names = values.only.split(',')
const unknown = names.find((name) => !(name in trials))
if (unknown) throw new Error(`no trial named ${unknown}: ${Object.keys(trials).join(', ')}`)
const folder = values.folder ?? temporaryFolder('accuracy')
mkdirSync(folder, { recursive: true })
process.stdout.write(`seed ${values.seed}\n`)
const gates: (Gate & { trial: string })[] = []
try {
  for (const trial of names) {
    const found = await run(trial, folder, Number(values.seed), values.quick, values['memory-limit'])
    gates.push(...found.map((gate) => ({ trial, ...gate })))
  }
} finally {
  if (!values.folder) rmSync(folder, { recursive: true, force: true })
}
process.stdout.write('\n')
for (const { trial, kind, what, found, limit, holds } of gates) {
  const word = holds ? 'holds ' : kind === 'gate' ? 'MISSED' : 'short '
  process.stdout.write(`${word}  ${trial}: ${what}: ${found} (${kind} ${limit})\n`)
}
process.exitCode = gates.every(({ kind, holds }) => holds || kind === 'target') ? 0 : 1
