import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { driveCampaign } from '../../src/delivery/index.ts'
import { freeBytes } from '../../src/platform/free-space.ts'
import { aSendingCampaign } from '../support/campaign.ts'
import { aSink } from '../support/sink.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openWorkbench } from '../support/workbench.ts'
import { brokenInLedger, ledgerAccount } from './ledger-account.ts'
import { type DrillLine, skippedLine } from './summary.ts'

const FAULT = 'disk full'
const SIZE = '420m'
const ROUNDS = 3
/** Left free when the rest is taken: a few segments of the write-ahead log, so that it fills up in the middle of a chunk. */
const LEFT_BYTES = 1e6

/** A small disk that fills up while a campaign is sent; then there is room again and the database starts again. */
export async function diskFull(say: (line: string) => void): Promise<DrillLine> {
  const root = temporaryFolder('drill')
  const disk = join(root, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    rmSync(root, { recursive: true, force: true })
    return skippedLine(FAULT, 'a small disk cannot be mounted here (it takes root)')
  }
  try {
    chmodSync(disk, 0o711)
    return await fillWhileSending(disk, say)
  } finally {
    for (let tries = 0; tries < 20 && !unmounted(disk); tries += 1) await wait(250)
    rmSync(root, { recursive: true, force: true })
  }
}

function unmounted(disk: string): boolean {
  try {
    execFileSync('umount', [disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function fillWhileSending(disk: string, say: (line: string) => void): Promise<DrillLine> {
  const home = join(disk, 'home')
  mkdirSync(home, { mode: 0o711 })
  const bench = await openWorkbench(home)
  const sink = await aSink(undefined, { slowMs: 5 })
  const ballast = join(disk, 'ballast')
  let failures = 0
  try {
    const { platform } = await bench.platform('drill_disk', { TOCSIN_SMTP_URL: sink.url })
    const { campaign } = await aSendingCampaign(platform, { adults: 8000, withoutEmailEvery: 0 })
    const drive = (limit: number) => driveCampaign(platform, campaign.id, { limit, connections: 4 })
    for (let round = 0; round < ROUNDS; round += 1) {
      const controller = new AbortController()
      const sending = driveCampaign(platform, campaign.id, {
        limit: 200,
        connections: 4,
        signal: controller.signal,
      })
      const ended = sending.then(
        () => undefined,
        (error: Error) => error,
      )
      await wait(300)
      const taken = freeBytes(disk) - LEFT_BYTES
      if (taken > 0) writeFileSync(ballast, Buffer.alloc(taken))
      // A disk that holds out is freed after a while: the round met no fault.
      const error = await Promise.race([ended, wait(6000).then(() => undefined)])
      if (error) failures += 1
      rmSync(ballast, { force: true })
      controller.abort()
      await ended
      await bench.restart(true)
    }
    await eventually(() => drive(500))
    const account = await ledgerAccount(platform, campaign, sink.messageIds)
    await platform.db.close()
    say(`  ${failures} of ${ROUNDS} rounds ended by a full disk; ${JSON.stringify(account)}`)
    const { proof, received, held } = account
    const wrong = [...brokenInLedger(account), ...(failures === 0 ? ['the disk never filled up'] : [])]
    return {
      fault: FAULT,
      runs: failures,
      messages: received,
      held,
      lost: proof.lost,
      toldTwice: proof.told_twice,
      wrong,
    }
  } finally {
    await sink.close()
    await bench.close()
  }
}

/** Again while old connections of the pool still report the crash. */
async function eventually(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (tries === 20) throw error
      await wait(200)
    }
  }
}
