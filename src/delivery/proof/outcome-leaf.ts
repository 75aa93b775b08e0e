import { createHmac } from 'node:crypto'
import { canonicalJson } from '../../journal/index.ts'
import { leafHash } from './merkle.ts'
import type { PersonOutcome } from './model.ts'

/** The salt of a person in a seal: HMAC-SHA256 (RFC 2104) of their id under the key of that seal. One salt tells nothing of another. */
export function saltOf(key: Buffer, personId: number): Buffer {
  return createHmac('sha256', key).update(String(personId)).digest()
}

export function outcomeLeaf(outcome: PersonOutcome, salt: Buffer): Buffer {
  return leafHash(salt, canonicalJson(outcome))
}
