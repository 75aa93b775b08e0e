import type { Platform } from '../../platform/platform.ts'
import { reportProgress } from '../../platform/progress.ts'

/** Where each step of an import begins, in hundredths of the whole, as measured on 240,000 members and 1 M rows. */
const BEGINS: Readonly<Record<string, number>> = {
  register: 0,
  exposed: 20,
  prepare: 50,
  tiers: 52,
  residual: 62,
  verdicts: 72,
  outputs: 75,
  'store-register': 78,
  'store-exposed': 82,
  review: 86,
  publish: 89,
}
const STEPS = Object.keys(BEGINS)
const EVERY_MS = 300

/** Writes how far an import has come, at most three times a second; the pages and the terminal read it. */
export function importProgress(platform: Platform, incidentId: string) {
  let last = 0
  let writing = Promise.resolve()
  const write = (done: number, more: { finished?: boolean; failure?: unknown } = {}) => {
    const report = { incidentId, step: 'import', done, total: 100, unit: 'percent', ...more }
    // What is shown is never relied on: a failure to write it must not stop an import.
    writing = writing.then(() => reportProgress(platform.db, platform.clock, report)).catch(() => undefined)
    return writing
  }
  return {
    onStep(step: string, done: number, total: number | undefined): void {
      if (performance.now() - last < EVERY_MS) return
      last = performance.now()
      const from = BEGINS[step] ?? 0
      const to = BEGINS[STEPS[STEPS.indexOf(step) + 1] ?? ''] ?? 100
      void write(Math.round(from + (to - from) * Math.min(1, total ? done / total : 0)))
    },
    finish: () => write(100, { finished: true }),
    fail: (error: unknown) => write(0, { finished: true, failure: error }),
  }
}
