import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits, in base64url (43 characters). */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 in hexadecimal: enough for secrets drawn at random, which cannot be guessed from their hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

// Crockford's base 32: no I, L, O, U, so that a code copied by hand from paper stays readable.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A recovery code of 80 random bits, `4F7Q-9XKM-2B0C-TR5H`. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte & 31])
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}

/** The hash of a recovery code as typed: case, spaces and dashes do not count; O reads 0, I and L read 1. */
export function hashRecoveryCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return hashToken(`recovery:${plain}`)
}
