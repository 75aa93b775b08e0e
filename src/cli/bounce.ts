import { classifyFile, unreadableFile } from '../delivery/bounces/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { defineCommand } from './command.ts'
import { cliRefusals } from './run-command.ts'

export const command = defineCommand({
  name: 'bounce classify',
  summary: {
    fr: 'Lit des messages revenus et dit, une ligne JSON par destinataire en échec, ce qu’il faut en faire.',
    en: 'Reads returned messages and says, one JSON line for each failed recipient, what to do about it.',
  },
  options: {},
  positionals: ['FILE...'],
  async run({ positionals, locale, say }) {
    if (positionals.length === 0) {
      const problem = locale === 'fr' ? 'Il manque au moins un fichier.' : 'At least one file is missing.'
      throw cliRefusals.usage({ command: 'bounce classify', problem })
    }
    let failed = 0
    for (const file of positionals) {
      try {
        for await (const line of classifyFile(file)) process.stdout.write(`${JSON.stringify(line)}\n`)
      } catch (error) {
        const refusal = unreadableFile(error, file)
        if (!(refusal instanceof Refusal)) throw error
        say(refusal.text(locale))
        failed ||= refusal.exit
      }
    }
    return { exit: failed }
  },
})
