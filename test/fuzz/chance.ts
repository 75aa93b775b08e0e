import { dice } from '../drills/kill-plan.ts'

/** Choices that a seed repeats. */
export class Chance {
  readonly #random: () => number

  constructor(seed: number) {
    this.#random = dice(seed)
  }

  /** 0 to `below` - 1. */
  int(below: number): number {
    return Math.floor(this.#random() * below)
  }

  one<T>(of: readonly T[]): T {
    return of[this.int(of.length)]!
  }

  is(share: number): boolean {
    return this.#random() < share
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.int(256)))
  }
}
