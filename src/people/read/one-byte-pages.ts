/**
 * Windows-1252 and ISO-8859-15, decoded here: TextDecoder('windows-1252') of Node 20 to 22 reads the page as Latin-1
 * (nodejs/node#56542), which silently loses Œ, € and the apostrophe ’. Both pages are Latin-1 but for a few bytes.
 * A byte that the page leaves unassigned stays a C1 control, which the caller takes for undecodable.
 */
const CP1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const LATIN9 = new Map(
  Object.entries({ '¤': '€', '¦': 'Š', '¨': 'š', '´': 'Ž', '¸': 'ž', '¼': 'Œ', '½': 'œ', '¾': 'Ÿ' }),
)
const BACK_1252 = new Map([...CP1252_HIGH].map((char, i) => [char, String.fromCharCode(0x80 + i)]))
const BACK_LATIN9 = new Map([...LATIN9].map(([page, char]) => [char, page]))

export function decodeWindows1252(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  return text.replace(/[\x80-\x9f]/g, (c) => CP1252_HIGH[c.charCodeAt(0) - 0x80]!)
}

export function decodeLatin9(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[¤¦¨´¸¼½¾]/g, (c) => LATIN9.get(c)!)
}

/** Back to the bytes that `decodeWindows1252` read. */
export function encodeWindows1252(text: string): Buffer {
  return encode(text, BACK_1252)
}

/** Back to the bytes that `decodeLatin9` read. */
export function encodeLatin9(text: string): Buffer {
  return encode(text, BACK_LATIN9)
}

function encode(text: string, back: ReadonlyMap<string, string>): Buffer {
  return Buffer.from(
    text.replace(/[^\0-\x7f]/g, (char) => back.get(char) ?? char),
    'latin1',
  )
}
