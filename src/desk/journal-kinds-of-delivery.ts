/** What the entries about campaigns, communications, deliveries and letters say; a part of `journalKinds`. */
export const deliveryKinds: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  'campaign.prepared': {
    fr: 'Campagne {campaign} préparée\u00a0: {email} e\u2011mails et {letter} lettres',
    en: 'Campaign {campaign} prepared: {email} e\u2011mails and {letter} letters',
  },
  'correction.prepared': {
    fr: 'Correction {campaign} préparée pour {owed} personnes\u00a0: {email} e\u2011mails et {letter} lettres',
    en: 'Correction {campaign} prepared for {owed} people: {email} e\u2011mails and {letter} letters',
  },
  'campaign.withdrawn': {
    fr: 'Campagne {campaign}, texte corrigé depuis\u00a0: {messages} messages ne partent plus',
    en: 'Campaign {campaign}, text corrected since: {messages} messages no longer leave',
  },
  'campaign.unsuited-withdrawn': {
    fr: 'Campagne {campaign}, liste changée depuis ou premier message revenu : {messages} messages ne partent plus',
    en: 'Campaign {campaign}, list changed since or first message returned: {messages} messages no longer leave',
  },
  'notice.sentences_chosen': {
    fr: 'Phrases choisies, version {version}\u00a0: {omitted} retirées, {added} ajoutées',
    en: 'Sentences chosen, version {version}: {omitted} left out, {added} added',
  },
  'versions.exported': {
    fr: 'Personnes informées par un texte téléchargées\u00a0: {persons}',
    en: 'People told by a text downloaded: {persons}',
  },
  'communications.registered': {
    fr: 'Registre des communications\u00a0: {texts} textes de {campaign} inscrits',
    en: 'Register of communications: {texts} texts of {campaign} entered',
  },
  'communications.official': {
    fr: 'Registre des communications\u00a0: {texts} textes de {campaign} officiels',
    en: 'Register of communications: {texts} texts of {campaign} official',
  },
  'communications.withdrawn': {
    fr: 'Registre des communications\u00a0: {texts} textes de {campaign} retirés',
    en: 'Register of communications: {texts} texts of {campaign} withdrawn',
  },
  'communications.entered': {
    fr: 'Registre des communications\u00a0: {reference} inscrite',
    en: 'Register of communications: {reference} entered',
  },
  'communications.taken_back': {
    fr: 'Registre des communications\u00a0: {reference} retirée',
    en: 'Register of communications: {reference} withdrawn',
  },
  'campaign.release-given': {
    fr: 'Campagne {campaign}, première libération',
    en: 'Campaign {campaign}, first release',
  },
  'campaign.released': {
    fr: 'Campagne {campaign} libérée par deux personnes',
    en: 'Campaign {campaign} released by two people',
  },
  'campaign.started': { fr: 'Campagne {campaign} commencée', en: 'Campaign {campaign} started' },
  'campaign.cancelled': { fr: 'Campagne {campaign} annulée', en: 'Campaign {campaign} cancelled' },
  'campaign.paused': { fr: 'Campagne {campaign} suspendue', en: 'Campaign {campaign} paused' },
  'campaign.resumed': { fr: 'Campagne {campaign} reprise', en: 'Campaign {campaign} resumed' },
  'campaign.waves-decided': {
    fr: 'Campagne {campaign}, vagues décidées\u00a0: {waves}, {perHour} e\u2011mails par heure au plus',
    en: 'Campaign {campaign}, waves decided: {waves}, {perHour} e\u2011mails an hour at most',
  },
  'campaign.wave-delayed': {
    fr: 'Campagne {campaign}, vague {wave} retardée de {minutes} minutes',
    en: 'Campaign {campaign}, wave {wave} put off by {minutes} minutes',
  },
  'campaign.wave-held': {
    fr: 'Campagne {campaign}, vague {wave} retenue',
    en: 'Campaign {campaign}, wave {wave} held',
  },
  'campaign.wave-let-go': {
    fr: 'Campagne {campaign}, vague {wave} laissée partir',
    en: 'Campaign {campaign}, wave {wave} let go',
  },
  'campaign.domain-slowed': {
    fr: 'Campagne {campaign}, un domaine ralenti à {perHour} e\u2011mails par heure',
    en: 'Campaign {campaign}, a domain slowed to {perHour} e\u2011mails an hour',
  },
  'campaign.domain-held': {
    fr: 'Campagne {campaign}, domaine retenu par le coupe-circuit\u00a0: {domain}',
    en: 'Campaign {campaign}, domain held by the circuit breaker: {domain}',
  },
  'campaign.domain-resumed': {
    fr: 'Campagne {campaign}, domaine repris\u00a0: {domain}',
    en: 'Campaign {campaign}, domain taken up again: {domain}',
  },
  'campaign.calls-recorded': {
    fr: 'Campagne {campaign}, appels reçus inscrits\u00a0: {calls}',
    en: 'Campaign {campaign}, calls received recorded: {calls}',
  },
  'campaign.finished': { fr: 'Campagne {campaign} finie', en: 'Campaign {campaign} finished' },
  'delivery.chunk-sent': {
    fr: 'Campagne {campaign}, lot {run}\u00a0: {events} événements scellés',
    en: 'Campaign {campaign}, run {run}: {events} events sealed',
  },
  'delivery.run-recovered': {
    fr: 'Lot repris après un arrêt\u00a0: {notSent} non partis, {unknown} retenus',
    en: 'Run recovered after a stop: {notSent} not sent, {unknown} held',
  },
  'delivery.unknown-decided': {
    fr: 'Envoi sans réponse\u00a0: décision prise',
    en: 'Unanswered delivery: decided',
  },
  'delivery.returned': {
    fr: 'Message revenu, campagne {campaign}\u00a0: {reason}',
    en: 'Message returned, campaign {campaign}: {reason}',
  },
  'delivery.report-linked': {
    fr: 'Retour rattaché à un envoi par une personne',
    en: 'Returned mail linked to a delivery by a person',
  },
  'delivery.report-ignored': {
    fr: 'Retour écarté par une personne\u00a0: {because}',
    en: 'Returned mail set aside by a person: {because}',
  },
  'delivery.hook-token-made': {
    fr: 'Jeton de retours créé\u00a0: {name}',
    en: 'Token for returned mail made: {name}',
  },
  'delivery.hook-token-revoked': {
    fr: 'Jeton de retours révoqué',
    en: 'Token for returned mail revoked',
  },
  'letters.batch-built': {
    fr: 'Lettres, lot {batch}\u00a0: {letters} plis composés',
    en: 'Letters, batch {batch}: {letters} composed',
  },
  'letters.refused': {
    fr: 'Lettres impossibles à imprimer\u00a0: {letters}',
    en: 'Letters that cannot be printed: {letters}',
  },
  'letters.file-read': {
    fr: 'Lettres, lot {batch}\u00a0: fichier pris',
    en: 'Letters, batch {batch}: file taken',
  },
  'letters.batch-deposited': {
    fr: 'Lettres, lot {batch}\u00a0: {letters} plis déposés',
    en: 'Letters, batch {batch}: {letters} deposited',
  },
  'letters.batch-withdrawn': {
    fr: 'Lettres, lot {batch} repris\u00a0: {plannedAgain} à recomposer, {cancelled} annulées',
    en: 'Letters, batch {batch} taken back: {plannedAgain} to set again, {cancelled} cancelled',
  },
  'letters.reported': {
    fr: 'Compte rendu des lettres\u00a0: postées {posted}, revenues {returned}',
    en: 'Report of letters: posted {posted}, returned {returned}',
  },
  'letters.profile-chosen': {
    fr: 'Lettres, campagne {campaign}\u00a0: profil d’impression {profile}',
    en: 'Letters, campaign {campaign}: print profile {profile}',
  },
}
