import { approved, toBusinesses, toOthers } from './item.ts'

const serves = 'measures' as const

const ITS_MAILBOX =
  'Changez le mot de passe de la messagerie en cause : qui y entre peut changer tous les autres.'

/** What to do today. A sentence an item, two short sentences at most: they are read by people in a hurry. */
export const todoFr = {
  'todo.password': approved('Changez dès maintenant le mot de passe en cause, partout où il sert.', {
    serves,
    variants: {
      relative_of_deceased: 'Demandez la fermeture des comptes de votre proche où ce mot de passe servait.',
    },
  }),
  'todo.bank': approved(
    'Regardez vos comptes bancaires chaque semaine. Contestez auprès de votre banque tout prélèvement inconnu.',
    {
      serves,
      variants: toBusinesses(
        "Prévenez aujourd'hui votre banque : un escroc peut tenter de se servir de vos coordonnées bancaires. Confirmez de vive voix, à un numéro déjà connu, tout changement de compte à créditer.",
        toOthers(
          'Regardez chaque semaine les comptes bancaires en cause. Contestez auprès de la banque tout prélèvement inconnu.',
          {
            relative_of_deceased:
              "Prévenez la banque de votre proche : elle peut refuser tout nouveau prélèvement. Si un notaire s'occupe de la succession, prévenez-le aussi.",
          },
        ),
      ),
    },
  ),
  'todo.no_code': approved(
    'Ne donnez ni code, ni mot de passe, ni numéro de carte à qui vous appelle ou vous écrit, même si cette personne cite de vraies données.',
    { serves },
  ),
  'todo.no_link': approved(
    "Ne répondez pas aux messages reçus à ce sujet et n'ouvrez aucun lien. Tapez vous-même l'adresse du site que vous voulez consulter.",
    { serves },
  ),
  'todo.nir_accounts': approved(
    "Changez le mot de passe des comptes dont l'identifiant est le numéro de sécurité sociale, Ameli en premier.",
    {
      serves,
      variants: {
        firm: 'Demandez à la personne que ce numéro de sécurité sociale désigne de changer ses mots de passe, Ameli en premier.',
        relative_of_deceased: "Demandez à l'Assurance maladie de fermer le compte Ameli de votre proche.",
      },
    },
  ),
  'todo.mailbox': approved(
    'Changez le mot de passe de votre messagerie : qui y entre peut changer tous les autres.',
    {
      serves,
      variants: toOthers(ITS_MAILBOX, {
        firm: ITS_MAILBOX,
        relative_of_deceased: 'Demandez la fermeture de la messagerie de votre proche.',
      }),
    },
  ),
  'todo.reused': approved('Changez les mots de passe qui servent à plusieurs endroits.', { serves }),
  'todo.password_rule': approved(
    'Choisissez des mots de passe de douze caractères au moins : majuscules, minuscules, chiffres et autres signes. Activez la double vérification là où elle est proposée.',
    { serves },
  ),
  'todo.letters': approved(
    'Méfiez-vous des courriers qui demandent un paiement ou un document. En cas de doute, appelez-nous à un numéro que vous connaissez déjà.',
    { serves },
  ),
  'todo.pressure': approved(
    "Si quelqu'un menace de révéler des informations de santé, ne payez pas et portez plainte.",
    { serves },
  ),
  'todo.child': approved(
    'Si un enfant a un téléphone, dites-lui de ne répondre à aucun message à ce sujet.',
    { serves },
  ),
  'todo.watch': approved(
    'Surveillez les remboursements de soins et les alertes de connexion : Ameli, impôts, formation, FranceConnect, messagerie. Signalez-nous ce que vous ne reconnaissez pas.',
    {
      serves,
      variants: toBusinesses(
        'Surveillez vos comptes, les virements attendus et les alertes de connexion de vos services professionnels. Signalez-nous ce que vous ne reconnaissez pas.',
        {
          client_of_firm:
            'Surveillez vos comptes et les alertes de connexion de vos services en ligne. Signalez-nous ce que vous ne reconnaissez pas.',
          relative_of_deceased:
            'Surveillez le courrier et les remboursements au nom de votre proche. Signalez-nous ce que vous ne reconnaissez pas.',
        },
      ),
    },
  ),
  'todo.evidence': approved(
    "Gardez les preuves d'un message suspect : le texte, l'adresse, une capture d'écran.",
    { serves },
  ),
  'todo.complaint_desk': approved(
    "Si quelqu'un a utilisé ces données, remplissez une pré-plainte en ligne. Signez-la ensuite au commissariat ou à la gendarmerie.",
    { serves, validFrom: '2024-02-01', validUntil: '2025-12-31', replacedBy: 'todo.complaint' },
  ),
  'todo.complaint': approved(
    "Si quelqu'un utilise ces données, portez plainte : à la police, à la gendarmerie ou par lettre au procureur de la République.",
    { serves },
  ),
  'todo.report_sms': approved('Transférez les faux SMS au 33700, puis effacez-les.', { serves }),
  'todo.help': approved(
    "Pour être conseillé, tapez vous-même 17cyber.gouv.fr : ce service de l'État est gratuit.",
    { serves },
  ),
}
