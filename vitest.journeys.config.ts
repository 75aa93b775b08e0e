import { defineConfig } from 'vitest/config'
import { textFiles } from './vitest.config.ts'

/** Journeys: a person's way through the product, in a real browser, three files at a time (on two cores, a browser waits too): each has its own desk and folder. */
export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/support/cluster-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 3,
  },
})
