/** What is remembered between calls; beyond it everything is forgotten at once, which costs a computation and nothing else. */
const MOST_KEPT = 2000

/**
 * Remembers a pure function by the key of its argument: without bound within one call (a chain repeats the same instants thousands of
 * times), and some of it from call to call (a desk asks again of the same incident at each page).
 */
export function remembering<A, V>(keyOf: (given: A) => string, make: (given: A) => V) {
  const shared = new Map<string, V>()
  /** The function for one call. */
  return (): ((given: A) => V) => {
    const own = new Map<string, V>()
    return (given) => {
      const key = keyOf(given)
      let value = own.get(key) ?? shared.get(key)
      if (value === undefined) {
        value = make(given)
        if (shared.size >= MOST_KEPT) shared.clear()
        shared.set(key, value)
      }
      own.set(key, value)
      return value
    }
  }
}
