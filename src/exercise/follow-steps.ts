import type { Platform } from '../platform/platform.ts'
import { type ProgressReport, reportProgress } from '../platform/progress.ts'

export interface Steps {
  /** How far a step has come; at most two writes a second reach the database. */
  report(step: string, done: number, total: number, unit: string): void
  finish(step: string, done: number, total: number, unit: string): Promise<void>
  /** Says at once that a step is under way: for one that surely follows, so that nothing seems to have ended meanwhile. */
  start(step: string, total: number, unit: string): Promise<void>
  /** Which step is in hand: a failure is said of it. */
  begin(step: string, unit: string): void
  /** Says why the step in hand stopped. */
  fail(error: unknown): Promise<void>
}

const EVERY_MS = 500

/** Writes the progress of an incident's steps for the terminal and the page. A failed write is not worth stopping for. */
export function follow(platform: Pick<Platform, 'db' | 'clock'>, incidentId: string): Steps {
  let lastAt = 0
  let inHand = { step: 'generate', unit: 'rows' }
  let writing: Promise<void> = Promise.resolve()
  const write = (
    step: string,
    done: number,
    total: number,
    unit: string,
    end: Pick<ProgressReport, 'finished' | 'failure'>,
  ) => {
    writing = writing
      .then(() =>
        reportProgress(platform.db, platform.clock, { incidentId, step, done, total, unit, ...end }),
      )
      .catch(() => undefined)
    return writing
  }
  return {
    report(step, done, total, unit) {
      if (performance.now() - lastAt < EVERY_MS) return
      lastAt = performance.now()
      void write(step, done, total, unit, {})
    },
    start: (step, total, unit) => write(step, 0, total, unit, {}),
    finish: (step, done, total, unit) => write(step, done, total, unit, { finished: true }),
    begin(step, unit) {
      inHand = { step, unit }
    },
    fail: (error) => write(inHand.step, 0, 0, inHand.unit, { failure: error }),
  }
}
