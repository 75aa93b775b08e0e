import {
  currentFact,
  type Fact,
  type FactContent,
  lawFactKey,
  listOrganisations,
  type Organisation,
  recordFactIn,
  type SupersedeFactInput,
  supersedeFactIn,
} from '../../incident/index.ts'
import { type Actor, actorName, canonicalJson } from '../../journal/index.ts'
import { lawFact, type Words } from '../../law/index.ts'
import type { Tx } from '../../platform/database.ts'
import { deskOrganisation } from '../case/read-case.ts'
import type { DutyGround } from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { refuseContradictionOf } from './refuse-contradiction.ts'

/** An organisation of the incident, and whether its facts are the desk's own. */
export interface Owner {
  readonly key: string
  readonly name: string
  readonly own: boolean
}

/**
 * The organisation of this key; the desk's own without one.
 * @throws Refusal obligations.unknownOrganisation, noOwnOrganisation
 */
export async function ownerOf(tx: Tx, incidentId: string, key?: string): Promise<Owner> {
  const organisations = await listOrganisations(tx, incidentId)
  const own = deskOrganisation(organisations)
  const found = key === undefined ? own : organisations.find((one) => one.key === key)
  if (!found) throw missing(organisations, key)
  return { key: found.key, name: found.name, own: found.id === own?.id }
}

function missing(organisations: readonly Organisation[], key: string | undefined) {
  if (key === undefined) return obligationRefusals.noOwnOrganisation()
  const known = organisations.map((one) => one.key)
  return obligationRefusals.unknownOrganisation({ organisation: key, known })
}

interface StatedFact {
  /** Key in the law room. */
  readonly fact: string
  readonly owner: Owner
  readonly content: FactContent
  readonly source: Omit<SupersedeFactInput, keyof FactContent>
  /** Id of the version that the writer saw, null for none; left out when it does not matter which. */
  readonly seen?: string | null | undefined
}

/**
 * States a fact of the law room, and refuses it where it contradicts another one.
 * @throws Refusal obligations.changedMeanwhile, contradiction, and those of recordFact
 */
export async function stateFact(ground: DutyGround, stated: StatedFact, actor: Actor): Promise<Fact> {
  const written = await write(ground, stated, actor)
  await refuseContradictionOf(ground, stated.fact, stated.owner.key)
  return written
}

/**
 * States a fact of the law room in the incident: recorded, or put in the place of the version that stands. The very same value
 * again writes nothing.
 */
async function write(
  { tx, clock, incident }: DutyGround,
  { fact, owner, content, source, seen }: StatedFact,
  actor: Actor,
): Promise<Fact> {
  const key = lawFactKey(fact, owner)
  const standing = await currentFact(tx, incident.id, key)
  if (seen !== undefined && (standing?.id ?? null) !== seen)
    throw obligationRefusals.changedMeanwhile({
      what: questionOf(fact),
      by: standing ? actorName(standing.recordedBy) : '',
    })
  const input = { ...content, ...source } as SupersedeFactInput
  if (!standing) return recordFactIn(tx, clock, incident.id, { key, ...input }, actor)
  if (isSame(standing, content) && standing.confidence === source.confidence) return standing
  return supersedeFactIn(tx, clock, standing.id, input, actor)
}

export function questionOf(fact: string): Words {
  return lawFact(fact)?.question ?? { fr: fact, en: fact }
}

function isSame(standing: Fact, content: FactContent): boolean {
  return standing.kind === content.kind && canonicalJson(standing.value) === canonicalJson(content.value)
}
