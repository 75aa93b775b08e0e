import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { killDrill } from '../../../test/drills/kill.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { proofHolds } from '../model.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

test('killed with SIGKILL at random instants, nobody is lost and nobody is told twice', async () => {
  const name = (platform.db as unknown as { name: string }).name
  const connection = { ...inject('connection'), database: name }
  const drill = { adults: 400, kills: 3, workers: 2, connections: 3, limit: 40, longestLife: 250 }
  const { proof, kills, ...relay } = await killDrill(platform, connection, drill)
  expect(proof).toMatchObject({ lost: 0, told_twice: 0, journal: { verified: true } })
  expect(proofHolds(proof)).toBe(true)
  expect(relay).toMatchObject({ receivedTwice: 0, receivedUnknown: 0 })
  const held = await platform.db.query(`select count(*)::int as n from delivery where state = 'unknown'`)
  expect(held.rows[0]?.['n']).toBeLessThanOrEqual(kills * drill.connections)
  expect(relay.received).toBeGreaterThanOrEqual(proof.messages.email)
})
