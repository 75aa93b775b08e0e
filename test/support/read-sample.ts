import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The three files read back, for the tests: small samples only, everything in memory. */
export interface Sample {
  readonly registerHeaders: string[]
  readonly exposedHeaders: string[]
  readonly register: Row[]
  readonly exposed: Row[]
  readonly truth: Row[]
}

export type Row = Record<string, string>

interface Format {
  readonly encoding: string
  readonly separator: string
}

export const REGISTER_FORMAT: Format = { encoding: 'utf-8', separator: ';' }
export const EXPOSED_FORMAT: Format = { encoding: 'windows-1252', separator: ',' }

export async function readSample(
  folder: string,
  register = REGISTER_FORMAT,
  exposed = EXPOSED_FORMAT,
): Promise<Sample> {
  const own = await readTable(join(folder, 'register.csv'), register)
  const list = await readTable(join(folder, 'exposed.csv'), exposed)
  const truth = await readTable(join(folder, 'truth.csv'), { encoding: 'utf-8', separator: ',' })
  return {
    registerHeaders: own.headers,
    exposedHeaders: list.headers,
    register: own.rows,
    exposed: list.rows,
    truth: truth.rows,
  }
}

async function readTable(
  path: string,
  { encoding, separator }: Format,
): Promise<{ headers: string[]; rows: Row[] }> {
  // Node 20 decodes windows-1252 as Latin-1 in one shot; its streaming decoder is right.
  const text = new TextDecoder(encoding, { fatal: true }).decode(await readFile(path), { stream: true })
  const [headers = [], ...rows] = text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => splitLine(line, separator))
  if (rows.some((cells) => cells.length !== headers.length))
    throw new Error(`${path}: a row has another number of cells`)
  return {
    headers,
    rows: rows.map((cells) => Object.fromEntries(cells.map((cell, n) => [headers[n], cell]))),
  }
}

/** RFC 4180 without line breaks in cells. */
function splitLine(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at)
    if (character === '"' && quoted && line.charAt(at + 1) === '"') cell += line.charAt(++at)
    else if (character === '"') quoted = !quoted
    else if (character === separator && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return [...cells, cell]
}
