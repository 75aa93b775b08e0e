const fr = {
  title: 'Main courante',
  lead: (count: string, n: number) =>
    n < 2 ? `${count} entrée à la main courante.` : `${count} entrées à la main courante.`,
  notVerified: 'Elle n’a pas été vérifiée depuis le démarrage.',
  holds: 'Aucune n’a été changée ni retirée.',
  broken: (seq: string) => `L’entrée n°\u00a0${seq} ne tient pas.`,
  verification: 'Vérification',
  state: 'État',
  head: 'Tête',
  headHelp:
    'Empreinte SHA-256 de la dernière entrée. Notez-la ailleurs\u00a0: elle engage toutes les précédentes.',
  none: 'aucune entrée',
  verify: 'Vérifier toute la main courante',
  verifyNote: 'Relit chaque entrée depuis la première et recalcule son empreinte. Rien n’est modifié.',
  notVerifiedWord: 'À vérifier',
  verifiedWord: (count: string, at: string) => `Vérifiée, ${count} entrées, ${at}`,
  brokenWord: (seq: string, reason: string, at: string) =>
    `Rompue à l’entrée n°\u00a0${seq}\u00a0: ${reason}. Constaté ${at}. Restaurez une sauvegarde et gardez cette base comme preuve.`,
  reasons: {
    gap: 'un numéro manque',
    chain: 'elle ne suit pas l’empreinte de la précédente',
    hash: 'son contenu ne donne pas son empreinte',
  },
  entries: 'Entrées',
  order: 'la plus récente d’abord · heures de Paris',
  empty: 'Aucune entrée. La première sera inscrite avec le premier changement.',
  number: 'N°',
  instant: 'Instant, Paris',
  what: 'Ce qui s’est passé',
  who: 'Par qui',
  hash: 'Empreinte',
  otherIncident: 'Entrée d’un autre incident',
}

const en: typeof fr = {
  title: 'Journal',
  lead: (count, n) => (n === 1 ? `${count} entry in the journal.` : `${count} entries in the journal.`),
  notVerified: 'It has not been verified since the start.',
  holds: 'None was changed or removed.',
  broken: (seq) => `Entry no.\u00a0${seq} does not hold.`,
  verification: 'Verification',
  state: 'State',
  head: 'Head',
  headHelp: 'SHA-256 of the last entry. Write it down elsewhere: it vouches for all entries before it.',
  none: 'no entry',
  verify: 'Verify the whole journal',
  verifyNote: 'Reads each entry from the first and computes its hash again. Nothing is changed.',
  notVerifiedWord: 'To be verified',
  verifiedWord: (count, at) => `Verified, ${count} entries, ${at}`,
  brokenWord: (seq, reason, at) =>
    `Broken at entry no.\u00a0${seq}: ${reason}. Found ${at}. Restore a backup and keep this database as evidence.`,
  reasons: {
    gap: 'a number is missing',
    chain: 'it does not follow the hash before it',
    hash: 'its content does not give its hash',
  },
  entries: 'Entries',
  order: 'newest first · Paris time',
  empty: 'No entry. The first comes with the first change.',
  number: 'No.',
  instant: 'Instant, Paris',
  what: 'What happened',
  who: 'By whom',
  hash: 'Hash',
  otherIncident: 'Entry of another incident',
}

export const journalTexts = { fr, en }
