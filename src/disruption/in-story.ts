import { incidentByReference } from '../incident/index.ts'
import { storyNow } from '../obligations/index.ts'
import type { Kept } from './model.ts'
import type { Ctx } from './typed-form.ts'

/** Rows dated by the clock of the incident: in an exercise what was recorded took place in its story, as the masthead says. */
export async function inStory<Row extends Kept>(c: Ctx, rows: readonly Row[]): Promise<Row[]> {
  const incident = await incidentByReference(c.get('platform').db, c.get('incident').reference)
  return rows.map((row) => ({ ...row, at: storyNow(incident, row.at) }))
}
