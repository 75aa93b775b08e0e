import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openDataFolder } from '../data-folder.ts'
import { openDatabase } from '../database.ts'
import { serverAccount } from './account.ts'
import { clusterRoot, orphanOf, startCluster } from './cluster.ts'

const made: string[] = []
function folder(name: string) {
  const root = mkdtempSync(join(tmpdir(), 'tocsin-cluster-'))
  chmodSync(root, 0o711)
  made.push(root)
  const path = join(root, name)
  mkdirSync(path, { recursive: true })
  return openDataFolder(readConfig({ TOCSIN_HOME: path }, path), true)
}
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true })
})

async function answer(connection: Parameters<typeof openDatabase>[0]) {
  const db = openDatabase({ ...connection, max: 1 })
  const { rows } = await db.query<{ listen_addresses: string; n: number }>(
    `select 41 + 1 as n, current_setting('listen_addresses') as listen_addresses`,
  )
  await db.close()
  return rows[0]
}

test('a data folder with spaces, longer than a socket path allows, serves on a socket only', async () => {
  const home = folder(`un dossier long ${'très '.repeat(30)}long`)
  const cluster = await startCluster(home)
  expect(await answer(cluster.connection)).toEqual({ n: 42, listen_addresses: '' })
  expect(Buffer.byteLength(join(cluster.socketFolder, '.s.PGSQL.5432'))).toBeLessThan(108)
  await cluster.stop()
})

test('a server left by a killed Tocsin is ended, and the data is there', async () => {
  const home = folder('killed')
  const first = await startCluster(home)
  const db = openDatabase({ ...first.connection, max: 1 })
  await db.query('create table kept as select 7 as n')
  await db.close()
  const data = join(clusterRoot(home, serverAccount()), 'data')
  expect(orphanOf(data)).toBe(first.pid)
  const second = await startCluster(home) // nobody stopped the first
  await first.ended
  const again = openDatabase({ ...second.connection, max: 1 })
  expect((await again.query('select n from kept')).rows).toEqual([{ n: 7 }])
  await again.close()
  await second.stop()
  expect(orphanOf(data)).toBeUndefined()
})

test.runIf(process.platform === 'linux')(
  'a dead server that init has not read yet holds up no start',
  async () => {
    const home = folder('zombie')
    await (await startCluster(home)).stop()
    // exec hands the shell's dead child over to a program that never asks how its children ended.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [zombie] = await once(parent.stdout, 'data')
    const data = join(clusterRoot(home, serverAccount()), 'data')
    writeFileSync(join(data, 'postmaster.pid'), `${String(zombie).trim()}\n${data}\n`)
    const cluster = await startCluster(home)
    expect(await answer(cluster.connection)).toMatchObject({ n: 42 })
    await cluster.stop()
    parent.kill()
  },
)

test('under a folder that the server’s account may not enter, the cluster lies elsewhere and works', async () => {
  const home = folder('closed/inside')
  chmodSync(join(home.root, '..'), 0o700)
  const root = clusterRoot(home, serverAccount())
  if (serverAccount()) {
    expect(root.startsWith('/var/lib/tocsin/')).toBe(true)
    made.push(root)
  }
  const cluster = await startCluster(home)
  expect(await answer(cluster.connection)).toMatchObject({ n: 42 })
  await cluster.stop()
})
