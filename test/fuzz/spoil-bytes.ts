import type { Chance } from './chance.ts'

type Spoil = (bytes: Buffer, chance: Chance) => Buffer

const splice = (bytes: Buffer, at: number, cut: number, put: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)])

/** What happens to files on their way, whatever they hold. */
const anyFile: Record<string, Spoil> = {
  whole: (bytes) => bytes,
  truncated: (bytes, chance) => bytes.subarray(0, chance.int(bytes.length)),
  'bit-flipped': (bytes, chance) => {
    const spoilt = Buffer.from(bytes)
    for (let n = 1 + chance.int(30); n > 0; n--) spoilt[chance.int(spoilt.length)]! ^= 1 << chance.int(8)
    return spoilt
  },
  'a piece lost': (bytes, chance) =>
    splice(bytes, chance.int(bytes.length), 1 + chance.int(200), Buffer.alloc(0)),
  'a piece twice': (bytes, chance) => {
    const at = chance.int(bytes.length)
    return splice(bytes, at, 0, bytes.subarray(at, at + chance.int(400)))
  },
  'noise put in': (bytes, chance) =>
    splice(bytes, chance.int(bytes.length), 0, chance.bytes(1 + chance.int(60))),
  'zeros over it': (bytes, chance) =>
    splice(bytes, chance.int(bytes.length), 1 + chance.int(80), Buffer.alloc(1 + chance.int(80))),
  'pieces exchanged': (bytes, chance) => {
    const at = chance.int(bytes.length)
    return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)])
  },
}

/** What happens to delimited text. */
const textFile: Record<string, Spoil> = {
  'a quote put in': (bytes, chance) => {
    let spoilt = bytes
    for (let n = 1 + chance.int(4); n > 0; n--)
      spoilt = splice(spoilt, chance.int(spoilt.length), 0, Buffer.from('"'))
    return spoilt
  },
  'another encoding inside': (bytes, chance) =>
    splice(
      bytes,
      chance.int(bytes.length),
      0,
      chance.one([
        Buffer.from('é;Œ’\n', 'latin1'),
        Buffer.from('é;Œ’\n', 'utf8'),
        Buffer.from('é;Œ’\n', 'utf16le'),
        Buffer.from('\ufeff'),
        Buffer.of(0xed, 0xa0, 0x80),
        Buffer.of(0x81, 0x8d, 0x9d),
      ]),
    ),
  'a thicket of quotes': (bytes, chance) =>
    splice(
      bytes,
      chance.int(bytes.length),
      0,
      Buffer.from(
        Array.from({ length: 100_000 }, () => chance.one(['"', '""', '"x', ';', '\n', 'x;'])).join(''),
      ),
    ),
  'a header twice': (bytes) => {
    const end = bytes.indexOf('\n') + 1
    return splice(bytes, end, 0, bytes.subarray(0, end))
  },
  'headers of one name': (bytes) => Buffer.from(bytes.toString('latin1').replace('PRENOM', 'NOM'), 'latin1'),
  'formula cells': (bytes, chance) =>
    Buffer.from(
      bytes.toString('latin1').replaceAll('DUPONT', chance.one(['=cmd|x!A1', '@SUM(1)', '+1', '-1', '\t=1'])),
      'latin1',
    ),
  'NUL bytes': (bytes, chance) => splice(bytes, chance.int(bytes.length), 0, Buffer.alloc(1 + chance.int(9))),
  'a huge line': (bytes, chance) =>
    splice(
      bytes,
      chance.int(bytes.length),
      0,
      Buffer.alloc(1_000_000 + chance.int(2_000_000), chance.one(['x', ';', '"', '\r', '""', 'x;'])),
    ),
  'very many columns': (bytes, chance) =>
    splice(
      bytes,
      chance.is(0.5) ? 0 : chance.int(bytes.length),
      0,
      Buffer.alloc(200_000, chance.one([';', ',', '\t'])),
    ),
  'line ends exchanged': (bytes, chance) =>
    Buffer.from(
      bytes.toString('latin1').replaceAll(/\r?\n/g, chance.one(['\r', '\n\r', '\r\r\n', '\n\n'])),
      'latin1',
    ),
  'blanks only': (_, chance) =>
    Buffer.alloc(chance.int(5000), chance.one([' ', '\n', ';\n', '"', '""\n', '\0'])),
}

const draw = (spoils: Record<string, Spoil>, chance: Chance) => chance.one(Object.entries(spoils))

export function spoilText(bytes: Buffer, chance: Chance): { bytes: Buffer; how: string } {
  return spoil(bytes, chance, { ...anyFile, ...textFile })
}

export function spoilBinary(bytes: Buffer, chance: Chance): { bytes: Buffer; how: string } {
  return spoil(bytes, chance, anyFile)
}

/** One thing happens to a file, sometimes two or three. */
function spoil(bytes: Buffer, chance: Chance, spoils: Record<string, Spoil>): { bytes: Buffer; how: string } {
  let spoilt = bytes
  const how: string[] = []
  for (let n = chance.is(0.6) ? 1 : 1 + chance.int(3); n > 0; n--) {
    if (spoilt.length === 0) break
    const [name, apply] = draw(spoils, chance)
    spoilt = apply(spoilt, chance)
    how.push(name)
  }
  return { bytes: spoilt, how: how.join(', ') }
}
