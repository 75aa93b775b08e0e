import { define, refusals } from '../platform/refusal.ts'
import { texts } from './texts.ts'

const conflict = { http: 409, exit: 69 } as const
const forbidden = { http: 403, exit: 77 } as const

const stateIn = (locale: 'fr' | 'en', state: string) =>
  (texts[locale].states as Record<string, string>)[state] ?? state

/** Every rule of delivery that can be broken by a person or a setting. */
const apartNames: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: {
    health_professionals: 'professionnels de santé',
    firms: 'entreprises',
    clients_of_firms: 'clients d’entreprises',
  },
  en: { health_professionals: 'health professionals', firms: 'firms', clients_of_firms: 'clients of firms' },
}

export const deliveryRefusals = refusals('delivery', {
  relayAddress: define({
    http: 422,
    exit: 64,
    fr: () =>
      'TOCSIN_SMTP_URL n’est pas une adresse de relais. Écrivez smtp://relais:25 ou smtps://relais:465.',
    en: () => 'TOCSIN_SMTP_URL is not the address of a relay. Write smtp://relay:25 or smtps://relay:465.',
  }),
  noRelay: define({
    ...conflict,
    fr: () =>
      'Aucun relais d’e‑mail. Réglez TOCSIN_SMTP_URL, puis relancez\u202f; les envois restent prévus.',
    en: () => 'No e-mail relay. Set TOCSIN_SMTP_URL and start again; deliveries stay planned.',
  }),
  nothingLeaves: define<{ host: string }>({
    ...conflict,
    fr: ({ host }) =>
      `Exercice\u00a0: rien ne sort. Le relais ${host} n’est pas sur cette machine. Retirez TOCSIN_SMTP_URL ou indiquez un relais local.`,
    en: ({ host }) =>
      `Exercise: nothing leaves. The relay ${host} is not on this machine. Remove TOCSIN_SMTP_URL or give a local relay.`,
  }),
  noList: define({
    ...conflict,
    fr: () =>
      'Aucune liste des personnes concernées. Importez et rapprochez les fichiers, puis préparez la campagne.',
    en: () => 'There is no list of people concerned. Import and match the files, then prepare the campaign.',
  }),
  alreadyPrepared: define<{ reference: string }>({
    ...conflict,
    fr: ({ reference }) =>
      `La campagne ${reference} couvre déjà toutes les personnes de cette liste. Reprenez-la\u202f; une personne ne reçoit qu’un message.`,
    en: ({ reference }) =>
      `Campaign ${reference} already covers everybody on this list. Carry on with it; a person gets one message.`,
  }),
  unbalanced: define<{ concerned: number; covered: number; untold: number }>({
    ...conflict,
    fr: ({ concerned, covered, untold }) =>
      `Préparation arrêtée\u00a0: ${concerned} personnes concernées, ${covered} à informer et ${untold} impossibles à joindre. La somme n’est pas juste\u202f; rien n’est enregistré.`,
    en: ({ concerned, covered, untold }) =>
      `Preparation stopped: ${concerned} people concerned, ${covered} to tell and ${untold} who cannot be told. The sum does not hold; nothing is recorded.`,
  }),
  noSuchCampaign: define<{ named: string; known: string }>({
    http: 404,
    exit: 66,
    fr: ({ named, known }) =>
      `Aucune campagne ${named} dans cet incident. Campagnes de l’incident\u00a0: ${known}.`,
    en: ({ named, known }) => `No campaign ${named} in this incident. Its campaigns: ${known}.`,
  }),
  choiceMoved: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Quelqu’un d’autre a gardé un autre choix de phrases entre-temps. Votre choix est encore dans la page\u00a0: relisez celui qui est gardé, puis recommencez.',
    en: () =>
      'Somebody else kept another choice of sentences meanwhile. Yours is still on the page: read the one that is kept, then try again.',
  }),
  nothingToCorrect: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Personne n’attend cette correction\u00a0: aucune personne informée ne tient un texte qui a changé. Rien n’est préparé.',
    en: () =>
      'Nobody waits for this correction: no one who was told holds a text that has changed. Nothing is prepared.',
  }),
  notSentYet: define<{ reference: string }>({
    http: 409,
    exit: 65,
    fr: ({ reference }) =>
      `Rien n’est parti de la campagne ${reference}. Annulez-la et préparez-la de nouveau\u00a0: elle portera le nouveau texte.`,
    en: ({ reference }) =>
      `Nothing left from campaign ${reference}. Cancel it and prepare it again: it will carry the new text.`,
  }),
  noCampaign: define<{ incident: string }>({
    http: 404,
    exit: 66,
    fr: ({ incident }) =>
      `Aucune campagne pour l’incident ${incident}. Préparez-en une\u00a0: tocsin campaign prepare.`,
    en: ({ incident }) => `No campaign for incident ${incident}. Prepare one: tocsin campaign prepare.`,
  }),
  gateFailed: define<{ gates: string }>({
    ...conflict,
    fr: ({ gates }) =>
      `La campagne ne peut pas être libérée. ${gates} Corrigez le texte ou les faits, puis préparez-la de nouveau.`,
    en: ({ gates }) =>
      `The campaign cannot be released. ${gates} Correct the text or the facts, then prepare it again.`,
  }),
  wrongState: define<{ reference: string; state: string; needed: string }>({
    ...conflict,
    fr: ({ reference, state, needed }) =>
      `La campagne ${reference} est à l’état «\u00a0${stateIn('fr', state)}\u00a0»\u202f; il faut «\u00a0${stateIn('fr', needed)}\u00a0».`,
    en: ({ reference, state, needed }) =>
      `Campaign ${reference} is in state “${stateIn('en', state)}”; it must be “${stateIn('en', needed)}”.`,
  }),
  sayWhatLeft: define<{ reference: string }>({
    ...conflict,
    fr: ({ reference }) =>
      `La campagne ${reference} vient d’une sauvegarde\u00a0: des messages ont pu partir depuis. Dites ce que vous savez\u00a0: rien n’est parti (--since-backup nothing-left), ou nous ne savons pas (--since-backup not-known).`,
    en: ({ reference }) =>
      `Campaign ${reference} comes from a backup: messages may have left since. Say what you know: nothing left (--since-backup nothing-left), or we do not know (--since-backup not-known).`,
  }),
  somethingLeft: define<{ reference: string; reports: number }>({
    ...conflict,
    fr: ({ reference, reports }) =>
      `Des e‑mails de la campagne ${reference} que cette sauvegarde croit encore à envoyer sont revenus (${reports})\u00a0: ils étaient donc partis. Choisissez «\u00a0nous ne savons pas\u00a0» (--since-backup not-known).`,
    en: ({ reference, reports }) =>
      `E-mails of campaign ${reference} that this backup holds for unsent came back (${reports}): they had left. Choose “we do not know” (--since-backup not-known).`,
  }),
  sameHand: define({
    ...forbidden,
    fr: () =>
      'L’une des deux personnes a ouvert l’accès de l’autre il y a moins de 24 heures. Demandez la libération à une troisième, ou attendez.',
    en: () =>
      'One of the two people opened the other’s access less than 24 hours ago. Ask a third person to release, or wait.',
  }),
  alreadyReleasedByYou: define({
    ...forbidden,
    fr: () => 'Vous avez déjà libéré cette campagne. Il faut une seconde personne.',
    en: () => 'You have already released this campaign. A second person is needed.',
  }),
  roleNeeded: define({
    ...forbidden,
    fr: () =>
      'Libérer une campagne revient au pilote, à la déléguée à la protection des données ou à la communication.',
    en: () => 'A campaign is released by the lead, the data protection officer or communication.',
  }),
  fictionalRelease: define({
    ...forbidden,
    fr: () => 'Une personne fictive ne libère pas un incident réel. Connectez-vous avec votre propre compte.',
    en: () => 'A fictional person cannot release a real incident. Sign in with your own account.',
  }),
  notHeld: define<{ delivery: number }>({
    ...conflict,
    fr: ({ delivery }) => `L’envoi ${delivery} n’attend pas de décision. Rechargez la page.`,
    en: ({ delivery }) => `Delivery ${delivery} does not wait for a decision. Reload the page.`,
  }),
  noBatch: define<{ reference: string }>({
    http: 404,
    exit: 66,
    fr: ({ reference }) =>
      `Aucun lot de lettres «\u00a0${reference}\u00a0» ici. La page «\u00a0Lettres\u00a0» donne la référence de chaque lot.`,
    en: ({ reference }) =>
      `There is no batch of letters “${reference}” here. The page “Letters” gives the reference of each.`,
  }),
  noSuchDeliveries: define({
    http: 404,
    exit: 66,
    fr: () => 'Aucun chiffre de la page des envois ne porte ce nom. Revenez à cette page.',
    en: () => 'No figure of the sending page has this name. Go back to that page.',
  }),
  noMessage: define({
    http: 404,
    exit: 66,
    fr: () => 'Ce message n’est pas dans la boîte d’envoi.',
    en: () => 'This message is not in the outbox.',
  }),
  receiptNeeded: define({
    http: 422,
    exit: 64,
    fr: () => 'Indiquez le numéro du bordereau de dépôt (--receipt)\u00a0: c’est la preuve de l’envoi.',
    en: () => 'Give the number of the deposit receipt (--receipt): it is the proof of posting.',
  }),
  fictionalDeposit: define({
    ...forbidden,
    fr: () => 'Un dépôt fictif n’existe que dans un exercice.',
    en: () => 'A fictional deposit exists in an exercise only.',
  }),
  listMoved: define({
    http: 409,
    exit: 65,
    fr: () =>
      'Une autre liste a été publiée entre-temps. Rien n’est préparé. Relisez-la, puis préparez la campagne.',
    en: () =>
      'Another list was published meanwhile. Nothing is prepared. Read it, then prepare the campaign.',
  }),
  listOutdated: define<{ reference: string }>({
    ...conflict,
    fr: ({ reference }) =>
      `Les messages de la campagne ${reference} citent une liste qu’une autre a remplacée. Rien ne part. Annulez-la, puis préparez-la de nouveau.`,
    en: ({ reference }) =>
      `The messages of campaign ${reference} cite a list that another has replaced. Nothing leaves. Cancel it, then prepare it again.`,
  }),
  nothingSaidOf: define<{ population: string }>({
    http: 422,
    exit: 65,
    fr: ({ population }) =>
      `La liste compte des ${apartNames.fr[population] ?? population}, et rien n’est dit de leurs données. Ce qui vaut pour les assurés ne vaut pas pour eux. Sur la page « Données exposées », ajoutez la population « ${population} », dites ce qui a été exposé, puis recommencez.`,
    en: ({ population }) =>
      `The list holds ${apartNames.en[population] ?? population}, and nothing is said of their data. What holds for the insured does not hold for them. On the page “Exposed data”, add the population “${population}”, say what was exposed, then try again.`,
  }),
  restoredFirst: define<{ reference: string }>({
    http: 409,
    exit: 65,
    fr: ({ reference }) =>
      `La campagne ${reference} attend depuis une restauration : on ne sait pas ce qui est parti après la sauvegarde. Dites-le d’abord (page « Envois »), puis publiez la liste.`,
    en: ({ reference }) =>
      `Campaign ${reference} has been waiting since a restore: what left after the backup is not known. Say it first (page “Sending”), then publish the list.`,
  }),
})
