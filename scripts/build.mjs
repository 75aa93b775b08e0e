// Builds dist/ from src/: the program (one entry, split so that DuckDB and typst load only where they serve), and the
// small browser scripts. Written aside, then put in place, so that a build that fails leaves the last good one.
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const clone = join(dirname(fileURLToPath(import.meta.url)), '..')
const loader = /** @type {const} */ ({ '.sql': 'text', '.typ': 'text', '.css': 'text' })

export async function buildAll() {
  const { build } = await import('esbuild')
  const part = join(clone, 'dist.part')
  rmSync(part, { recursive: true, force: true })
  const shared = /** @type {const} */ ({
    bundle: true,
    format: 'esm',
    logLevel: 'error',
    absWorkingDir: clone,
    loader,
  })
  await build({
    ...shared,
    entryPoints: ['src/main.ts', 'src/worker.ts'],
    outdir: part,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    splitting: true,
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  })
  await build({
    ...shared,
    entryPoints: islands(),
    outdir: join(part, 'islands'),
    platform: 'browser',
    target: 'es2022',
    minify: true,
  })
  writeFileSync(join(part, 'built.json'), `${JSON.stringify({ node: process.version })}\n`)
  putInPlace(part)
}

function islands() {
  const folder = join(clone, 'src', 'desk', 'islands')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file))
}

/** @param {string} part */
function putInPlace(part) {
  const dist = join(clone, 'dist')
  const old = join(clone, 'dist.old')
  rmSync(old, { recursive: true, force: true })
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(part, dist)
  rmSync(old, { recursive: true, force: true })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll()
