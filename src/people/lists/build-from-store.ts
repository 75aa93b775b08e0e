import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { TxClient } from '../../platform/database.ts'
import { decryptFrom } from '../../platform/encrypted-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Building, buildVersion, runFilesOf } from './build-version.ts'
import { withDuckDb } from './duckdb.ts'
import type { BuiltVersion } from './store-versions.ts'
import { openWorkFolder, sizeOf, storedList } from './stored-files.ts'
import { versionRefusals } from './version-refusals.ts'

/** The register's rows that the run kept, deciphered for the time of the work. */
export async function buildFromStore(
  platform: Platform,
  tx: TxClient,
  runId: string,
  building: Omit<Building, 'files' | 'registerRows'>,
): Promise<BuiltVersion> {
  const { home } = platform
  const work = await openWorkFolder(home, `publish-${runId}`)
  try {
    const files = runFilesOf(home, runId)
    const kept = join(home.store, storedList(`${runId}-households`))
    if ((await sizeOf(kept)) === null) throw versionRefusals.filesMissing({ file: `${runId}-households.age` })
    const registerRows = join(work, 'households.parquet')
    await pipeline(await decryptFrom(home, kept), createWriteStream(registerRows, { mode: 0o600 }))
    return await withDuckDb((query) => buildVersion(tx, query, { ...building, files, registerRows }), work)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
