import { formatInteger } from '../platform/i18n.ts'

const n = (value: number) => formatInteger(value, 'fr')
const m = (value: number) => formatInteger(value, 'en')

const fr = {
  sending: 'Envois',
  none: 'Aucune campagne n’est préparée.',
  noneNote: 'Rien n’est envoyé avant deux libérations.',
  states: {
    prepared: 'Préparée, à libérer',
    released: 'Libérée, pas commencée',
    sending: 'En cours',
    paused: 'Suspendue',
    finished: 'Finie',
    cancelled: 'Annulée',
  },
  lead: {
    prepared: 'La campagne attend deux libérations.',
    released: 'La campagne est libérée et n’a pas commencé.',
    sending: 'La campagne est en cours.',
    paused: 'La campagne est suspendue.',
    finished: 'La campagne est finie.',
    cancelled: 'La campagne est annulée.',
  },
  told: (told: number, all: number) =>
    `${n(told)} ${told < 2 ? 'personne informée' : 'personnes informées'} sur ${n(all)}.`,
  paused: {
    person: 'Suspendue par une personne de la cellule.',
    sender_refused:
      'Coupe-circuit\u00a0: des relais refusent nos messages (authentification, réputation ou contenu). Réparez, puis reprenez.',
    relay_tls: 'Coupe-circuit\u00a0: notre relais ne protège pas la connexion (TLS). Réparez, puis reprenez.',
    relay_auth: 'Coupe-circuit\u00a0: notre relais refuse nos identifiants. Réparez, puis reprenez.',
    restored:
      'Sauvegarde restaurée\u00a0: des messages ont pu partir après elle. Vérifiez-le avant de reprendre.',
  },
  rate: 'Rythme',
  perHour: 'par heure',
  rateNote: 'moyenne de 15 min',
  left: 'Reste à envoyer',
  leftNote: (letters: number) => `e‑mails\u202f; ${n(letters)} ${letters < 2 ? 'lettre' : 'lettres'} en plus`,
  breaker: 'Coupe-circuit',
  breakerOff: 'Non déclenché',
  breakerOn: 'Déclenché',
  breakerNote: 'seuil 5\u202f% des 500 derniers essais',
  start: 'Commencer l’envoi',
  pause: 'Suspendre la campagne',
  resume: 'Reprendre la campagne',
  pauseNote: 'Suspendre arrête après le message en cours. Rien n’est renvoyé à la reprise.',
  held: (count: number) =>
    count === 1 ? '1 envoi attend votre décision' : `${n(count)} envois attendent votre décision`,
  heldNote:
    'Nous ne savons pas si ces messages sont arrivés. Ils ne repartent jamais seuls\u00a0: une personne pourrait être informée deux fois.',
  heldColumns: ['Depuis', 'Envoi et preuve', 'Indice du relais', 'Décider'],
  heldReasons: {
    sender_died: 'Message remis en entier\u202f; notre envoi s’est arrêté avant la réponse',
    no_reply_dot: 'Message remis en entier\u202f; connexion coupée avant la réponse',
    restored: 'Prévu dans la sauvegarde\u202f; parti ou non depuis, nous ne savons pas',
  } as Record<string, string>,
  received: 'Tenir pour reçu',
  toLetter: 'Passer à la lettre',
  domains: 'Refus par domaine',
  domainsNote: 'une adresse morte passe à la lettre\u202f; un refus nous visant, jamais',
  domainColumns: ['Domaine', 'Envoyés', 'Acceptés', 'Adresse morte, lettre', 'À retenter', 'Inconnus'],
  letters: 'Lettres',
  batchStates: {
    building: 'Composition',
    built: 'À déposer',
    deposited: 'Déposé',
    withdrawn: 'Repris, ne pas imprimer',
  },
  noBatch: 'Aucun lot de lettres n’est composé.',
  receipt: 'Bordereau',
  fictionalReceipt: 'Bordereau fictif (exercice)',
  receiptField: 'Numéro du bordereau de dépôt',
  receiptHelp: 'La preuve que l’imprimeur ou la poste a pris les lots composés.',
  post: 'Enregistrer le dépôt',
  pdf: 'PDF',
  manifest: 'Bordereau des adresses (CSV)',
  outbox: 'Boîte d’envoi',
  outboxLead: (count: number) =>
    count === 0
      ? 'Aucun e‑mail n’est parti.'
      : count === 1
        ? 'Un e‑mail est parti.'
        : `${n(count)} e‑mails sont partis.`,
  outboxExercise: 'Exercice\u00a0: rien ne sort. Chaque message est un fichier de ce poste.',
  outboxColumns: ['Parti', 'Message', 'Personnes'],
  source: 'Source du message',
  release: 'Libération',
  releaseLead: (given: number): string =>
    given === 0
      ? 'Personne n’a encore libéré la campagne.'
      : 'Une personne a libéré la campagne. Il en faut une seconde.',
  gates: 'Contrôles avant envoi',
  cancelVerb: 'Annuler cette campagne',
  cancelNote: 'Rien n’est parti. Ses personnes reviennent à prévoir, et vous pourrez en préparer une autre.',
  releaseVerb: 'Libérer la campagne',
  releaseNote: 'Après la seconde libération, les textes sont figés.',
  releasedBy: (name: string, at: string) => `Libérée par ${name}, ${at}.`,
  fictional: 'personne fictive, exercice',
  readToRelease: 'Lire les textes et libérer',
  readReleased: 'Lire les textes libérés',
}

