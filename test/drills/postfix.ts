import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

import { listening, type Seen, treeOf } from './processes.ts'
import { freePort } from './product.ts'

const run = promisify(execFile)
/** Longest that Postfix takes to put its queue into the mailbox once nothing comes any more. */
const DRAIN_MS = 300_000

/** A relay on this machine that keeps what it accepted. */
export interface KeepingRelay {
  readonly name: string
  readonly url: string
  /** Message-IDs of every message kept, once nothing waits in a queue any more. */
  messageIds(): Promise<string[]>
  /** Messages accepted so far, where that is cheap to know. */
  accepted(): number | undefined
  stop(): Promise<void>
  readonly seen: readonly Seen[]
}

/** Why the drill cannot run here, in words; undefined when it can. */
export async function whyNoPostfix(): Promise<string | undefined> {
  const found = await run('/usr/sbin/postconf', ['-h', 'mail_version']).then(
    () => true,
    (error: { code?: unknown }) => error.code !== 'ENOENT',
  )
  if (!found)
    return 'Postfix is not installed: apt-get install postfix (choose "No configuration"), then run the drill again.'
  return process.getuid?.() === 0 ? undefined : 'Postfix starts as root only: run this drill as root.'
}

export interface PostfixOptions {
  /** Recipients that it accepts, then gives back as unknown: a regexp(5) pattern, such as `^[a-c]`. */
  readonly givesBack?: string
  /** Speaks TLS from the first byte (smtps), with this certificate. */
  readonly tls?: { readonly keyFile: string; readonly certFile: string }
}

export interface PostfixRelay extends KeepingRelay {
  /** Maildir where the messages given back arrive: the return path of a delivery leads there. */
  readonly bounces: string
  /** Where each message kept lies. */
  files(): Promise<string[]>
}

/**
 * Debian's Postfix on the loopback interface with its own configuration, queue and mailbox in a temporary folder: it
 * accepts every recipient of `.example` and keeps each message in one Maildir. Touches no other Postfix of the machine.
 */
export async function startPostfix(options: PostfixOptions = {}): Promise<PostfixRelay> {
  const root = await mkdtemp(join(tmpdir(), 'tocsin-postfix-'))
  await chmod(root, 0o755)
  const port = await freePort()
  try {
    await configure(root, port, options)
    await postfix(root, 'check')
    const master = spawn('/usr/sbin/postfix', ['-c', join(root, 'etc'), 'start-fg'], { stdio: 'ignore' })
    await listening('Postfix', port, master)
    return await keepingRelay(root, port, master, options.tls ? 'smtps://localhost' : 'smtp://127.0.0.1')
  } catch (error) {
    const log = await readFile(join(root, 'mail.log'), 'utf8').catch(() => '')
    await rm(root, { recursive: true, force: true })
    throw new Error(`Postfix does not start: ${(error as Error).message}\n${log}`)
  }
}

async function keepingRelay(
  root: string,
  port: number,
  master: ChildProcess,
  address: string,
): Promise<PostfixRelay> {
  const { stdout: version } = await run('/usr/sbin/postconf', ['-h', 'mail_version'])
  return {
    name: `Postfix ${version.trim()}`,
    url: `${address}:${port}`,
    bounces: join(root, 'mail/bounces'),
    files: () => keptFiles(root),
    seen: treeOf(master.pid ?? 0),
    messageIds: () => everyMessageId(root),
    accepted: () => undefined,
    stop: async () => {
      await postfix(root, 'stop').catch(() => master.kill('SIGTERM'))
      await rm(root, { recursive: true, force: true })
    },
  }
}

async function postfix(root: string, command: string): Promise<void> {
  await run('/usr/sbin/postfix', ['-c', join(root, 'etc'), command])
}

