import { cohortsEn } from './en-cohorts.ts'
import { consequencesEn } from './en-consequences.ts'
import { correctionEn } from './en-correction.ts'
import { documentHeadingsEn, documentsEn } from './en-documents.ts'
import { measuresEn } from './en-measures.ts'
import { todoEn } from './en-todo.ts'
import type { Wording } from './fr.ts'
import { approved, toBusinesses, toOthers } from './item.ts'

const KNOWN_NUMBER =
  'To check it, do not use the contact details it gives. Call us on the number you already used and quote the reference that follows.'

const WARD_CARD =
  'To check it, do not use the contact details it gives. Call the number printed on the member card of the person you represent and quote the reference that follows.'

const HOUSEHOLD_CARD =
  'To check it, do not use the contact details it gives. Call the number printed on a member card of your household and quote the reference that follows.'

export const en: Wording = {
  headings: {
    correction: 'What changes',
    company: 'Who is writing to you, and why',
    cannot_tell: 'What we do not yet know',
    not_listed: 'Where the list stands',
    happened: 'What happened',
    data: 'The data that was exposed, and the data that was not',
    consequences: 'What this may lead to',
    todo: 'What to do today, in this order',
    still: 'What we still advise',
    measures: 'What has been done',
    never: 'What we will never ask you',
    contact: 'Where to ask your questions',
    check: 'How to check that this message comes from us',
  },
  documentHeadings: documentHeadingsEn,
  labels: {
    greeting: 'Dear {addressee},',
    reference: 'Reference of this message',
    code: 'Reference',
    dpoEmail: 'E-mail',
    dpoPostal: 'Post',
    phone: 'Telephone',
    colon: ': ',
    you: 'you',
    minor: 'under 18',
    firmGreeting: 'Dear Sir or Madam,',
    yourFirm: 'your firm',
    relative: 'a relative who died, covered by the contract of your household',
    contract: ', contract {contract}',
    ofRows: '; in the file: {categories}',
    and: ' and ',
    on: ' on {day}',
  },
  categories: {
    surname: 'surname',
    first_names: 'first name',
    birth_date: 'date of birth',
    birth_rank: 'birth rank',
    nir: 'French social security number (NIR)',
    insurer_name: 'name of the health insurer',
    contract_number: 'contract number',
    member_number: 'member number',
    cover: 'cover of the contract',
    email: 'e-mail address',
    phone: 'telephone number',
    postal_address: 'postal address',
    bank_details: 'bank details',
    medical_data: 'medical data',
    reimbursements: 'healthcare reimbursements',
    password: 'password',
  },
  sentences: {
    subject: approved('Your personal data: what happened at {processor} and what you can do', {
      variants: {
        parent_of_minor: 'A child’s personal data: what happened at {processor} and what you can do',
        policyholder_for_dependants:
          'Personal data in your family: what happened at {processor} and what you can do',
        guardian: 'Data of the person you represent: what happened at {processor} and what you can do',
        health_professional: 'Your professional data: what happened at {processor} and what you can do',
        firm: 'Your firm’s data: what happened at {processor} and what you can do',
        relative_of_deceased: 'Data of a relative: what happened at {processor} and what you can do',
      },
    }),
    intro: approved('This message concerns:'),
    'company.entrusted': approved(
      '{controller}, {relation}, entrusts {service} to a company called {processor}.',
      {
        variants: toBusinesses('{controller} entrusts {service} to a company called {processor}.', {
          guardian:
            '{controller} covers the person you represent. It entrusts {service} to a company called {processor}.',
          client_of_firm: '{controller} entrusts {service} to a company called {processor}.',
        }),
      },
    ),
    'company.holds': approved('For this work, {processor} holds data about the people we cover.', {
      variants: {
        health_professional: 'For this work, {processor} also holds data about health professionals.',
        firm: 'For this work, {processor} also holds data about firms.',
        client_of_firm: 'For this work, {processor} holds data about the clients of firms and practices.',
      },
    }),
    'company.not_attacked': approved('Our own computer systems were not reached{notAttacked}.'),
    'company.attacked': approved('Our own computer systems were also reached{attacked}.'),
    'company.why': approved('We are writing to you because your data is among the data that was exposed.', {
      serves: 'nature',
      variants: {
        parent_of_minor:
          'You are the legal representative of each child named above. Their data is among the data that was exposed. If “you” follows your name, so is yours.',
        policyholder_for_dependants:
          'Each person named above is covered by your contract. Their data is among the data that was exposed. If “you” follows your name, so is yours.',
        guardian: 'You represent the person named above. Their data is among the data that was exposed.',
        health_professional:
          'We are writing to you because data about your practice is among the data that was exposed.',
        firm: 'We are writing to you because your firm’s data is among the data that was exposed.',
        client_of_firm:
          'We are writing to you because your data, entrusted to a firm or a practice, is among the data that was exposed.',
        relative_of_deceased:
          'We know that this message is a reminder of a bereavement. The data of a relative who died, covered by your household’s contract, is among the data that was exposed.',
      },
    }),
    'happened.account_misused': approved(
      'Data was read at {processor} through a professional account, without its holder’s knowledge{nature}.',
      { serves: 'nature' },
    ),
    'happened.intrusion': approved(
      'Unknown people broke into a computer system run by {processor}{nature}. They were able to read and copy data there.',
      { serves: 'nature' },
    ),
    'happened.ransomware': approved(
      'Unknown people locked a computer system run by {processor}{nature}. They were able to copy data there.',
      { serves: 'nature' },
    ),
    'happened.disclosure': approved(
      'Data held by {processor} was seen or received by people who had no right to it{nature}.',
      { serves: 'nature' },
    ),
    'happened.one_day': approved('This took place on {attackStarted}{attackEndedCite}.'),
    'happened.period': approved('This went on from {attackStarted} to {attackEnded}.'),
    'happened.started': approved('This began on {attackStarted}.'),
    'happened.ended': approved('This ended on {attackEnded}.'),
    'happened.detected': approved('This was discovered at {processor} on {processorDetected}.'),
    'happened.told': approved('{processor} told us on {controllerTold}.'),
    'data.exposed': approved('The exposed data about you is:', {
      serves: 'nature',
      variants: toOthers('The exposed data, for each person named above, is:', {
        guardian: 'The exposed data of the person you represent is:',
        health_professional: 'The exposed data about your practice is:',
        firm: 'The exposed data about your firm is:',
        relative_of_deceased: 'Your relative’s exposed data is:',
      }),
    }),
    'data.category': approved('{category}'),
    'data.not_exposed': approved('The following data was not exposed:'),
    'data.not_exposed_item': approved('{categories}: {reason}'),
    'data.unknown': approved(
      'We do not yet know whether the following data was exposed. We cannot rule it out:',
    ),
    ...cohortsEn,
    ...consequencesEn,
    ...todoEn,
    ...measuresEn,
    ...documentsEn,
    ...correctionEn,
    'never.intro': approved('By telephone, text message or e-mail, we will never ask you for:'),
    'never.password': approved('a password or a code received by text message'),
    'never.bank': approved('a card number or bank details because of this incident'),
    'never.nir': approved('a social security number to identify you'),
    'never.payment': approved('a payment of any kind because of this incident'),
    'contact.dpo': approved('Our data protection officer answers questions about this incident:', {
      serves: 'contact',
    }),
    'contact.customers': approved('You can also call our customer service:'),
    'contact.cnil': approved(
      'You can also complain to the French data protection authority: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France.',
    ),
    'check.plain': approved(
      'This message contains no link and no attachment. It does not ask you for any data.',
      {
        owner: 'communication',
      },
    ),
    'check.sender': approved('Sent by e-mail, it always comes from the address {senderAddress}.', {
      owner: 'communication',
    }),
    'check.call': approved(
      'To check it, do not use the contact details it gives. Call the number printed on your member card and quote the reference that follows.',
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
      'You can also type {checkSite} into your browser yourself, then enter this reference there.',
      {
        owner: 'communication',
      },
    ),
  },
}
