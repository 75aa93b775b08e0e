import { unescapeXml } from './xml.ts'

const AMPERSAND = 38
const UNDERSCORE = 95
const SMALL_X = 120
/** `_x000D_`: a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
const ESCAPED = /_x([0-9a-f]{4})_/gi

/** UTF-8 text gathered end to end. A control character, a line end too, becomes a space: a cell is one line. */
export class TextBytes {
  bytes: Buffer
  length = 0

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafe(capacity)
  }

  /** Adds XML text: entities and escapes are opened. */
  addXml(from: Buffer, start: number, end: number, part: string): void {
    this.#reserve(end - start)
    const { bytes } = this
    let to = this.length
    for (let at = start; at < end; at++) {
      const byte = from[at]!
      if (byte === AMPERSAND || (byte === UNDERSCORE && from[at + 1] === SMALL_X)) {
        this.addText(openEscapes(unescapeXml(from.toString('utf8', start, end), part)))
        return
      }
      bytes[to++] = byte < 32 ? 32 : byte
    }
    this.length = to
  }

  add(from: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start)
    const { bytes } = this
    let to = this.length
    for (let at = start; at < end; at++) bytes[to++] = from[at]!
    this.length = to
  }

  addText(text: string): void {
    const encoded = Buffer.from(
      text.replace(/\p{Cc}/gu, (c) => (c < ' ' ? ' ' : c)),
      'utf8',
    )
    this.#reserve(encoded.length)
    encoded.copy(this.bytes, this.length)
    this.length += encoded.length
  }

  #reserve(size: number): void {
    if (this.length + size <= this.bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.length + size, this.bytes.length * 2))
    this.bytes.copy(larger, 0, 0, this.length)
    this.bytes = larger
  }
}

function openEscapes(text: string): string {
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
