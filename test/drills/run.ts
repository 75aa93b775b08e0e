// `npm run drills -- [--only ledger,postfix,kill] [--size M/E/A/SEED] [--kills N] [--seed N] [--relay postfix|sink]
//  [--require-postfix]`: the long faults. Prints what happened; exits 1 when a promise broke.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { brokenPromises, stopAll, takeAccount } from './account.ts'
import { type Killed, killDesk } from './kill-desk.ts'
import { killLedger } from './kill-ledger.ts'
import { dice, planKills } from './kill-plan.ts'
import { type KeepingRelay, startPostfix, whyNoPostfix } from './postfix.ts'
import { Product } from './product.ts'
import { startRelay, startSink } from './relay.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'ledger,postfix,kill' },
    size: { type: 'string', default: '240000/1000000/18000/7' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    relay: { type: 'string' },
    'require-postfix': { type: 'boolean', default: false },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const LONGEST_RUN_MS = 1_800_000

/** Runs `work` with a product on an empty data folder, which goes with it whatever happens. */
async function withProduct(
  relay: KeepingRelay,
  work: (product: Product) => Promise<void>,
): Promise<string[]> {
  const root = temporaryFolder('drill')
  const product = new Product({ home: join(root, 'home'), size: values.size, smtpUrl: relay.url })
  const began = performance.now()
  let wrong: string[] = []
  try {
    await work(product)
    const account = await takeAccount(product, relay)
    say(`  ${JSON.stringify({ relay: relay.name, ...account })}`)
    wrong = brokenPromises(account)
  } catch (error) {
    wrong = [(error as Error).message]
  }
  wrong.push(...(await stopAll(product, relay)))
  say(`  ${((performance.now() - began) / 1000).toFixed(1)} s in all`)
  if (wrong.length === 0) rmSync(root, { recursive: true, force: true })
  else say(`  kept for inspection: ${root}`)
  return wrong
}

/** The whole exercise through a real Postfix: as many messages in its mailbox as the proof says, each once. */
async function postfix(): Promise<string[]> {
  const why = await whyNoPostfix()
  if (why) {
    say(`  SKIPPED. ${why}`)
    return values['require-postfix'] ? [why] : []
  }
  return withProduct(await startPostfix(), async (product) => {
    await product.start()
    await product.finished(LONGEST_RUN_MS)
  })
}

async function kill(): Promise<string[]> {
  const { relay, why } =
    values.relay === 'sink' ? { relay: await startSink(), why: undefined } : await startRelay()
  if (why) say(`  through npm smtp-server. ${why}`)
  if (why && values['require-postfix']) return [why]
  const plan = planKills(Number(values.kills), dice(Number(values.seed)))
  say(`  seed ${values.seed}, relay ${relay.name}`)
  say('  #  victim  step      at      e-mails          relay   ended  restart ms  held')
  let count = 0
  return withProduct(relay, async (product) => {
    await killDesk(product, relay, plan, (one) => {
      count += 1
      say(lineOf(count, one))
    })
  })
}

function lineOf(number: number, { kill: { step, share, victim, afterMs }, ...killed }: Killed): string {
  const at = step === 'starting' ? `${afterMs} ms` : `${Math.round(share * 100)} %`
  const cells = [
    String(number).padStart(3),
    victim.padEnd(7),
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

const drills: Record<string, () => Promise<string[]>> = { ledger: () => killLedger(say), postfix, kill }
for (const name of values.only.split(',')) {
  const drill = drills[name]
  if (!drill) throw new Error(`no drill named ${name}: ${Object.keys(drills).join(', ')}`)
  say(`— ${name} (${values.size})`)
  const wrong = await drill().catch((error: Error) => [error.message])
  say(wrong.length === 0 ? '  ✓ every promise held' : `  ✗ ${wrong.join('; ')}`)
  if (wrong.length > 0) process.exitCode = 1
}
