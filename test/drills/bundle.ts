import { join } from 'node:path'
import { build } from 'esbuild'

/** The clone: npm runs its scripts there, and so does vitest. A bundled drill no longer knows where it was written. */
const root = process.cwd()

/** Bundles a drill's program so that plain Node runs it: inside node_modules, where it finds the packages. */
export async function bundle(program: string): Promise<string> {
  const outfile = join(root, 'node_modules/.cache/tocsin-drills', `${program}.mjs`)
  await build({
    entryPoints: [join(root, 'test/drills', `${program}.ts`)],
    outfile,
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
