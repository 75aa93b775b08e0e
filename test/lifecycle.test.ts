import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orphanOf } from '../src/platform/postgres/cluster.ts'
import { type Begun, begin, freePort, run } from './support/run-tocsin.ts'

/** The real program, from its command line, on a data folder of its own. */
const root = mkdtempSync(join(tmpdir(), 'tocsin-life-'))
chmodSync(root, 0o711)
const env: NodeJS.ProcessEnv = { TOCSIN_SAMPLE: '400/1500/60/7' }
const home = (name: string) => ({ ...env, TOCSIN_HOME: join(root, name) })
let desk: Begun

beforeAll(async () => {
  env['TOCSIN_PORT'] = String(await freePort())
  desk = begin(['start'], home('a b é'))
  await desk.wrote('/sign-in/')
})
afterAll(async () => {
  desk.process.kill('SIGKILL')
  await run(['stop'], home('a b é'))
  rmSync(root, { recursive: true, force: true })
})

const proof = async () => JSON.parse((await run(['proof', '--json'], home('a b é'))).stdout)

test('the exercise ends with everyone told or explained', async () => {
  await desk.wrote('Preuve')
  const found = await proof()
  const untold = Object.values<number>(found.cannot_be_told).reduce((sum, n) => sum + n, 0)
  expect(found).toMatchObject({
    in_progress: 0,
    unknown_held: 0,
    lost: 0,
    told_twice: 0,
    journal: { verified: true },
  })
  expect(found.told.email + found.told.letter + untold).toBe(found.concerned)
  expect(found.concerned + found.held_for_review).toBeGreaterThanOrEqual(59)
})

test('a second start says where the first one runs, and changes nothing', async () => {
  const { status, stdout } = await run(['start', '--json'], home('a b é'))
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    alreadyRunning: true,
    pid: desk.process.pid,
    url: `http://localhost:${env['TOCSIN_PORT']}`,
  })
  expect(JSON.parse((await run(['status', '--json'], home('a b é'))).stdout)).toMatchObject({
    running: true,
    exercise: true,
  })
})

test('a busy port is refused, and the folder is not even made', async () => {
  const { status, stderr } = await run(['start'], home('other'))
  expect(status).toBe(69)
  expect(stderr).toContain(`Le port ${env['TOCSIN_PORT']} est déjà pris`)
  expect(existsSync(join(root, 'other'))).toBe(false)
})

test('before a desk is ready, a command ends with an error in JSON and creates nothing', async () => {
  const { status, stdout } = await run(['proof', '--json'], home('nowhere'))
  expect(status).toBe(69)
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'desk.notRunning' } })
  expect(existsSync(join(root, 'nowhere'))).toBe(false)
})

test('a backup is restored into a new folder with the same proof, and needs the keys', async () => {
  const archive = join(root, 'one.tar.age')
  expect((await run(['backup', '--out', archive, '--json'], home('a b é'))).status).toBe(0)
  expect(await run(['restore', '--from', archive], home('copy'))).toMatchObject({ status: 66 })
  const restored = await run(
    ['restore', '--from', archive, '--keys', join(root, 'a b é', 'keys'), '--json'],
    home('copy'),
  )
  expect(restored.stderr).toBe('')
  const port = String(await freePort())
  const second = begin(['start'], { ...home('copy'), TOCSIN_PORT: port })
  await second.wrote('/sign-in/')
  const copy = JSON.parse((await run(['proof', '--json'], home('copy'))).stdout)
  const { journal, ...original } = await proof()
  expect(copy).toMatchObject(original)
  expect(copy.journal).toMatchObject({ verified: true })
  expect(copy.journal.entries).toBeGreaterThan(journal.entries - 1)
  second.process.kill('SIGINT')
  expect(await second.ended()).toBe(0)
})

test('a folder of a newer version is refused and left as it was', async () => {
  const folder = join(root, 'newer')
  mkdirSync(folder)
  const about = '{"version":99,"exercise":true,"id":"x"}'
  writeFileSync(join(folder, 'tocsin.json'), about)
  const { status, stderr } = await run(['start'], { ...home('newer'), TOCSIN_PORT: String(await freePort()) })
  expect(status).toBe(78)
  expect(stderr).toContain('version plus récente')
  expect(readdirSync(folder)).toEqual(['tocsin.json'])
  expect(readFileSync(join(folder, 'tocsin.json'), 'utf8')).toBe(about)
})

