import type { Progress } from './product.ts'

/**
 * Who dies: the desk (its workers must follow, its database stays), everything at once, the database alone (the desk must
 * end), the desk's own worker or the one that joined it (the desk stays, the other worker takes over).
 */
export type Victim = 'desk' | 'tree' | 'database' | 'worker' | 'joined'
export type Step = 'starting' | 'generate' | 'import' | 'prepare' | 'send' | 'letters'

/** One instant of the run at which to kill. */
export interface Kill {
  readonly step: Step
  /** Share of the step that must be done, 0 to 1. */
  readonly share: number
  /** Then this long, in ms. */
  readonly afterMs: number
  readonly victim: Victim
}

/** Of each ten kills; sending is where a message can be lost or sent twice. */
const WEIGHTS: Readonly<Record<Step, number>> = {
  generate: 1,
  starting: 1,
  import: 1,
  prepare: 0.5,
  send: 6,
  letters: 0.5,
}
const ORDER: readonly Step[] = ['generate', 'starting', 'import', 'prepare', 'send', 'letters']

/** Small and seedable (mulberry32): a drill that fails is run again with its seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `count` instants in the order of the run, each step at least once when there are ten or more. */
export function planKills(count: number, random: () => number, steps: readonly Step[] = ORDER): Kill[] {
  const drawn = ORDER.filter((step) => steps.includes(step)).flatMap((step) => {
    const times = step === 'send' ? 0 : Math.ceil((WEIGHTS[step] * count) / 10)
    return Array.from({ length: count >= 10 ? times : 0 }, () => step)
  })
  const sends = Array.from({ length: count - drawn.length }, (): Step => 'send')
  return [...drawn, ...sends]
    .map((step) => ({
      step,
      share: random(),
      afterMs: Math.floor(random() * (step === 'starting' ? 1500 : 200)),
      victim: victimOf(random(), step),
    }))
    .sort((one, other) => ORDER.indexOf(one.step) - ORDER.indexOf(other.step) || one.share - other.share)
}

/** While it starts, the desk has no worker yet. */
function victimOf(chance: number, step: Step): Victim {
  if (chance < 0.35) return 'desk'
  if (chance < 0.5 || step === 'starting') return 'tree'
  if (chance < 0.6) return 'database'
  return chance < 0.8 ? 'worker' : 'joined'
}

/** How much of a step is done, 0 to 1; undefined when it has not begun. */
export function shareOf(step: Step, progress: Progress): number | undefined {
  const part = (done: number, all: number) => (all === 0 ? 0 : done / all)
  const row = progress.steps[step]
  if (step === 'send') return progress.emails > 0 ? part(progress.emailsSettled, progress.emails) : undefined
  if (step === 'letters')
    return progress.steps['send']?.finished ? part(progress.lettersSettled, progress.letters) : undefined
  if (step === 'prepare') return progress.steps['import']?.finished ? 1 : undefined
  if (row?.finished) return 1
  return row ? part(row.done, row.total) : undefined
}
