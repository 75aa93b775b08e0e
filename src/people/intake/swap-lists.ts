import type { Platform } from '../../platform/platform.ts'
import { swapKept } from './kept-files.ts'
import { askToLook } from './look-at-files.ts'
import type { Intake } from './model.ts'
import { intakeRefusals } from './refusals.ts'
import { swapFiles } from './store.ts'

/**
 * The register was given as the exposed list, and the other way round: both are looked at again. The row is held while
 * the files change places, so that nobody starts the import between the two. @throws intake.notNow
 */
export async function swapLists(platform: Platform, { id }: Pick<Intake, 'id'>): Promise<void> {
  await platform.db.transaction(async (tx) => {
    if (!(await swapFiles(tx, id))) throw intakeRefusals.notNow()
    await swapKept(platform.home, id)
    await askToLook(tx, id)
  })
}
