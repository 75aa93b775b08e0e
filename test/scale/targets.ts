import type { Result } from './measure.ts'

interface Target {
  readonly wallSeconds?: number
  readonly cpuSeconds?: number
  readonly medianMilliseconds?: number
  readonly peakBytes?: number
  /** Least rate, in items of the benchmark. */
  readonly perWallSecond?: number
  readonly perCpuSecond?: number
}

/** What each must reach on two idle cores with 24 GB; a quick run measures other sizes. */
const TARGETS: Readonly<Record<string, Target>> = {
  match: { wallSeconds: 5 },
  million: { wallSeconds: 8 },
  workbooks: { wallSeconds: 3 },
  national: { wallSeconds: 300, peakBytes: 8e9 },
  'national-2gb': {},
  ledger: { perWallSecond: 5000 },
  smtp: { perCpuSecond: 2000 },
  // 5.5 CPU seconds a thousand, and no more memory for a hundred thousand than for two.
  letters: { perCpuSecond: 1000 / 5.5, peakBytes: 5e8 },
  // A million persons in two minutes.
  prepare: { perWallSecond: 1e6 / 120 },
  // Ten thousand organisations of a chain; one incident.
  law: { cpuSeconds: 10, medianMilliseconds: 5 },
}
const GROWTH = 1.1

/** One line for each target, with what was found and what it costs beside plainly reading the files. */
export function tellTargets(results: readonly Result[]): string[] {
  const lines = results.filter(({ name }) => name in TARGETS).map((one) => tell(one, TARGETS[one.name]!))
  const [small, large] = ['million', 'national'].map((name) => results.find((one) => one.name === name))
  return small && large ? [...lines, tellGrowth(small, large)] : lines
}

function tell(result: Result, target: Target): string {
  const { name, wallSeconds, cpuSeconds, peakBytes, coldReadSeconds } = result
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`
  const wall = target.wallSeconds === undefined ? '' : ` (target ${target.wallSeconds})`
  const cpu = target.cpuSeconds === undefined ? '' : ` (target ${target.cpuSeconds})`
  const peak = target.peakBytes === undefined ? '' : ` (target ${gigabytes(target.peakBytes)})`
  const cold = coldReadSeconds ? `, ${(wallSeconds / coldReadSeconds).toFixed(1)} × the cold read` : ''
  return `${name}: ${wallSeconds.toFixed(1)} s${wall}, ${cpuSeconds.toFixed(1)} CPU s${cpu}, peak ${gigabytes(peakBytes)}${peak}${cold}${tellRates(result, target)}${tellMedian(result, target)}`
}

function tellRates({ unit, perWallSecond, perCpuSecond }: Result, target: Target): string {
  const told = ([per, rate, least]: readonly [string, number, number | undefined]) =>
    least === undefined ? '' : `, ${Math.round(rate)} ${unit} a ${per} (target ${Math.round(least)})`
  return [
    told(['second', perWallSecond, target.perWallSecond]),
    told(['CPU second', perCpuSecond, target.perCpuSecond]),
  ].join('')
}

function tellMedian({ medianMilliseconds: found }: Result, { medianMilliseconds: most }: Target): string {
  return found === undefined
    ? ''
    : `, ${found.toFixed(1)} CPU ms for one incident, median${most === undefined ? '' : ` (target ${most})`}`
}

function tellGrowth(small: Result, large: Result): string {
  const ratio = (of: (one: Result) => number) =>
    ((of(large) / of(small)) * (small.count / large.count)).toFixed(2)
  const [wall, cpu] = [ratio(({ wallSeconds }) => wallSeconds), ratio(({ cpuSeconds }) => cpuSeconds)]
  return `growth: a row costs ${wall} × the wall time (target ${GROWTH}) and ${cpu} × the CPU time that it costs in a million`
}
