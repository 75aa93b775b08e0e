import { communicationsOf, publicRow, registerCsv, registerLine } from '../communications/index.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'communications',
  summary: {
    fr: 'Donne le registre des communications officielles.',
    en: 'Gives the register of official communications.',
  },
  options: {
    ...incidentOption,
    csv: {
      type: 'boolean',
      fr: 'en tableau pour un tableur',
      en: 'as a table for a spreadsheet',
    },
  },
  async run(call) {
    const { platform } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'communications')
    const all = await communicationsOf(platform.db, id)
    const rows = all.map(publicRow)
    const text = call.flags.has('csv')
      ? registerCsv(all).trimEnd()
      : all.map((one) => registerLine(one, call.locale)).join('\n')
    return { json: rows, text }
  },
})
