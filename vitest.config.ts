import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** SQL statements, stylesheets and typst templates are imported as text, as scripts/build.mjs does. */
const textFiles = {
  name: 'text-files',
  enforce: 'pre' as const,
  load(id: string) {
    if (/\.(sql|typ|css)$/.test(id)) return `export default ${JSON.stringify(readFileSync(id, 'utf8'))}`
    return undefined
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
