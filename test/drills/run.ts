// `npm run drills -- [--only ledger,relay,…] [--size M/E/A/SEED] [--kills N] [--desk-kills N] [--seed N] [--relay postfix|sink]
//  [--require-postfix]`: the long faults. Says what happened, ends with a table; exits 1 when a promise broke.
import { parseArgs } from 'node:util'
import { diskFull } from './disk-full.ts'
import { clocksAstray, databaseRestarts, killLedger } from './kill-ledger.ts'
import { bounce, kill, type ProductDrill, postfix, second } from './product-drills.ts'
import { relayFaults } from './relay-faults.ts'
import { type DrillLine, skippedLine, summaryTable } from './summary.ts'
import { tlsAndDkim } from './tls-dkim.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    size: { type: 'string', default: '240000/1000000/18000/7' },
    kills: { type: 'string', default: '160' },
    'desk-kills': { type: 'string', default: '40' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    relay: { type: 'string' },
    'require-postfix': { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const say = (line: string) => process.stdout.write(`${line}\n`)
const product: ProductDrill = {
  say,
  seed,
  size: values.size,
  sink: values.relay === 'sink',
  postfixNeeded: values['require-postfix'],
}

const drills: Record<string, () => Promise<DrillLine | DrillLine[]>> = {
  ledger: () => killLedger(say, Number(values.kills), seed),
  relay: () => relayFaults(say, seed),
  clock: () => clocksAstray(say, seed),
  database: () => databaseRestarts(say, seed),
  disk: () => diskFull(say),
  tls: () => tlsAndDkim(say),
  second: () => second(product),
  bounce: () => bounce(product),
  postfix: () => postfix(product),
  kill: () => kill(product, Number(values['desk-kills'])),
}

const lines: DrillLine[] = []
for (const name of (values.only ?? Object.keys(drills).join(',')).split(',')) {
  const drill = drills[name]
  if (!drill) throw new Error(`no drill named ${name}: ${Object.keys(drills).join(', ')}`)
  say(`— ${name}`)
  const failed = (error: Error): DrillLine => ({ ...skippedLine(name, ''), wrong: [error.message] })
  lines.push(...[await drill().catch(failed)].flat())
}
say(`\n${summaryTable(lines)}`)
if (lines.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1
