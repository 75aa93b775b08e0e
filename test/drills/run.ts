// `npm run drills -- [--only ledger,relay,…] [--size M/E/A/SEED] [--kills N] [--desk-kills N] [--seed N] [--relay postfix|sink]
//  [--require-postfix]`: the long faults. Says what happened, ends with a table; exits 1 when a promise broke.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { brokenPromises, stopAll, takeAccount } from './account.ts'
import { diskFull } from './disk-full.ts'
import { type Killed, killDesk } from './kill-desk.ts'
import { clocksAstray, databaseRestarts, killLedger } from './kill-ledger.ts'
import { dice, planKills } from './kill-plan.ts'
import { type KeepingRelay, startPostfix, whyNoPostfix } from './postfix.ts'
import { Product } from './product.ts'
import { startRelay, startSink } from './relay.ts'
import { relayFaults } from './relay-faults.ts'
import { startAgainAndAgain } from './second-start.ts'
import { type DrillLine, skippedLine, summaryTable } from './summary.ts'

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
const LONGEST_RUN_MS = 1_800_000
const SMALL = '24000/100000/1800/7'

/** Runs `work` with a product on an empty data folder, which goes with it whatever happens. */
async function withProduct(
  fault: string,
  relay: KeepingRelay,
  work: (product: Product) => Promise<{ runs: number; wrong?: string[] }>,
  size = values.size,
): Promise<DrillLine> {
  const root = temporaryFolder('drill')
  const product = new Product({ home: join(root, 'home'), size, smtpUrl: relay.url })
  const began = performance.now()
  const line = { fault, runs: 0, messages: 0, held: 0, lost: 0, toldTwice: 0, wrong: [] as string[] }
  try {
    const { runs, wrong = [] } = await work(product)
    const account = await takeAccount(product, relay)
    say(`  ${JSON.stringify({ relay: relay.name, ...account })}`)
    const { proof, kept, held } = account
    Object.assign(line, {
      runs,
      messages: kept,
      held: held.kept + held.notKept,
      lost: proof.lost,
      toldTwice: proof.told_twice,
    })
    line.wrong.push(...wrong, ...brokenPromises(account))
  } catch (error) {
    line.wrong.push((error as Error).message)
  }
  line.wrong.push(...(await stopAll(product, relay)))
  say(`  ${((performance.now() - began) / 1000).toFixed(1)} s in all`)
  if (line.wrong.length === 0) rmSync(root, { recursive: true, force: true })
  else say(`  kept for inspection: ${root}`)
  return line
}

/** The whole exercise through a real Postfix: as many messages in its mailbox as the proof says, each once. */
async function postfix(): Promise<DrillLine> {
  const fault = 'real Postfix, no fault'
  const why = await whyNoPostfix()
  if (why) return { ...skippedLine(fault, why), wrong: values['require-postfix'] ? [why] : [] }
  return withProduct(fault, await startPostfix(), async (product) => {
    await product.start()
    await product.finished(LONGEST_RUN_MS)
    return { runs: 1 }
  })
}

async function kill(): Promise<DrillLine> {
  const { relay, why } =
    values.relay === 'sink' ? { relay: await startSink(), why: undefined } : await startRelay()
  if (why) say(`  through npm smtp-server. ${why}`)
  const plan = planKills(Number(values['desk-kills']), dice(seed))
  say(`  seed ${seed}, relay ${relay.name}`)
  say('  #  victim   step      at      e-mails          relay   ended  restart ms  held')
  let count = 0
  const line = await withProduct('kill -9, desk and 2 workers', relay, async (product) => {
    await killDesk(product, relay, plan, (one) => {
      count += 1
      say(lineOf(count, one))
    })
    return { runs: plan.length }
  })
  return why && values['require-postfix'] ? { ...line, wrong: [...line.wrong, why] } : line
}

async function second(): Promise<DrillLine> {
  return withProduct(
    'second start, workers that come and go',
    await startSink(20),
    async (product) => ({ runs: 1, wrong: await startAgainAndAgain(product, LONGEST_RUN_MS) }),
    SMALL,
  )
}

function lineOf(number: number, { kill: { step, share, victim, afterMs }, ...killed }: Killed): string {
  const at = step === 'starting' ? `${afterMs} ms` : `${Math.round(share * 100)} %`
  const cells = [
    String(number).padStart(3),
    victim.padEnd(8),
    step.padEnd(9),
    at.padEnd(7),
    killed.emails.padEnd(14),
    String(killed.keptThen ?? '').padStart(7),
    String(killed.processes).padStart(6),
    String(killed.restartMs).padStart(11),
    String(killed.held).padStart(5),
  ]
  return `  ${cells.join(' ')}`
}

const drills: Record<string, () => Promise<DrillLine | DrillLine[]>> = {
  ledger: () => killLedger(say, Number(values.kills), seed),
  relay: () => relayFaults(say, seed),
  clock: () => clocksAstray(say, seed),
  database: () => databaseRestarts(say, seed),
  disk: () => diskFull(say),
  second,
  postfix,
  kill,
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
