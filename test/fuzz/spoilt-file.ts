import { zip } from '../support/zip.ts'
import { Chance } from './chance.ts'
import { soundParquet, soundParts, soundText } from './sound-files.ts'
import { spoilBinary, spoilText } from './spoil-bytes.ts'
import { spoilWorkbook } from './spoil-workbook.ts'

export interface SpoiltFile {
  readonly name: string
  readonly how: string
  readonly bytes: Buffer
}

let parquet: Promise<readonly Buffer[]> | undefined

/** File number `index` of the corpus of a seed: the same bytes every time. */
export async function spoiltFile(seed: number, index: number): Promise<SpoiltFile> {
  const chance = new Chance(Math.imul(seed, 0x9e3779b1) + index)
  const kind = chance.one(['csv', 'csv', 'csv', 'xlsx', 'xlsx', 'zip', 'parquet'])
  const name = `list-${index}.${kind === 'zip' ? 'xlsx' : kind}`
  if (kind === 'csv') return { name, ...spoilText(soundText(chance).bytes, chance) }
  if (kind === 'xlsx') return { name, ...spoilWorkbook(soundParts(chance), chance) }
  if (kind === 'zip') {
    const parts = soundParts(chance).map((part) => ({ ...part, stored: chance.is(0.5) }))
    return { name, ...spoilBinary(zip(parts), chance) }
  }
  parquet ??= soundParquet()
  return { name, ...spoilBinary(chance.one(await parquet), chance) }
}
