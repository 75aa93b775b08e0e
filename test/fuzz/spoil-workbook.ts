import { type ZipPart, zip } from '../support/zip.ts'
import type { Chance } from './chance.ts'

type Spoil = (parts: ZipPart[], chance: Chance) => ZipPart[]

const inPart =
  (name: RegExp, change: (xml: string, chance: Chance) => string): Spoil =>
  (parts, chance) => {
    const chosen = chance.one(parts.filter((part) => name.test(part.name)))
    return parts.map((part) =>
      part === chosen ? { ...part, bytes: change(String(part.bytes), chance) } : part,
    )
  }

const SHEET = /sheet\d+\.xml$/
const at = (xml: string, chance: Chance) => chance.int(xml.length)
const put = (xml: string, place: number, text: string) => xml.slice(0, place) + text + xml.slice(place)
const bomb = (chance: Chance) => chance.one([' ', '<c/>', '<row/>', '<a>', 'x']).repeat(35_000_000 / 4)

/** What a workbook that no spreadsheet wrote may hold: each is zipped soundly afterwards. */
const spoils: Record<string, Spoil> = {
  'XML cut': inPart(/./, (xml, chance) => xml.slice(0, at(xml, chance))),
  'XML with a piece lost': inPart(/./, (xml, chance) => {
    const place = at(xml, chance)
    return xml.slice(0, place) + xml.slice(place + 1 + chance.int(40))
  }),
  'XML with noise': inPart(/./, (xml, chance) =>
    put(
      xml,
      at(xml, chance),
      chance.one(['<', '>', '&', '"', '</c>', '<c', '<!--', ']]>', '<![CDATA[x]]>', '\0', '\ufffd']),
    ),
  ),
  'a type declaration': inPart(/./, (xml) => `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>${xml}`),
  'deep nesting': inPart(/./, (xml, chance) =>
    put(xml, at(xml, chance), '<a>'.repeat(1 + chance.int(100_000))),
  ),
  'entities unknown': inPart(/./, (xml) => xml.replace('DUPONT', '&bomb;&#x110000;&#0;')),
  'references to nothing': inPart(SHEET, (xml) => xml.replaceAll('t="s"><v>', 't="s"><v>9')),
  'types unknown': inPart(SHEET, (xml, chance) =>
    xml.replaceAll('t="s"', `t="${chance.one(['z', '', 'd', 'b', 'e', 'n'])}"`),
  ),
  'styles unknown': inPart(SHEET, (xml) => xml.replaceAll('s="1"', 's="99999999999"')),
  'places unknown': inPart(SHEET, (xml, chance) =>
    xml.replaceAll('r="B', `r="${chance.one(['ZZZZ', 'A', '', '7', 'XFE'])}`),
  ),
  'rows out of place': inPart(SHEET, (xml, chance) =>
    xml.replace(
      '<row r="2"',
      `<row r="${chance.one(['1', '1048576', '1048577', '0', '-1', '9999999999', 'x'])}"`,
    ),
  ),
  'numbers beyond measure': inPart(SHEET, (xml, chance) =>
    xml.replaceAll(
      /<v>\d{9,}/g,
      `<v>${chance.one(['1E400', '-1', 'NaN', '1e20', '1E-7', '99999999999999999999', ''])}`,
    ),
  ),
  'formulas without a value': inPart(SHEET, (xml) => xml.replaceAll(/<v>\d{9,}<\/v>/g, '<f>A1</f>')),
  'no cell names': inPart(SHEET, (xml) => xml.replaceAll(/ r="[A-Z]+\d+"/g, '')),
  prefixes: inPart(SHEET, (xml) => xml.replaceAll(/<(\/?)(row|c|v|sheetData)\b/g, '<$1x:$2')),
  'very many sheets': inPart(/workbook\.xml$/, (xml, chance) =>
    xml.replace(/<sheet .*?\/>/, (tag) => tag.repeat(2 + chance.int(20_000))),
  ),
  'a part missing': (parts, chance) => parts.filter((_, i) => i !== chance.int(parts.length)),
  'a part twice': (parts, chance) => [...parts, chance.one(parts)],
  'a size that lies': (parts, chance) => {
    const chosen = chance.one(parts)
    return parts.map((part) => (part === chosen ? { ...part, declaredSize: chance.int(2 ** 31) } : part))
  },
  'very many entries': (parts) => [
    ...parts,
    ...Array.from({ length: 12_000 }, (_, i) => ({ name: `x${i}`, bytes: '' })),
  ],
  'a huge cell': inPart(SHEET, (xml, chance) =>
    xml.replace('<v>', `<v>${'9'.repeat(100_000 + chance.int(3_000_000))}`),
  ),
  'a huge text': inPart(/sharedStrings/, (xml, chance) =>
    xml.replace('<t xml:space="preserve">', (tag) => tag + 'x'.repeat(100_000 + chance.int(6_000_000))),
  ),
}

/** Rare, because each costs a second. */
const bombs: Record<string, Spoil> = {
  'a bomb of a sheet': inPart(SHEET, (xml, chance) =>
    xml.replace('<sheetData>', (tag) => tag + bomb(chance)),
  ),
  'a bomb of texts': inPart(/sharedStrings/, (xml, chance) =>
    xml.replace('</sst>', (tag) => bomb(chance) + tag),
  ),
  'a bomb of styles': inPart(/styles/, (xml, chance) =>
    xml.replace('</cellXfs>', (tag) => '<xf numFmtId="0"/>'.repeat(2_000_000 + chance.int(9)) + tag),
  ),
}

export function spoilWorkbook(parts: ZipPart[], chance: Chance): { bytes: Buffer; how: string } {
  const [how, apply] = chance.one(Object.entries(chance.is(0.03) ? bombs : spoils))
  return { bytes: zip(apply(parts, chance)), how }
}
