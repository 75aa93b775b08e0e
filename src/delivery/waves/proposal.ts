import type { Tx } from '../../platform/database.ts'
import { countPlannedFrom, pacingOf } from './pacing-store.ts'
import { wavesRefusals } from './refusals.ts'
import {
  PACING_FIELDS,
  type PacingField,
  type PacingSettings,
  proposedSettings,
  readSettings,
  writeSettings,
} from './settings.ts'

/** The settings to start from: those decided, else what is proposed for this many messages. */
export async function proposalOf(tx: Tx, campaignId: number): Promise<PacingSettings> {
  const pacing = await pacingOf(tx, campaignId)
  return pacing?.settings ?? proposedSettings(await countPlannedFrom(tx, campaignId, 0))
}

/**
 * A proposal with what a person typed over it; fields they left out stay. `given` is keyed by field name.
 * @throws waves.setting naming the field
 */
export function settingsOf(
  proposal: PacingSettings,
  given: Readonly<Partial<Record<PacingField, string | undefined>>>,
): PacingSettings {
  const texts = { ...writeSettings(proposal) }
  for (const field of PACING_FIELDS) texts[field] = given[field] ?? texts[field]
  const read = readSettings(texts)
  if ('field' in read) throw wavesRefusals.setting({ field: read.field })
  return read
}
