import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { testPlatform } from '../../../test/support/database.ts'
import { loadSampleIncident, recordExposure, supersedeFact } from '../../incident/index.ts'
import { recordFiling } from '../../obligations/index.ts'
import { handOver } from '../hand-over.ts'
import { makeArchive } from '../make-dossier.ts'
import { readDossierSource } from '../read-dossier-source.ts'
import { readDossiers } from '../read-dossiers.ts'
import { buildCnilComplementary } from './build-cnil-complementary.ts'
import { buildCnilInitial } from './build-cnil-initial.ts'

const actor = { kind: 'operator', name: 'test' } as const
const dpo = { userId: 'u', name: 'Hélène Marchetti', roles: ['dpo'], actor }
const held = {
  source: 'Tiersoin, rapport n° 3',
  sourceKind: 'processor',
  asOf: '2026-06-08T12:00:00+02:00',
  confidence: 'established',
  owner: 'Hélène Marchetti',
} as const
const reference = 'tiersoin-2026-05'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incidentId: string
beforeAll(async () => {
  platform = await testPlatform()
  incidentId = (await loadSampleIncident(platform, actor)).id
})
afterAll(() => platform.close())

const read = () => readDossierSource(platform, { reference, locale: 'fr' })
const fieldOf = (tree: ReturnType<typeof buildCnilInitial>, id: string) =>
  tree.sections.flatMap(({ fields = [] }) => fields).find((one) => one.id === id)
const changesIn = (tree: ReturnType<typeof buildCnilComplementary>) => tree.sections[1]

it('compares nothing before the initial notification is filed', async () => {
  const tree = buildCnilComplementary(await read())
  expect(fieldOf(tree, 'type_earlier_number')?.value).toBeNull()
  expect(changesIn(tree)?.table).toBeUndefined()
})

it('takes the number of the receipt, and says which facts changed since it was filed', async () => {
  await handOver(platform, { reference, kind: 'cnil_initial' }, false, actor)
  const receipt = 'FR-2026-0612'
  const file = { name: 'récépissé.pdf', content: Buffer.from('reçu') }
  const filing = { conclusionId: 'gdpr_33_1@deux-rives', at: '2026-06-08T13:00:00+02:00', receipt, file }
  await recordFiling(platform, incidentId, filing, dpo)
  const filed = await read()
  expect(fieldOf(buildCnilComplementary(filed), 'type_earlier_number')?.value).toEqual([receipt])
  expect(changesIn(buildCnilComplementary(filed))?.table).toBeUndefined()
  expect(fieldOf(buildCnilInitial(filed), 'nature_delay_reason')?.value?.[0]).toMatch(/^Sans objet/)

  const { lines } = await readDossiers(platform, { reference, locale: 'fr' })
  // Its own receipt makes nothing stale.
  expect(lines.find(({ definition }) => definition.kind === 'cnil_initial')?.changes).toEqual([])

  platform.clock.set('2026-06-08T15:00:00Z')
  const was = filed.facts.get('affected_estimate')!
  const number = { kind: 'number', value: { amount: 18_012, approximate: false } } as const
  await supersedeFact(platform, was.id, { ...held, ...number }, actor)
  const bank = { population: 'health_professionals', category: 'bank_details', state: 'exposed' } as const
  const { confidence: _, owner: __, ...said } = held
  await recordExposure(platform, incidentId, { ...bank, ...said }, actor)
  const after = changesIn(buildCnilComplementary(await read()))
  expect(after?.table?.rows.map(([what, before, now]) => [what, before, now])).toEqual([
    ['Personnes concernées, estimation', 'environ 18\u202f000', '18\u202f012'],
    ['professionnels de santé, coordonnées bancaires', 'on ne sait pas', 'exposée'],
  ])
})

it('joins the receipt that the desk keeps, as it was given', async () => {
  const { archive } = await makeArchive(platform, { reference, kind: 'cnil_complementary' }, false)
  const names: string[] = []
  const opened = await fromBufferPromise(archive.bytes)
  for await (const entry of opened.eachEntry()) names.push(entry.fileName)
  expect(names).toContain('pieces/récépissé.pdf')
})

it('asks the reason of a delay once the clock is over', async () => {
  const source = await read()
  const line = source.board?.lines.find(({ conclusion }) => conclusion.id === 'gdpr_33_1@deux-rives')
  const late = {
    ...line!,
    filings: line!.filings.map((one) => ({ ...one, at: line!.dueAt!.add({ hours: 1 }) })),
  }
  const lines = (delayReason: typeof late.delayReason) => [
    ...source.board!.lines.filter((one) => one !== line),
    { ...late, delayReason },
  ]
  const of = (delayReason: typeof late.delayReason) =>
    fieldOf(
      buildCnilInitial({ ...source, board: { ...source.board!, lines: lines(delayReason) } }),
      'nature_delay_reason',
    )
  expect(of(null)).toMatchObject({ value: null, note: { fr: expect.stringContaining('obligatoire') } })
  const reason = { text: 'Liste reçue tard du prestataire.', at: source.at, by: 'Hélène Marchetti' }
  expect(of(reason)?.value).toEqual([reason.text])
})
