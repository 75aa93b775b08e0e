import { type ZipPart, zip } from './zip.ts'

/** A cell of a test workbook: text is shared, a number stands as it is, the rest says how it is written. */
export type TestCell =
  | string
  | number
  | null
  | { readonly xml: string }
  | { readonly inline: string }
  | { readonly raw: string; readonly style?: number }

export interface TestSheet {
  readonly name: string
  readonly rows: readonly (readonly TestCell[])[]
  readonly state?: 'hidden'
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** Styles of a test workbook: 0 general, 1 date (built in), 2 `00000`, 3 a date in letters, 4 a time. */
const STYLES = `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="170" formatCode="00000"/><numFmt numFmtId="171" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/></cellXfs></styleSheet>`

/** The parts of an XLSX workbook, to be zipped as they are or spoilt first. */
export function workbookParts(sheets: readonly TestSheet[], options: { date1904?: boolean } = {}): ZipPart[] {
  const strings = new Map<string, number>()
  const bodies = sheets.map((sheet) => sheetXml(sheet, strings))
  return [
    {
      name: '[Content_Types].xml',
      bytes: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      bytes: `<Relationships ${PACKAGE}><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      bytes: `<?xml version="1.0" encoding="UTF-8"?><workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr date1904="${options.date1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships ${PACKAGE}>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', bytes: STYLES },
    {
      name: 'xl/sharedStrings.xml',
      bytes: `<sst ${MAIN}>${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    },
    ...bodies.map((bytes, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, bytes })),
  ]
}

export function workbook(sheets: readonly TestSheet[], options: { date1904?: boolean } = {}): Buffer {
  return zip(workbookParts(sheets, options))
}

function sheetXml({ rows }: TestSheet, strings: Map<string, number>): string {
  const body = rows.map((cells, row) => {
    const written = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, strings))
    return `<row r="${row + 1}">${written.join('')}</row>`
  })
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${MAIN}><dimension ref="A1"/><cols><col min="1" max="2" width="9"/></cols><sheetData>${body.join('')}</sheetData><pageMargins left="0.7"/></worksheet>`
}

function cellXml(cell: TestCell, place: string, strings: Map<string, number>): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'string') {
    const index = strings.get(cell) ?? strings.size
    strings.set(cell, index)
    return `<c r="${place}" t="s"><v>${index}</v></c>`
  }
  if ('xml' in cell) return cell.xml.replaceAll('@', place)
  if ('inline' in cell) return `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell.inline)}</t></is></c>`
  return `<c r="${place}" s="${cell.style ?? 0}"><v>${cell.raw}</v></c>`
}

export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
