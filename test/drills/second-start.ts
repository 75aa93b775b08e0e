import { setTimeout as wait } from 'node:timers/promises'
import type { Product } from './product.ts'

/**
 * Second starts and further workers while the exercise runs: each start says where the first one is, each worker joins, and one
 * is told to stop now and then. @returns what was not as promised
 */
export async function startAgainAndAgain(product: Product, patienceMs: number): Promise<string[]> {
  const wrong: string[] = []
  const { pid } = await product.start()
  await product.join()
  const until = performance.now() + patienceMs
  for (let round = 0; performance.now() < until; round += 1) {
    const { json } = await product.command('start')
    if (json.alreadyRunning !== true || json.pid !== pid) wrong.push('a second start did not name the first')
    if (round % 3 === 2) await product.leave()
    if (round % 3 === 2) await product.join()
    if ((await product.progress()).steps['proof']?.finished) return wrong
    await wait(500)
  }
  return [...wrong, 'the exercise did not end']
}
