import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { type Actor, actorText, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { insertHookToken, liveTokenHashes, revokeHookToken, tokenUsed } from './intake-store.ts'
import { returnedRefusals } from './refusals.ts'

/**
 * A token for a relay's webhook: 256 random bits. It lets one add reports of returned mail and nothing else.
 * @returns the token, in clear for the only time
 * @throws returned.tokenName when it has no name
 */
export async function makeHookToken(platform: Platform, name: string, actor: Actor): Promise<string> {
  const called = name.trim().slice(0, 80)
  if (called === '') throw returnedRefusals.tokenName()
  const token = `tocb_${randomBytes(32).toString('base64url')}`
  const id = randomUUID()
  const at = platform.clock.now()
  await platform.db.transaction(async (tx) => {
    await insertHookToken(tx, {
      id,
      name: called,
      sha256: hashOf(token).toString('hex'),
      at,
      by: actorText(actor),
    })
    await record(tx, platform.clock, {
      actor,
      kind: 'delivery.hook-token-made',
      payload: { token: id, name: called },
    })
  })
  return token
}

export async function revokeToken(platform: Platform, id: string, actor: Actor): Promise<void> {
  await platform.db.transaction(async (tx) => {
    if (!(await revokeHookToken(tx, id, platform.clock.now()))) return
    await record(tx, platform.clock, { actor, kind: 'delivery.hook-token-revoked', payload: { token: id } })
  })
}

/** Whether a token is one of ours. Each live hash is compared in full: the time taken says nothing. */
export async function knownToken(platform: Platform, token: string): Promise<boolean> {
  const given = hashOf(token)
  let found: string | undefined
  for (const { id, sha256 } of await liveTokenHashes(platform.db)) {
    if (timingSafeEqual(given, Buffer.from(sha256, 'hex'))) found = id
  }
  if (found !== undefined) await tokenUsed(platform.db, found, platform.clock.now())
  return found !== undefined
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
