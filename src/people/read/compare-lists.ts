import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type ColumnMap, type Field, type Layout, registerFields } from './model.ts'
import { readRefusals } from './refusals.ts'

interface ListFile {
  readonly path: string
  readonly name: string
  readonly layout: Layout
}

/** Refuses the same file given twice. Sizes are compared first: hashing costs a read of both. */
export async function refuseSameFile(
  register: Omit<ListFile, 'layout'>,
  exposed: Omit<ListFile, 'layout'>,
): Promise<void> {
  const sizes = await Promise.all([register, exposed].map(async ({ path }) => (await stat(path)).size))
  if (sizes[0] !== sizes[1]) return
  const [one, other] = await Promise.all([sha256Of(register.path), sha256Of(exposed.path)])
  if (one === other)
    throw readRefusals.sameFile({ register: register.name, exposed: exposed.name, sha256: one })
}

/** Refuses a register that tells nothing of how to reach anyone while the exposed list does. */
export function refuseSwappedLists(register: ListFile, exposed: ListFile): void {
  if (contactFields(register.layout.columns) > 0 || contactFields(exposed.layout.columns) < 2) return
  throw readRefusals.listsSwapped({ register: register.name, exposed: exposed.name })
}

function contactFields(columns: ColumnMap): number {
  return registerFields.filter((field: Field) => columns[field] !== undefined).length
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
