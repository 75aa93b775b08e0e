import type { Tx } from '../../platform/database.ts'
import type { DeliveryOfLists } from './delivery-slots.ts'
import {
  type ChangeGroup,
  type ChangeKind,
  countChanges,
  countStayed,
  type Span,
  stepsBetween,
} from './store-diff.ts'
import { findVersion, type ListVersion, versionsOf } from './store-versions.ts'
import { versionRefusals } from './version-refusals.ts'

/** The difference between two list versions, in figures that prove themselves. */
export interface Changes {
  readonly span: Span
  /** Persons on each list, held for review included. */
  readonly before: number
  readonly after: number
  readonly stayed: number
  readonly groups: readonly ChangeGroup[]
}

/** The three sums of a difference: both lists, and those who are on both. */
export interface ChangeSums {
  readonly removed: number
  readonly added: number
  readonly class: number
  readonly data: number
  readonly contact: number
  readonly unchanged: number
}

export function sumsOf({ groups, stayed }: Pick<Changes, 'groups' | 'stayed'>): ChangeSums {
  const of = (kind: ChangeKind) =>
    groups.filter((group) => group.kind === kind).reduce((sum, { persons }) => sum + persons, 0)
  const [removed, added, classes, data, contact] = [
    of('removed'),
    of('added'),
    of('class'),
    of('data'),
    of('contact'),
  ]
  return { removed, added, class: classes, data, contact, unchanged: stayed - classes - data - contact }
}

/** Whether every sum holds: who was there and who is there, each counted on its own. */
export function changesHold({ before, after, stayed, groups }: Omit<Changes, 'span'>): boolean {
  const { removed, added, unchanged } = sumsOf({ groups, stayed })
  return before === stayed + removed && after === stayed + added && unchanged >= 0
}

/**
 * The difference between two versions of an incident, the older first whatever the order asked.
 * @param asked numbers as people say them, or `draft`; by default the draft, or the list in force, and the list before it
 * @throws lists.notAVersion
 */
export async function readChanges(
  tx: Tx,
  incidentId: string,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  standing: DeliveryOfLists['standing'] | undefined,
): Promise<Changes | undefined> {
  const span = await findSpan(tx, incidentId, asked)
  if (!span) return undefined
  const groups = await countChanges(tx, span, standing)
  const stayed = await countStayed(tx, span)
  return { span, before: personsOf(span.from), after: personsOf(span.to), stayed, groups }
}

export function personsOf({ counts }: ListVersion): number {
  return counts.concerned + counts.heldForReview
}

/** Undefined when there is only one list, and no other was asked for. */
export async function findSpan(
  tx: Tx,
  incidentId: string,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Span | undefined> {
  const to =
    asked.to === undefined ? await newest(tx, incidentId) : await versionCalled(tx, incidentId, asked.to)
  const from =
    asked.from === undefined ? to && (await before(tx, to)) : await versionCalled(tx, incidentId, asked.from)
  if (!to || !from) return undefined
  const [older, newer] = from.id <= to.id ? [from, to] : [to, from]
  return { from: older, to: newer, steps: await stepsBetween(tx, older, newer) }
}

async function newest(tx: Tx, incidentId: string): Promise<ListVersion | undefined> {
  return (await versionsOf(tx, incidentId))[0]
}

async function before(tx: Tx, version: ListVersion): Promise<ListVersion | undefined> {
  return (await versionsOf(tx, version.incidentId)).find(({ id }) => id < version.id)
}

/** The version an address names, a draft too; without a name, the list in force. Undefined when nothing is published. */
export function versionAsked(
  tx: Tx,
  incidentId: string,
  asked: string | undefined,
): Promise<ListVersion | undefined> {
  return asked === undefined ? findVersion(tx, incidentId, 'published') : versionCalled(tx, incidentId, asked)
}

/** `2`, `v2` or `draft`. */
export async function versionCalled(tx: Tx, incidentId: string, asked: string): Promise<ListVersion> {
  const number = /^v?(\d{1,6})$/i.exec(asked)?.[1]
  const found =
    asked === 'draft'
      ? await findVersion(tx, incidentId, 'draft')
      : number === undefined
        ? undefined
        : await findVersion(tx, incidentId, { number: Number(number) })
  if (found) return found
  const known = (await versionsOf(tx, incidentId)).map((one) =>
    one.number === null ? 'draft' : `v${one.number}`,
  )
  throw versionRefusals.notAVersion({ asked: asked.slice(0, 20), known: known.reverse().join(', ') })
}
