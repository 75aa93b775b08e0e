// `npm test`: type check, lint, unit and integration tests on an embedded PostgreSQL, then journeys in a real browser.
// Ends with one line, `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const clone = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = mkdtempSync(join(tmpdir(), 'tocsin-reports-'))
const tally = { passed: 0, failed: 0 }

/**
 * @param {string} title
 * @param {string} tool name in node_modules/.bin
 * @param {string[]} args
 */
function run(title, tool, args) {
  process.stdout.write(`\n— ${title}\n`)
  const { status } = spawnSync(join(clone, 'node_modules', '.bin', tool), args, {
    cwd: clone,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return status === 0
}

/** @param {boolean} passed */
function count(passed) {
  if (passed) tally.passed += 1
  else tally.failed += 1
}

/**
 * @param {string} title
 * @param {string[]} args
 */
function runSuite(title, args) {
  const report = join(reports, `${title.replaceAll(' ', '-')}.json`)
  const passed = run(title, 'vitest', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    tally.passed += numPassedTests
    tally.failed += numFailedTests
    if (!passed && numFailedTests === 0) tally.failed += 1 // a file that did not load, an error outside the tests
  } catch {
    tally.failed += 1
  }
}

count(run('type check', 'tsc', ['--noEmit']))
count(run('lint and format', 'biome', ['ci', '--error-on-warnings', '.']))
runSuite('unit and integration', [])
runSuite('journeys', ['--config', 'vitest.journeys.config.ts'])

rmSync(reports, { recursive: true, force: true })
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`)
process.exit(tally.failed === 0 ? 0 : 1)
