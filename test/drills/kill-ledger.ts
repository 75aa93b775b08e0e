import { rmSync } from 'node:fs'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openWorkbench, type Workbench } from '../support/workbench.ts'
import { type KillDrill, killDrill } from './kill.ts'
import { dice } from './kill-plan.ts'
import { brokenInLedger } from './ledger-account.ts'
import type { DrillLine } from './summary.ts'

type Say = (line: string) => void

/** The size of the issue: a controller of 240,000 members, 18,000 of them concerned. */
const CAMPAIGN = { adults: 18_000, workers: 2, connections: 4, limit: 500, slowMs: 40 }

/** Two sender processes at once on 18,000 people, each killed over and over: the ledger alone, without the desk. */
export function killLedger(say: Say, kills: number, seed: number): Promise<DrillLine> {
  const drill = { ...CAMPAIGN, kills, longestLife: (2 * lifeOf(kills)) | 0 }
  return onLedger('kill -9, 2 senders', say, drill, seed)
}

/** Sends of one process between two kills, so that they are spread over the whole campaign: 100 messages a second each. */
function lifeOf(kills: number): number {
  return Math.min(5000, (CAMPAIGN.adults / Math.max(1, kills) / 100) * 1000)
}

/** Kills while each process has a clock of its own, up to a day early or late: set back, set forward. */
export function clocksAstray(say: Say, seed: number): Promise<DrillLine> {
  const drill = { ...CAMPAIGN, adults: 3000, kills: 20, longestLife: 1500, clocksAstray: true }
  return onLedger('clock set back and forward', say, drill, seed)
}

/** The database is stopped, or crashes, and starts again while two processes send. */
export function databaseRestarts(say: Say, seed: number): Promise<DrillLine> {
  const random = dice(seed + 1)
  let restarts = 0
  const drill = { ...CAMPAIGN, adults: 3000, kills: 20, longestLife: 1200 }
  return onLedger('database restarted', say, drill, seed, (bench) => {
    let under: Promise<void> | undefined
    return async () => {
      if (restarts < 6 && !under && random() < 0.5) {
        restarts += 1
        under = bench.restart(random() < 0.5)
        await under
        under = undefined
      } else await under
    }
  })
}

async function onLedger(
  fault: string,
  say: Say,
  drill: KillDrill,
  seed: number,
  disturbance?: (bench: Workbench) => () => Promise<void>,
): Promise<DrillLine> {
  const root = temporaryFolder('drill')
  const bench = await openWorkbench(root)
  try {
    const { platform, connection } = await bench.platform('drill_kill')
    const disturb = disturbance?.(bench)
    const all = { ...drill, random: dice(seed), ...(disturb ? { disturb } : {}) }
    const { kills, ...account } = await killDrill(platform, connection, all)
    await platform.db.close()
    say(`  seed ${seed}: ${JSON.stringify({ kills, ...account })}`)
    const { proof, received, held } = account
    const most = kills * drill.connections
    const tooMany = held > most && !disturb ? [`${held} held, ${most} at most`] : []
    const wrong = [...brokenInLedger(account), ...tooMany]
    return {
      fault,
      runs: kills,
      messages: received,
      held,
      lost: proof.lost,
      toldTwice: proof.told_twice,
      wrong,
    }
  } finally {
    await bench.close()
    rmSync(root, { recursive: true, force: true })
  }
}
