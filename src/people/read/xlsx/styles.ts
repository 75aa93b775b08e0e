import { eachTag } from './xml.ts'

/** How a cell's style changes the text of its number. `digits`: shown with that many digits, leading zeros kept. */
export interface CellStyle {
  readonly isDate: boolean
  readonly digits: number
}

export const NO_STYLE: CellStyle = { isDate: false, digits: 0 }

/** Formats 14 to 17 and 22, then those of East Asian dates (ECMA-376 part 1, 18.8.30). Times alone are no dates. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)

/** The styles of a workbook's cells, in the order the cells refer to them. */
export function readStyles(xml: string, part: string): CellStyle[] {
  const codes = new Map<number, string>()
  const styles: CellStyle[] = []
  eachTag(xml, part, (name, attributes, parents) => {
    if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    if (name !== 'xf' || parents.at(-1) !== 'cellXfs') return
    const id = Number(attributes['numFmtId'] ?? 0)
    const code = codes.get(id)
    styles.push(code === undefined ? { isDate: isBuiltInDate(id), digits: 0 } : styleOf(code))
  })
  return styles
}

function styleOf(code: string): CellStyle {
  if (/^0{2,20}$/.test(code)) return { isDate: false, digits: code.length }
  const bare = code
    .split(';')[0]!
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./g, '')
    .toLowerCase()
  return { isDate: !/^(general|standard)$/.test(bare) && /[yd]|aa|jj/.test(bare), digits: 0 }
}
