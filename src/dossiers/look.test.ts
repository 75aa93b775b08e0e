import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { loadSampleIncident } from '../incident/index.ts'
import { DOCUMENTS, readDossierSource, renderJson, renderPdf } from './index.ts'

it('look', async () => {
  const platform = await testPlatform()
  const incident = await loadSampleIncident(platform, { kind: 'operator', name: 'test' })
  for (const locale of ['fr', 'en'] as const) {
    const source = await readDossierSource(platform, { reference: incident.reference, locale })
    for (const { kind, build } of DOCUMENTS) {
      const tree = build(source)
      const t = performance.now()
      writeFileSync(`/tmp/da/${kind}.${locale}.pdf`, renderPdf(tree))
      console.log(kind, locale, Math.round(performance.now() - t), 'ms')
      writeFileSync(`/tmp/da/${kind}.${locale}.json`, renderJson(tree))
    }
  }
  await platform.close()
  expect(1).toBe(1)
})
