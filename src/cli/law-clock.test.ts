import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Call } from './command.ts'
import { command } from './law-clock.ts'

const folder = mkdtempSync(join(tmpdir(), 'tocsin-law-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (values: Record<string, string>, locale: 'fr' | 'en' = 'fr') =>
  command.run({ values: { zone: 'Europe/Paris', ...values }, locale } as unknown as Call)
const friday = { rule: 'gdpr33_72h', from: '2026-06-05T18:40:00+02:00' }

it('tells the deadline to keep, the readings and the steps; midnight as 24:00 of the day before', async () => {
  const { text, json } = await run(friday)
  expect(text).toContain('Échéance que nous tenons\u00a0: lundi 8 juin 2026, 18\u00a0h\u00a040, Paris')
  expect(text).toContain('mardi 9 juin 2026, 24\u00a0h\u00a000, Paris')
  expect(text).toContain('4. 72 heures pleines\u202f; samedi et dimanche comptent → lundi 8 juin 2026')
  expect(json).toMatchObject({
    due: '2026-06-08T18:40:00+02:00',
    computed: { text_1182: '2026-06-08T19:00:00+02:00' },
  })
  expect((await run({ ...friday, zone: 'Europe/Paris' }, 'en')).text).toContain(
    'Tuesday, 9 June 2026, 24:00, Paris',
  )
})

it('computes a file of vectors, BOM or not; refuses what is none, and half a question', async () => {
  const file = join(folder, 'vectors.json')
  const vector = {
    id: 'A',
    ...friday,
    start: friday.from,
    zone: 'Europe/Paris',
    expected: { strict: 'never' },
  }
  writeFileSync(file, `\ufeff${JSON.stringify([vector])}`)
  const { json, exit } = await run({ batch: file })
  expect(json).toMatchObject([{ id: 'A', ok: false, computed: { strict: '2026-06-08T18:40:00+02:00' } }])
  expect(exit ?? 0).toBe(0)
  writeFileSync(file, '{')
  await expect(run({ batch: file })).rejects.toMatchObject({ code: 'law.badBatch', exit: 65 })
  await expect(run({ batch: folder })).rejects.toMatchObject({ code: 'law.badBatch' })
  await expect(run({ batch: join(folder, 'none') })).rejects.toMatchObject({ code: 'disk.notFound' })
  await expect(run({ rule: 'gdpr33_72h' })).rejects.toMatchObject({ code: 'command.usage' })
  await expect(run({ ...friday, batch: file })).rejects.toMatchObject({ code: 'command.usage' })
  await expect(run({ ...friday, params: '{relief}' })).rejects.toMatchObject({ code: 'command.usage' })
})
