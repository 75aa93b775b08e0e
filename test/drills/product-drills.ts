import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { brokenPromises, stopAll, takeAccount } from './account.ts'
import { startDovecot, whyNoDovecot } from './dovecot.ts'
import { type Killed, killDesk } from './kill-desk.ts'
import { dice, planKills } from './kill-plan.ts'
import { type KeepingRelay, startPostfix, whyNoPostfix } from './postfix.ts'
import { Product } from './product.ts'
import { startRelay, startSink } from './relay.ts'
import { startAgainAndAgain } from './second-start.ts'
import { type DrillLine, skippedLine } from './summary.ts'

const LONGEST_RUN_MS = 1_800_000
const SMALL = '6000/25000/700/7'

/** What the drills of the whole program share. */
export interface ProductDrill {
  readonly say: (line: string) => void
  readonly seed: number
  /** members/exposed/affected/seed */
  readonly size: string
  /** Through npm's smtp-server although Postfix may be there. */
  readonly sink: boolean
  readonly postfixNeeded: boolean
}

/** Runs `work` with a product on an empty data folder, which goes with it whatever happens. */
async function withProduct(
  { say, size }: Pick<ProductDrill, 'say' | 'size'>,
  fault: string,
  relay: KeepingRelay,
  work: (product: Product) => Promise<{ runs: number; wrong?: string[] }>,
  env: Record<string, string> = {},
): Promise<DrillLine> {
  const root = temporaryFolder('drill')
  const product = new Product({ home: join(root, 'home'), size, smtpUrl: relay.url, env })
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
export async function postfix(drill: ProductDrill): Promise<DrillLine> {
  const fault = 'real Postfix, no fault'
  const why = await whyNoPostfix()
  if (why) return { ...skippedLine(fault, why), wrong: drill.postfixNeeded ? [why] : [] }
  return withProduct(drill, fault, await startPostfix(), async (product) => {
    await product.start()
    await product.finished(LONGEST_RUN_MS)
    return { runs: 1 }
  })
}

/** Kills of the real program, with a worker that joined it. */
export async function kill(drill: ProductDrill, kills: number): Promise<DrillLine> {
  const { say, seed } = drill
  const { relay, why } = drill.sink ? { relay: await startSink(), why: undefined } : await startRelay()
  if (why) say(`  through npm smtp-server. ${why}`)
  const plan = planKills(kills, dice(seed))
  say(`  seed ${seed}, relay ${relay.name}`)
  say('  #  victim   step      at      e-mails          relay   ended  restart ms  held')
  let count = 0
  const line = await withProduct(drill, 'kill -9, desk and 2 workers', relay, async (product) => {
    await killDesk(product, relay, plan, (one) => {
      count += 1
      say(lineOf(count, one))
    })
    return { runs: plan.length }
  })
  return why && drill.postfixNeeded ? { ...line, wrong: [...line.wrong, why] } : line
}

export async function second({ say }: ProductDrill): Promise<DrillLine> {
  return withProduct(
    { say, size: SMALL },
    'second start, workers that come and go',
    await startSink(20),
    async (product) => ({ runs: 1, wrong: await startAgainAndAgain(product, LONGEST_RUN_MS) }),
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

/** Addresses that Postfix accepts, then gives back to the return path as unknown. */
const GIVEN_BACK = '^[a-c]'
const BOUNCES_MS = 180_000

/** The exercise through a real Postfix that takes some messages and gives them back, into a mailbox that a real Dovecot serves. */
export async function bounce({ say }: ProductDrill): Promise<DrillLine> {
  const fault = 'accepted, then given back (Postfix, Dovecot)'
  const why = (await whyNoPostfix()) ?? (await whyNoDovecot())
  if (why) return skippedLine(fault, why)
  const relay = await startPostfix({ givesBack: GIVEN_BACK })
  const mailbox = await startDovecot(relay.bounces)
  say(`  ${relay.name}, ${mailbox.name}`)
  const work = async (product: Product) => {
    await product.start()
    await product.join()
    await product.finished(LONGEST_RUN_MS)
    const given = await allGivenBack(product)
    for (const words of [['build'], ['post', '--receipt', 'DRILL-1']]) {
      const { exit, json } = await product.command('letters', ...words)
      if (exit !== 0) throw new Error(`letters ${words[0]}: ${JSON.stringify(json)}`)
    }
    say(`  ${given} messages given back, each followed by a letter or a reason`)
    return { runs: 1, wrong: given === 0 ? ['no message was given back'] : [] }
  }
  try {
    const settings = { TOCSIN_BOUNCE_IMAP_URL: mailbox.url }
    return await withProduct({ say, size: SMALL }, fault, relay, work, settings)
  } finally {
    await mailbox.stop()
  }
}

/** Waits until no message to an address given back counts as accepted. @returns how many were given back */
async function allGivenBack(product: Product): Promise<number> {
  const count = async (state: string) => {
    const [row] = await product.query<{ n: number }>(
      `select count(*) as n from delivery where channel = 'email' and state = '${state}' and recipient ->> 'email' ~ '${GIVEN_BACK}'`,
    )
    return row?.n ?? 0
  }
  for (let waited = 0; (await count('accepted')) > 0; waited += 500) {
    if (waited > BOUNCES_MS)
      throw new Error(`${await count('accepted')} messages given back are not known as such`)
    await wait(500)
  }
  return count('bounced')
}
