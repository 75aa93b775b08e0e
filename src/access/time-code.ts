import { Secret, TOTP } from 'otpauth'
import type { Temporal } from '../platform/clock.ts'

const PERIOD_SECONDS = 30
const DIGITS = 6
/** Steps accepted before and after the current one: a telephone's clock may be half a minute off (RFC 6238, 5.2). */
const WINDOW = 1

/** A new TOTP secret of 160 bits (RFC 4226, section 4, R6). */
export function newTimeSecret(): Uint8Array {
  return new Secret({ size: 20 }).bytes
}

export function timeStep(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1000 / PERIOD_SECONDS)
}

/** The six digits of a step (RFC 6238, SHA-1, 30 s: what every authenticator application reads). */
export function codeOfStep(secret: Uint8Array, step: number): string {
  return totp(secret, '').generate({ timestamp: step * PERIOD_SECONDS * 1000 })
}

/** The step whose code was typed, or undefined when none within the window matches. Spaces do not count. */
export function stepOfCode(secret: Uint8Array, typed: string, now: Temporal.Instant): number | undefined {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totp(secret, '').validate({ token, timestamp: now.epochMilliseconds, window: WINDOW })
  return delta === null ? undefined : timeStep(now) + delta
}

/** What an authenticator application is given: the `otpauth:` address, and the secret in groups of four to type by hand. */
export function timeSecretToShow(secret: Uint8Array, login: string): { uri: string; groups: string } {
  const key = totp(secret, login)
  return { uri: key.toString(), groups: (key.secret.base32.match(/.{1,4}/g) ?? []).join(' ') }
}

function totp(secret: Uint8Array, label: string): TOTP {
  const copy = Uint8Array.from(secret)
  return new TOTP({
    issuer: 'Tocsin',
    label,
    secret: new Secret({ buffer: copy.buffer }),
    digits: DIGITS,
    period: PERIOD_SECONDS,
  })
}
