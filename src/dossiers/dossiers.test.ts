import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { testPlatform } from '../../test/support/database.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { type Fact, loadSampleIncident, recordFact, supersedeFact } from '../incident/index.ts'
import { isSiren } from './documents/cnil-party.ts'
import { DOCUMENTS, documentOf } from './documents/documents.ts'
import { handOver } from './hand-over.ts'
import { makeArchive } from './make-dossier.ts'
import { type Dossier, missingFields } from './model.ts'
import { readDossierSource } from './read-dossier-source.ts'
import { readDossiers } from './read-dossiers.ts'
import { buildArchive } from './render/build-archive.ts'
import { renderJson } from './render/render-json.ts'
import { renderPdf } from './render/render-pdf.ts'
import type { DossierSource } from './source.ts'

const actor = { kind: 'operator', name: 'test' } as const
const held = {
  source: 'Tiersoin, rapport n° 3',
  sourceKind: 'processor',
  asOf: '2026-06-08T10:00:00+02:00',
  confidence: 'established',
  owner: 'Hélène Marchetti',
} as const

let platform: Awaited<ReturnType<typeof testPlatform>>
let source: DossierSource
const reference = 'tiersoin-2026-05'
const read = () => readDossierSource(platform, { reference, locale: 'fr' })
beforeAll(async () => {
  platform = await testPlatform()
  await loadSampleIncident(platform, actor)
  source = await read()
})
afterAll(() => platform.close())

const ours = ['cnil_initial', 'cnil_complementary', 'breach_register', 'board_note', 'final_report']
const build = (kind: string, from: DossierSource = source): Dossier => documentOf(kind)!.build(from)
const fieldOf = (tree: Dossier, id: string) =>
  tree.sections.flatMap(({ fields = [] }) => fields).find((one) => one.id === id)

describe('a document from its source', () => {
  it('says what the facts say, names their rows, and marks what is missing', () => {
    const tree = build('cnil_initial')
    const aware = fieldOf(tree, 'nature_aware_at')
    expect(aware?.value?.join()).toContain('vendredi 5 juin 2026, 18')
    expect(aware?.sources).toMatchObject([
      { key: 'controller_aware_at', id: source.facts.get('controller_aware_at')?.id },
    ])
    expect(fieldOf(tree, 'nature_record_count')).toMatchObject({
      value: null,
      fill: 'facts/new?known=records_concerned',
    })
    expect(fieldOf(tree, 'nature_data_types')?.value).toContain('Numéro de sécurité sociale (NIR)')
    expect(missingFields(tree).map(({ id }) => id)).toContain('nature_offences')
  })

  it('never says no where one population only said so', () => {
    // Bank data: two populations say no, the health professionals' are not known.
    expect(fieldOf(build('cnil_initial'), 'nature_bank')?.value).toBeNull()
    // Health data were not exposed: that says nothing of opinions or beliefs.
    expect(fieldOf(build('cnil_initial'), 'nature_special_categories')?.value).toBeNull()
  })

  it('leaves open the origin that a disclosure does not decide, and what nobody knows yet', () => {
    const nature = source.facts.get('breach_nature')!
    const disclosed = with_(source, { ...nature, value: { code: 'disclosure' } } as Fact)
    expect(fieldOf(build('cnil_initial'), 'nature_origin')?.value).toEqual(['Piratage'])
    expect(fieldOf(build('cnil_initial', disclosed), 'nature_origin')?.value).toBeNull()
    const copied = { ...source.facts.get('data_copied')!, value: { answer: 'unknown' } } as Fact
    const untold = with_(source, copied)
    const facts = new Map([...untold.facts].filter(([key]) => key !== 'law.breach_type'))
    expect(fieldOf(build('cnil_initial', { ...untold, facts }), 'nature_type')?.value).toBeNull()
  })

  it('invents nothing: without a fact, no document says a word of what it said', () => {
    const marker = 'zxqj'
    const texts = [...source.facts.values()].filter(({ kind }) => kind === 'text' || kind === 'list')
    fc.assert(
      fc.property(fc.subarray(texts), (left) => {
        const marked = texts.map((fact) => spoken(fact, `${marker}${fact.key}`))
        const kept = new Map([...source.facts].filter(([key]) => !texts.some((fact) => fact.key === key)))
        for (const fact of marked) if (left.some(({ key }) => key === fact.key)) kept.set(fact.key, fact)
        const said = ours.map((kind) =>
          renderJson(build(kind, { ...source, facts: kept, history: new Map() })),
        )
        if (left.some(({ key }) => key === 'attack_vector'))
          expect(said.some((text) => text.includes(`${marker}attack_vector"`))).toBe(true)
        for (const { key } of texts) {
          const there = left.some((fact) => fact.key === key)
          if (!there) expect(said.some((text) => text.includes(`${marker}${key}"`))).toBe(false)
        }
      }),
      { numRuns: 8 },
    )
  })

  it('says nothing at all from nothing: every value is a fixed text or names a row', () => {
    const empty: DossierSource = {
      ...source,
      facts: new Map(),
      history: new Map(),
      populations: [],
      links: [],
      board: null,
      communications: [],
    }
    const fixed = ['type_notification', 'type_earlier_number', 'request', 'journal_entries', 'journal_head']
    for (const kind of ours) {
      const values = build(kind, empty)
        .sections.flatMap(({ fields = [] }) => fields)
        .filter(({ value, id, sources }) => value !== null && sources.length === 0 && !fixed.includes(id))
      expect([kind, values.map(({ id }) => id)]).toEqual([kind, []])
    }
  })

  it('puts nothing of ours in the form of another organisation, and says whom to ask', async () => {
    const theirs = await readDossierSource(platform, {
      reference,
      locale: 'fr',
      organisation: 'prevoyance-ponant',
    })
    const ourKeys = [
      'siren',
      'legal_representative',
      'dpo_contact',
      'affected_estimate',
      'measures_by_controller',
    ]
    for (const kind of ours) {
      const tree = build(kind, theirs)
      const read = tree.sections.flatMap(({ fields = [], sources = [] }) => [
        ...sources,
        ...fields.flatMap((one) => one.sources),
      ])
      expect(read.filter(({ key }) => ourKeys.includes(key) || key.startsWith('exposure.'))).toEqual([])
      expect(renderJson(tree)).not.toContain('deuxrives')
      for (const { fill, note } of missingFields(tree))
        expect(fill === undefined ? note?.fr : fill).toMatch(/Ponant|law\.|breach_|attack_/)
    }
    expect(fieldOf(build('cnil_initial', theirs), 'nature_started_at')?.value).not.toBeNull()
  })

  it('knows a SIREN by its key', () => {
    expect(isSiren('732829320')).toBe(true)
    expect(isSiren('732829321')).toBe(false)
    expect(isSiren('73282932')).toBe(false)
  })
})

