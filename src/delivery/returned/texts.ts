import { formatInteger } from '../../platform/i18n.ts'
import type { ReportList } from './listed-store.ts'
import type { Intake } from './report-store.ts'

const reasonsFr: Record<string, string> = {
  user_unknown: 'adresse inconnue',
  domain_unknown: 'domaine inconnu',
  mailbox_disabled: 'boîte fermée',
  moved: 'boîte transférée',
  takes_no_mail: 'domaine sans messagerie',
  mailbox_full: 'boîte pleine',
  message_too_big: 'message trop lourd',
  greylisted: 'essai différé par le serveur',
  unreachable: 'serveur injoignable',
  expired: 'délai du relais dépassé',
  system_trouble: 'panne du serveur',
  cause_unknown: 'cause non dite',
  authentication: 'authentification refusée',
  blocklist: 'notre serveur est bloqué',
  content: 'contenu refusé',
  rate_limited: 'débit refusé',
  relay_denied: 'relais refusé',
  sender_refused: 'expéditeur refusé',
  policy: 'règle du serveur',
  complaint: 'signalé indésirable',
  authentication_report: 'rapport d’authentification',
  delayed: 'retard annoncé',
  delivered: 'remise confirmée',
  vacation: 'réponse automatique',
  challenge: 'demande de confirmation',
  read_receipt: 'accusé d’ouverture',
  not_a_report: 'message ordinaire',
}

const fr = {
  title: 'Retours',
  lead: (gone: number, unmatched: number) => [
    gone === 0
      ? 'Aucun e‑mail n’est revenu pour de bon.'
      : gone === 1
        ? 'Un e‑mail est revenu\u00a0: il n’a informé personne.'
        : `${formatInteger(gone, 'fr')} e‑mails sont revenus\u00a0: ils n’ont informé personne.`,
    ...(unmatched === 0
      ? []
      : [
          unmatched === 1
            ? 'Un retour attend une personne.'
            : `${formatInteger(unmatched, 'fr')} retours attendent une personne.`,
        ]),
  ],
  note: 'Une lettre suit quand une adresse postale est connue. Un refus qui nous vise ne condamne aucune adresse\u00a0: le message attend, et la campagne se suspend si ces refus se multiplient.',
  figures: {
    letter: 'Revenus pour de bon',
    again: 'À renvoyer',
    kept: 'Refus nous visant',
    complaint: 'Plaintes',
    noted: 'Sans suite',
    unmatched: 'Sans envoi reconnu',
  } as Record<ReportList, string>,
  reports: 'Retours de cet incident',
  columns: ['Reçu', 'Message', 'Ce que dit le retour', 'Suite donnée'],
  reasons: reasonsFr,
  effects: {
    letter: 'Lettre prévue',
    again: 'Nouvel envoi plus tard',
    kept: 'Message gardé, adresse intacte',
    noted: 'Noté, rien à faire',
    too_late: 'Noté\u00a0: déjà réglé autrement',
    waiting: 'Attend la fin de l’envoi',
    unmatched: 'Attend une personne',
    ignored: 'Écarté',
  } as Record<string, string>,
  person: (n: number) => `Personne ${formatInteger(n, 'fr')}`,
  nobody: 'Destinataire non dit',
  none: 'Aucun retour.',
  next: 'Retours plus anciens',
  intakes: 'D’où viennent les retours',
  intakeColumns: ['Source', 'Dernière lecture', 'Dernier retour', 'État'],
  intakeNames: {
    imap: 'Boîte IMAP',
    maildir: 'Dossier Maildir',
    hook: 'Appels du relais',
  } as Record<Intake, string>,
  never: 'jamais',
  notSet: 'Non réglée',
  works: 'Lue',
  fails: 'Lecture impossible',
  failures: {
    authentication: 'Compte ou mot de passe refusé. Corrigez TOCSIN_BOUNCE_IMAP_URL.',
    ECONNREFUSED: 'Le serveur refuse la connexion. Vérifiez l’adresse et le port.',
    ENOTFOUND: 'Ce serveur est introuvable. Vérifiez son nom.',
    ENOENT: 'Ce dossier n’existe pas. Vérifiez TOCSIN_BOUNCE_MAILDIR.',
    EACCES: 'Lecture interdite. Donnez ce droit au compte de Tocsin.',
    'bounce.mailboxAddress': 'TOCSIN_BOUNCE_IMAP_URL n’est pas l’adresse d’une boîte.',
    'bounce.mailboxElsewhere': 'Exercice\u00a0: la boîte doit être sur cette machine.',
  } as Record<string, string>,
  otherFailure: (code: string) =>
    `Erreur ${code}. La lecture recommence chaque minute\u202f; rien n’est perdu.`,
  noIntake:
    'Aucune source n’est réglée\u00a0: un e‑mail revenu passerait inaperçu. Réglez TOCSIN_BOUNCE_IMAP_URL ou TOCSIN_BOUNCE_MAILDIR, ou créez un jeton pour le relais.',
  unmatched: 'Sans envoi reconnu',
  unmatchedNote:
    'Ces retours ne portent pas le chemin de retour d’un de nos messages. Rien n’en est fait sans vous.',
  suggested: (n: number) => `Un message est parti à cette adresse\u00a0: personne ${formatInteger(n, 'fr')}.`,
  linkSuggested: 'Rattacher à cet envoi',
  messageId: 'Message-ID du message revenu',
  messageIdHelp: 'd…@…, dans l’en-tête du message que le serveur rend.',
  link: 'Rattacher',
  because: 'Motif',
  becauseHelp: 'Gardé dans la main courante. Aucun nom de personne.',
  ignore: 'Écarter',
  tokens: 'Jetons du relais',
  tokensNote:
    'Un relais qui signale ses retours par appel HTTP présente un jeton. Il permet d’ajouter des retours, rien d’autre.',
  tokenColumns: ['Nom', 'Créé', 'Dernier appel', 'Révocation'],
  tokenName: 'Nom du jeton',
  makeToken: 'Créer un jeton',
  revoke: 'Révoquer',
  tokenMade: 'Voici le jeton. Copiez-le maintenant\u202f: il ne s’affichera plus.',
}

