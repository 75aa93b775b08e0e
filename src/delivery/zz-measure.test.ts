import { afterEach, beforeEach, expect, test } from 'vitest'
import { createServer } from 'node:net'
import { aCampaign, aSendingCampaign } from '../../test/support/campaign.ts'
import { testPlatform } from '../../test/support/database.ts'
import { driveCampaign } from './drive-campaign.ts'
import { countProof } from './prove.ts'
let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => { platform = await testPlatform() })
afterEach(() => platform.close())
function sink() {
  let n = 0
  const server = createServer((s) => {
    s.setNoDelay(true); let data = false; let buf = ''
    s.write('220 x\r\n'); s.on('error', () => {})
    s.on('data', (d) => { buf += d.toString('latin1')
      for (;;) { if (data) { const e = buf.indexOf('\r\n.\r\n'); if (e < 0) return; buf = buf.slice(e + 5); data = false; n++; s.write('250 2.0.0 ok\r\n'); continue }
        const e = buf.indexOf('\r\n'); if (e < 0) return; const l = buf.slice(0, e); buf = buf.slice(e + 2)
        if (l.startsWith('EHLO')) s.write('250-x\r\n250 PIPELINING\r\n'); else if (l === 'DATA') { data = true; s.write('354 go\r\n') } else if (l === 'QUIT') s.end('221 b\r\n'); else s.write('250 2.1.0 ok\r\n') } }) })
  return new Promise<{ url: string; count: () => number }>((r) => server.listen(0, '127.0.0.1', () => r({ url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, count: () => n })))
}
for (const connections of [8, 32]) test(`measure ${connections}`, async () => {
  const relay = await sink()
  const there = { ...platform, config: { ...platform.config, smtpUrl: relay.url } }
  const { campaign, audience } = await aSendingCampaign(there, { adults: 6000, withoutEmailEvery: 0 })
  const cpu = process.cpuUsage(); const t = performance.now()
  await driveCampaign(there, campaign.id, { connections })
  const used = process.cpuUsage(cpu); const s = (used.user + used.system) / 1e6
  console.log(`SMTP c=${connections} n=${relay.count()} cpu=${s.toFixed(2)}s wall=${((performance.now() - t) / 1000).toFixed(2)}s -> ${(relay.count() / s).toFixed(0)}/cpu s (sink included)`)
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({ lost: 0, told_twice: 0 })
})
test('measure outbox + prepare', async () => {
  const t0 = performance.now()
  const { campaign } = await aSendingCampaign(platform, { adults: 18000 })
  console.log(`audience+prepare 18000 adults: ${((performance.now() - t0) / 1000).toFixed(2)}s`)
  const cpu = process.cpuUsage(); const t = performance.now()
  await driveCampaign(platform, campaign.id, {})
  const used = process.cpuUsage(cpu); const s = (used.user + used.system) / 1e6
  console.log(`OUTBOX n=16200 cpu=${s.toFixed(2)}s wall=${((performance.now() - t) / 1000).toFixed(2)}s`)
})
