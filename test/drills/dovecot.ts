import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listening } from './processes.ts'
import { freePort } from './product.ts'

const run = promisify(execFile)
const PROGRAM = '/usr/sbin/dovecot'

export interface ImapServer {
  readonly name: string
  readonly url: string
  stop(): Promise<void>
}

/** Why it cannot run here, in words; undefined when it can. */
export async function whyNoDovecot(): Promise<string | undefined> {
  const found = await run(PROGRAM, ['--version']).then(
    () => true,
    () => false,
  )
  return found ? undefined : 'Dovecot is not installed: apt-get install dovecot-imapd.'
}

/** Debian's Dovecot on the loopback interface, serving one Maildir by IMAP with a configuration of its own. */
export async function startDovecot(maildir: string): Promise<ImapServer> {
  const root = await mkdtemp(join(tmpdir(), 'tocsin-dovecot-'))
  await chmod(root, 0o755)
  const port = await freePort()
  const password = `p${Math.random().toString(36).slice(2)}`
  try {
    await mkdir(join(root, 'home'), { mode: 0o755 })
    await writeFile(join(root, 'dovecot.conf'), configuration(root, maildir, port, password))
    const master = spawn(PROGRAM, ['-F', '-c', join(root, 'dovecot.conf')], { stdio: 'ignore' })
    await listening('it', port, master)
    const { stdout } = await run(PROGRAM, ['--version'])
    return {
      name: `Dovecot ${stdout.split(' ')[0]}`,
      url: `imap://bounces:${password}@127.0.0.1:${port}/INBOX`,
      stop: async () => {
        master.kill('SIGTERM')
        if (master.exitCode === null) await once(master, 'exit')
        await rm(root, { recursive: true, force: true })
      },
    }
  } catch (error) {
    const log = await readFile(join(root, 'dovecot.log'), 'utf8').catch(() => '')
    await rm(root, { recursive: true, force: true })
    throw new Error(`Dovecot does not start: ${(error as Error).message}\n${log}`)
  }
}

/** The mailbox belongs to Postfix's account, which writes it. */
function configuration(root: string, maildir: string, port: number, password: string): string {
  return `base_dir = ${root}/run
state_dir = ${root}/state
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
log_path = ${root}/dovecot.log
mail_location = maildir:${maildir}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 50
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=postfix gid=postfix home=${root}/home
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`
}
