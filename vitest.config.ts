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

/** Rooms that hold no state, no file and no database (test/house.test.ts): their files may share what is loaded. */
const PURE = ['src/{law,notices}', 'src/people/{identity,postal,addressees}', 'test/law'].map(
  (room) => `${room}/**/*.test.{ts,tsx}`,
)
const EVERY_TEST = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins: [textFiles],
        test: { ...EVERY_TEST, name: 'pure', include: PURE, isolate: false },
      },
      {
        plugins: [textFiles],
        test: {
          ...EVERY_TEST,
          name: 'desk',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...PURE, 'test/journeys/**', 'test/drills/**', 'test/scale/**'],
          globalSetup: ['test/support/cluster-setup.ts'],
        },
      },
    ],
  },
})
