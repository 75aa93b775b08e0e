import { type Actor, actorText, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ColumnMapping } from '../read/index.ts'
import { fitting, headersMark, spelledOut } from './choose-columns.ts'
import type { Intake, SeenFiles } from './model.ts'
import { intakeRefusals } from './refusals.ts'
import { setColumns } from './store.ts'
import {
  deleteMapping,
  findMapping,
  insertMapping,
  type NamedMapping,
  usableMappings,
} from './store-mappings.ts'

const LONGEST_NAME = 60

/** Keeps the columns in force under a name, as its next version. The journal gets no header: it is text of a file. */
export async function saveMapping(
  platform: Platform,
  intake: Intake,
  seen: SeenFiles,
  asked: { readonly name: unknown; readonly everywhere: boolean; readonly columns: ColumnMapping | null },
  actor: Actor,
): Promise<void> {
  const name = String(asked.name ?? '').trim()
  if (name === '' || name.length > LONGEST_NAME) throw intakeRefusals.noName()
  await platform.db.transaction(async (tx) => {
    const saved = await insertMapping(tx, {
      name,
      incidentId: asked.everywhere ? null : intake.incidentId,
      registerHeaders: headersMark(seen.register),
      exposedHeaders: headersMark(seen.exposed),
      columns: spelledOut(seen, asked.columns),
      savedAt: platform.clock.now(),
      savedBy: actorText(actor),
    })
    if (!(await setColumns(tx, intake.id, asked.columns, saved.id))) throw intakeRefusals.notNow()
    await record(tx, platform.clock, {
      actor,
      kind: 'mapping.saved',
      incidentId: intake.incidentId,
      payload: { mapping: saved.id, version: saved.version, everywhere: asked.everywhere },
    })
  })
}

/** Saved columns whose headers, of one file at least, are those of these files. */
export async function offeredMappings(
  platform: Platform,
  intake: Intake,
  seen: SeenFiles,
): Promise<NamedMapping[]> {
  const [register, exposed] = [headersMark(seen.register), headersMark(seen.exposed)]
  return (await usableMappings(platform.db, intake.incidentId)).filter(
    (mapping) => mapping.registerHeaders === register || mapping.exposedHeaders === exposed,
  )
}

/** @throws intake.gone, intake.notNow */
export async function useMapping(
  platform: Platform,
  intake: Intake,
  seen: SeenFiles,
  id: number,
): Promise<void> {
  const mapping = await findMapping(platform.db, intake.incidentId, id)
  const columns = mapping && fitting(seen, mapping.columns)
  if (!columns) throw intakeRefusals.gone()
  if (!(await setColumns(platform.db, intake.id, columns, id))) throw intakeRefusals.notNow()
}

export async function forgetMapping(
  platform: Platform,
  incidentId: string,
  id: number,
  actor: Actor,
): Promise<void> {
  const mapping = await findMapping(platform.db, incidentId, id)
  if (!mapping) throw intakeRefusals.gone()
  await platform.db.transaction(async (tx) => {
    await deleteMapping(tx, mapping, platform.clock.now())
    await record(tx, platform.clock, {
      actor,
      kind: 'mapping.deleted',
      incidentId,
      payload: { mapping: id, version: mapping.version },
    })
  })
}
