import { formatInteger } from '../platform/i18n.ts'

const n = (value: number) => formatInteger(value, 'fr')
const m = (value: number) => formatInteger(value, 'en')
const many = (value: number, one: string, several: string) => `${n(value)} ${value < 2 ? one : several}`

const fr = {
  nothingLeft: 'Aucun message n’est encore parti.',
  toTell: (persons: number) => `${many(persons, 'personne', 'personnes')} à informer.`,
  released: (names: string) => `Libérée par ${names}, `,
  strip: (told: number, all: number) =>
    `${many(told, 'personne informée', 'personnes informées')} sur ${n(all)}`,
  parts: {
    email: 'par e‑mail',
    letter: 'par lettre',
    waiting: 'en attente',
    in_progress: 'en cours',
    unknown_held: 'inconnues, retenues',
    cannot_be_told: 'impossibles',
    lost: 'perdues',
    told_twice: 'informées deux fois',
  },
  emailsLeft: 'e‑mails',
  otherDomains: (count: number) => many(count, 'autre domaine', 'autres domaines'),
  total: 'Total',
  seeHeld: (count: number) => `Voir les ${n(count)}`,
  deliveries: 'Envois',
  deliveriesLead: (count: number) => `${many(count, 'envoi', 'envois')}.`,
  deliveriesNote: 'Adresses masquées. La page d’une personne s’ouvre avec un motif.',
  outcomes: {
    sent: 'Essayés jusqu’au bout',
    accepted: 'Acceptés',
    dead: 'Adresse morte ou passés à la lettre',
    retry: 'À retenter',
    unknown: 'Inconnus, retenus',
  },
  leftToSend: 'Reste à envoyer',
  ofWave: (number: number) => `, vague ${n(number)}`,
  ofDomain: (domain: string) => `, ${domain}`,
  nextPage: 'Page suivante',
  deliveryColumns: ['Instant, Paris', 'Destinataire', 'État', 'Personnes'],
  states: {
    planned: 'Prévu',
    attempting: 'En cours',
    accepted: 'Accepté',
    refused: 'Refusé',
    unknown: 'Retenu',
    cancelled: 'Annulé',
    bounced: 'Rejeté après remise',
    returned: 'Lettre revenue',
  },
  personPage: (id: string) => `Personne n° ${id}`,
  page: (number: number) => `page ${n(number)}`,
  batchName: (number: number) => `Lot ${n(number)}`,
  batchColumns: ['Lot', 'Plis', 'État', 'Quand, preuve'],
  batchSums: (letters: number, deposited: number) =>
    `${many(letters, 'pli', 'plis')}, ${n(deposited)} ${deposited < 2 ? 'déposé' : 'déposés'}`,
  mayGetBoth:
    'Si le message était arrivé, une lettre s’y ajoute\u00a0: la personne reçoit alors les deux, et compte comme informée deux fois.',
  relayHint: (others: number | undefined) =>
    others
      ? `Le relais a accepté ${many(others, 'autre message', 'autres messages')} de cette minute`
      : 'Aucun autre message accepté dans cette minute',
  sinceBackup: 'Depuis la sauvegarde, que savez-vous\u202f?',
  since: {
    nothing_left: 'Aucun message n’est parti après elle. La campagne continue.',
    not_known:
      'Nous ne savons pas. Chaque e‑mail encore prévu est retenu, en attente d’une décision. Avant de remettre un lot de lettres, demandez à l’imprimeur ce qu’il a déjà reçu.',
  },
  files: 'Fichiers',
}

const en: typeof fr = {
  nothingLeft: 'No message has left yet.',
  toTell: (persons) => `${m(persons)} ${persons === 1 ? 'person' : 'people'} to tell.`,
  released: (names) => `Released by ${names}, `,
  strip: (told, all) => `${m(told)} ${told === 1 ? 'person' : 'people'} told out of ${m(all)}`,
  parts: {
    email: 'by e-mail',
    letter: 'by letter',
    waiting: 'waiting',
    in_progress: 'in progress',
    unknown_held: 'unknown, held',
    cannot_be_told: 'cannot be told',
    lost: 'lost',
    told_twice: 'told twice',
  },
  emailsLeft: 'e-mails',
  otherDomains: (count) => `${m(count)} other ${count === 1 ? 'domain' : 'domains'}`,
  total: 'Total',
  seeHeld: (count) => `See all ${m(count)}`,
  deliveries: 'Deliveries',
  deliveriesLead: (count) => `${m(count)} ${count === 1 ? 'delivery' : 'deliveries'}.`,
  deliveriesNote: 'Addresses are masked. A person’s page opens with a reason.',
  outcomes: {
    sent: 'Tried to the end',
    accepted: 'Accepted',
    dead: 'Dead address, or moved to a letter',
    retry: 'To retry',
    unknown: 'Unknown, held',
  },
  leftToSend: 'Left to send',
  ofWave: (number) => `, wave ${m(number)}`,
  ofDomain: (domain) => `, ${domain}`,
  nextPage: 'Next page',
  deliveryColumns: ['Instant, Paris', 'To', 'State', 'People'],
  states: {
    planned: 'Planned',
    attempting: 'Under way',
    accepted: 'Accepted',
    refused: 'Refused',
    unknown: 'Held',
    cancelled: 'Cancelled',
    bounced: 'Given back after acceptance',
    returned: 'Letter returned',
  },
  personPage: (id) => `Person no. ${id}`,
  page: (number) => `page ${m(number)}`,
  batchName: (number) => `Batch ${m(number)}`,
  batchColumns: ['Batch', 'Letters', 'State', 'When, evidence'],
  batchSums: (letters, deposited) =>
    `${m(letters)} ${letters === 1 ? 'letter' : 'letters'}, ${m(deposited)} handed over`,
  mayGetBoth:
    'If the message did arrive, the letter comes on top of it: the person then gets both, and counts as told twice.',
  relayHint: (others) =>
    others
      ? `The relay accepted ${m(others)} other ${others === 1 ? 'message' : 'messages'} of that minute`
      : 'No other message accepted within that minute',
  sinceBackup: 'Since the backup, what do you know?',
  since: {
    nothing_left: 'No message left after it. The campaign goes on.',
    not_known:
      'We do not know. Each e-mail still planned is held, waiting for a decision. Before you hand over a batch of letters, ask the print house what it received already.',
  },
  files: 'Files',
}

export const sendingTexts = { fr, en }
