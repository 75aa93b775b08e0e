import { formatInteger, type Locale } from '../platform/i18n.ts'
import type { Obstacle, PurgePlan } from './model.ts'

const fr = {
  title: 'Purge',
  lead: {
    none: 'Les données des personnes sont gardées.',
    asked: (by: string) => `La purge est demandée par ${by}.`,
    second: 'Une seconde personne la confirme.',
    running: 'La purge est en cours. Elle reprend seule si elle est interrompue.',
    done: (at: string) => `Purgé le ${at}.`,
  },
  due: (day: string) => `Elles peuvent partir à partir du ${day}.`,
  notDue: 'La durée court à partir de la clôture de l’incident, qui est encore ouvert.',
  retention: 'Durée de conservation',
  inForce: 'En vigueur',
  days: (days: string) => `${days} jours après la clôture`,
  until: (day: string) => `jusqu’au ${day}`,
  byDefault: 'par défaut, personne n’a décidé',
  decidedBy: (name: string, at: string) => `décidé par ${name}, ${at}`,
  daysField: 'Jours après la clôture de l’incident',
  untilField: 'Ou une date',
  retentionHelp:
    'Remplissez l’un des deux champs. La décision est inscrite à la main courante avec votre nom.',
  decide: 'Décider la durée',
  close: 'Clôturer l’incident',
  closeNote: 'Les faits ne se modifient plus. La durée de conservation commence.',
  closedAt: (at: string) => `Incident clôturé ${at}.`,
  goes: 'Ce qui part',
  stays: 'Ce qui reste',
  columns: ['Données', 'Nombre'],
  rows: {
    people: 'Personnes\u00a0: noms, naissances, coordonnées, contrats',
    addressees: 'Destinataires\u00a0: noms, adresses',
    recipients: 'Destinataires gardés par les envois',
    replies: 'Réponses des relais, qui peuvent citer quelqu’un',
    reviewed: 'Lignes et candidats de la relecture',
    imports: 'Imports reçus',
    files: 'Fichiers\u00a0: listes, rapprochements, lettres, messages',
  },
  weight: (size: string) => `${size} Mo`,
  kept: {
    deliveries: 'Envois, avec leurs instants et leurs numéros',
    texts: 'Textes approuvés et leurs empreintes',
    seals: 'Sceaux\u00a0: une empreinte salée par personne, clés détruites',
    receipts: 'Récépissés et preuves joints aux échéances, tels que vous les avez joints',
    dossiers: 'Dossiers remis, avec leurs archives',
    journal: 'Entrées de la main courante',
  },
  keptToo: 'Restent aussi les comptes de la preuve, les communications et les décisions.',
  backups:
    'Les sauvegardes déjà faites gardent tout. Détruisez-les vous-même\u00a0: Tocsin ne sait pas où elles sont.',
  handed:
    'Remettez avant la purge les preuves nominatives demandées. Après, il n’y en aura plus d’autres\u202f; celles remises se vérifient toujours.',
  ask: 'Demander la purge',
  askNote: 'Rien ne part encore. Une seconde personne confirme.',
  confirm: 'Confirmer la purge, sans retour',
  confirmNote: 'Les données des personnes sont détruites. Aucune commande ne les fait revenir.',
  withdraw: 'Retirer la demande',
  who: 'Qui a purgé',
  by: (asked: string, confirmed: string) => `Demandée par ${asked}, confirmée par ${confirmed}.`,
  obstacles: {
    campaign_under_way: 'Une campagne n’est pas finie\u00a0: finissez-la ou annulez-la.',
    held_unknown: 'Des envois retenus attendent une décision\u00a0: décidez-les.',
    import_in_hand: 'Un import est en cours\u00a0: attendez sa fin, ou abandonnez-le.',
    draft_list: 'Un brouillon de liste attend\u00a0: publiez-le ou écartez-le.',
    not_due: 'La durée de conservation court encore. Changez-la d’abord si elle n’est plus la bonne.',
    open_incident:
      'L’incident est ouvert, et la durée court à partir de sa clôture. Clôturez-le, ou fixez une date.',
  } satisfies Record<Obstacle, string> as Record<Obstacle, string>,
  purgedTitle: 'Données purgées',
  purgedLead: (on: string) => `Purgé le ${on}.`,
  purgedBody:
    'Les données des personnes de cet incident n’existent plus ici. Les comptes, les textes, les sceaux et la main courante restent.',
  toProof: 'Voir la preuve',
}

