import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { DataFolder } from '../data-folder.ts'
import { ioRefusals } from '../io-refusal.ts'
import { type Account, canEnter, serverAccount, sharedFolder } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { stopOrphan } from './orphan.ts'
import { postgresRefusals } from './refusals.ts'

export { orphanOf } from './orphan.ts'

/** A running embedded PostgreSQL: a Unix socket, no TCP (design, section 5). */
export interface Cluster {
  readonly connection: pg.PoolConfig
  readonly socketFolder: string
  readonly pid: number
  /** Resolves when the server ends, asked or not. */
  readonly ended: Promise<void>
  /** Fast shutdown; after `graceMs` an immediate one, which the write-ahead log makes safe. */
  stop(graceMs?: number): Promise<void>
}

/** `sun_path` holds 108 bytes with its final zero (unix(7)); the socket's name takes 16 of them. */
const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432'.length - '.lock'.length
const USER = 'tocsin'
/** Node passes it on for spawnSync too; its types do not know. */
const OWN_GROUP: object = { detached: true }

const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  max_connections: '60',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and the messages of their errors can hold people's data: neither goes to the log (promise 7).
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
}

/** Starts the server of a data folder, creating its cluster on first use. One caller at a time: hold the folder's lock. */
export async function startCluster(home: DataFolder): Promise<Cluster> {
  const account = serverAccount()
  const root = clusterRoot(home, account)
  const binaries = findBinaries(account)
  const data = join(root, 'data')
  const password = serverPassword(home)
  await stopOrphan(data)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, root, data, password, account)
  checkVersion(binaries, data, account)
  return launch(home, binaries, data, password, account)
}

/**
 * Where the cluster lies: in the data folder; as root, if the server's account cannot pass through to it (a 0700 home
 * above), in /var/lib/tocsin under a name made of the folder's path.
 */
export function clusterRoot(home: DataFolder, account: Account | undefined): string {
  const inside = join(home.root, 'postgres')
  if (!account) return ownedBy(inside, account)
  chmodSync(home.root, 0o711) // search, not read: the account may pass through, and list nothing
  if (canEnter(account, inside)) return ownedBy(inside, account)
  const outside = join(sharedFolder(), createHash('sha256').update(home.root).digest('hex').slice(0, 16))
  return ownedBy(outside, account)
}

function ownedBy(folder: string, account: Account | undefined): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
  return folder
}

function serverPassword(home: DataFolder): string {
  const path = join(home.keys, 'postgres-password')
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8')
}

/** In a folder that stays ours, for the server's account could plant a link in its own. @returns the folder, to be removed */
function passwordFile(password: string, account: Account | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-'))
  const file = join(folder, 'password')
  writeFileSync(file, password, { mode: 0o400, flag: 'wx' })
  if (account) {
    chownSync(file, account.uid, account.gid)
    chmodSync(folder, 0o711)
  }
  return folder
}

/** A cluster appears whole: initdb works aside, then the folder is renamed. */
function initialise(
  binaries: Binaries,
  root: string,
  data: string,
  password: string,
  account: Account | undefined,
): void {
  const part = `${data}.part`
  const secret = passwordFile(password, account)
  rmSync(part, { recursive: true, force: true })
  const options = [
    '--encoding=UTF8',
    '--locale=C',
    '--auth=scram-sha-256',
    `--username=${USER}`,
    `--pwfile=${join(secret, 'password')}`,
  ]
  // detached, as the server: a Ctrl-C meant for Tocsin would leave half a cluster and a message about it.
  const { status, stderr } = spawnSync(binaries.initdb, ['-D', part, ...options], {
    ...account,
    ...OWN_GROUP,
    cwd: root,
    encoding: 'utf8',
  })
  rmSync(secret, { recursive: true, force: true })
  if (status !== 0) {
    rmSync(part, { recursive: true, force: true })
    throw startFailure(stderr, root)
  }
  renameSync(part, data)
}

