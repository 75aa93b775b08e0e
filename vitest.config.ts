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

/** Rooms that keep nothing between two calls but by their database: their files may share what is loaded, half of their time. */
const SHARING = [
  'src/{law,notices,obligations,disruption,dossiers}',
  'src/{access,backup,communications,delivery,desk,incident,journal,people,purge}',
  'test/law',
].map((room) => `${room}/**/*.test.{ts,tsx}`)
const EVERY_TEST = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    globalSetup: ['test/support/cluster-setup.ts'],
    // On two cores: tests wait for the database and for processes a fifth of their time.
    maxWorkers: 3,
    projects: [
      {
        plugins: [textFiles],
        test: { ...EVERY_TEST, name: 'sharing', include: SHARING, isolate: false },
      },
      {
        plugins: [textFiles],
        test: {
          ...EVERY_TEST,
          name: 'alone',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [...SHARING, 'test/journeys/**', 'test/drills/**', 'test/scale/**'],
        },
      },
    ],
  },
})
