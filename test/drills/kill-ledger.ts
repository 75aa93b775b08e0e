import { rmSync } from 'node:fs'
import { proofHolds } from '../../src/delivery/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openWorkbench } from '../support/workbench.ts'
import { killDrill } from './kill.ts'

/** Two sender processes at once on 18,000 people, killed over and over: the ledger alone, without the desk. */
export async function killLedger(say: (line: string) => void): Promise<string[]> {
  const root = temporaryFolder('drill')
  const bench = await openWorkbench(root)
  try {
    const { platform, connection } = await bench.platform('drill_kill')
    const drill = { adults: 18_000, kills: 10, workers: 2, connections: 4, limit: 500, longestLife: 1500 }
    const { proof, ...report } = await killDrill(platform, connection, drill)
    await platform.db.close()
    say(`  ${JSON.stringify({ ...report, proof })}`)
    const wrong: [boolean, string][] = [
      [proof.lost !== 0, `lost ${proof.lost}`],
      [proof.told_twice !== 0, `told_twice ${proof.told_twice}`],
      [!proofHolds(proof) || !proof.journal.verified, 'the proof does not hold'],
      [report.receivedTwice !== 0, `${report.receivedTwice} messages reached the relay twice`],
      [report.receivedUnknown !== 0, `${report.receivedUnknown} messages at the relay are told of nowhere`],
    ]
    return wrong.filter(([broken]) => broken).map(([, words]) => words)
  } finally {
    await bench.close()
    rmSync(root, { recursive: true, force: true })
  }
}