test('a folder that holds someone’s own files is refused, and they stay', async () => {
  const folder = join(root, 'theirs')
  mkdirSync(join(folder, 'work'), { recursive: true })
  writeFileSync(join(folder, 'work', 'thesis'), 'precious')
  const port = { TOCSIN_PORT: String(await freePort()) }
  const started = await run(['start'], { ...home('theirs'), ...port })
  expect(started).toMatchObject({ status: 73 })
  expect(started.stderr).toContain('autre chose que des données de Tocsin')
  const restored = await run(
    ['restore', '--from', join(root, 'one.tar.age'), '--keys', join(root, 'a b é', 'keys')],
    home('theirs'),
  )
  expect(restored.status).toBe(73)
  expect(readFileSync(join(folder, 'work', 'thesis'), 'utf8')).toBe('precious')
})

test('a restore into the folder of a running desk is refused, and the desk goes on', async () => {
  const refused = await run(['restore', '--from', join(root, 'one.tar.age')], home('a b é'))
  expect(refused.status).toBe(73)
  expect((await proof()).journal.verified).toBe(true)
})

test('an exercise folder does not serve a real incident', async () => {
  const { status, stderr } = await run(
    ['incident', 'open', '--reference', 'reel', '--title', 'Réel'],
    home('a b é'),
  )
  expect(status).not.toBe(0)
  expect(stderr).toContain('exercice')
})

test('Ctrl-C, repeated, at any moment of a start leaves nothing running', async () => {
  for (const [index, wait] of [300, 900, 1500, 2200].entries()) {
    const name = `stopped${index}`
    const started = begin(['start'], { ...home(name), TOCSIN_PORT: String(await freePort()) })
    await sleep(wait)
    started.process.kill('SIGINT')
    started.process.kill('SIGINT')
    await started.ended()
    for (let tries = 0; tries < 100 && orphanOf(join(root, name, 'postgres', 'data')); tries++)
      await sleep(20)
    expect(orphanOf(join(root, name, 'postgres', 'data'))).toBeUndefined()
    expect(started.stderr()).not.toContain('Node.js v')
  }
})

test('the port is held by the loopback interface only', async () => {
  const server = createServer()
  const other = await new Promise<boolean>((resolve) => {
    server
      .once('error', () => resolve(false))
      .listen(Number(env['TOCSIN_PORT']), '127.0.0.2', () => resolve(true))
  })
  server.close()
  expect(other).toBe(true) // nothing listens on every address
})

test('on another machine a worker needs the database and a relay, and makes nothing there', async () => {
  const elsewhere = { ...home('elsewhere'), DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }
  const codeOf = async (words: string[], given: NodeJS.ProcessEnv) =>
    JSON.parse((await run(['worker', '--json', ...words], given)).stdout).error.code
  expect(await codeOf([], home('elsewhere'))).toBe('desk.notRunning')
  expect(await codeOf([], elsewhere)).toBe('worker.filesElsewhere')
  expect(await codeOf(['--sending'], elsewhere)).toBe('worker.noRelay')
  expect(existsSync(join(root, 'elsewhere'))).toBe(false)
})

test('Ctrl-C stops the desk, its workers and its database', async () => {
  const joined = begin(['worker', '--json'], home('a b é'))
  await joined.wrote('"joined":true')
  const { pid } = JSON.parse((await run(['status', '--json'], home('a b é'))).stdout)
  process.kill(pid, 'SIGINT')
  expect(await desk.ended()).toBe(0)
  expect(await joined.ended()).toBe(69)
  expect(orphanOf(join(root, 'a b é', 'postgres', 'data'))).toBeUndefined()
  expect(await run(['status', '--json'], home('a b é'))).toMatchObject({ status: 3 })
})

test('a reader that leaves before the end, as head does, is no failure', async () => {
  const child = begin(['law', 'schema', '--json'], env)
  child.process.stdout?.once('data', () => child.process.stdout?.destroy())
  expect(await child.ended()).toBe(0)
  expect(child.stderr()).toBe('')
})