function with_(from: DossierSource, fact: Fact): DossierSource {
  return { ...from, facts: new Map([...from.facts, [fact.key, fact]]) }
}

function spoken(fact: Fact, words: string): Fact {
  const value = fact.kind === 'list' ? [{ fr: words }] : { fr: words }
  return { ...fact, value } as Fact
}

describe('paper and archive', () => {
  it('is tagged for screen readers, in its language, with the same bytes each time', () => {
    const tree = build('cnil_initial')
    const pdf = renderPdf(tree)
    expect(pdf.toString('latin1')).toContain('pdfuaid:part')
    expect(pdf.toString('latin1')).toContain('/Lang')
    expect(renderPdf(tree).equals(pdf)).toBe(true)
  })

  it('says on paper, to whoever copies from it, every label and value of the tree, and nothing for what is missing', () => {
    for (const kind of ['cnil_initial', 'final_report']) {
      const tree = build(kind)
      const pages = pdfText(renderPdf(tree)).split('\n')
      const all = squeezed(pages.join(''))
      for (const { label, value } of tree.sections.flatMap(({ fields = [] }) => fields)) {
        expect(all).toContain(squeezed(label.fr))
        for (const line of value ?? []) expect(all).toContain(squeezed(line))
      }
      expect(all.split('Àcompléter:').length - 1).toBe(missingFields(tree).length)
      for (const [at, page] of pages.entries()) {
        expect(squeezed(page)).toContain('EXERCICE:')
        expect(squeezed(page)).toContain(`page${at + 1}sur${pages.length}`)
      }
    }
  })

  it('keeps the note to the board on one page, and long tables on many', () => {
    expect(pagesOf(renderPdf(build('board_note')))).toBe(1)
    const report = build('final_report')
    const [first] = report.sections
    const row = ['lundi 8 juin 2026', 'W'.repeat(300), `${'société-du-très-long-nom.'.repeat(8)}example`]
    const long = { ...first!, table: { ...first!.table!, rows: Array.from({ length: 60 }, () => row) } }
    expect(pagesOf(renderPdf({ ...report, sections: [long] }))).toBeGreaterThan(3)
  })

  it('refuses characters that the font lacks, and names the field that holds them', () => {
    const tree = build('cnil_initial')
    const broken = {
      ...tree,
      sections: [
        {
          title: tree.title,
          fields: [{ ...fieldOf(tree, 'party_name')!, value: ['\u738b\u5c0f\u660e'] }],
        },
      ],
    }
    expect(() => renderPdf(broken)).toThrow(
      expect.objectContaining({
        code: 'dossiers.undisplayableText',
        params: expect.objectContaining({ where: ['Nom de l’organisme'] }),
      }),
    )
  })

  it('lists the hash of every file, as an independent reader finds them', async () => {
    const piece = { name: '../reçu n° 1.pdf', bytes: Buffer.from('reçu') }
    const trees = [build('breach_register'), build('breach_register', { ...source, locale: 'en' })]
    const archive = buildArchive(trees, [piece, piece])
    const files = await unzipped(archive.bytes)
    expect([...files.keys()]).toEqual([
      'tiersoin-2026-05-breach-register-deux-rives.fr.pdf',
      'tiersoin-2026-05-breach-register-deux-rives.fr.json',
      'tiersoin-2026-05-breach-register-deux-rives.en.pdf',
      'tiersoin-2026-05-breach-register-deux-rives.en.json',
      'pieces/reçu n° 1.pdf',
      'pieces/2-reçu n° 1.pdf',
      'manifest.json',
      'SHA256SUMS',
    ])
    const sums = files.get('SHA256SUMS')!.toString().trimEnd().split('\n')
    expect(sums).toEqual(
      [...files]
        .slice(0, -1)
        .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`),
    )
    expect(buildArchive(trees, [piece, piece]).sha256).toBe(archive.sha256)
    const bytes = Buffer.from('x')
    const odd = ['3-a.pdf', 'A.pdf', 'a.pdf', '../../etc/passwd', '..', `${'漢'.repeat(200)}.pdf`]
    const names = buildArchive(
      trees.slice(0, 1),
      odd.map((name) => ({ name, bytes })),
    ).files.flatMap(({ name }) => (name.startsWith('pieces/') ? [name.slice(7)] : []))
    expect(names.slice(0, 5)).toEqual(['3-a.pdf', 'A.pdf', '4-a.pdf', 'passwd', '5'])
    expect(Buffer.byteLength(names[5] ?? '')).toBeLessThan(210)
  })
})

/** Without spaces: lines break where they may, and French sets spaces of its own. */
function squeezed(text: string): string {
  return text.replace(/[\s\u200b]/g, '')
}

function pagesOf(pdf: Buffer): number {
  return Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)))
}

async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(bytes)
  const files = new Map<string, Buffer>()
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return files
}

describe('a document handed over', () => {
  const asked = { reference, kind: 'cnil_initial' }
  const lineNow = async () =>
    (await readDossiers(platform, { reference, locale: 'en' })).lines.find(
      ({ definition }) => definition.kind === 'cnil_initial',
    )!

  it('is kept byte for byte with its hash in the journal, and refused twice without a change', async () => {
    const made = await handOver(platform, asked, false, actor)
    expect(made).toMatchObject({
      number: 1,
      sha256: (await makeArchive(platform, asked, false)).archive.sha256,
    })
    await expect(handOver(platform, asked, false, actor)).rejects.toMatchObject({
      code: 'dossiers.alreadyHandedOver',
    })
    const entry = await platform.db.query<{ payload: string }>(
      `select payload from journal_entry where kind = 'dossier.handed_over'`,
    )
    expect(entry.rows.map(({ payload }) => JSON.parse(payload))).toMatchObject([
      { document: 'cnil_initial', organisation: 'deux-rives', number: 1, sha256: made.sha256 },
    ])
    await expect(platform.db.query('update dossier_version set number = 9')).rejects.toThrow(/append-only/)
    expect((await lineNow()).changes).toEqual([])
  })

  it('is stale when a fact it read is superseded, or one it missed is there, and says what it said', async () => {
    const was = (await read()).facts.get('affected_estimate')!
    await supersedeFact(
      platform,
      was.id,
      { ...held, kind: 'number', value: { amount: 18_012, approximate: false } },
      actor,
    )
    await recordFact(
      platform,
      was.incidentId,
      { ...held, key: 'records_concerned', kind: 'number', value: { amount: 18_204, approximate: false } },
      actor,
    )
    const { changes } = await lineNow()
    expect(changes.map(({ label, before, now }) => [label.fr, before?.[0] ?? null, now?.[0]])).toEqual([
      ['Nombre approximatif d’enregistrements', null, '18\u202f204'],
      ['Nombre approximatif de personnes', 'environ 18\u202f000', '18\u202f012'],
    ])
    expect(await handOver(platform, asked, true, actor)).toMatchObject({ number: 2 })
    expect((await lineNow()).changes).toEqual([])
  })
})

it('every kind has one definition, in both languages', () => {
  const kinds = DOCUMENTS.map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
  for (const kind of ours) expect(kinds).toContain(kind)
  for (const kind of ours) {
    const tree = build(kind, { ...source, locale: 'en' })
    expect(tree.title.en).not.toBe(tree.title.fr)
    expect(tree.about.locale).toBe('en')
  }
})

it('no document says two things under one name', () => {
  for (const { kind, build: make, ofPerson } of DOCUMENTS) {
    if (ofPerson) continue
    const ids = make(source).sections.flatMap(({ fields = [] }) => fields.map(({ id }) => id))
    expect([kind, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([kind, []])
  }
})
