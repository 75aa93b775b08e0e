import { z } from 'zod'
import { entryHash } from '../../journal/index.ts'
import { noticeHash } from '../../notices/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { leadsToRoot } from './merkle.ts'
import { OUTCOME_FORMAT, type PersonProof, PROOF_FORMAT, type SealedEntry } from './model.ts'
import { outcomeLeaf } from './outcome-leaf.ts'

/** One thing checked. `unchecked`: nothing was given to check it against. */
export interface Check {
  readonly id: 'outcome' | 'path' | 'seal' | 'entry' | 'texts' | 'journal'
  readonly state: 'holds' | 'fails' | 'unchecked'
}

/** What the journal says, when it is at hand: a running desk, or its export. */
export interface JournalAtHand {
  /** Whether numbers, chain and hashes hold from its first entry to its last. */
  readonly sound: boolean
  readonly entry: (seq: number) => Promise<{ readonly hash: string } | undefined>
}

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const proofSchema = z.looseObject({
  format: z.literal(PROOF_FORMAT),
  outcome: z.looseObject({
    format: z.literal(OUTCOME_FORMAT),
    deliveries: z.array(z.looseObject({ text: z.looseObject({ sha256: hex }) })),
  }),
  leaf: z.object({ salt: hex, hash: hex }),
  inclusion: z.object({
    index: z.number().int().nonnegative(),
    size: z.number().int().positive(),
    path: z.array(hex).max(64),
    root: hex,
  }),
  sealedBy: z.object({
    seq: z.number().int().positive(),
    at: z.string(),
    actor: z.string(),
    kind: z.string(),
    incidentId: z.string().nullable(),
    payload: z.string(),
    prevHash: hex,
    hash: hex,
  }),
  texts: z.array(z.looseObject({ sha256: hex, tree: z.looseObject({}) })),
})

/** A proof as it was handed out; undefined for anything else. */
export function readProof(text: string): PersonProof | undefined {
  try {
    const parsed = proofSchema.safeParse(JSON.parse(text))
    return parsed.success ? (parsed.data as unknown as PersonProof) : undefined
  } catch {
    return undefined
  }
}

/** Checks a proof by itself, then against the journal when there is one. Needs no database, nor the people’s data. */
export async function verifyProof(proof: PersonProof, journal?: JournalAtHand): Promise<Check[]> {
  const hash = outcomeLeaf(proof.outcome, bytes(proof.leaf.salt))
  const { index, size, path, root } = proof.inclusion
  const included = leadsToRoot(hash, { index, size, path: path.map(bytes), root: bytes(root) })
  return [
    check('outcome', hash.toString('hex') === proof.leaf.hash),
    check('path', included),
    check('seal', saysRoot(proof)),
    check('entry', hashOf(proof.sealedBy) === proof.sealedBy.hash),
    check('texts', textsHold(proof)),
    journal
      ? check('journal', await standsIn(proof.sealedBy, journal))
      : { id: 'journal', state: 'unchecked' },
  ]
}

/** `alone`: the file agrees with itself, as a file made up from end to end would. Only the journal tells them apart. */
export function verdictOf(checks: readonly Check[]): 'holds' | 'fails' | 'alone' {
  if (checks.some(({ state }) => state === 'fails')) return 'fails'
  return checks.every(({ state }) => state === 'holds') ? 'holds' : 'alone'
}

function check(id: Check['id'], holds: boolean): Check {
  return { id, state: holds ? 'holds' : 'fails' }
}

function bytes(text: string): Buffer {
  return Buffer.from(text, 'hex')
}

/** The journal's entry names this very root and this number of persons. */
function saysRoot({ sealedBy, inclusion }: PersonProof): boolean {
  if (sealedBy.kind !== 'proof.sealed') return false
  try {
    const said = JSON.parse(sealedBy.payload) as { root?: unknown; size?: unknown }
    return said.root === inclusion.root && said.size === inclusion.size
  } catch {
    return false
  }
}

function hashOf(entry: SealedEntry): string | undefined {
  try {
    const { hash, at, ...fields } = entry
    return entryHash({ ...fields, at: Temporal.Instant.from(at) })
  } catch {
    return undefined
  }
}

/** Every text the outcome names is here, whole, and none besides. */
function textsHold({ outcome, texts }: PersonProof): boolean {
  const named = new Set(outcome.deliveries.map(({ text }) => text.sha256))
  const given = new Set(texts.map(({ sha256 }) => sha256))
  const same = named.size === given.size && [...named].every((sha256) => given.has(sha256))
  return same && texts.every(({ tree, sha256 }) => noticeHash(tree) === sha256)
}

async function standsIn(entry: SealedEntry, journal: JournalAtHand): Promise<boolean> {
  return journal.sound && (await journal.entry(entry.seq))?.hash === entry.hash
}
