import { actorText, record } from '../../journal/index.ts'
import { lawFact } from '../../law/index.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  type DutyGround,
  type DutyPerson,
  FIELDS,
  onDuties,
  requireDutyRole,
  typedWords,
} from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { awarenessEvents, insertAwareness } from '../stores/awareness-store.ts'
import { enteredInstant } from './entered-instant.ts'
import { type GivenFile, keepFile } from './keep-file.ts'
import { refuseFuture } from './refuse-times.ts'
import { learnedAlready } from './same-again.ts'
import { ownerOf, questionOf, stateFact } from './state-fact.ts'

/** Who learned of it, how, by which message: what a clock starts from. */
export interface AwarenessInput {
  /** Key of the organisation that learned; the desk's own when left out. */
  readonly organisation?: string | undefined
  /** The law's fact: `aware_at`, `told_by_supplier_at`, `loss_known_at`, `detected_at`… */
  readonly fact: string
  /** ISO 8601 with its offset, or a local time of `zone`. */
  readonly at: string
  readonly zone?: string | undefined
  readonly who: string
  readonly how: string
  readonly evidence?: string | undefined
  readonly file?: GivenFile | undefined
  /** Id of the fact's version that the writer saw, null for none. */
  readonly seen?: string | null | undefined
}

/** Facts that say when somebody learned of it. */
export const AWARENESS_FACTS = [
  'aware_at',
  'told_by_supplier_at',
  'loss_known_at',
  'detected_at',
  'dora_classified_at',
] as const

/**
 * Keeps an awareness event and states its fact, in one transaction. An event is never changed: what was entered wrongly is
 * entered again, and the fact's history shows both.
 * The very same event again writes nothing.
 * @returns the id of the event
 * @throws Refusal obligations.roleNeeded, notAnInstantFact, future, ambiguousLocalTime, missingLocalTime, changedMeanwhile,
 * incident.contradiction
 */
export async function recordAwareness(
  platform: Pick<Platform, 'db' | 'clock' | 'home'>,
  incidentId: string,
  input: AwarenessInput,
  by: DutyPerson,
): Promise<number> {
  requireDutyRole(by)
  return onDuties(platform, incidentId, (ground) => recordAwarenessIn(ground, platform.home, input, by))
}

/** The same, inside the caller's transaction. */
export async function recordAwarenessIn(
  ground: DutyGround,
  home: Platform['home'] | null,
  input: AwarenessInput,
  by: Pick<DutyPerson, 'name' | 'actor'>,
): Promise<number> {
  const { tx, clock, incident, now, at } = ground
  if (!(AWARENESS_FACTS as readonly string[]).includes(input.fact) || lawFact(input.fact)?.kind !== 'instant')
    throw obligationRefusals.notAnInstantFact({ fact: input.fact })
  const owner = await ownerOf(tx, incident.id, input.organisation)
  const entered = enteredInstant(FIELDS.at, input.at, input.zone)
  refuseFuture(questionOf(input.fact), entered.at, now)
  const who = typedWords(FIELDS.who, input.who, { most: 200 })
  const how = typedWords(FIELDS.how, input.how, { most: 500 })
  const evidence = typedWords(FIELDS.evidence, input.evidence, { optional: true, most: 1000 })
  const again = learnedAlready(await awarenessEvents(tx, incident.id, owner.key), input, entered)
  if (again) return again.id
  const file = await keepFile(ground, home, input.file, by.actor)
  const fact = await stateFact(
    ground,
    {
      fact: input.fact,
      owner,
      content: { kind: 'instant', value: { at: entered.entered, zone: entered.zone, precision: 'minute' } },
      source: {
        source: how.slice(0, 300),
        sourceKind: owner.own ? 'controller' : 'processor',
        asOf: now,
        confidence: 'established',
        owner: by.name,
      },
      seen: input.seen,
    },
    by.actor,
  )
  const id = await insertAwareness(tx, incident.id, {
    organisation: owner.key,
    fact: input.fact,
    factId: fact.id,
    ...entered,
    who,
    how,
    evidence,
    fileId: file?.id ?? null,
    recordedAt: at,
    recordedBy: actorText(by.actor),
  })
  await record(tx, clock, {
    actor: by.actor,
    kind: 'duty.awareness_recorded',
    incidentId: incident.id,
    payload: {
      event: id,
      organisation: owner.key,
      fact: input.fact,
      at: entered.entered,
      sha256: file?.sha256,
    },
  })
  return id
}
