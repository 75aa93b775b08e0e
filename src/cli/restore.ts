import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { readHead, restore, takeKeys } from '../backup/index.ts'
import { withNewDataFolder } from '../lifecycle/index.ts'
import type { Config } from '../platform/config.ts'
import { existingDataFolder } from '../platform/data-folder.ts'
import { ioRefusals } from '../platform/io-refusal.ts'
import { deskRefusals } from '../platform/running-desk.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'restore',
  summary: {
    fr: 'Restaure une sauvegarde dans un dossier neuf (TOCSIN_HOME).',
    en: 'Restores a backup into a new folder (TOCSIN_HOME).',
  },
  options: {
    from: { type: 'string', required: true, value: 'FILE', fr: 'sauvegarde à lire', en: 'backup to read' },
    keys: { type: 'string', value: 'DIR', fr: 'dossier des clés d’origine', en: 'original keys folder' },
  },
  async run({ config, values, locale }) {
    const path = resolve(values['from'] ?? '')
    if (!existsSync(path)) throw ioRefusals.notFound({ path })
    refuseUsed(config)
    if (values['keys']) takeKeys(resolve(values['keys']), config.keys)
    const { folder } = await readHead({ keys: config.keys }, path)
    const tail = await restoreInto(config, folder.exercise, path)
    const fr = `Restauré dans ${config.home} : ${tail.journal.entries} entrées de main courante, ${tail.files} fichiers. « npm start » l’ouvre.`
    const en = `Restored into ${config.home}: ${tail.journal.entries} journal entries, ${tail.files} files. “npm start” opens it.`
    return { json: { home: config.home, ...tail }, text: locale === 'fr' ? fr : en }
  },
})

function restoreInto(config: Config, exercise: boolean, path: string) {
  const operator = { kind: 'operator', name: userInfo().username } as const
  return withNewDataFolder(config, exercise, (platform) => restore(platform, path, operator))
}

/** Before anything is written, the keys included; judged again under the folder's lock. */
function refuseUsed(config: Config): void {
  if (existingDataFolder(config)) throw deskRefusals.folderUsed({ home: config.home })
}
