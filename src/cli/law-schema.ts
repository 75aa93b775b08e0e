import { CASE_EXAMPLE, caseSchema } from '../law/index.ts'
import { defineCommand } from './command.ts'

/** `law schema`: the form of the file of facts, or one to start from. Always JSON. */
export const command = defineCommand({
  name: 'law schema',
  summary: {
    fr: 'Donne la forme du fichier de faits (JSON Schema), chaque fait avec sa question.',
    en: 'Gives the form of the file of facts (JSON Schema), each fact with its question.',
  },
  options: {
    example: {
      type: 'boolean',
      fr: 'un fichier de faits pour commencer',
      en: 'a file of facts to start from',
    },
  },
  async run({ flags, locale }) {
    const json = flags.has('example') ? CASE_EXAMPLE : caseSchema(locale)
    return { json, text: JSON.stringify(json, null, 2) }
  },
})
