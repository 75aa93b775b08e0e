import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../platform/platform.ts'
import { accessRefusals } from './refusals.ts'

const VERSION = 1
const NONCE = 12
const TAG = 16
const FILE = 'access.key'

/**
 * The key that seals TOTP secrets: 32 random bytes in the keys folder, made at first use, readable by its owner only.
 * Outside the database and outside what backups copy, so that neither alone gives the codes.
 */
export async function sealingKey(platform: Pick<Platform, 'home'>): Promise<Buffer> {
  const path = join(platform.home.keys, FILE)
  await mkdir(platform.home.keys, { recursive: true, mode: 0o700 })
  const key = (await readIfThere(path)) ?? (await makeKey(path))
  if (key.length !== 32) throw accessRefusals.keyDamaged({ file: FILE })
  return key
}

/** Written whole under another name, then linked: of two processes starting together one wins, and no one reads half a key. */
async function makeKey(path: string): Promise<Buffer> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, randomBytes(32), { mode: 0o600, flush: true })
  await link(draft, path).catch(unless('EEXIST'))
  await unlink(draft)
  return readFile(path)
}

function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(unless('ENOENT'))
}

function unless(expected: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== expected) throw error
    return undefined
  }
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce. `context` (whose secret, for what) is authenticated: a sealed
 * value moved to another row does not open.
 * @returns version (1 byte), nonce (12), ciphertext, tag (16)
 */
export function seal(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, body, cipher.getAuthTag()])
}

/** Opens what `seal` made; a wrong key, a wrong context or a changed byte is refused. */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG)
    throw accessRefusals.keyDamaged({ file: FILE })
  const nonce = sealed.subarray(1, 1 + NONCE)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(sealed.length - TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()])
  } catch {
    throw accessRefusals.keyDamaged({ file: FILE })
  }
}

/** A secret that the owner of the key can always compute again: 30 hexadecimal characters in groups of five. */
export function derivedSecret(key: Buffer, context: string): string {
  const hex = createHmac('sha256', key).update(context).digest('hex').slice(0, 30)
  return (hex.match(/.{5}/g) ?? []).join('-')
}
