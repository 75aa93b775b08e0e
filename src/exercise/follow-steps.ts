import type { Platform } from '../platform/platform.ts'
import { type ProgressReport, reportProgress } from '../platform/progress.ts'

export interface Steps {
  /** How far a step has come; at most two writes a second reach the database. */
  report(step: string, done: number, total: number, unit: string): void
  finish(step: string, done: number, total: number, unit: string): Promise<void>
  /** Says why a step stopped, then passes the error on. */
  fail(step: string, unit: string, error: unknown): Promise<never>
}

const EVERY_MS = 500

/** Writes the progress of an incident's steps for the terminal and the page. A failed write is not worth stopping for. */
export function follow(platform: Pick<Platform, 'db' | 'clock'>, incidentId: string): Steps {
  let lastAt = 0
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
    finish: (step, done, total, unit) => write(step, done, total, unit, { finished: true }),
    async fail(step, unit, error) {
      await write(step, 0, 0, unit, { failure: error })
      throw error
    },
  }
}
