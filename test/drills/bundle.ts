import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

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
