/**
 * Group commit inside one process: items given while a flush is on its way leave together in the next one. One
 * connection alone waits for one commit; fifty parallel ones share it (a commit per message halves the rate).
 */
export class GroupCommit<Item, Result> {
  readonly #flush: (items: readonly Item[]) => Promise<(item: Item) => Result>
  #waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = []
  #running = false

  /** @param flush commits the items and gives the result of each. */
  constructor(flush: (items: readonly Item[]) => Promise<(item: Item) => Result>) {
    this.#flush = flush
  }

  /** Resolves once the item is committed. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#running) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#running = true
    // One turn of the event loop: replies that came in the same packet burst join this flush.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      try {
        const resultOf = await this.#flush(batch.map((one) => one.item))
        for (const one of batch) one.resolve(resultOf(one.item))
      } catch (error) {
        for (const one of batch) one.reject(error)
      }
    }
    this.#running = false
  }
}
