/** What entries say of seals and proofs, of how long data are kept, and of their purge. */
export const keepingKinds: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  'incident.closed': { fr: 'Incident clos\u00a0: {reference}', en: 'Incident closed: {reference}' },
  'retention.decided': { fr: 'Durée de conservation décidée', en: 'Retention decided' },
  'purge.asked': {
    fr: 'Purge demandée\u00a0: {people} personnes, {files} fichiers',
    en: 'Purge asked for: {people} people, {files} files',
  },
  'purge.withdrawn': { fr: 'Demande de purge retirée', en: 'Request for a purge withdrawn' },
  'purge.confirmed': {
    fr: 'Purge confirmée, demandée par {askedBy}\u00a0: {people} personnes',
    en: 'Purge confirmed, asked for by {askedBy}: {people} people',
  },
  'purge.done': {
    fr: 'Purge finie\u00a0: données de {people} personnes détruites',
    en: 'Purge done: data of {people} people destroyed',
  },
  'proof.sealed': {
    fr: 'Issues scellées, sceau n° {seal}\u00a0: {size} personnes',
    en: 'Outcomes sealed, seal no. {seal}: {size} people',
  },
  'proof.person_made': {
    fr: 'Preuve établie pour la personne n° {personId}',
    en: 'Proof made for person no. {personId}',
  },
}
