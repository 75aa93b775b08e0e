import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brokenPromises, stopAll, takeAccount } from './drills/account.ts'
import { killDesk } from './drills/kill-desk.ts'
import type { Kill } from './drills/kill-plan.ts'
import type { KeepingRelay } from './drills/postfix.ts'
import { Product } from './drills/product.ts'
import { startSink } from './drills/relay.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

let root: string
let product: Product
let relay: KeepingRelay

beforeEach(async () => {
  root = temporaryFolder('kill')
  relay = await startSink(40)
  // A second worker sends beside the desk's own.
  product = new Product({ home: join(root, 'home'), size: '1200/5000/400/7', smtpUrl: relay.url })
})
afterEach(async () => {
  const left = await stopAll(product, relay)
  rmSync(root, { recursive: true, force: true })
  expect(left).toEqual([])
})

/** The short version of `npm run drills -- --only kill`: the real program, four kills while it sends. */
test('the running product, killed with SIGKILL while it sends, loses nobody and tells nobody twice', async () => {
  const kills = (['desk', 'worker', 'joined', 'database'] as const).map(
    (victim, index): Kill => ({
      step: 'send',
      share: 0.1 + 0.2 * index,
      afterMs: Math.floor(Math.random() * 60),
      victim,
    }),
  )
  await killDesk(product, relay, kills)
  const account = await takeAccount(product, relay)
  expect(brokenPromises(account), JSON.stringify({ kills, account })).toEqual([])
  expect(account.proof.concerned).toBeGreaterThan(390)
  expect(account.kept).toBeGreaterThan(100)
  // Two workers of eight connections: no kill leaves more in doubt.
  expect(account.held.kept + account.held.notKept).toBeLessThanOrEqual(16 * kills.length)
}, 180_000)
