import { verifyJournal } from '../../journal/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Proof } from '../model.ts'
import { countCorrections } from './due-store.ts'
import { latestListVersion } from './latest-list-store.ts'
import { countCohort, countMessages, countPersons, countUntold } from './proof-store.ts'

/**
 * The proof of an incident, in persons: concerned = told + in_progress + unknown_held + cannot_be_told + lost, each
 * counted apart, and an account of its own for each other cohort. Reads the whole journal to verify it. `proofHolds` says whether the sum is right.
 */
export async function prove(tx: Tx, incidentId: string): Promise<Proof> {
  const { entries, head, verified } = await verifyJournal(tx)
  return { ...(await countProof(tx, incidentId)), journal: { entries, head, verified } }
}

/** The counts alone, for pages that must not read the whole journal: of the latest list, over every campaign. */
export async function countProof(tx: Tx, incidentId: string): Promise<Omit<Proof, 'journal'>> {
  const listVersionId = await latestListVersion(tx, incidentId)
  const persons = await countPersons(tx, listVersionId, incidentId)
  const { told, inProgress, unknown, untold } = await countCorrections(tx, listVersionId, incidentId)
  const { email, letter, toldTwice } = await countMessages(tx, incidentId)
  return {
    concerned: persons.concerned,
    told: { email: persons.email, letter: persons.letter },
    in_progress: persons.inProgress,
    unknown_held: persons.unknown,
    cannot_be_told: await countUntold(tx, listVersionId, incidentId),
    lost: persons.lost,
    told_twice: toldTwice,
    held_for_review: persons.heldForReview,
    unplanned: persons.unplanned,
    corrections_due: persons.corrections,
    corrections: { told, in_progress: inProgress, unknown_held: unknown, cannot_be_told: untold },
    cohorts: {
      cannot_be_excluded: await countCohort(tx, listVersionId, incidentId, 'cannot_be_excluded'),
      preventive: await countCohort(tx, listVersionId, incidentId, 'preventive'),
    },
    messages: { email, letter },
  }
}
