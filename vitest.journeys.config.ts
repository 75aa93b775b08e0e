import { defineConfig } from 'vitest/config'
import { textFiles } from './vitest.config.ts'

/** Journeys: a person's way through the product, in a real browser, two files at a time (two cores): each has its own desk and folder. */
export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/support/cluster-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
})
