import { stopDesk } from '../lifecycle/index.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'stop',
  summary: { fr: 'Arrête Tocsin et sa base.', en: 'Stops Tocsin and its database.' },
  options: {},
  async run({ config, locale }) {
    const pid = await stopDesk(config)
    const [done, idle] =
      locale === 'fr'
        ? ['Tocsin est arrêté.', 'Tocsin n’était pas démarré.']
        : ['Tocsin has stopped.', 'Tocsin was not running.']
    return { json: { stopped: pid !== undefined, pid: pid ?? null }, text: pid === undefined ? idle : done }
  },
})
