import { approved, toBusinesses } from './item.ts'

const owner = 'communication' as const

/** Headings of what is read out, posted or handed on beside the notice. */
export const documentHeadingsFr = {
  opening: "Ouvrir l'appel",
  caller: 'Savoir à qui vous parlez, sans numéro de sécurité sociale',
  happened: "Ce qui s'est passé",
  concerned: '« Suis-je sur la liste ? »',
  data: 'Les données exposées',
  told: 'Qui est prévenu, et comment',
  todo: "Ce qu'il faut faire dès aujourd'hui, dans cet ordre",
  measures: 'Ce qui a été fait',
  scam: 'On vous signale un message ou un appel suspect',
  escalate: "Passer l'appel à quelqu'un d'autre",
  never: 'Ce que nous ne demanderons jamais',
  contact: 'À qui poser ses questions',
}

/** A script is read by an adviser, what stands between quotation marks to the caller; the other sheets by anybody. */
export const documentsFr = {
  'script.title': approved("Script d'appel : incident chez {processor}", { owner }),
  'script.hello': approved(
    '« Bonjour, {controller}. Je peux vous répondre sur ce qui est arrivé chez {processor}. Je ne vous demanderai ni mot de passe, ni code, ni numéro de sécurité sociale. »',
    { owner },
  ),
  'script.calm': approved(
    "Laissez la personne dire ce qui l'amène. Ne lisez que ce qui est écrit ici. Notez le reste, et demandez la réponse.",
    { owner },
  ),
  'script.verify_reference': approved(
    'Demandez la référence du message reçu. Elle suffit pour expliquer ce message, et rien de plus.',
    { owner },
  ),
  'script.verify_other': approved(
    'Sans référence, posez deux questions dont les réponses ne figurent pas dans les données exposées.',
    { owner },
  ),
  'script.verify_call_back': approved(
    "S'il reste un doute, ne dites rien de la personne. Proposez de la rappeler au numéro déjà connu, ou de lui écrire à l'adresse déjà connue.",
    { owner },
  ),
  'script.verify_never': approved(
    'Ne demandez, ne lisez et ne confirmez jamais un numéro de sécurité sociale.',
    { owner },
  ),
  'script.answer_listed': approved(
    'La fiche dit « confirmée » ou « présumée » : « Oui, vos données font partie de celles qui ont été exposées. Je vous dis lesquelles, et quoi faire. »',
  ),
  'script.answer_doubt': approved(
    'La fiche dit « ne peut pas être écartée » : « Nous ne pouvons pas le dire. Une ligne du fichier peut désigner plusieurs personnes, dont vous. Par prudence, suivez les mêmes conseils. »',
  ),
  'script.answer_absent': approved(
    "Il n'y a pas de fiche, ou elle dit « n'est pas sur la liste » : « Vous n'êtes pas sur notre liste à ce jour. Elle peut changer. Elle ne prouve pas que vos données n'ont pas été exposées. »",
  ),
  'script.answer_absent_on': approved(
    "Il n'y a pas de fiche, ou elle dit « n'est pas sur la liste » : « Au {listDay}, vous n'êtes pas sur la liste v{listNumber}. Elle peut changer. Elle ne prouve pas que vos données n'ont pas été exposées. »",
  ),
  'script.answer_never': approved(
    "Ne dites à personne que ses données sont à l'abri : aucune liste ne le prouve.",
  ),
  'script.scam_note': approved(
    "Notez le jour et l'heure, le moyen (appel, SMS, e-mail, courrier), le numéro ou l'adresse, et ce qui était demandé.",
    { owner },
  ),
  'script.scam_keep': approved(
    "Demandez de ne pas répondre, de garder le message et de faire une capture d'écran.",
    { owner },
  ),
  'script.scam_given': approved(
    'Si un code ou un numéro de carte a été donné : « Appelez tout de suite votre banque. » Si un mot de passe a été donné : « Changez-le tout de suite, partout où il sert. »',
    { owner },
  ),
  'script.escalate_grief': approved(
    "Deuil : ne demandez aucun justificatif et ne faites rien répéter. Passez l'appel à la personne désignée.",
    { owner },
  ),
  'script.escalate_protected': approved(
    "Personne sous tutelle, ou dont l'adresse est protégée : ne confirmez rien, pas même qu'elle est couverte. Passez l'appel.",
    { owner },
  ),
  'script.escalate_press': approved(
    'Journaliste : ne répondez à aucune question. Notez le nom, le média et le numéro, puis prévenez la communication.',
    { owner },
  ),
  'script.escalate_unknown': approved(
    'Question sans réponse ici : notez-la mot pour mot, dites que nous rappellerons, ne devinez pas.',
    { owner },
  ),
  'sheet.shop_title': approved('Incident chez {processor} : ce que vous pouvez faire', { owner }),
  'sheet.union_title': approved('Incident chez {processor} : de quoi répondre à vos adhérents', { owner }),
  'sheet.employer_title': approved('Incident chez {processor} : de quoi répondre à vos salariés', { owner }),
  'press.title': approved('{controller} : ce qui est arrivé chez {processor}', { owner }),
  'sheet.lead': approved(
    'Des données de personnes couvertes par {controller} ont été exposées chez {processor}, société qui assure {service}.',
    {
      owner,
      variants: toBusinesses(
        'Des données de professionnels de santé ont été exposées chez {processor}, société qui assure {service} pour {controller}.',
        {
          firm: "Des données d'entreprises ont été exposées chez {processor}, société qui assure {service} pour {controller}.",
          client_of_firm:
            "Des données de clients d'entreprises et de cabinets ont été exposées chez {processor}, société qui assure {service} pour {controller}.",
        },
      ),
    },
  ),
  'sheet.shop_limits': approved(
    "Ce magasin n'a pas la liste et ne peut pas dire qui en fait partie. Gardez pour vous votre numéro de sécurité sociale : il n'est pas utile ici.",
    { owner },
  ),
  'sheet.union_limits': approved(
    "Votre organisation n'a pas la liste. Ne demandez à personne son numéro de sécurité sociale, ni ce qu'il a reçu.",
    { owner },
  ),
  'sheet.employer_limits': approved(
    "L'employeur n'a pas la liste. Ne demandez à aucun salarié s'il en fait partie : cela ne regarde que lui.",
    { owner },
  ),
  'sheet.told': approved(
    '{controller} écrit à chaque personne qui est sur la liste, ou à qui la représente, par e-mail ou par lettre.',
    {
      owner,
      variants: {
        firm: '{controller} écrit à chaque entreprise qui est sur la liste, par e-mail ou par lettre.',
      },
    },
  ),
  'sheet.silence': approved('Ne pas avoir reçu de message ne prouve rien : la liste peut changer.', {
    owner,
  }),
  'sheet.data': approved('Pour les personnes couvertes qui sont sur la liste, les données exposées sont :', {
    variants: toBusinesses(
      'Pour les professionnels de santé qui sont sur la liste, les données exposées sont :',
      {
        firm: 'Pour les entreprises qui sont sur la liste, les données exposées sont :',
        client_of_firm:
          "Pour les clients d'entreprises et de cabinets qui sont sur la liste, les données exposées sont :",
      },
    ),
  }),
}
