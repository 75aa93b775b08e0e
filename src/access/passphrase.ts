import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { accessRefusals } from './refusals.ts'

// OWASP's scrypt setting with 32 MiB: one check at a time stays affordable on a laptop that also matches lists.
const COST = { N: 2 ** 15, r: 8, p: 3 }
const LENGTH = 32
const LEAST = 12
const MOST = 200

/** The scrypt hash of a passphrase (RFC 7914), with its parameters: `scrypt$32768$8$3$salt$hash`. Refuses one that is too short. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const length = [...passphrase].length
  if (length < LEAST || length > MOST) throw accessRefusals.passphraseLength({ least: LEAST, most: MOST })
  const salt = randomBytes(16)
  const hash = await derive(passphrase, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** Whether `passphrase` gives `stored`. Without a stored hash the same work is done and the answer is no: an unknown login takes as long. */
export async function checkPassphrase(passphrase: string, stored: string | undefined): Promise<boolean> {
  const [, n, r, p, salt, hash] = (stored ?? '').split('$')
  const cost = stored ? { N: Number(n), r: Number(r), p: Number(p) } : COST
  const given = await derive(
    passphrase.slice(0, MOST * 4),
    Buffer.from(salt ?? 'no such account', 'base64'),
    cost,
  )
  const expected = Buffer.from(hash ?? '', 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function derive(passphrase: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  // NFKC (RFC 8265): the same words typed on two keyboards are the same passphrase.
  const words = passphrase.normalize('NFKC')
  return new Promise((resolve, reject) => {
    scrypt(words, salt, LENGTH, { ...cost, maxmem: 256 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
