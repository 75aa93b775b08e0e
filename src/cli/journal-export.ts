import { createWriteStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportLines, head } from '../journal/index.ts'
import { defineCommand } from './command.ts'
import { cliRefusals } from './run-command.ts'

/** The journal as a file that `proof verify --journal` reads, on any machine. It names staff, and no concerned person. */
export const command = defineCommand({
  name: 'journal export',
  roles: ['lead', 'dpo', 'auditor'],
  summary: {
    fr: 'Écrit la main courante dans un fichier, une ligne par entrée, pour vérifier des preuves ailleurs.',
    en: 'Writes the journal to a file, one line an entry, to check proofs elsewhere.',
  },
  options: {
    out: {
      type: 'string',
      required: true,
      value: 'FILE',
      fr: 'fichier à écrire (.jsonl)',
      en: 'file to write (.jsonl)',
    },
  },
  async run(call) {
    const { platform } = await call.platform()
    const path = call.values['out'] ?? ''
    if (existsSync(path)) throw cliRefusals.fileExists({ path })
    await platform.db.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read read only')
      await pipeline(Readable.from(exportLines(tx)), createWriteStream(path, { mode: 0o600, flags: 'wx' }))
    })
    const last = await head(platform.db)
    const json = { path, entries: last?.seq ?? 0, head: last?.hash ?? '' }
    const fr = `${path}\u00a0: ${json.entries} entrées, tête ${json.head}.`
    const en = `${path}: ${json.entries} entries, head ${json.head}.`
    return { json, text: call.locale === 'fr' ? fr : en }
  },
})
