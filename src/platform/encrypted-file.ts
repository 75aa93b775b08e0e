import { createReadStream, createWriteStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { DataFolder } from './data-folder.ts'
import { keepSecret } from './secret-file.ts'

/*
 * Durable lists are kept in the age format (C2SP age v1, X25519), so that an operator can open them with the `age`
 * tool and the identity file, without Tocsin. The identity lies in the keys folder, outside what backups copy.
 */
/** The part of a data folder that holds its keys. */
export type KeyFolder = Pick<DataFolder, 'keys'>

const IDENTITY_FILE = 'age-identity.txt'

/** The identity of this data folder, created on first use. */
export async function ageIdentity(home: KeyFolder): Promise<string> {
  const path = join(home.keys, IDENTITY_FILE)
  const kept = existsSync(path)
    ? readFileSync(path, 'utf8')
    : keepSecret(path, `${await generateX25519Identity()}\n`)
  const identity = kept.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (!identity) throw new Error(`${IDENTITY_FILE} holds no identity`)
  return identity.trim()
}

/** Encrypts a stream of bytes into `path` (age). The file appears whole or not at all. */
export async function encryptTo(home: KeyFolder, source: Readable, path: string): Promise<void> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(await identityToRecipient(await ageIdentity(home)))
  const part = `${path}.part`
  try {
    const sealed = await encrypter.encrypt(Readable.toWeb(source) as globalThis.ReadableStream<Uint8Array>)
    await pipeline(
      Readable.fromWeb(sealed as ReadableStream),
      createWriteStream(part, { mode: 0o600, flush: true }),
    )
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** The clear bytes of a file written by {@link encryptTo}. */
export async function decryptFrom(home: KeyFolder, path: string): Promise<Readable> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(await ageIdentity(home))
  const sealed = Readable.toWeb(createReadStream(path)) as unknown as globalThis.ReadableStream<Uint8Array>
  return Readable.fromWeb((await decrypter.decrypt(sealed)) as unknown as ReadableStream)
}
