import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import {
  type JournalAtHand,
  proofRefusals,
  readProof,
  verdictOf,
  verifyProof,
} from '../delivery/proof/index.ts'
import { readExport } from '../journal/index.ts'
import { ioRefusal } from '../platform/io-refusal.ts'
import { defineCommand } from './command.ts'
import { proofVerifyTexts } from './proof-verify-texts.ts'
import { cliRefusals } from './run-command.ts'

/** Needs no desk and no database: whoever was handed a proof can check it, on any machine. */
export const command = defineCommand({
  name: 'proof verify',
  summary: {
    fr: 'Vérifie une preuve remise (JSON), sans la base ni la liste.',
    en: 'Checks a proof that was handed out (JSON), without the database or the list.',
  },
  positionals: ['FILE'],
  options: {
    journal: {
      type: 'string',
      value: 'EXPORT',
      fr: 'main courante exportée, où chercher l’entrée du sceau',
      en: 'exported journal, in which to look for the entry of the seal',
    },
  },
  async run(call) {
    const [file] = call.positionals
    const words = proofVerifyTexts[call.locale]
    if (!file) throw cliRefusals.usage({ command: 'proof verify', problem: words.noFile })
    const text = await readFile(file, 'utf8').catch((error) => {
      throw ioRefusal(error, file)
    })
    const proof = readProof(text)
    if (!proof) throw proofRefusals.notAProof({ file })
    const checks = await verifyProof(proof, await journalAt(call.values['journal'], proof.sealedBy.seq))
    const verdict = verdictOf(checks)
    const lines = checks.map(({ id, state }) => `${words.marks[state]} ${words.checks[id][state]}`)
    const holds = { holds: true, fails: false, alone: null }[verdict]
    const json = { holds, checks, person: proof.outcome.person.id, journal: proof.sealedBy.seq }
    const said = [...lines, words[verdict], words.notCovered].join('\n')
    return { json, text: said, exit: verdict === 'fails' ? 1 : 0 }
  },
})

async function journalAt(path: string | undefined, seq: number): Promise<JournalAtHand | undefined> {
  if (path === undefined) return undefined
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  const read = await readExport(lines, seq).catch((error) => {
    throw ioRefusal(error, path)
  })
  if (typeof read === 'number') throw proofRefusals.notAJournal({ file: path, line: read })
  return { sound: read.verified, entry: async () => read.entry }
}
