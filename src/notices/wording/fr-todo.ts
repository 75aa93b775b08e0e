import { approved } from './item.ts'

const serves = 'measures' as const

export const todoFr = {
  'todo.password': approved('Changez dès maintenant ce mot de passe, partout où il sert.', { serves }),
  'todo.no_code': approved(
    'Ne donnez ni code, ni mot de passe, ni numéro de carte à qui vous appelle ou vous écrit. Même si cette personne cite de vraies données.',
    { serves },
  ),
  'todo.no_link': approved(
    "N'ouvrez aucun lien reçu à ce sujet. Tapez vous-même l'adresse du site que vous voulez consulter.",
    { serves },
  ),
  'todo.nir_accounts': approved(
    "Changez le mot de passe des comptes dont l'identifiant est le numéro de sécurité sociale, Ameli en premier. Choisissez-le long, et ne l'utilisez nulle part ailleurs.",
    { serves },
  ),
  'todo.bank': approved(
    'Regardez vos comptes bancaires chaque semaine. Contestez auprès de votre banque tout prélèvement inconnu.',
    {
      serves,
    },
  ),
  'todo.child': approved(
    "Dites à l'enfant qui a un téléphone de ne répondre à aucun message sur sa mutuelle.",
    { serves },
  ),
  'todo.watch': approved(
    'Regardez les remboursements de soins et les alertes de vos comptes publics. Signalez-nous ce que vous ne reconnaissez pas.',
    { serves },
  ),
  'todo.complaint': approved(
    "En cas d'usurpation d'identité, gardez les messages et les relevés. Portez plainte au commissariat, à la gendarmerie ou auprès du procureur de la République.",
    { serves },
  ),
}