const en: typeof fr = {
  title: 'Returned mail',
  lead: (gone, unmatched) => [
    gone === 0
      ? 'No e-mail came back for good.'
      : gone === 1
        ? 'One e-mail came back: it told nobody.'
        : `${formatInteger(gone, 'en')} e-mails came back: they told nobody.`,
    ...(unmatched === 0
      ? []
      : [
          unmatched === 1
            ? 'One report waits for a person.'
            : `${formatInteger(unmatched, 'en')} reports wait for a person.`,
        ]),
  ],
  note: 'A letter follows when a postal address is known. A refusal about us condemns no address: the message waits, and the campaign pauses when such refusals multiply.',
  figures: {
    letter: 'Back for good',
    again: 'To send again',
    kept: 'Refusals about us',
    complaint: 'Complaints',
    noted: 'Nothing to do',
    unmatched: 'No delivery recognised',
  },
  reports: 'Returned mail of this incident',
  columns: ['Received', 'Message', 'What the report says', 'What was done'],
  reasons: {
    user_unknown: 'unknown address',
    domain_unknown: 'unknown domain',
    mailbox_disabled: 'closed mailbox',
    moved: 'mailbox moved',
    takes_no_mail: 'domain takes no mail',
    mailbox_full: 'full mailbox',
    message_too_big: 'message too large',
    greylisted: 'greylisted',
    unreachable: 'server out of reach',
    expired: 'expired at the relay',
    system_trouble: 'trouble at the server',
    cause_unknown: 'cause not stated',
    authentication: 'authentication refused',
    blocklist: 'our server is blocked',
    content: 'content refused',
    rate_limited: 'rate refused',
    relay_denied: 'relaying refused',
    sender_refused: 'sender refused',
    policy: 'rule of the server',
    complaint: 'reported as unwanted',
    authentication_report: 'authentication report',
    delayed: 'delay announced',
    delivered: 'delivery confirmed',
    vacation: 'automatic answer',
    challenge: 'confirmation asked',
    read_receipt: 'read receipt',
    not_a_report: 'ordinary message',
  },
  effects: {
    letter: 'Letter planned',
    again: 'Sent again later',
    kept: 'Message kept, address intact',
    noted: 'Noted, nothing to do',
    too_late: 'Noted: settled otherwise',
    waiting: 'Waits for the sender to finish',
    unmatched: 'Waits for a person',
    ignored: 'Set aside',
  },
  person: (n) => `Person ${formatInteger(n, 'en')}`,
  nobody: 'Recipient not stated',
  none: 'No returned mail.',
  next: 'Earlier reports',
  intakes: 'Where returned mail comes from',
  intakeColumns: ['Source', 'Last read', 'Last report', 'State'],
  intakeNames: { imap: 'IMAP mailbox', maildir: 'Maildir folder', hook: 'Calls of the relay' },
  never: 'never',
  notSet: 'Not set',
  works: 'Read',
  fails: 'Cannot be read',
  failures: {
    authentication: 'User or password refused. Correct TOCSIN_BOUNCE_IMAP_URL.',
    ECONNREFUSED: 'The server refuses the connection. Check the address and the port.',
    ENOTFOUND: 'There is no such server. Check its name.',
    ENOENT: 'There is no such folder. Check TOCSIN_BOUNCE_MAILDIR.',
    EACCES: 'Reading is forbidden. Grant it to the account of Tocsin.',
    'bounce.mailboxAddress': 'TOCSIN_BOUNCE_IMAP_URL is not the address of a mailbox.',
    'bounce.mailboxElsewhere': 'Exercise: the mailbox must be on this machine.',
  },
  otherFailure: (code) => `Error ${code}. It is read again every minute; nothing is lost.`,
  noIntake:
    'No source is set: an e-mail that comes back would go unnoticed. Set TOCSIN_BOUNCE_IMAP_URL or TOCSIN_BOUNCE_MAILDIR, or make a token for the relay.',
  unmatched: 'No delivery recognised',
  unmatchedNote:
    'These reports do not carry the return path of one of our messages. Nothing is done with them without you.',
  suggested: (n) => `A message left for this address: person ${formatInteger(n, 'en')}.`,
  linkSuggested: 'Link to this delivery',
  messageId: 'Message-ID of the returned message',
  messageIdHelp: 'd…@…, in the header of the message that the server gives back.',
  link: 'Link',
  because: 'Reason',
  becauseHelp: 'Kept in the journal. No name of a person.',
  ignore: 'Set aside',
  tokens: 'Tokens of the relay',
  tokensNote:
    'A relay that reports returned mail by HTTP shows a token. It can add reports, and nothing else.',
  tokenColumns: ['Name', 'Made', 'Last call', 'Revocation'],
  tokenName: 'Name of the token',
  makeToken: 'Make a token',
  revoke: 'Revoke',
  tokenMade: 'Here is the token. Copy it now: it will not be shown again.',
}

export const returnedTexts = { fr, en }
