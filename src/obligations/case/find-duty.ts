import type { Conclusion } from '../../law/index.ts'
import type { DutyGround } from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { judged } from './judge-organisation.ts'
import { type IncidentCase, readIncidentCase } from './read-case.ts'

/** A duty as the law concludes it now, with the case it stands in. */
export interface FoundDuty {
  readonly conclusion: Conclusion
  /** Every conclusion of the same organisation. */
  readonly all: readonly Conclusion[]
  readonly read: IncidentCase
}

/**
 * The conclusion of this id, `gdpr_33_1@deux-rives`: what people act on must be what the law says now.
 * @throws Refusal obligations.unknownDuty
 */
export async function findDuty({ tx, clock, incident }: DutyGround, id: string): Promise<FoundDuty> {
  const [, organisation = '', including] = /@([^>]+)(?:>(.+))?$/.exec(id) ?? []
  const read = await readIncidentCase(tx, clock, incident)
  const all = judged(read.caseFile, organisation, { silent: true, including }).conclusions
  const conclusion = all.find((one) => one.id === id)
  if (!conclusion) throw obligationRefusals.unknownDuty({ duty: id.slice(0, 200) })
  return { conclusion, all, read }
}
