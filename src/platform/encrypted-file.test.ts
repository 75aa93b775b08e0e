import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ageIdentity } from './encrypted-file.ts'

const keys = mkdtempSync(join(tmpdir(), 'tocsin-keys-'))
afterAll(() => rmSync(keys, { recursive: true }))

it('the identity is one, even made twice in the same moment: what is sealed with it can be opened', async () => {
  const made = await Promise.all([1, 2, 3].map(() => ageIdentity({ keys })))
  expect(new Set(made)).toEqual(new Set([await ageIdentity({ keys })]))
  expect(readdirSync(keys)).toEqual(['age-identity.txt'])
})
