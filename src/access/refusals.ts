import { define, refusals } from '../platform/refusal.ts'

/** Every rule of the doors, said to the person it stops. None says which half of a proof was wrong. */
export const accessRefusals = refusals('access', {
  signInRefused: define({
    http: 401,
    exit: 77,
    fr: () =>
      'Identifiant, phrase secrète ou code refusé. Vérifiez-les et attendez le code suivant : un code ne sert qu’une fois.',
    en: () => 'Login, passphrase or code refused. Check them and wait for the next code: a code serves once.',
  }),
  passkeyRefused: define({
    http: 401,
    exit: 77,
    fr: () =>
      'Cette clé d’accès n’ouvre aucun compte ici. Essayez-en une autre, ou la phrase secrète et le code.',
    en: () => 'This passkey opens no account here. Try another one, or the passphrase and the code.',
  }),
  challengeGone: define({
    http: 409,
    exit: 77,
    fr: () => 'La demande a expiré ou a déjà servi. Rechargez la page et recommencez.',
    en: () => 'The request has expired or was already used. Reload the page and start again.',
  }),
  throttled: define<{ minutes: number }>({
    http: 429,
    exit: 77,
    fr: ({ minutes }) => `Trop d’essais. Réessayez dans ${minutes} min, ou entrez avec une clé d’accès.`,
    en: ({ minutes }) => `Too many attempts. Try again in ${minutes} min, or come in with a passkey.`,
  }),
  linkRefused: define({
    http: 403,
    exit: 77,
    fr: () =>
      'Ce lien a déjà servi ou a expiré. Relancez « npm start » pour en obtenir un, ou demandez une nouvelle invitation à un responsable.',
    en: () =>
      'This link was already used or has expired. Run “npm start” again for a new one, or ask a lead for a new invitation.',
  }),
  signInNeeded: define({
    http: 401,
    exit: 77,
    fr: () => 'Votre session est fermée. Identifiez-vous, puis recommencez : rien n’a été modifié.',
    en: () => 'Your session is closed. Sign in and start again: nothing was changed.',
  }),
  roleNeeded: define<{ roles: string }>({
    http: 403,
    exit: 77,
    fr: ({ roles }) =>
      `Votre rôle ne permet pas cette action. Demandez-la à une personne ayant l’un de ces rôles : ${roles}.`,
    en: ({ roles }) => `Your role does not allow this. Ask someone with one of these roles: ${roles}.`,
  }),
  proofTooOld: define({
    http: 403,
    exit: 77,
    fr: () =>
      'Libérer, publier ou décider demande une preuve de moins de dix minutes. Créez un nouveau jeton (page « Mon compte »), puis relancez la commande.',
    en: () =>
      'To release, publish or decide asks for a proof less than ten minutes old. Make a new token (page “My account”), then run the command again.',
  }),
  foreignOrigin: define({
    http: 403,
    exit: 77,
    fr: () =>
      'Cette demande ne vient pas d’une page de Tocsin. Ouvrez Tocsin à l’adresse qu’il affiche au démarrage et recommencez.',
    en: () =>
      'This request does not come from a Tocsin page. Open Tocsin at the address it prints at start and try again.',
  }),
  unknownHost: define({
    http: 403,
    exit: 77,
    fr: () => 'Tocsin ne répond pas sous ce nom. Ouvrez l’adresse qu’il affiche au démarrage.',
    en: () => 'Tocsin does not answer under this name. Open the address it prints at start.',
  }),
  passkeyNeedsName: define({
    http: 422,
    exit: 64,
    fr: () => 'Une clé d’accès refuse une adresse IP. Ouvrez la même page sous http://localhost.',
    en: () => 'A passkey refuses an IP address. Open the same page at http://localhost.',
  }),
  passphraseLength: define<{ least: number; most: number }>({
    http: 422,
    exit: 65,
    fr: ({ least, most }) =>
      `La phrase secrète doit compter de ${least} à ${most} caractères : quatre ou cinq mots suffisent.`,
    en: ({ least, most }) =>
      `The passphrase must have ${least} to ${most} characters: four or five words will do.`,
  }),
  codeNotConfirmed: define({
    http: 422,
    exit: 65,
    fr: () =>
      'Le code ne correspond pas. Vérifiez l’heure du téléphone, puis tapez le code affiché maintenant.',
    en: () => 'The code does not match. Check the telephone’s clock, then type the code shown now.',
  }),
  enrolmentChanged: define({
    http: 409,
    exit: 65,
    fr: () => 'Ce secret n’est plus valable. Rechargez la page et ajoutez le nouveau secret à l’application.',
    en: () => 'This secret is no longer valid. Reload the page and add the new secret to the application.',
  }),
  lastAuthenticator: define({
    http: 409,
    exit: 65,
    fr: () => 'C’est votre dernier moyen d’entrer. Ajoutez-en un autre avant de retirer celui-ci.',
    en: () => 'This is your last way in. Add another one before removing it.',
  }),
  loginTaken: define<{ login: string }>({
    http: 409,
    exit: 65,
    fr: ({ login }) => `L’identifiant « ${login} » est déjà pris. Choisissez-en un autre.`,
    en: ({ login }) => `The login “${login}” is already taken. Choose another one.`,
  }),
  loginInvalid: define({
    http: 422,
    exit: 65,
    fr: () =>
      'L’identifiant compte de 2 à 40 lettres sans accent, chiffres, points ou tirets, et commence par une lettre. Exemple : h.marchetti.',
    en: () =>
      'The login has 2 to 40 plain letters, digits, dots or dashes, and starts with a letter. Example: h.marchetti.',
  }),
  nameMissing: define({
    http: 422,
    exit: 65,
    fr: () => 'Le nom est vide. Écrivez le prénom et le nom tels qu’ils signent.',
    en: () => 'The name is empty. Write first name and surname as they sign.',
  }),
  rolesInvalid: define({
    http: 422,
    exit: 65,
    fr: () => 'Choisissez au moins un rôle de la liste.',
    en: () => 'Choose at least one role of the list.',
  }),
  unknownAccount: define({
    http: 404,
    exit: 65,
    fr: () => 'Ce compte n’existe pas. Revenez à la liste des personnes habilitées.',
    en: () => 'This account does not exist. Go back to the list of staff.',
  }),
  lastLead: define({
    http: 409,
    exit: 65,
    fr: () => 'C’est le dernier responsable en activité. Donnez ce rôle à une autre personne d’abord.',
    en: () => 'This is the last active lead. Give that role to someone else first.',
  }),
  fictionalOutsideExercise: define({
    http: 409,
    exit: 77,
    fr: () =>
      'Les personnes fictives n’existent que dans un dossier d’exercice. Ce dossier sert à un incident réel.',
    en: () => 'Fictional persons exist only in an exercise folder. This folder serves a real incident.',
  }),
  natureChanged: define({
    http: 409,
    exit: 78,
    fr: () =>
      'Cette base a été ouverte pour l’autre usage (exercice ou incident réel) et n’en change pas. Choisissez un autre dossier avec TOCSIN_HOME.',
    en: () =>
      'This database was opened for the other use (exercise or real incident) and does not change. Choose another folder with TOCSIN_HOME.',
  }),
  noExerciseAccount: define<{ login: string }>({
    http: 404,
    exit: 65,
    fr: ({ login }) =>
      `Aucune personne fictive ne porte l’identifiant « ${login} ». Lancez « tocsin exercise code » sans identifiant pour les voir toutes.`,
    en: ({ login }) =>
      `No fictional person has the login “${login}”. Run “tocsin exercise code” without a login to see them all.`,
  }),
  operatorRefused: define({
    http: 403,
    exit: 77,
    fr: () =>
      'Cette commande demande un jeton d’opérateur en cours de validité. Créez-en un dans Tocsin (page « Mon compte ») et placez-le dans TOCSIN_OPERATOR.',
    en: () =>
      'This command needs a valid operator token. Create one in Tocsin (page “My account”) and put it in TOCSIN_OPERATOR.',
  }),
  lookupRation: define<{ limit: number; period: string }>({
    http: 429,
    exit: 77,
    fr: ({ limit, period }) =>
      `Vous avez ouvert ${limit} fiches en ${period === 'hour' ? 'une heure' : 'un jour'}, la limite d’un compte. Attendez, ou demandez à un responsable. Ce refus est inscrit dans la main courante.`,
    en: ({ limit, period }) =>
      `You opened ${limit} persons in one ${period === 'hour' ? 'hour' : 'day'}, the limit of an account. Wait, or ask a lead. This refusal is in the journal.`,
  }),
  listRation: define<{ limit: number; period: string }>({
    http: 429,
    exit: 77,
    fr: ({ limit, period }) =>
      `Vous avez affiché ${limit} pages de noms en ${period === 'hour' ? 'une heure' : 'un jour'}, la limite d’un compte. Cherchez la personne par son nom ou son numéro plus tard, ou demandez à un responsable. Ce refus est inscrit dans la main courante.`,
    en: ({ limit, period }) =>
      `You were shown ${limit} pages of names in one ${period === 'hour' ? 'hour' : 'day'}, the limit of an account. Search for the person by name or number later, or ask a lead. This refusal is in the journal.`,
  }),
  reviewRation: define<{ limit: number; period: string }>({
    http: 429,
    exit: 77,
    fr: ({ limit, period }) =>
      `Vous avez lu ${limit} lignes en ${period === 'hour' ? 'une heure' : 'un jour'}, la limite d’un compte. Vos décisions sont gardées. Reprenez plus tard, ou passez la suite à un autre lecteur. Ce refus est inscrit dans la main courante.`,
    en: ({ limit, period }) =>
      `You read ${limit} rows in one ${period === 'hour' ? 'hour' : 'day'}, the limit of an account. Your decisions are kept. Go on later, or let another reader go on. This refusal is in the journal.`,
  }),
  keyDamaged: define<{ file: string }>({
    http: 503,
    exit: 78,
    fr: ({ file }) =>
      `La clé ${file} du dossier des clés ne correspond pas à cette base : les codes ne peuvent pas être vérifiés. Restaurez cette clé, ou entrez avec une clé d’accès.`,
    en: ({ file }) =>
      `The key ${file} of the keys folder does not fit this database: codes cannot be checked. Restore that key, or come in with a passkey.`,
  }),
})
