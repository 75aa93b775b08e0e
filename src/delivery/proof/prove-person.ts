import { type Actor, record } from '../../journal/index.ts'
import type { Tx, TxClient } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { latestListVersion } from './latest-list-store.ts'
import { pathOf } from './merkle.ts'
import { type PersonOutcome, type PersonProof, PROOF_FORMAT, type ProofText } from './model.ts'
import { outcomeLeaf, saltOf } from './outcome-leaf.ts'
import { readOutcomes } from './read-outcomes.ts'
import { type ReceivedText, receivedTexts } from './received-texts.ts'
import { proofRefusals } from './refusals.ts'
import { CHUNK, sealOutcomes } from './seal-outcomes.ts'
import { stageOutcomes } from './staged-outcomes-store.ts'
import { entryOf, type KeptSeal, latestSeal, leafOf, listNumber, purgedOn } from './tree-store.ts'

export interface ProofRequest {
  readonly incident: { readonly id: string; readonly reference: string }
  readonly personId: number
}

/** Persons up to which outcomes are sealed afresh when the last seal does not hold this one as it is: some seconds. */
const SEALED_AT_ONCE = 50_000

/**
 * The verifiable proof of what became of one person. When they have changed since the last seal, the incident is sealed again first.
 * Whoever hands it out journals it first.
 * @throws proof.personPurged, noPerson, nothingSaid, sealFirst
 */
export async function provePerson(
  platform: Platform,
  asked: ProofRequest,
  actor: Actor,
): Promise<PersonProof> {
  const on = await purgedOn(platform.db, asked.incident.id)
  if (on) throw proofRefusals.personPurged({ on })
  return (await sealedProof(platform, asked)) ?? sealThenProve(platform, asked, actor)
}

/** Writes in the journal that a proof was handed out; the desk does it as it counts the look-up. */
export async function journalProof(
  platform: Platform,
  { incident, personId }: ProofRequest,
  actor: Actor,
): Promise<void> {
  const payload = { personId, form: 'pdf_json' }
  const event = { actor, kind: 'proof.person_made', incidentId: incident.id, payload }
  await platform.db.transaction((tx) => record(tx, platform.clock, event))
}

async function sealThenProve(platform: Platform, asked: ProofRequest, actor: Actor): Promise<PersonProof> {
  const last = await latestSeal(platform.db, asked.incident.id)
  const persons = last?.size ?? 0
  if (persons > SEALED_AT_ONCE) throw proofRefusals.sealFirst({ persons })
  await sealOutcomes(platform, { incident: asked.incident, milestone: 'on_demand' }, actor)
  const proof = await sealedProof(platform, asked)
  if (!proof) throw proofRefusals.sealFirst({ persons })
  return proof
}

/** The proof under the last seal; undefined when that seal does not hold the person as they are now. */
async function sealedProof(
  platform: Platform,
  { incident, personId }: ProofRequest,
): Promise<PersonProof | undefined> {
  return platform.db.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read')
    const outcome = await outcomeOf(tx, incident, personId)
    if (!outcome) throw proofRefusals.nothingSaid()
    const seal = await latestSeal(tx, incident.id)
    const inclusion = seal && (await inclusionOf(tx, seal, outcome))
    if (!inclusion) return undefined
    const sealedBy = await entryOf(tx, seal.journalSeq)
    const texts = (await receivedTexts(tx, outcome.deliveries, personId)).map(withoutParts)
    const madeAt = platform.clock.now().toString()
    return { format: PROOF_FORMAT, madeAt, outcome, ...inclusion, sealedBy: sealedBy!, texts }
  })
}

/** Where a person stands now; undefined when there is nothing to say of them. */
export async function outcomeOf(
  tx: TxClient,
  incident: ProofRequest['incident'],
  personId: number,
): Promise<PersonOutcome | undefined> {
  const listVersionId = await latestListVersion(tx, incident.id)
  if (listVersionId === null) throw proofRefusals.noList()
  await stageOutcomes(tx, listVersionId, incident.id, personId)
  const listVersion = await listNumber(tx, listVersionId)
  for await (const [outcome] of readOutcomes(tx, { incident, listVersion })) return outcome
  return undefined
}

async function inclusionOf(
  tx: Tx,
  seal: KeptSeal,
  outcome: PersonOutcome,
): Promise<Pick<PersonProof, 'leaf' | 'inclusion'> | undefined> {
  if (!seal.saltKey) return undefined
  const place = await leafOf(tx, seal.id, outcome.person.id, CHUNK)
  const salt = saltOf(seal.saltKey, outcome.person.id)
  const hash = outcomeLeaf(outcome, salt)
  if (!place?.leaf.equals(hash)) return undefined
  const path = [...pathOf(place.chunk, place.within), ...pathOf(place.chunkRoots, place.number)]
  return {
    leaf: { salt: salt.toString('hex'), hash: hash.toString('hex') },
    inclusion: {
      index: place.index,
      size: seal.size,
      path: path.map((step) => step.toString('hex')),
      root: seal.root,
    },
  }
}

/** The file holds each reading as plain text only. */
function withoutParts({ sha256, tree, received }: ReceivedText): ProofText {
  return { sha256, tree, received: received.map(({ letter, ...reading }) => reading) }
}
