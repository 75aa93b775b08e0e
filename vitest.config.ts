import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const PREFIX = '\0text:'

/**
 * SQL statements, stylesheets and typst templates are imported as text, as scripts/build.mjs does. Under an id of their
 * own, because Vite would take a stylesheet for itself.
 */
export const textFiles = {
  name: 'text-files',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined) {
    if (!importer || !/\.(sql|typ|css)$/.test(source)) return undefined
    return `${PREFIX}${resolve(dirname(importer), source)}.js`
  },
  load(id: string) {
    if (!id.startsWith(PREFIX)) return undefined
    const path = id.slice(PREFIX.length, -'.js'.length)
    return `export default ${JSON.stringify(readFileSync(path, 'utf8'))}`
  },
}

export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['test/journeys/**', 'test/drills/**', 'test/scale/**'],
    globalSetup: ['test/support/cluster-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
