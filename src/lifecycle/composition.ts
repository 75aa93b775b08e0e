import type { Task } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'

/** What the desk process runs, handed in by main.ts: this room knows no room. */
export interface Composition {
  readonly tasks: readonly Task<never>[]
  /** Puts in order what a killed process left, and makes what must exist before the first page. */
  prepare(platform: Platform): Promise<void>
  /** The web application. */
  web(platform: Platform): { fetch(request: Request): Response | Promise<Response> }
  /** Path of a one-time sign-in link, for the terminal only. */
  signInPath(platform: Platform): Promise<string>
  /** The exercise's incident, whose progress the terminal shows; undefined in a real folder. */
  watchedIncident(platform: Platform): Promise<string | undefined>
}
