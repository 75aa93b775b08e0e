// Bundles a program of the tests (a drill, a benchmark) with the project's code, so that plain Node runs it.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const clone = findClone(dirname(fileURLToPath(import.meta.url)))

/**
 * Upwards, because this file is itself bundled into programs that bundle others.
 * @param {string} folder
 * @returns {string}
 */
function findClone(folder) {
  return existsSync(join(folder, 'migrations')) ? folder : findClone(dirname(folder))
}

/**
 * Bundles the TypeScript file `source` of the clone, as scripts/build.mjs does, into one file inside node_modules,
 * where it finds the packages.
 * @param {string} source path in the clone, such as `test/drills/run.ts`
 * @returns {Promise<string>} the program
 */
export async function bundleProgram(source) {
  const { build } = await import('esbuild')
  const outfile = join(clone, 'node_modules/.cache/tocsin-programs', `${basename(source, '.ts')}.mjs`)
  await build({
    entryPoints: [join(clone, source)],
    outfile,
    absWorkingDir: clone,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    loader: { '.sql': 'text', '.typ': 'text', '.css': 'text' },
    logLevel: 'error',
  })
  return outfile
}

/**
 * Bundles and runs a program with the words given after the npm script's name; ends with its exit code.
 * @param {string} source
 * @returns {Promise<never>}
 */
export async function runProgram(source) {
  const { spawnSync } = await import('node:child_process')
  const program = await bundleProgram(source)
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(3)], {
    cwd: clone,
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}
