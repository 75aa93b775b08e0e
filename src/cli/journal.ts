import { verifyJournal } from '../journal/index.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'journal verify',
  summary: {
    fr: 'Relit toute la main courante et vérifie sa chaîne d’empreintes.',
    en: 'Reads the whole journal again and checks its chain of hashes.',
  },
  options: {},
  async run(call) {
    const { platform } = await call.platform()
    const result = await verifyJournal(platform.db)
    const { verified, entries, head, broken } = result
    const fr = verified
      ? `Juste : ${entries} entrées, tête ${head}.`
      : `Rompue à l’entrée ${broken?.seq} (${broken?.reason}). Gardez ce dossier tel quel et comparez avec la dernière sauvegarde.`
    const en = verified
      ? `Sound: ${entries} entries, head ${head}.`
      : `Broken at entry ${broken?.seq} (${broken?.reason}). Keep this folder as it is and compare with the last backup.`
    return { json: result, text: call.locale === 'fr' ? fr : en, exit: verified ? 0 : 1 }
  },
})
