import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { birthOf, isAlive, readLock, tryLock } from '../scripts/lock.mjs'

const folder = mkdtempSync(join(tmpdir(), 'tocsin-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('one holder at a time; a release lets the next one in', () => {
  const path = join(folder, 'one')
  const first = tryLock(path, { url: 'http://localhost:1' })
  expect(tryLock(path)).toMatchObject({ holder: { pid: process.pid, url: 'http://localhost:1' } })
  if ('release' in first) first.release()
  const second = tryLock(path)
  expect('release' in second).toBe(true)
})

test('the lock of a process that ended, or whose number was given to another, is taken over', () => {
  for (const holder of [
    { pid: 999_999_999, birth: '1' },
    { pid: process.pid, birth: 'another' },
  ]) {
    const path = join(folder, `stale-${holder.birth}`)
    writeFileSync(path, JSON.stringify(holder))
    expect('release' in tryLock(path)).toBe(true)
    expect(readLock(path)).toMatchObject({ pid: process.pid })
  }
})

test('an unreadable lock file is taken over', () => {
  const path = join(folder, 'torn')
  writeFileSync(path, '{"pid":')
  expect('release' in tryLock(path)).toBe(true)
})

test.runIf(process.platform === 'linux')(
  'a killed process that its parent has not noticed holds nothing',
  async () => {
    // exec hands the shell's dead child over to a program that never asks how its children ended.
    const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [line] = await once(parent.stdout, 'data')
    const pid = Number(String(line).trim())
    const birth = birthOf(pid)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(isAlive({ pid, birth })).toBe(false)
    parent.kill()
  },
)
