import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { treeOf } from '../drills/processes.ts'

/** CPU seconds are user and system together, of every thread of one process; wall seconds depend on what else runs. */
export interface Cost {
  readonly cpuSeconds: number
  readonly wallSeconds: number
}

/** What a benchmark found. */
export interface Finding extends Cost {
  readonly count: number
  /** What is counted: `rows`, `messages`… */
  readonly unit: string
  /** Read or written, where that is much of the work: what the sha256 yardstick is measured over. */
  readonly bytes?: number
  /** CPU of one item at full size, in units of the same at a twentieth of it: 1 is work that does not grow. */
  readonly growth?: number
  /** CPU of one item among others like it, once warm. */
  readonly medianMilliseconds?: number
  /** CPU seconds of PostgreSQL meanwhile, where there is one. */
  readonly serverCpuSeconds?: number
  /** Peak resident memory of another process that did the work; else that of the benchmark's own is taken. */
  readonly peakBytes?: number
  /** Wall seconds of reading the same bytes past the page cache. */
  readonly coldReadSeconds?: number | null
  /** True when each item, or each group of them, waits for the disk. */
  readonly durable?: boolean
}

/** A finding beside its yardsticks, measured in the same process just after. */
export interface Result extends Finding {
  readonly name: string
  readonly perCpuSecond: number
  readonly perWallSecond: number
  /** CPU seconds of plain SHA-256 over as many bytes; the ratio survives a slower machine. */
  readonly sha256CpuSeconds: number | null
  readonly timesSha256: number | null
  /** Plain appends of 4 kB a second, each with fdatasync; null where the disk plays no part. */
  readonly fsyncsPerSecond: number | null
  readonly perFsync: number | null
  readonly peakBytes: number
}

/** Runs `work` once and counts what this process spent on it. */
export async function costOf<T>(work: () => Promise<T> | T): Promise<Cost & { value: T }> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { value, cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - start) / 1000 }
}

/** Fields of proc(5) stat that hold CPU ticks (100 a second on Linux): own, or of the children it has waited for. */
const OWN = [11, 12]
const CHILDREN = [13, 14]

/** CPU seconds of `pid` from proc(5); 0 where there is no /proc. */
export function cpuOf(pid: number | 'self', which: 'own' | 'children' | 'both'): number {
  const wanted = [...(which === 'children' ? [] : OWN), ...(which === 'own' ? [] : CHILDREN)]
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return wanted.reduce((sum, index) => sum + Number(fields[index]), 0) / 100
  } catch {
    return 0
  }
}

/** CPU seconds of a server, its running children and those it has buried. */
export function cpuOfTree(pid: number): number {
  return treeOf(pid).reduce((sum, one) => sum + cpuOf(one.pid, 'both'), 0)
}

/** Sets a finding beside the yardsticks of this very moment, in `folder` for the disk's. */
export async function besideYardsticks(name: string, finding: Finding, folder: string): Promise<Result> {
  const peakBytes = finding.peakBytes ?? process.resourceUsage().maxRSS * 1024
  const sha256CpuSeconds = finding.bytes ? await sha256Of(finding.bytes) : null
  const fsyncsPerSecond = finding.durable ? fsyncRate(folder) : null
  const perWallSecond = finding.count / finding.wallSeconds
  return {
    ...finding,
    name,
    perCpuSecond: finding.count / finding.cpuSeconds,
    perWallSecond,
    sha256CpuSeconds,
    timesSha256: sha256CpuSeconds && finding.cpuSeconds / sha256CpuSeconds,
    fsyncsPerSecond,
    perFsync: fsyncsPerSecond === null ? null : perWallSecond / fsyncsPerSecond,
    peakBytes,
  }
}

/** CPU seconds of SHA-256 over `bytes`, from 256 MB of it. */
async function sha256Of(bytes: number): Promise<number> {
  const block = randomBytes(1 << 20)
  const { cpuSeconds } = await costOf(() => {
    const hash = createHash('sha256')
    for (let count = 0; count < 256; count += 1) hash.update(block)
    return hash.digest()
  })
  return (cpuSeconds * bytes) / (256 * block.length)
}

function fsyncRate(folder: string): number {
  const path = join(folder, 'fsync.yardstick')
  const file = openSync(path, 'w')
  const block = randomBytes(4096)
  const start = performance.now()
  let count = 0
  for (; performance.now() - start < 1000; count += 1) {
    writeSync(file, block)
    fdatasyncSync(file)
  }
  closeSync(file)
  rmSync(path)
  return (count * 1000) / (performance.now() - start)
}
