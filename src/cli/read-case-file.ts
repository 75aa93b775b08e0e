import { open } from 'node:fs/promises'
import { caseRefusals, readCaseJson } from '../law/index.ts'
import { ioRefusal } from '../platform/io-refusal.ts'

const MOST_BYTES = 20_000_000

/**
 * The JSON of a file of facts; no more of it is read than a case may hold.
 * @throws disk.notFound, disk.noPermission, law.notAFile, and what `readCaseJson` refuses
 */
export async function readCaseFile(file: string): Promise<unknown> {
  return readCaseJson(await readBytes(file))
}

async function readBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch((error: unknown) => {
    throw ioRefusal(error, file)
  })
  try {
    const found = await handle.stat()
    if (found.isDirectory()) throw caseRefusals.notAFile({ file })
    if (found.size > MOST_BYTES) throw caseRefusals.tooLarge({ megabytes: MOST_BYTES / 1_000_000 })
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}
