import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeExposures, noticeFacts } from '../../../test/support/notice-facts.ts'
import { compileNotice, composeNotice } from '../../notices/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { batchData, placesFor } from './batch-data.ts'
import { buildLetterBatch, FRENCH_WINDOW, type LetterInput, PROFILES, type PrintProfile } from './index.ts'
import { compileLetters } from './letter-compiler.ts'

let outDir: string
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'tocsin letters '))
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

const createdAt = Temporal.Instant.from('2026-02-06T10:00:00Z')

function letters(
  count: number,
  audience: 'insured_adult' | 'parent_of_minor' = 'insured_adult',
): LetterInput[] {
  const render = compileNotice(
    composeNotice({ facts: noticeFacts(), exposures: noticeExposures(), audience, locale: 'fr' }),
  )
  return Array.from({ length: count }, (_, at) => {
    const name = at % 3 === 0 ? 'Marie-Anastasie Philippine de Saint-Hippolyte' : `Zoé Ménard-Lœuille ${at}`
    const rendered = render({
      addressee: name,
      persons: [{ name, minor: audience === 'parent_of_minor', isAddressee: audience === 'insured_adult' }],
      reference: `AUB-${1000 + at}`,
      writtenOn: Temporal.PlainDate.from('2026-02-06'),
    })
    const address = [
      name.slice(0, 38).trim(),
      'Résidence Les Ormes',
      `${at + 1} RUE DES TILLEULS`,
      '38000 GRENOBLE',
    ]
    return { id: String(at + 1), address, content: rendered.letter }
  })
}

describe('a batch of letters', () => {
  it('says on which pages each letter really stands, and is the same when built again', async () => {
    const batch = {
      letters: [...letters(4), ...letters(3, 'parent_of_minor').map((l) => ({ ...l, id: `m${l.id}` }))],
      createdAt,
    }
    const first = await buildLetterBatch({ ...batch, batchRef: 'lot-1', outDir })
    expect(first.letters.map(({ id }) => id)).toEqual(['1', '2', '3', '4', 'm1', 'm2', 'm3'])
    let page = 1
    for (const letter of first.letters) {
      expect(letter.firstPage).toBe(page)
      page += letter.pages
    }
    const bytes = await readFile(first.pdfPath)
    expect(bytes.toString('latin1')).toContain(`/Count ${page - 1}`)
    expect(bytes.toString('latin1')).toContain('pdfuaid:part')
    const again = await buildLetterBatch({ ...batch, batchRef: 'lot-1', outDir: join(outDir, 'again') })
    expect(again.pdfSha256).toBe(first.pdfSha256)
    expect(again.manifestSha256).toBe(first.manifestSha256)
  })

  const elsewhere: PrintProfile = {
    ...FRENCH_WINDOW,
    name: 'imprimeur',
    window: { left: 105, top: 48, width: 90, height: 40, inset: 5 },
  }
  it.each([...PROFILES, elsewhere])('shows the address in the window and nothing else: $name', (profile) => {
    const set = letters(2)
    const input = { letters: set, batchRef: 'lot', outDir, createdAt, profile }
    const data = batchData(
      input,
      placesFor(set, () => 2, profile.duplex),
    )
    const { marks } = compileLetters({ ...data, positions: true })
    const corners = marks.filter(({ kind }) => kind === 'address')
    expect(corners).toHaveLength(2)
    for (const { x, y } of corners) {
      expect(x).toBeCloseTo(profile.window.left + profile.window.inset, 3)
      expect(y).toBeCloseTo(profile.window.top, 3)
    }
    const { left, top, height } = profile.window
    const of = (kind: string) => marks.filter((mark) => mark.kind === kind)
    expect([of('sender').length, of('body').length]).toEqual([2, 2])
    for (const { y } of of('sender')) {
      expect(y! <= top || profile.margins.left + profile.senderWidth <= left).toBe(true)
    }
    for (const { y } of of('body')) expect(y).toBeGreaterThan(top + height)
  })

  it('starts every letter on a front when the sheet is printed on both sides', async () => {
    const [short, ...rest] = letters(3)
    const cut = { ...short!.content.body, key: 'short', sections: short!.content.body.sections.slice(0, 1) }
    const one = { ...short!, content: { ...short!.content, body: cut } }
    const profile = { ...FRENCH_WINDOW, duplex: true }
    const batch = { letters: [one, ...rest], createdAt, profile }
    const both = await buildLetterBatch({ ...batch, batchRef: 'recto', outDir })
    expect(both.letters.map(({ firstPage }) => firstPage % 2)).toEqual([1, 1, 1])
    expect(both.letters[0]).toMatchObject({ firstPage: 1, pages: 1 })
    expect(both.letters[1]).toMatchObject({ firstPage: 3 })
  })

  it('writes a manifest that no spreadsheet can run', async () => {
    const [letter] = letters(1)
    const risky = { ...letter!, address: ['=HYPERLINK("x");1', '@SUM', '38000 GRENOBLE'] }
    const batch = await buildLetterBatch({ letters: [risky], batchRef: 'lot-2', outDir, createdAt })
    const rows = (await readFile(batch.manifestPath, 'utf8')).split('\r\n')
    expect(rows[1]).toBe(
      `lot-2;1;AUB-1000;1;${batch.letters[0]!.pages};${batch.pdfSha256};"'=HYPERLINK(""x"");1";'@SUM;38000 GRENOBLE;;;;`,
    )
  })

  it('narrows a wide address rather than cut it, and names the letters it cannot print', async () => {
    const [one, two] = letters(2)
    const wide = { ...one!, address: ['Zoé', 'W'.repeat(38), '38000 GRENOBLE'] }
    const batch = await buildLetterBatch({ letters: [wide], batchRef: 'lot-4', outDir, createdAt })
    expect(batch.letters).toHaveLength(1)
    const foreign = { ...two!, content: { ...two!.content, persons: ['\u738b\u5c0f\u660e'] } }
    await expect(
      buildLetterBatch({ letters: [one!, foreign], batchRef: 'lot-5', outDir, createdAt }),
    ).rejects.toMatchObject({
      code: 'letters.undisplayableText',
      params: { ids: ['2'] },
    })
  })

  it('refuses a letter given twice, an address outside the window or the rules, and leaves no file', async () => {
    const [one] = letters(1)
    const folder = join(outDir, 'refused')
    const build = (batch: LetterInput[], batchRef = 'lot-3') =>
      buildLetterBatch({ letters: batch, batchRef, outDir: folder, createdAt })
    await expect(build([one!, one!])).rejects.toMatchObject({ code: 'letters.duplicateLetters' })
    await expect(build([])).rejects.toMatchObject({ code: 'letters.emptyBatch' })
    await expect(build([one!], '../lot')).rejects.toMatchObject({ code: 'letters.badBatchName' })
    await expect(build([{ ...one!, address: ['A', ''] }])).rejects.toMatchObject({
      code: 'letters.badAddress',
    })
    const wide = { ...one!, address: ['Zoé', 'Œ'.repeat(38), '38000 GRENOBLE'] }
    await expect(build([wide])).rejects.toMatchObject({ code: 'letters.addressOverflows' })
    await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
