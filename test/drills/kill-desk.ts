import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Kill, shareOf, type Victim } from './kill-plan.ts'
import type { KeepingRelay } from './postfix.ts'
import { commandOf, killAll, type Seen } from './processes.ts'
import type { Product, Progress } from './product.ts'

/** What one kill met. */
export interface Killed {
  readonly kill: Kill
  /** E-mails settled and planned when it fell. */
  readonly emails: string
  readonly keptThen: number | undefined
  readonly processes: number
  /** From the next `start` to its address, or to the next worker, in ms. */
  readonly restartMs: number
  /** Deliveries held as unknown after the restart. */
  readonly held: number
}

const LONGEST_STEP_MS = 900_000

/**
 * Starts the product with a second worker, kills at each instant of `kills` with SIGKILL, starts again at once what died, and
 * lets it finish.
 * @param onKill told after each restart.
 */
export async function killDesk(
  product: Product,
  relay: KeepingRelay,
  kills: readonly Kill[],
  onKill: (killed: Killed) => void = () => undefined,
): Promise<Killed[]> {
  const fallen: Killed[] = []
  await product.start()
  await product.join()
  for (const kill of kills) {
    const progress = await reach(product, kill)
    const victims = await strike(product, kill)
    const keptThen = relay.accepted()
    if (kill.step === 'starting') await killWhileStarting(product, kill)
    const before = performance.now()
    await raise(product, kill, victims)
    fallen.push({
      kill,
      emails: `${progress.emailsSettled}/${progress.emails}`,
      keptThen,
      processes: victims.length,
      restartMs: Math.round(performance.now() - before),
      held: await heldNow(product),
    })
    onKill(fallen.at(-1)!)
  }
  await product.finished(LONGEST_STEP_MS)
  return fallen
}

/** Has what died run again; the desk starts its own worker by itself. */
async function raise(product: Product, { victim }: Kill, dead: readonly Seen[]): Promise<void> {
  if (victim === 'worker') await nextWorker(product, dead)
  else if (victim === 'joined') await product.join()
  else {
    const { pid } = await product.start()
    await sameDesk(product, pid)
    await product.join()
  }
}

/** Waits for the instant of a kill. A step that ended before it was seen is past: the kill falls at once. */
async function reach(product: Product, kill: Kill): Promise<Progress> {
  const until = performance.now() + LONGEST_STEP_MS
  while (performance.now() < until) {
    const progress = await product.progress()
    const share = kill.step === 'starting' ? 1 : shareOf(kill.step, progress)
    if (progress.steps['proof']?.finished) throw new Error(`the run ended before a kill in ${kill.step}`)
    if (share !== undefined && share >= kill.share) {
      if (kill.step !== 'starting') await wait(kill.afterMs)
      return progress
    }
    await wait(10)
  }
  throw new Error(`${kill.step} did not come`)
}

/** Kills those that the victim names; where the desk falls with them, waits until it is gone. */
async function strike(product: Product, { victim }: Kill): Promise<readonly Seen[]> {
  const [desk, ...rest] = product.remember()
  const named: Record<Victim, () => (Seen | undefined)[]> = {
    desk: () => [desk],
    tree: () => [desk, ...rest, ...product.joined()],
    database: () => [databaseOf(rest)],
    worker: () => [workerOf(rest)],
    joined: () => product.joined(),
  }
  const victims = named[victim]().filter((one) => one !== undefined)
  killAll(victims)
  if (victim !== 'worker' && victim !== 'joined') await product.buried()
  return victims
}

/** The postmaster: its own children follow it. */
const databaseOf = (processes: readonly Seen[]) =>
  processes.find(({ pid }) => /postgres -D|bin\/postgres/.test(commandOf(pid)))

const workerOf = (processes: readonly Seen[]) =>
  processes.find(({ pid }) => /worker\.js/.test(commandOf(pid)))

/** The desk starts another worker by itself. */
async function nextWorker(product: Product, dead: readonly Seen[]): Promise<number> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    const living = product.remember().filter(({ pid }) => dead.every((one) => one.pid !== pid))
    const worker = workerOf(living)
    if (worker) return worker.pid
    await wait(20)
  }
  throw new Error('the desk started no other worker')
}

/** A second kill in the middle of the recovery from the first. */
async function killWhileStarting(product: Product, kill: Kill): Promise<void> {
  const desk = await product.spawn()
  await Promise.race([wait(kill.afterMs), once(desk, 'exit')])
  await strike(product, kill)
}

/** `status --json` names the process that was started. */
async function sameDesk(product: Product, pid: number): Promise<void> {
  const { json } = await product.command('status')
  if (json.pid !== pid) throw new Error(`status names ${json.pid}, started ${pid}`)
}

async function heldNow(product: Product): Promise<number> {
  const [row] = await product.query<{ n: number }>(
    `select count(*) as n from delivery where state = 'unknown'`,
  )
  return row?.n ?? 0
}
