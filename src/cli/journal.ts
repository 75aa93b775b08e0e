import {
  type LedgerVerification,
  type SealsVerification,
  verifyLedger,
  verifySeals,
} from '../delivery/index.ts'
import { type Verification, verifyJournal } from '../journal/index.ts'
import type { Locale } from '../platform/refusal.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'journal verify',
  summary: {
    fr: 'Relit toute la main courante, le registre des envois et les sceaux, et vérifie leurs empreintes.',
    en: 'Reads the whole journal, the ledger of deliveries and the seals again, and checks their hashes.',
  },
  options: {},
  async run(call) {
    const { platform } = await call.platform()
    const journal = await verifyJournal(platform.db)
    const ledger = await verifyLedger(platform.db)
    const seals = await verifySeals(platform.db)
    const sound = journal.verified && ledger.verified && seals.verified
    const text = [
      journalWords(journal, call.locale),
      ledgerWords(ledger, call.locale),
      sealsWords(seals, call.locale),
    ].join('\n')
    return { json: { ...journal, ledger, seals }, text, exit: sound ? 0 : 1 }
  },
})

function journalWords({ verified, entries, head, broken }: Verification, locale: Locale): string {
  if (locale === 'fr') {
    return verified
      ? `Main courante juste : ${entries} entrées, tête ${head}.`
      : `Main courante rompue à l’entrée ${broken?.seq} (${broken?.reason}). Gardez ce dossier tel quel et comparez avec la dernière sauvegarde.`
  }
  return verified
    ? `Journal sound: ${entries} entries, head ${head}.`
    : `Journal broken at entry ${broken?.seq} (${broken?.reason}). Keep this folder as it is and compare with the last backup.`
}

export function ledgerWords({ verified, runs, events, broken }: LedgerVerification, locale: Locale): string {
  if (locale === 'fr') {
    return verified
      ? `Registre des envois juste : ${events} événements en ${runs} lots scellés.`
      : `Registre des envois rompu au lot ${broken?.run} (${broken?.reason}).`
  }
  return verified
    ? `Ledger of deliveries sound: ${events} events in ${runs} sealed runs.`
    : `Ledger of deliveries broken at run ${broken?.run} (${broken?.reason}).`
}

export function sealsWords({ verified, seals, leaves, broken }: SealsVerification, locale: Locale): string {
  if (locale === 'fr')
    return verified
      ? `Sceaux justes : ${leaves} issues en ${seals} sceaux.`
      : `Sceau rompu : n° ${broken?.seal} (${broken?.reason}).`
  return verified
    ? `Seals sound: ${leaves} outcomes in ${seals} seals.`
    : `Seal broken: no. ${broken?.seal} (${broken?.reason}).`
}
