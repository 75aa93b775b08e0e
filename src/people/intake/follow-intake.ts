import type { Platform } from '../../platform/platform.ts'
import { reportProgress } from '../../platform/progress.ts'
import type { IntakeState } from './model.ts'
import { intakeRefusals } from './refusals.ts'
import { findById, setProgress } from './store.ts'

const EVERY_MS = 300
const LOOK_MS = 400

/**
 * Writes where an import stands, three times a second at most; the first word of a step is never held back. `live`: the
 * incident whose pages are told too, under the step `look`; an import tells them by itself.
 */
export function reporter(platform: Platform, id: string, live?: string) {
  let last = 0
  let current = ''
  let beganAt = ''
  let writing: Promise<unknown> = Promise.resolve()
  const write = (work: () => Promise<void>) => {
    // What is shown is never relied on: a failure to write it must not stop an import.
    writing = writing.then(work).catch(() => undefined)
    return writing
  }
  const tell = (done: number, total: number | undefined, unit: string, finished = false) => {
    if (!live) return
    const report = { incidentId: live, step: 'look', done, total, unit, finished }
    void write(() => reportProgress(platform.db, platform.clock, report))
  }
  return {
    step(step: string, done: number, total: number | undefined, unit: string, rows?: number): void {
      if (step === current && performance.now() - last < EVERY_MS) return
      if (step !== current) beganAt = platform.clock.now().toString()
      current = step
      last = performance.now()
      const progress = { step, done, total: total ?? null, unit, rows: rows ?? null, beganAt }
      void write(() => setProgress(platform.db, id, progress))
      tell(done, total, unit)
    },
    end(done = 1, unit = 'bytes'): Promise<unknown> {
      tell(done, done, unit, true)
      return writing
    },
  }
}

/**
 * A signal that aborts when a person asked to stop, when the import left `states` (given up in another tab), or when the
 * worker itself stops. `end()` it.
 */
export function watchStop(
  platform: Platform,
  id: string,
  states: readonly IntakeState[],
  signal: AbortSignal,
): { readonly signal: AbortSignal; end(): void } {
  const stop = new AbortController()
  const look = setInterval(() => {
    void findById(platform.db, id).then(
      (intake) => {
        if (!intake || intake.stopAsked || !states.includes(intake.state))
          stop.abort(intakeRefusals.stopped())
      },
      () => undefined,
    )
  }, LOOK_MS)
  return { signal: AbortSignal.any([signal, stop.signal]), end: () => clearInterval(look) }
}

/** After an import has moved on: pages that listen renew themselves only when a progress is written. */
export async function tellPages(
  platform: Platform,
  incidentId: string,
  step: 'look' | 'import',
  failure?: unknown,
): Promise<void> {
  const report = {
    incidentId,
    step,
    done: failure ? 0 : 100,
    total: 100,
    unit: 'percent',
    finished: true,
    failure,
  }
  await reportProgress(platform.db, platform.clock, report).catch(() => undefined)
}
