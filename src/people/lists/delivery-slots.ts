import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { DeskEnv } from '../../desk/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'

/** What delivery shows on the pages of people; given at composition, for people knows nothing of delivery. */
export interface DeliverySlots {
  /** Each sending to, or covering, a person, with its evidence. */
  readonly deliveryHistory?: (c: Context<DeskEnv>, personId: number) => Promise<Child>
  /** Where the last of them stands, in one status: « Informée lun. 8 juin, 9 h 41, Paris, par e‑mail ». */
  readonly deliveryStanding?: (c: Context<DeskEnv>, personId: number) => Promise<Child>
  /** Papers made in the person's name on demand; given at composition too, by the room of documents. */
  readonly papers?: (c: Context<DeskEnv>, personId: number) => Child
  /**
   * The persons of an outcome of the proof (`email`, `letter`, `lost`…), after a person id, and the list version they
   * were counted in; undefined for an unknown word.
   */
  readonly personsByOutcome?: (
    tx: Tx,
    asked: { incidentId: string; listVersionId: number; outcome: string; after: number; limit: number },
  ) => Promise<{ total: number; personIds: readonly number[]; listVersionId: number } | undefined>
}

/** What delivery says and does when a list is published; given by the caller, for people knows nothing of delivery. */
export interface DeliveryOfLists {
  /**
   * SQL, written by delivery: where the person of a column stands, `told`, `on_the_way`, `unknown`, or null when nothing
   * was ever meant for them. `words` is SQL of a cohort: only what was said in its words, or in stronger ones, counts; where it
   * is null, whatever was said but "on no list".
   */
  readonly standing: (personColumn: string, words: string) => string
  /**
   * In the transaction that publishes: takes back what was about to leave and no longer suits the list: persons gone from it, or told otherwise.
   * @returns messages withdrawn, and a hash that names them
   * @throws a refusal when that cannot be done
   */
  readonly takeBack: (
    tx: Tx,
    asked: { readonly incidentId: string; readonly listVersionId: number; readonly at: Temporal.Instant },
  ) => Promise<{ readonly messages: number; readonly sha256: string | null }>
}
