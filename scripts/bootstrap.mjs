// The one way in: installs when the lock file is newer than what is installed, builds when a source is newer than the
// build, one bootstrap at a time, then runs what was asked. Node's own modules only: nothing else is there yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { tryLock } from './lock.mjs'

const clone = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (/** @type {string[]} */ ...names) => join(clone, ...names)
const english = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const say = (/** @type {string} */ fr, /** @type {string} */ en) =>
  process.stderr.write(`${english ? en : fr}\n`)

/** Makes the clone ready, then returns. Ends the process with one clear message when it cannot. */
export async function bootstrap() {
  checkNode()
  if (!mustInstall() && !mustBuild()) return
  const lock = await waitForLock()
  try {
    if (mustInstall()) install()
    if (mustBuild()) await build()
  } finally {
    lock.release()
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(
    `Tocsin demande Node 20.19 ou plus récent ; celui-ci est ${process.versions.node}. Installez Node 20.19 à 24, puis relancez.`,
    `Tocsin needs Node 20.19 or newer; this is ${process.versions.node}. Install Node 20.19 to 24 and run again.`,
  )
}

const newest = (/** @type {string} */ path) => (existsSync(path) ? statSync(path).mtimeMs : 0)

function mustInstall() {
  const installed = newest(at('node_modules', '.package-lock.json'))
  return installed === 0 || newest(at('package-lock.json')) > installed
}

function mustBuild() {
  const built = newest(at('dist', 'built.json'))
  if (
    built === 0 ||
    newest(at('scripts', 'build.mjs')) > built ||
    newest(at('node_modules', '.package-lock.json')) > built
  )
    return true
  return readdirSync(at('src'), { recursive: true, withFileTypes: true }).some((entry) => {
    return newest(join(entry.parentPath, entry.name)) > built
  })
}

/** In the clone: `npm ci` empties node_modules, and a folder all can write in is not ours to trust. */
async function waitForLock() {
  let told = false
  for (;;) {
    const lock = lockClone()
    if ('release' in lock) return lock
    if (!told) {
      const { pid } = lock.holder
      say(
        `Une autre commande prépare l’installation (processus ${pid}) ; celle-ci attend.`,
        `Another command is preparing the installation (process ${pid}); this one waits.`,
      )
      told = true
    }
    await sleep(200)
  }
}

function lockClone() {
  try {
    return tryLock(at('.bootstrap.lock'))
  } catch (error) {
    const { message } = /** @type {Error} */ (error)
    return fail(
      `L’installation doit être préparée, et ce compte n’a pas le droit d’écrire dans ${clone} (${message}). Lancez « npm ci » et « npm run build » avec le compte qui possède ce dossier.`,
      `The installation must be prepared, and this account may not write in ${clone} (${message}). Run “npm ci” and “npm run build” as the account that owns this folder.`,
    )
  }
}

function install() {
  say('Installation des paquets (npm ci)…', 'Installing packages (npm ci)…')
  const npm =
    process.env.npm_execpath && existsSync(process.env.npm_execpath)
      ? [process.execPath, process.env.npm_execpath]
      : ['npm']
  const args = [...npm.slice(1), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync(String(npm[0]), args, {
    cwd: clone,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  fail(
    `L’installation des paquets a échoué${error ? ` : ${error.message}` : ''}. Lisez le message de npm ci-dessus (réseau, droits, place sur le disque), puis relancez.`,
    `Installing packages failed${error ? `: ${error.message}` : ''}. Read npm’s message above (network, rights, disk space) and run again.`,
  )
}

async function build() {
  say('Construction…', 'Building…')
  const { buildAll } = await import('./build.mjs')
  await buildAll().catch((/** @type {Error} */ error) =>
    fail(`La construction a échoué : ${error.message}`, `The build failed: ${error.message}`),
  )
}

/**
 * @param {string} fr
 * @param {string} en
 * @returns {never}
 */
function fail(fr, en) {
  say(fr, en)
  process.exit(69)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [command = 'start', ...rest] = process.argv.slice(2)
  await bootstrap()
  const script = {
    test: 'test.mjs',
    bench: 'bench.mjs',
    'bench:accuracy': 'accuracy.mjs',
    drills: 'drills.mjs',
    fuzz: 'fuzz.mjs',
  }[command]
  if (script) await import(pathToFileURL(join(clone, 'scripts', script)).href)
  else await (await import(pathToFileURL(at('dist', 'main.js')).href)).main([command, ...rest])
}
