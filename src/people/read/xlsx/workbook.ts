import { posix } from 'node:path'
import type { Archive } from './archive.ts'
import { BrokenFile } from './broken-file.ts'
import { SharedStrings } from './shared-strings.ts'
import { type CellStyle, readStyles } from './styles.ts'
import { eachTag } from './xml.ts'

const SMALL_PART = 1 << 24
const SHEETS = 1000

export interface Sheet {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

/** A workbook of ECMA-376 part 1 (SpreadsheetML), opened: its sheets in their order, and what their cells refer to. */
export interface Workbook {
  readonly archive: Archive
  readonly sheets: readonly Sheet[]
  /** Day 0 is 1904-01-01 rather than 1899-12-31. */
  readonly date1904: boolean
  readonly styles: readonly CellStyle[]
  readonly strings: SharedStrings
}

/** What an archive is, by its parts, without reading them. */
export type ArchiveKind = 'xlsx' | 'xlsb' | 'ods' | 'zip'

export function kindOfArchive(archive: Archive): ArchiveKind {
  if (archive.has('[Content_Types].xml')) {
    if (archive.has('xl/workbook.bin')) return 'xlsb'
    return archive.has('_rels/.rels') || archive.has('xl/workbook.xml') ? 'xlsx' : 'zip'
  }
  return archive.has('mimetype') && archive.has('content.xml') ? 'ods' : 'zip'
}

/** @param enoughTexts after so many shared texts the others are left unread */
export async function readWorkbook(archive: Archive, enoughTexts?: number): Promise<Workbook> {
  const main = await mainPart(archive)
  const relations = await relationsOf(archive, main)
  const sheets: Sheet[] = []
  let date1904 = false
  eachTag(await archive.text(main, SMALL_PART), main, (name, attributes) => {
    if (name === 'workbookPr') date1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '')
    if (name !== 'sheet') return
    const relation = relations.get(attributes['id'] ?? '')
    if (!relation?.type.endsWith('/worksheet')) return
    // Each sheet is looked at: one part told many times would be read as often.
    if (sheets.length === SHEETS || sheets.some(({ part }) => part === relation.target)) {
      throw new BrokenFile('too_many_entries', main)
    }
    const hidden = (attributes['state'] ?? 'visible') !== 'visible'
    sheets.push({ name: attributes['name'] ?? '', part: relation.target, hidden })
  })
  const target = (kind: string) =>
    [...relations.values()].find(({ type, target }) => type.endsWith(kind) && archive.has(target))?.target
  const styles = target('/styles')
  const strings = new SharedStrings()
  const stringsPart = target('/sharedStrings')
  if (stringsPart) await strings.read(archive.stream(stringsPart), stringsPart, enoughTexts)
  return {
    archive,
    sheets,
    date1904,
    styles: styles ? readStyles(await archive.text(styles, SMALL_PART), styles) : [],
    strings,
  }
}

async function mainPart(archive: Archive): Promise<string> {
  const relations = archive.has('_rels/.rels') ? await relationsOf(archive, '') : new Map<string, Relation>()
  const named = [...relations.values()].find(({ type }) => type.endsWith('/officeDocument'))
  const part = named?.target ?? 'xl/workbook.xml'
  if (!archive.has(part)) throw new BrokenFile('missing_part', part)
  return part
}

interface Relation {
  readonly type: string
  readonly target: string
}

/** What a part refers to; targets outside the archive are left out: nothing is ever fetched. */
async function relationsOf(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part)
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations = new Map<string, Relation>()
  eachTag(await archive.text(file, SMALL_PART), file, (name, attributes) => {
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
    const target = posix.join(
      attributes['Target']?.startsWith('/') ? '/' : folder,
      attributes['Target'] ?? '',
    )
    relations.set(attributes['Id'] ?? '', {
      type: attributes['Type'] ?? '',
      target: target.replace(/^\//, ''),
    })
  })
  return relations
}
