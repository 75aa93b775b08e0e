import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Call } from './command.ts'
import { command } from './notice.ts'

const folder = mkdtempSync(join(tmpdir(), 'tocsin-notice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function check(content: string | Buffer) {
  const file = join(folder, 'text.txt')
  writeFileSync(file, content)
  return command.run({ positionals: [file], locale: 'fr' } as unknown as Call)
}

it('exits with 1 when the text has a flaw, and says where and what to do', async () => {
  const spoilt = await check('\ufeffBonjour.\n:alerte_rouge: Une attaque a eu lieu.\n')
  expect(spoilt.exit).toBe(1)
  expect(spoilt.text).toMatch(/text\.txt:2:1 code d’émoji \(:alerte_rouge:\)\. Retirez ce code/)
  expect(spoilt.json).toMatchObject({ language: 'fr', flaws: [{ kind: 'emoji_code', line: 2, column: 1 }] })
  expect((await check('Une attaque a eu lieu.\n')).exit).toBe(0)
})

it('refuses what is no text in UTF-8, naming the line, and what is empty or too long', async () => {
  await expect(check(Buffer.from('Bonjour\nd\u00e9j\u00e0', 'latin1'))).rejects.toMatchObject({
    code: 'notice.notUtf8',
    params: { line: 2 },
  })
  await expect(check(Buffer.from('Bonjour', 'utf16le'))).rejects.toMatchObject({ code: 'notice.notUtf8' })
  await expect(check(' \n')).rejects.toMatchObject({ code: 'notice.empty' })
  await expect(check('a'.repeat(1_000_001))).rejects.toMatchObject({ code: 'notice.tooLong' })
  const missing = { positionals: [join(folder, 'none')], locale: 'fr' } as unknown as Call
  await expect(command.run(missing)).rejects.toMatchObject({ code: 'notice.unreadable' })
})
