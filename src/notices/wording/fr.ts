import { cohortsFr } from './fr-cohorts.ts'
import { consequencesFr } from './fr-consequences.ts'
import { correctionFr } from './fr-correction.ts'
import { documentHeadingsFr, documentsFr } from './fr-documents.ts'
import { measuresFr } from './fr-measures.ts'
import { todoFr } from './fr-todo.ts'
import { approved, toBusinesses, toOthers } from './item.ts'

const KNOWN_NUMBER =
  "Pour le vérifier, n'utilisez pas les coordonnées qu'il donne. Appelez-nous au numéro que vous utilisiez déjà et citez la référence qui suit."

const WARD_CARD =
  "Pour le vérifier, n'utilisez pas les coordonnées qu'il donne. Appelez le numéro imprimé sur la carte d'adhérent de la personne que vous représentez et citez la référence qui suit."

const HOUSEHOLD_CARD =
  "Pour le vérifier, n'utilisez pas les coordonnées qu'il donne. Appelez le numéro imprimé sur une carte d'adhérent de votre foyer et citez la référence qui suit."

/** Approved French sentences. Spaces and apostrophes are set by `setFrench`; write them plainly here. */
export const fr = {
  headings: {
    correction: 'Ce qui change',
    company: 'Qui vous écrit, et pourquoi',
    cannot_tell: 'Ce que nous ne savons pas encore',
    not_listed: 'Où en est la liste',
    happened: "Ce qui s'est passé",
    data: 'Les données exposées, et celles qui ne le sont pas',
    consequences: 'Ce que cela peut entraîner',
    todo: "Ce qu'il faut faire dès aujourd'hui, dans cet ordre",
    still: 'Ce que nous vous conseillons toujours',
    measures: 'Ce qui a été fait',
    never: 'Ce que nous ne vous demanderons jamais',
    contact: 'À qui poser vos questions',
    check: 'Comment vérifier que ce message vient de nous',
  },
  documentHeadings: documentHeadingsFr,
  labels: {
    greeting: 'Bonjour {addressee},',
    reference: 'Référence de ce message',
    code: 'Référence',
    dpoEmail: 'E-mail',
    dpoPostal: 'Courrier',
    phone: 'Téléphone',
    colon: ' : ',
    you: 'vous',
    minor: 'enfant mineur',
    firmGreeting: 'Madame, Monsieur,',
    yourFirm: 'votre entreprise',
    relative: 'un proche décédé, couvert par le contrat de votre foyer',
    contract: ', contrat {contract}',
    ofRows: ' ; dans le fichier : {categories}',
    and: ' et ',
    on: ' le {day}',
  },
  categories: {
    surname: 'nom',
    first_names: 'prénom',
    birth_date: 'date de naissance',
    birth_rank: 'rang de naissance',
    nir: 'numéro de sécurité sociale (NIR)',
    insurer_name: "nom de l'assureur santé",
    contract_number: 'numéro de contrat',
    member_number: "numéro d'adhérent",
    cover: 'garanties du contrat',
    email: 'adresse e-mail',
    phone: 'numéro de téléphone',
    postal_address: 'adresse postale',
    bank_details: 'coordonnées bancaires',
    medical_data: 'données médicales',
    reimbursements: 'remboursements de soins',
    password: 'mot de passe',
  },
  sentences: {
    subject: approved(
      'Vos données personnelles : ce qui est arrivé chez {processor} et ce que vous pouvez faire',
      {
        variants: {
          parent_of_minor:
            "Données d'un enfant : ce qui est arrivé chez {processor} et ce que vous pouvez faire",
          policyholder_for_dependants:
            'Données personnelles dans votre famille : ce qui est arrivé chez {processor} et que faire',
          guardian:
            'Données de la personne que vous représentez : ce qui est arrivé chez {processor} et que faire',
          health_professional:
            'Vos données professionnelles : ce qui est arrivé chez {processor} et ce que vous pouvez faire',
          firm: 'Données de votre entreprise : ce qui est arrivé chez {processor} et ce que vous pouvez faire',
          relative_of_deceased:
            "Données d'un proche : ce qui est arrivé chez {processor} et ce que vous pouvez faire",
        },
      },
    ),
    intro: approved('Ce message concerne :'),
    'company.entrusted': approved('{controller}, {relation}, confie {service} à la société {processor}.', {
      variants: toBusinesses('{controller} confie {service} à la société {processor}.', {
        guardian:
          '{controller} couvre la personne que vous représentez, et confie {service} à la société {processor}.',
        client_of_firm: '{controller} confie {service} à la société {processor}.',
      }),
    }),
    'company.holds': approved(
      'Pour ce travail, {processor} détient des données sur les personnes que nous couvrons.',
      {
        variants: {
          health_professional:
            'Pour ce travail, {processor} détient aussi des données sur les professionnels de santé.',
          firm: 'Pour ce travail, {processor} détient aussi des données sur les entreprises.',
          client_of_firm:
            "Pour ce travail, {processor} détient des données sur les clients d'entreprises et de cabinets.",
        },
      },
    ),
    'company.not_attacked': approved(
      "Nos propres systèmes informatiques n'ont pas été atteints{notAttacked}.",
    ),
    'company.attacked': approved('Nos propres systèmes informatiques ont aussi été atteints{attacked}.'),
    'company.why': approved(
      'Nous vous écrivons parce que vos données font partie de celles qui ont été exposées.',
      {
        serves: 'nature',
        variants: {
          parent_of_minor:
            'Vous êtes le représentant légal de chaque mineur nommé plus haut. Ses données font partie de celles qui ont été exposées. Si la mention « vous » suit votre nom, les vôtres aussi.',
          policyholder_for_dependants:
            'Chaque personne nommée plus haut relève de votre contrat. Ses données font partie de celles qui ont été exposées. Si la mention « vous » suit votre nom, les vôtres aussi.',
          guardian:
            'Vous représentez la personne nommée plus haut. Ses données font partie de celles qui ont été exposées.',
          health_professional:
            'Nous vous écrivons parce que des données de votre activité font partie de celles qui ont été exposées.',
          firm: 'Nous vous écrivons parce que des données de votre entreprise font partie de celles qui ont été exposées.',
          client_of_firm:
            'Nous vous écrivons parce que vos données, confiées à une entreprise ou à un cabinet, font partie de celles qui ont été exposées.',
          relative_of_deceased:
            "Nous savons que ce message rappelle un deuil. Les données d'un proche décédé, couvert par le contrat de votre foyer, font partie de celles qui ont été exposées.",
        },
      },
    ),
    'happened.account_misused': approved(
      "Des données ont été consultées chez {processor} à l'aide d'un compte professionnel, utilisé à l'insu de son titulaire{nature}.",
      { serves: 'nature' },
    ),
    'happened.intrusion': approved(
      'Des inconnus sont entrés dans un système informatique tenu par {processor}{nature}. Ils ont pu y lire et y copier des données.',
      { serves: 'nature' },
    ),
    'happened.ransomware': approved(
      'Des inconnus ont bloqué un système informatique tenu par {processor}{nature}. Ils ont pu y copier des données.',
      { serves: 'nature' },
    ),
    'happened.disclosure': approved(
      "Des données tenues par {processor} ont été vues ou reçues par des personnes qui n'y avaient pas droit{nature}.",
      { serves: 'nature' },
    ),
    'happened.one_day': approved('Cela a eu lieu le {attackStarted}{attackEndedCite}.'),
    'happened.period': approved('Cela a duré du {attackStarted} au {attackEnded}.'),
    'happened.started': approved('Cela a commencé le {attackStarted}.'),
    'happened.ended': approved('Cela a pris fin le {attackEnded}.'),
    'happened.detected': approved('Les faits ont été découverts chez {processor} le {processorDetected}.'),
    'happened.told': approved('{processor} nous a prévenus le {controllerTold}.'),
    'data.exposed': approved('Les données exposées à votre sujet sont :', {
      serves: 'nature',
      variants: toOthers('Les données exposées, pour chaque personne nommée plus haut, sont :', {
        guardian: 'Les données exposées de la personne que vous représentez sont :',
        health_professional: 'Les données exposées sur votre activité sont :',
        firm: 'Les données exposées sur votre entreprise sont :',
        relative_of_deceased: 'Les données exposées de votre proche sont :',
      }),
    }),
    'data.category': approved('{category}'),
    'data.not_exposed': approved("Les données suivantes n'ont pas été exposées :"),
    'data.not_exposed_item': approved('{categories} : {reason}'),
    'data.unknown': approved(
      "Nous ne savons pas encore si les données suivantes ont été exposées. Nous ne pouvons pas l'exclure :",
    ),
    ...cohortsFr,
    ...consequencesFr,
    ...todoFr,
    ...measuresFr,
    ...documentsFr,
    ...correctionFr,
    'never.intro': approved('Par téléphone, par SMS ou par e-mail, nous ne vous demanderons jamais :'),
    'never.password': approved('un mot de passe ou un code reçu par SMS'),
    'never.bank': approved(
      "un numéro de carte bancaire ou un relevé d'identité bancaire à cause de cet incident",
    ),
    'never.nir': approved('un numéro de sécurité sociale pour vous identifier'),
    'never.payment': approved("un paiement, quel qu'il soit, à cause de cet incident"),
    'contact.dpo': approved(
      'Notre délégué à la protection des données répond à vos questions sur cet incident :',
      {
        serves: 'contact',
      },
    ),
    'contact.customers': approved('Notre service clients répond aussi par téléphone :'),
    'contact.cnil': approved(
      'Vous pouvez aussi adresser une réclamation à la CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.',
    ),
    'check.plain': approved(
      'Ce message ne contient ni lien ni pièce jointe. Il ne vous demande aucune donnée.',
      { owner: 'communication' },
    ),
    'check.sender': approved("Envoyé par e-mail, il part toujours de l'adresse {senderAddress}.", {
      owner: 'communication',
    }),
    'check.call': approved(
      "Pour le vérifier, n'utilisez pas les coordonnées qu'il donne. Appelez le numéro imprimé sur votre carte d'adhérent et citez la référence qui suit.",
      {
        owner: 'communication',
        variants: toBusinesses(KNOWN_NUMBER, {
          client_of_firm: KNOWN_NUMBER,
          guardian: WARD_CARD,
          relative_of_deceased: HOUSEHOLD_CARD,
        }),
      },
    ),
    'check.site': approved(
      'Vous pouvez aussi taper vous-même {checkSite} dans votre navigateur, puis y saisir cette référence.',
      {
        owner: 'communication',
      },
    ),
  },
}

export type Wording = typeof fr
export type ItemId = keyof Wording['sentences']