const en: typeof fr = {
  title: 'Purge',
  lead: {
    none: 'People’s data is kept.',
    asked: (by) => `The purge was asked for by ${by}.`,
    second: 'A second person confirms it.',
    running: 'The purge is under way. It resumes by itself if interrupted.',
    done: (at) => `Purged on ${at}.`,
  },
  due: (day) => `It may be purged from ${day} on.`,
  notDue: 'The retention runs from the closure of the incident, which is still open.',
  retention: 'Retention',
  inForce: 'In force',
  days: (days) => `${days} days after the closure`,
  until: (day) => `until ${day}`,
  byDefault: 'the default, nobody decided',
  decidedBy: (name, at) => `decided by ${name}, ${at}`,
  daysField: 'Days after the closure of the incident',
  untilField: 'Or a date',
  retentionHelp: 'Fill one of the two fields. The decision is written in the journal with your name.',
  decide: 'Decide the retention',
  close: 'Close the incident',
  closeNote: 'Facts can no longer be changed. The retention begins.',
  closedAt: (at) => `Incident closed ${at}.`,
  goes: 'What goes',
  stays: 'What stays',
  columns: ['Data', 'Number'],
  rows: {
    people: 'People: names, births, contact details, contracts',
    addressees: 'Addressees: names, addresses',
    recipients: 'Recipients kept by the deliveries',
    replies: 'Replies of relays, which may quote somebody',
    reviewed: 'Rows and candidates of the review',
    imports: 'Imports received',
    files: 'Files: lists, matches, letters, messages',
  },
  weight: (size) => `${size} MB`,
  kept: {
    deliveries: 'Deliveries, with their instants and numbers',
    texts: 'Approved texts and their hashes',
    seals: 'Seals: one salted hash a person, keys destroyed',
    receipts: 'Receipts and evidence joined to deadlines, as you joined them',
    dossiers: 'Dossiers handed over, with their archives',
    journal: 'Entries of the journal',
  },
  keptToo: 'The counts of the proof, the communications and the decisions stay too.',
  backups:
    'Backups already made keep everything. Destroy them yourself: Tocsin does not know where they are.',
  handed:
    'Hand out before the purge the proofs in people’s names that were asked for. Afterwards there are no others; those handed out still verify.',
  ask: 'Ask for the purge',
  askNote: 'Nothing goes yet. A second person confirms.',
  confirm: 'Confirm the purge, with no way back',
  confirmNote: 'People’s data is destroyed. No command brings it back.',
  withdraw: 'Withdraw the request',
  who: 'Who purged',
  by: (asked, confirmed) => `Asked for by ${asked}, confirmed by ${confirmed}.`,
  obstacles: {
    campaign_under_way: 'A campaign is not finished: finish or cancel it.',
    held_unknown: 'Held deliveries wait for a decision: decide them.',
    import_in_hand: 'An import is in hand: wait for its end, or abandon it.',
    draft_list: 'A draft list waits: publish it or set it aside.',
    not_due: 'The retention still runs. Change it first if it is no longer right.',
    open_incident: 'The incident is open, and the retention runs from its closure. Close it, or set a date.',
  },
  purgedTitle: 'Data purged',
  purgedLead: (on) => `Purged on ${on}.`,
  purgedBody:
    'The data of people in this incident no longer exists here. Counts, texts, seals and the journal stay.',
  toProof: 'See the proof',
}

export const texts = { fr, en }

export function obstacleWords(obstacles: readonly Obstacle[], locale: Locale): string {
  return obstacles.map((obstacle) => texts[locale].obstacles[obstacle]).join(' ')
}

export function megabytes(bytes: number, locale: Locale): string {
  return texts[locale].weight(formatInteger(Math.ceil(bytes / 1e6), locale))
}

/** The plan in words, a line for each kind of data: what goes, then what stays. */
export function planLines({ stays, bytes, ...goes }: PurgePlan, locale: Locale): string[] {
  const words = texts[locale]
  const n = (value: number) => formatInteger(value, locale)
  const colon = locale === 'fr' ? '\u00a0:' : ':'
  return [
    `${words.goes}${colon}`,
    ...Object.entries(words.rows).map(
      ([name, label]) => `  ${n(goes[name as keyof typeof goes])} · ${label}`,
    ),
    `${words.stays}${colon}`,
    ...Object.entries(words.kept).map(
      ([name, label]) => `  ${n(stays[name as keyof typeof stays] ?? 0)} · ${label}`,
    ),
    words.keptToo,
    words.backups,
  ]
}
