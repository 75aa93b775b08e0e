import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real Chromium, headless, with a temporary folder of its own. `close()` ends it and deletes the folder. */
export async function openBrowser(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-browser-'))
  const found = await findChromium(folder)
  const root = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    // Chromium's sandbox cannot be set up by root.
    args: [...FLAGS, ...(root ? ['--no-sandbox'] : []), ...found.flags],
    env: { ...process.env, TMPDIR: folder, ...found.env } as Record<string, string>,
  })
  browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return browser
}

interface Found {
  readonly path: string
  readonly flags: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** TOCSIN_CHROMIUM, then the system's, then the one npm installed. None is a failure: a skipped journey proves nothing. */
async function findChromium(folder: string): Promise<Found> {
  const named = process.env['TOCSIN_CHROMIUM']
  if (named && !existsSync(named)) throw new Error(`TOCSIN_CHROMIUM names ${named}, which does not exist.`)
  const path = named ?? systemChromium()
  if (path) return { path, flags: [], env: {} }
  const shipped = await shippedChromium(folder).catch((error: Error) => error)
  if (!(shipped instanceof Error)) return shipped
  throw new Error(
    `No Chromium for the browser journeys (${shipped.message}). Install one (Debian: apt-get install chromium), or set TOCSIN_CHROMIUM to its path.`,
  )
}

function systemChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':').filter(Boolean)
  return folders.flatMap((at) => SYSTEM.map((name) => join(at, name))).find((path) => existsSync(path))
}

/** @sparticuz/chromium unpacks its libraries only where it believes it runs on Lambda, and into TMPDIR, which must be ours alone. */
async function shippedChromium(folder: string): Promise<Found> {
  const before = { tmp: process.env['TMPDIR'], lambda: process.env['AWS_EXECUTION_ENV'] }
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x'
  process.env['TMPDIR'] = folder
  try {
    const { default: shipped } = await import('@sparticuz/chromium')
    const path = await shipped.executablePath()
    // Its own fonts.conf names /tmp/fonts, wherever it was unpacked: without a font every text is 0 px wide.
    writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontsConf(folder))
    const env = pick(['LD_LIBRARY_PATH', 'FONTCONFIG_PATH'])
    // Not its own flags: they are meant for one request on Lambda (a single process, no web security).
    return { path, flags: ['--no-sandbox', '--disable-dev-shm-usage'], env }
  } finally {
    restore('AWS_EXECUTION_ENV', before.lambda)
    restore('TMPDIR', before.tmp)
  }
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`
}

function pick(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}