async function configure(root: string, port: number, { givesBack, tls }: PostfixOptions): Promise<void> {
  for (const folder of ['etc', 'queue', 'data', 'mail']) await mkdir(join(root, folder), { mode: 0o755 })
  const { stdout: uid } = await run('id', ['-u', 'postfix'])
  await chown(join(root, 'data'), Number(uid), 0)
  await chown(join(root, 'mail'), Number(uid), 0)
  const settings = {
    compatibility_level: '3.6',
    queue_directory: join(root, 'queue'),
    data_directory: join(root, 'data'),
    mail_owner: 'postfix',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    myhostname: 'relay.drill.example',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    smtpd_recipient_restrictions: 'permit_mynetworks, reject',
    virtual_mailbox_domains: 'static:all',
    virtual_mailbox_maps: `regexp:${join(root, 'etc/mailboxes')}`,
    smtpd_reject_unlisted_recipient: givesBack ? 'no' : 'yes',
    ...(tls
      ? {
          smtpd_tls_wrappermode: 'yes',
          smtpd_tls_security_level: 'encrypt',
          smtpd_tls_key_file: tls.keyFile,
          smtpd_tls_cert_file: tls.certFile,
        }
      : {}),
    virtual_mailbox_base: join(root, 'mail'),
    virtual_uid_maps: `static:${uid.trim()}`,
    virtual_gid_maps: `static:${uid.trim()}`,
    virtual_minimum_uid: '1',
    maillog_file: join(root, 'mail.log'),
    maillog_file_prefixes: root,
    smtpd_client_connection_count_limit: '0',
    smtpd_client_connection_rate_limit: '0',
    default_transport: 'error:nothing leaves a drill',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  // VERP: what comes back is addressed to the delivery. Who has no mailbox is found out after the message was accepted.
  const kept = givesBack ? `!/${givesBack}/ all/` : '/./ all/'
  await writeFile(join(root, 'etc/mailboxes'), `/^b\\+/ bounces/\n${kept}\n`)
  await writeFile(join(root, 'etc/main.cf'), `${lines.join('\n')}\n`)
  await writeFile(join(root, 'etc/master.cf'), masterCf(port))
}

/** Only the daemons a receiving relay needs; no chroot, no pickup, no network client. */
function masterCf(port: number): string {
  const service = (name: string, type: string, priv: string, wakeup: string, max: string, command: string) =>
    `${name} ${type} ${priv} - n ${wakeup} ${max} ${command}`
  return `${[
    service(`127.0.0.1:${port}`, 'inet', 'n', '-', '20', 'smtpd'),
    service('cleanup', 'unix', 'n', '-', '0', 'cleanup'),
    service('qmgr', 'unix', 'n', '300', '1', 'qmgr'),
    service('rewrite', 'unix', '-', '-', '-', 'trivial-rewrite'),
    service('bounce', 'unix', '-', '-', '0', 'bounce'),
    service('defer', 'unix', '-', '-', '0', 'bounce'),
    service('trace', 'unix', '-', '-', '0', 'bounce'),
    service('proxymap', 'unix', '-', '-', '-', 'proxymap'),
    service('error', 'unix', '-', '-', '-', 'error'),
    service('retry', 'unix', '-', '-', '-', 'error'),
    service('showq', 'unix', 'n', '-', '-', 'showq'),
    'virtual unix - n n - - virtual',
    service('tlsmgr', 'unix', '-', '1000?', '1', 'tlsmgr'),
    service('anvil', 'unix', '-', '-', '1', 'anvil'),
    service('scache', 'unix', '-', '-', '1', 'scache'),
    service('postlog', 'unix-dgram', 'n', '-', '1', 'postlogd'),
  ].join('\n')}\n`
}

/** Every file of the mailbox is one message, in `new` or, interrupted, in `tmp`. @throws when the queue does not empty */
async function everyMessageId(root: string): Promise<string[]> {
  const ids: string[] = []
  for (const file of await keptFiles(root)) {
    const text = await readFile(file, 'latin1')
    ids.push(/^Message-ID: <(.+)>$/m.exec(text)?.[1] ?? 'none')
  }
  return ids
}

async function keptFiles(root: string): Promise<string[]> {
  for (let waited = 0; (await queued(root)) > 0; waited += 500) {
    if (waited >= DRAIN_MS) throw new Error(`Postfix still holds ${await queued(root)} messages in its queue`)
    await wait(500)
  }
  const files = await readdir(join(root, 'mail/all'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  )
  return files.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

async function queued(root: string): Promise<number> {
  const { stdout } = await run('/usr/sbin/postqueue', ['-c', join(root, 'etc'), '-j'], { maxBuffer: 1 << 28 })
  return stdout.split('\n').filter(Boolean).length
}
