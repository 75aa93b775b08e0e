import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Platform } from '../platform/platform.ts'
import { accessRefusals } from './refusals.ts'
import { settingsOf } from './settings.ts'
import { type Passkey, passkeyById, passkeysOf, touchPasskey } from './store.ts'
import { type ChallengePurpose, insertChallenge, takeChallenge } from './store-sessions.ts'

/** The site as WebAuthn sees it: `{id: 'localhost', origin: 'http://localhost:7331'}`. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

const answer = z.looseObject({
  id: z.string().max(2000),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
})
const clientData = z.looseObject({ challenge: z.string().max(200) })

/** What a browser needs to ask for a passkey: any of this site's (discoverable) to sign in, the person's own to step up. */
export async function askForPasskey(
  platform: Platform,
  site: RelyingParty,
  purpose: 'sign_in' | 'step_up',
  session: { id: string; userId: string } | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const own = session ? await passkeysOf(platform.db, session.userId) : []
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    userVerification: 'required',
    allowCredentials: own.map((key) => ({ id: key.credentialId, transports: key.transports })),
  })
  await keepChallenge(platform, options.challenge, purpose, session?.id ?? null)
  return options
}

/** Checks a browser's answer: challenge of ours used once, our origin, user verified, counter not going back. @returns the passkey */
export async function checkPasskey(
  platform: Platform,
  site: RelyingParty,
  purpose: 'sign_in' | 'step_up',
  sessionId: string | null,
  body: unknown,
): Promise<Passkey> {
  const { given, challenge } = await takeAnswer(platform, purpose, sessionId, body)
  const passkey = await passkeyById(platform.db, given.id)
  if (!passkey) throw accessRefusals.passkeyRefused()
  const { credentialId: id, publicKey, counter, transports } = passkey
  const verified = await verifyAuthenticationResponse({
    response: given as never,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: { id, publicKey: Uint8Array.from(publicKey), counter, transports },
  }).catch(() => undefined)
  if (!verified?.verified) throw accessRefusals.passkeyRefused()
  await touchPasskey(platform.db, id, verified.authenticationInfo.newCounter, platform.clock.now())
  return passkey
}

/** What a browser needs to make a passkey: discoverable, user verification required, not one the person already has. */
export async function offerPasskey(
  platform: Platform,
  site: RelyingParty,
  person: { id: string; userId: string; login: string; name: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const own = await passkeysOf(platform.db, person.userId)
  const options = await generateRegistrationOptions({
    rpName: 'Tocsin',
    rpID: site.id,
    userName: person.login,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.userId),
    attestationType: 'none',
    excludeCredentials: own.map((key) => ({ id: key.credentialId, transports: key.transports })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  })
  await keepChallenge(platform, options.challenge, 'enrol', person.id)
  return options
}

/** Checks a new passkey. @returns what to keep of it */
export async function checkNewPasskey(
  platform: Platform,
  site: RelyingParty,
  sessionId: string,
  body: unknown,
): Promise<{ credentialId: string; publicKey: Buffer; counter: number; transports: string[] }> {
  const { given, challenge } = await takeAnswer(platform, 'enrol', sessionId, body)
  const verified = await verifyRegistrationResponse({
    response: given as never,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) throw accessRefusals.passkeyRefused()
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports ?? [] }
}

async function keepChallenge(
  platform: Platform,
  challenge: string,
  purpose: ChallengePurpose,
  sessionId: string | null,
): Promise<void> {
  const now = platform.clock.now()
  const expiresAt = now.add({ minutes: settingsOf(platform).challengeMinutes })
  await insertChallenge(platform.db, { challenge, purpose, sessionId, expiresAt }, now)
}

/** Uses the answer's challenge up before anything is verified: an answer is good for one try. */
async function takeAnswer(
  platform: Platform,
  purpose: ChallengePurpose,
  sessionId: string | null,
  body: unknown,
) {
  const given = answer.safeParse(body)
  const challenge = given.success ? challengeOf(given.data.response.clientDataJSON) : undefined
  if (!given.success || challenge === undefined) throw accessRefusals.passkeyRefused()
  const taken = await takeChallenge(platform.db, challenge, purpose, sessionId, platform.clock.now())
  if (!taken) throw accessRefusals.challengeGone()
  return { given: given.data, challenge }
}

function challengeOf(clientDataJson: string): string | undefined {
  try {
    return clientData.parse(JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'))).challenge
  } catch {
    return undefined
  }
}
