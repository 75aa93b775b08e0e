import { Temporal } from 'temporal-polyfill'

/** The only source of "now". Injected everywhere, so that tests and drills can move it. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands at one instant, or steps by hand. */
export function fixedClock(iso: string): Clock & { set(iso: string): void } {
  let instant = Temporal.Instant.from(iso)
  return {
    now: () => instant,
    set: (next) => {
      instant = Temporal.Instant.from(next)
    },
  }
}

export { Temporal }
