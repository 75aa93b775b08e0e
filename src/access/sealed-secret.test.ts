import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import type { Platform } from '../platform/platform.ts'
import { seal, sealingKey, unseal } from './sealed-secret.ts'
import { hashRecoveryCode, newRecoveryCode } from './secret-token.ts'

const root = mkdtempSync(join(tmpdir(), 'tocsin-test-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('opens only with the same key, context and bytes', () => {
  const key = randomBytes(32)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.string(), fc.nat(), (plain, context, at) => {
      const sealed = seal(key, plain, context)
      expect(Uint8Array.from(unseal(key, sealed, context))).toEqual(plain)
      const changed = Buffer.from(sealed)
      const index = at % changed.length
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => unseal(key, changed, context)).toThrow(/keyDamaged/)
      expect(() => unseal(key, sealed, `${context}x`)).toThrow(/keyDamaged/)
      expect(() => unseal(randomBytes(32), sealed, context)).toThrow(/keyDamaged/)
    }),
  )
})

it('makes one key, readable by its owner only, however many ask at once', async () => {
  const platform = { home: { keys: join(root, 'keys') } } as Pick<Platform, 'home'>
  const keys = await Promise.all(Array.from({ length: 8 }, () => sealingKey(platform)))
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
  expect(statSync(join(root, 'keys', 'access.key')).mode & 0o777).toBe(0o600)
})

it('reads a recovery code however it was copied', () => {
  const code = newRecoveryCode()
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  const copied = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(hashRecoveryCode(copied)).toBe(hashRecoveryCode(code))
})