const en: typeof fr = {
  sending: 'Sending',
  none: 'No campaign is prepared.',
  noneNote: 'Nothing is sent before two releases.',
  states: {
    prepared: 'Prepared, to release',
    released: 'Released, not started',
    sending: 'Under way',
    paused: 'Paused',
    finished: 'Finished',
    cancelled: 'Cancelled',
  },
  lead: {
    prepared: 'The campaign waits for two releases.',
    released: 'The campaign is released and has not started.',
    sending: 'The campaign is under way.',
    paused: 'The campaign is paused.',
    finished: 'The campaign is finished.',
    cancelled: 'The campaign is cancelled.',
  },
  told: (told, all) => `${m(told)} ${told === 1 ? 'person' : 'people'} told out of ${m(all)}.`,
  paused: {
    person: 'Paused by a person of the team.',
    sender_refused:
      'Circuit breaker: relays refuse our messages (authentication, reputation or content). Repair, then resume.',
    relay_tls: 'Circuit breaker: our relay does not protect the connection (TLS). Repair, then resume.',
    relay_auth: 'Circuit breaker: our relay refuses our credentials. Repair, then resume.',
    restored: 'Backup restored: messages may have left after it. Check before resuming.',
  },
  rate: 'Rate',
  perHour: 'an hour',
  rateNote: 'mean of 15 min',
  left: 'Left to send',
  leftNote: (letters) => `e-mails; ${m(letters)} ${letters === 1 ? 'letter' : 'letters'} besides`,
  breaker: 'Circuit breaker',
  breakerOff: 'Not tripped',
  breakerOn: 'Tripped',
  breakerNote: 'threshold 5% of the last 500 attempts',
  start: 'Start sending',
  pause: 'Pause the campaign',
  resume: 'Resume the campaign',
  pauseNote: 'Pausing stops after the message in hand. Nothing is sent again on resuming.',
  held: (count) =>
    count === 1 ? '1 delivery waits for your decision' : `${m(count)} deliveries wait for your decision`,
  heldNote:
    'We do not know whether these messages arrived. They never leave again by themselves: a person could be told twice.',
  heldColumns: ['Since', 'Delivery and evidence', 'Hint of the relay', 'Decide'],
  heldReasons: {
    sender_died: 'Message handed over whole; our sender stopped before the reply',
    no_reply_dot: 'Message handed over whole; connection cut before the reply',
    restored: 'Planned in the backup; whether it left since, we do not know',
  },
  received: 'Hold as received',
  toLetter: 'Send a letter',
  domains: 'Refusals by domain',
  domainsNote: 'a dead address becomes a letter; a refusal about us, never',
  domainColumns: ['Domain', 'Sent', 'Accepted', 'Dead address, letter', 'To retry', 'Unknown'],
  letters: 'Letters',
  batchStates: {
    building: 'Being set',
    built: 'To hand over',
    deposited: 'Handed over',
    withdrawn: 'Taken back, not to print',
  },
  noBatch: 'No batch of letters is set.',
  receipt: 'Receipt',
  fictionalReceipt: 'Fictional receipt (exercise)',
  receiptField: 'Number of the deposit receipt',
  receiptHelp: 'The proof that the print house or the post took the batches that are set.',
  post: 'Record the hand-over',
  pdf: 'PDF',
  manifest: 'Address list (CSV)',
  outbox: 'Outbox',
  outboxLead: (count) =>
    count === 0
      ? 'No e-mail has left.'
      : count === 1
        ? 'One e-mail has left.'
        : `${m(count)} e-mails have left.`,
  outboxExercise: 'Exercise: nothing leaves. Each message is a file on this machine.',
  outboxColumns: ['Left', 'Message', 'People'],
  source: 'Source of the message',
  release: 'Release',
  releaseLead: (given): string =>
    given === 0
      ? 'Nobody has released the campaign yet.'
      : 'One person released the campaign. A second one is needed.',
  gates: 'Checks before sending',
  cancelVerb: 'Cancel this campaign',
  cancelNote: 'Nothing left. Its people are to be planned again, and you may prepare another.',
  releaseVerb: 'Release the campaign',
  releaseNote: 'After the second release the texts are frozen.',
  releasedBy: (name, at) => `Released by ${name}, ${at}.`,
  fictional: 'fictional person, exercise',
  readToRelease: 'Read the texts and release',
  readReleased: 'Read the released texts',
}

export const texts = { fr, en }
