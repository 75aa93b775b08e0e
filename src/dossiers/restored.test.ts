import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { dpo, dutyBench } from '../../test/support/duties.ts'
import { backUp, restore } from '../backup/index.ts'
import { verifyJournal } from '../journal/index.ts'
import { followDuties, openKeptFile, recordFiling } from '../obligations/index.ts'
import { handOver } from './hand-over.ts'

const operator = { kind: 'operator', name: 'test' } as const
const CNIL = 'gdpr_33_1@deux-rives'
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('receipts and dossiers handed over come back byte for byte; no reminder is given again, and work goes on', async () => {
  const { platform, incident } = await dutyBench()
  const file = { name: 'récépissé.pdf', content: Buffer.from('récépissé n° 1') }
  await recordFiling(platform, incident.id, { conclusionId: CNIL, at: '2026-06-08T10:00', file }, dpo)
  const asked = { reference: incident.reference, kind: 'breach_register' }
  const made = await handOver(platform, asked, false, operator)
  await followDuties(platform, incident.id)
  const archive = join(platform.home.root, 'one.tar.age')
  await backUp(platform, archive, operator)

  const target = await testPlatform({ env: { TOCSIN_KEYS: platform.home.keys } })
  await restore(target, archive, operator)
  const { rows: files } = await target.db.query<{ id: string; sha256: string }>(
    'select id, sha256 from duty_file',
  )
  const opened = await openKeptFile(target, incident.id, files[0]!.id)
  expect(sha256(await buffer(opened.content))).toBe(files[0]!.sha256)
  const { rows: versions } = await target.db.query<{ archive: Buffer }>('select archive from dossier_version')
  expect(versions.map((one) => sha256(one.archive))).toEqual([made.sha256])
  const reminders = async () =>
    (await target.db.query('select conclusion, step, turn from duty_reminder order by id')).rows
  const before = await reminders()
  await followDuties(target, incident.id)
  expect([before.length > 0, await reminders()]).toEqual([true, before])
  await expect(handOver(target, asked, false, operator)).rejects.toThrow('dossiers.alreadyHandedOver')
  await recordFiling(target, incident.id, { conclusionId: CNIL, at: '2026-06-08T11:00' }, dpo)
  await expect(target.db.query(`delete from duty_file`)).rejects.toThrow('append-only')
  expect(await verifyJournal(target.db)).toMatchObject({ verified: true })
  await target.close()
  await platform.close()
})
