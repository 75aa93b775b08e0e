import { existingDataFolder } from '../platform/data-folder.ts'
import { runningDesk } from '../platform/running-desk.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'status',
  summary: { fr: 'Dit si Tocsin tourne, et où.', en: 'Tells whether Tocsin runs, and where.' },
  options: {},
  async run({ config, locale }) {
    const desk = runningDesk(config)
    if (!desk) {
      const exercise = existingDataFolder(config)?.exercise ?? null
      const text =
        locale === 'fr'
          ? `Tocsin n’est pas démarré pour ${config.home}.`
          : `Tocsin is not running for ${config.home}.`
      return { json: { running: false, home: config.home, exercise }, text, exit: 3 }
    }
    const { url, pid, exercise, startedAt } = desk
    const nature = exercise
      ? locale === 'fr'
        ? 'exercice'
        : 'exercise'
      : locale === 'fr'
        ? 'incident réel'
        : 'real incident'
    const text =
      locale === 'fr'
        ? `Tocsin tourne : ${url} (processus ${pid}, ${nature}).`
        : `Tocsin is running: ${url} (process ${pid}, ${nature}).`
    return { json: { running: true, url, pid, exercise, startedAt, home: config.home }, text }
  },
})
