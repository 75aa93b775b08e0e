import { randomUUID } from 'node:crypto'
import { type Actor, record } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Platform } from '../platform/platform.ts'
import { actorOf, ROLES, type Role, type Viewer } from './model.ts'
import { accessRefusals } from './refusals.ts'
import { hashToken, newToken } from './secret-token.ts'
import { settingsOf } from './settings.ts'
import { insertOperatorToken, operatorByToken, revokeOperatorToken } from './store-limits.ts'

export interface Authority {
  readonly actor: Actor
  readonly roles: readonly Role[]
  /** When the person last proved who they are: a token is issued after a step-up. Undefined for an exercise's owner. */
  readonly provenAt?: Temporal.Instant
}

/**
 * A token that gives commands on this machine the authority of a signed-in person for eight hours. Ask for a step-up before
 * calling. @returns the token, in clear for the only time
 */
export async function issueOperatorToken(platform: Platform, viewer: Viewer): Promise<string> {
  const token = `toc_${newToken()}`
  const id = randomUUID()
  const createdAt = platform.clock.now()
  const expiresAt = createdAt.add({ minutes: settingsOf(platform).operatorMinutes })
  await platform.db.transaction(async (tx) => {
    await insertOperatorToken(tx, {
      id,
      tokenHash: hashToken(token),
      userId: viewer.userId,
      createdAt,
      expiresAt,
    })
    const payload = { userId: viewer.userId, tokenId: id }
    await record(tx, platform.clock, {
      actor: actorOf(viewer),
      kind: 'access.operator_token_issued',
      payload,
    })
  })
  return token
}

export async function withdrawOperatorToken(platform: Platform, viewer: Viewer, id: string): Promise<void> {
  await platform.db.transaction(async (tx) => {
    if (!(await revokeOperatorToken(tx, viewer.userId, id, platform.clock.now()))) return
    const payload = { userId: viewer.userId, tokenId: id }
    await record(tx, platform.clock, {
      actor: actorOf(viewer),
      kind: 'access.operator_token_revoked',
      payload,
    })
  })
}

/**
 * Who a command acts for. In an exercise folder its owner needs no token and has every role (two different people are still
 * asked to release). In a real folder a live token is required and carries its person's roles as they are now.
 * @param osUser the account of the machine that runs the command, for the journal
 */
export async function authoriseOperator(
  platform: Platform,
  token: string | undefined,
  osUser: string,
): Promise<Authority> {
  if (token === undefined && platform.home.exercise)
    return { actor: { kind: 'operator', name: osUser }, roles: ROLES }
  const person = token && (await operatorByToken(platform.db, hashToken(token), platform.clock.now()))
  if (!person || (person.fictional && !platform.home.exercise)) throw accessRefusals.operatorRefused()
  return { actor: actorOf(person), roles: person.roles, provenAt: person.provenAt }
}

const PROOF_MINUTES = 10

/**
 * Before a command that releases, publishes or decides: as on the desk, where its page asks for a fresh proof of who acts
 * (step-up). @throws access.proofTooOld
 */
export function requireFreshProof(provenAt: Temporal.Instant | undefined, now: Temporal.Instant): void {
  if (provenAt && provenAt.until(now).total('minutes') > PROOF_MINUTES) throw accessRefusals.proofTooOld()
}
