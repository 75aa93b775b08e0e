import { resolve } from 'node:path'
import { backUp } from '../backup/index.ts'
import { ioRefusal } from '../platform/io-refusal.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'backup',
  roles: ['lead', 'dpo'],
  summary: {
    fr: 'Sauvegarde la base et les fichiers, chiffrés, dans un seul fichier.',
    en: 'Saves the database and the files, encrypted, in one file.',
  },
  options: {
    out: {
      type: 'string',
      required: true,
      value: 'FILE',
      fr: 'fichier à écrire (.tar.age)',
      en: 'file to write (.tar.age)',
    },
  },
  async run(call) {
    const { platform, actor } = await call.platform()
    const path = resolve(call.values['out'] ?? '')
    const summary = await backUp(platform, path, actor).catch((error) => {
      throw ioRefusal(error, path)
    })
    const { keys } = platform.home
    const fr = `${path} : ${summary.rows} lignes, ${summary.files} fichiers.\nSans les clés de ${keys}, cette sauvegarde ne se lit pas : gardez-en une copie ailleurs.`
    const en = `${path}: ${summary.rows} rows, ${summary.files} files.\nWithout the keys in ${keys} this backup cannot be read: keep a copy of them elsewhere.`
    return { json: { ...summary, keys }, text: call.locale === 'fr' ? fr : en }
  },
})