function checkVersion(binaries: Binaries, data: string, account: Account | undefined): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  const known =
    /(\d+)/.exec(
      spawnSync(binaries.postgres, ['--version'], { ...account, encoding: 'utf8', cwd: '/' }).stdout,
    )?.[1] ?? found
  if (found !== known) throw postgresRefusals.otherVersion({ path: data, found, known })
}

async function launch(
  home: DataFolder,
  binaries: Binaries,
  data: string,
  password: string,
  account: Account | undefined,
): Promise<Cluster> {
  const socketFolder = socketFolderOf(home, account)
  const log = join(home.logs, 'postgres.log')
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: socketFolder })
  const output = openSync(log, 'w', 0o600)
  // detached: its own process group, so that Ctrl-C in the terminal reaches only Tocsin, which stops it in order.
  const server = spawn(
    binaries.postgres,
    ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...account,
      cwd: data,
      detached: true,
      stdio: ['ignore', output, output],
    },
  )
  closeSync(output)
  endWithProcess(server)
  const ended = new Promise<void>((resolve) =>
    server.once('close', () => resolve()).once('error', () => resolve()),
  )
  const connection = { host: socketFolder, port: 5432, user: USER, password, database: 'postgres' }
  if (!(await accepts(connection, server))) throw startFailure(readFileSync(log, 'utf8'), log)
  return {
    connection,
    socketFolder,
    pid: server.pid ?? 0,
    ended,
    stop: (graceMs = 800) => stopServer(server, ended, graceMs, socketFolder, home),
  }
}

/** In the data folder when its path is short enough for a socket; else a private folder of the system's temporary one. */
function socketFolderOf(home: DataFolder, account: Account | undefined): string {
  const inside = join(home.run, 'pg')
  const reachable = !account || canEnter(account, inside)
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER && reachable && !account) {
    mkdirSync(inside, { recursive: true, mode: 0o700 })
    return inside
  }
  const note = join(home.run, 'socket-folder')
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8'), { recursive: true, force: true }) // of a killed run
  const outside = mkdtempSync(join(tmpdir(), 'tocsin-'))
  writeFileSync(note, outside, { mode: 0o600 })
  if (account) chownSync(outside, account.uid, account.gid)
  return outside
}

/** The net under an orderly stop: if this process exits while the server runs, it ends too (its log is replayed later). */
function endWithProcess(server: ChildProcess): void {
  const end = () => server.kill('SIGQUIT')
  process.once('exit', end)
  server.once('close', () => process.off('exit', end))
}

/** Waits until the server takes a connection; false when it ended instead. While it replays its log it says 57P03. */
async function accepts(connection: pg.ClientConfig, server: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 6000; tries++) {
    if (server.exitCode !== null || server.pid === undefined) return false
    const client = new pg.Client(connection)
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await sleep(10)
    }
  }
  return false
}

async function stopServer(
  server: ChildProcess,
  ended: Promise<void>,
  graceMs: number,
  socketFolder: string,
  home: DataFolder,
): Promise<void> {
  if (server.exitCode === null && server.pid !== undefined) {
    server.kill('SIGINT') // fast shutdown
    const inTime = await Promise.race([ended.then(() => true), sleep(graceMs, false, { ref: false })])
    if (!inTime) server.kill('SIGQUIT') // immediate: the log is replayed at the next start
    await ended
  }
  if (!socketFolder.startsWith(home.root)) rmSync(socketFolder, { recursive: true, force: true })
}

function startFailure(output: string, where: string): Error {
  if (/No space left on device/.test(output)) return ioRefusals.full({ path: where })
  const last =
    output
      .trim()
      .split('\n')
      .filter((line) => /FATAL|error|PANIC/i.test(line))
      .at(-1) ??
    output.trim().split('\n').at(-1) ??
    ''
  return postgresRefusals.noStart({ log: where, last })
}
