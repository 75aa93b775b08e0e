import { actorText } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { findDuty } from '../case/find-duty.ts'
import { dutyNamed } from '../duty-named.ts'
import { type DutyPerson, FIELDS, onDuties, requireDutyRole, typedWords } from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { filingById, type KeptFiling } from '../stores/filing-store.ts'
import { enteredInstant } from './entered-instant.ts'
import { type GivenFile, keepFile } from './keep-file.ts'
import { filingsDoing, journal, put, refuseImpossible, stateDone } from './record-filing.ts'

/** What was wrong in a filing, and why. What is left out stays as it was. */
export interface CorrectionInput {
  /** The filing that stands: if another one took its place meanwhile, nothing is written. */
  readonly filing: number
  readonly reason: string
  readonly at?: string | undefined
  readonly zone?: string | undefined
  readonly receipt?: string | undefined
  readonly channel?: string | undefined
  readonly note?: string | undefined
  readonly file?: GivenFile | undefined
}

/**
 * Corrects a filing: a new row stands in its place, with the reason; the old one stays. A changed instant changes the fact with it.
 * @returns the id of the row that stands now
 * @throws Refusal obligations.roleNeeded, unknownFiling, changedMeanwhile, future, beforeStart, missing, nationalId
 */
export async function correctFiling(
  platform: Pick<Platform, 'db' | 'clock' | 'home'>,
  incidentId: string,
  input: CorrectionInput,
  by: DutyPerson,
): Promise<number> {
  requireDutyRole(by)
  const reason = typedWords(FIELDS.reason, input.reason, { most: 1000 })
  return onDuties(platform, incidentId, async (ground) => {
    const old = await filingById(ground.tx, ground.incident.id, input.filing)
    if (!old) throw obligationRefusals.unknownFiling({ filing: input.filing })
    const duty = await findDuty(ground, old.conclusionId)
    const entered =
      input.at === undefined
        ? { at: old.at, zone: old.zone, entered: old.entered }
        : enteredInstant(FIELDS.at, input.at, input.zone ?? old.zone)
    if (old.state === 'filed') refuseImpossible(ground, duty, entered.at)
    const file = await keepFile(ground, platform.home, input.file, by.actor)
    const others = (await filingsDoing(ground, duty)).filter(({ id }) => id !== old.id)
    const fact = old.state === 'filed' ? await stateDone(ground, duty, [entered, ...others], by) : null
    const id = await put(
      ground,
      {
        conclusionId: old.conclusionId,
        state: old.state,
        ...entered,
        ...wordsOf(input, old),
        fileId: file?.id ?? old.fileId,
        factId: fact?.id ?? old.factId,
        correction: reason,
        recordedAt: ground.at,
        recordedBy: actorText(by.actor),
      },
      old.id,
    )
    const payload = { ...dutyNamed(duty.conclusion), filing: id, corrects: old.id, at: entered.entered }
    await journal(ground, by.actor, 'duty.filing_corrected', payload)
    return id
  })
}

function wordsOf(input: CorrectionInput, old: KeptFiling): Pick<KeptFiling, 'receipt' | 'channel' | 'note'> {
  const given = { optional: true, most: 300 }
  const receipt =
    input.receipt === undefined ? (old.receipt ?? '') : typedWords(FIELDS.receipt, input.receipt, given)
  return {
    receipt: receipt === '' ? null : receipt,
    channel: input.channel === undefined ? old.channel : typedWords(FIELDS.channel, input.channel, given),
    note: input.note === undefined ? old.note : typedWords(FIELDS.note, input.note, { optional: true }),
  }
}
