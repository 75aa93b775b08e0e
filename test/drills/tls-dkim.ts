import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleProgram } from '../../scripts/bundle.mjs'
import { campaignById, dkimRecord, dkimSigner, resumeCampaign } from '../../src/delivery/index.ts'
import { aSendingCampaign, operator } from '../support/campaign.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openWorkbench } from '../support/workbench.ts'
import { brokenInLedger, ledgerAccount } from './ledger-account.ts'
import { startPostfix, whyNoPostfix } from './postfix.ts'
import { type DrillLine, skippedLine } from './summary.ts'

const run = promisify(execFile)
const FAULT = 'certificate refused, then TLS and DKIM'
const PYTHON = '/usr/bin/python3'
/** dkimpy, a verifier that is not ours; the key's record comes from here instead of DNS. Prints how many hold. */
const VERIFY = `
import sys, dkim
name, record = sys.argv[1].encode() + b'.', sys.argv[2].encode()
holds = [dkim.verify(open(f, 'rb').read(), dnsfunc=lambda n, timeout=5: record if n == name else None) for f in sys.argv[3:]]
print(sum(holds))
`

/**
 * A real Postfix behind a private authority: without it nothing leaves and the campaign pauses; with it (NODE_EXTRA_CA_CERTS) all
 * leaves, and another program verifies each signature, Ed25519 then RSA.
 */
export async function tlsAndDkim(say: (line: string) => void): Promise<DrillLine> {
  const why = (await whyNoPostfix()) ?? (await whyNoVerifier())
  if (why) return skippedLine(FAULT, why)
  const root = temporaryFolder('drill')
  const authority = await makeAuthority(root)
  const home = join(root, 'home')
  mkdirSync(home, { mode: 0o711 })
  const bench = await openWorkbench(home)
  const relay = await startPostfix({ tls: authority }).catch(async (error) => {
    await bench.close()
    throw error
  })
  try {
    const { platform: given, connection } = await bench.platform('drill_tls')
    const config = { ...given.config, smtpUrl: relay.url }
    const platform = { ...given, config }
    const line = { fault: FAULT, runs: 0, messages: 0, held: 0, lost: 0, toldTwice: 0, wrong: [] as string[] }
    for (const [index, algorithm] of ['ed25519', 'rsa'].entries()) {
      const { campaign } = await aSendingCampaign(platform, { adults: 40, withoutEmailEvery: 0 })
      const keyFile = join(root, `${algorithm}.pem`)
      const kind = algorithm === 'rsa' ? ['rsa', '-pkeyopt', 'rsa_keygen_bits:2048'] : ['ed25519']
      await run('openssl', ['genpkey', '-algorithm', ...kind, '-out', keyFile])
      chmodSync(keyFile, 0o600)
      const dkim = { domain: campaign.senderAddress.split('@')[1], selector: algorithm, keyFile }
      const env = {
        TOCSIN_DKIM_DOMAIN: dkim.domain,
        TOCSIN_DKIM_SELECTOR: dkim.selector,
        TOCSIN_DKIM_KEY: keyFile,
      }
      const orders = {
        connection,
        home: given.home.root,
        smtpUrl: relay.url,
        campaignId: campaign.id,
        limit: 50,
        connections: 4,
        env,
      }
      const before = (await relay.messageIds()).length
      await send(orders, {})
      const { state, pauseReason } = await campaignById(platform.db, campaign.id)
      if (state !== 'paused' || pauseReason !== 'relay_tls' || (await relay.messageIds()).length !== before)
        line.wrong.push(`without the authority: ${state}, ${pauseReason}`)
      if (state === 'paused') await resumeCampaign(platform, campaign.id, operator)
      await send(orders, { NODE_EXTRA_CA_CERTS: authority.authorityFile })
      const ids = (await relay.messageIds()).slice()
      const own = await ownOf(platform.db, campaign.id)
      const account = await ledgerAccount(
        platform,
        campaign,
        ids.filter((id) => own.has(id)),
      )
      const { name, text } = dkimRecord(dkimSigner({ dkim })!)
      const files = (await relay.files()).filter((_, at) => own.has(ids[at] ?? ''))
      const { stdout } = await run(PYTHON, ['-c', VERIFY, name, text, ...files])
      say(`  ${algorithm}: ${account.received} kept, ${stdout.trim()} signatures hold`)
      line.wrong.push(...brokenInLedger(account))
      if (Number(stdout) !== account.received || account.received !== 40)
        line.wrong.push(`${algorithm}: ${stdout.trim()} of ${account.received} signatures hold`)
      line.runs = index + 1
      line.messages += account.received
      line.held += account.held
    }
    await platform.db.close()
    return line
  } finally {
    await bench.close()
    await relay.stop()
    rmSync(root, { recursive: true, force: true })
  }
}

async function ownOf(db: Parameters<typeof campaignById>[0], campaignId: number): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select message_id as id from delivery where campaign_id = $1 and message_id is not null`,
    [campaignId],
  )
  return new Set(rows.map(({ id }) => id))
}

/** One sender process, whose environment Node reads at its start. */
async function send(orders: object, env: NodeJS.ProcessEnv): Promise<void> {
  const program = await bundleProgram('test/drills/send-worker.ts')
  const sender = spawn(process.execPath, [program], {
    env: { ...process.env, ...env, DRILL: JSON.stringify(orders) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(sender, 'exit')
  if (code !== 0) throw new Error(`the sender ended with ${code}`)
}

async function whyNoVerifier(): Promise<string | undefined> {
  return run(PYTHON, ['-c', 'import dkim, nacl']).then(
    () => undefined,
    () => 'no DKIM verifier: apt-get install python3-dkim python3-nacl',
  )
}

/** An authority of this run and a certificate of it for localhost. */
async function makeAuthority(root: string) {
  const at = (name: string) => join(root, name)
  const openssl = (...words: string[]) => run('openssl', words, { cwd: root })
  const [authorityKey, authorityFile, keyFile, certFile] = ['ca.key', 'ca.pem', 'relay.key', 'relay.pem'].map(
    at,
  ) as [string, string, string, string]
  const subject = (name: string) => ['-subj', `/CN=${name}`]
  await openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-keyout',
    authorityKey,
    '-out',
    authorityFile,
    ...subject('Autorité de l’exercice'),
    '-utf8',
  )
  await openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    keyFile,
    '-out',
    at('relay.csr'),
    ...subject('localhost'),
  )
  writeFileSync(at('names'), 'subjectAltName = DNS:localhost\n')
  await openssl(
    'x509',
    '-req',
    '-in',
    at('relay.csr'),
    '-CA',
    authorityFile,
    '-CAkey',
    authorityKey,
    '-CAcreateserial',
    '-days',
    '2',
    '-out',
    certFile,
    '-extfile',
    at('names'),
  )
  return { authorityFile, keyFile, certFile }
}
