import type { todoFr } from './fr-todo.ts'
import { approved, toBusinesses, toOthers } from './item.ts'

const serves = 'measures' as const

const ITS_MAILBOX =
  'Change the password of the mailbox in question: anyone who gets into it can change all the others.'

export const todoEn: typeof todoFr = {
  'todo.password': approved('Change the password in question now, everywhere it is used.', {
    serves,
    variants: {
      relative_of_deceased: 'Ask for your relative’s accounts that used this password to be closed.',
    },
  }),
  'todo.bank': approved(
    'Check your bank accounts every week. Dispute any unknown direct debit with your bank.',
    {
      serves,
      variants: toBusinesses(
        'Tell your bank today: a fraudster may try to use your bank details. Confirm any change of account to be paid by telephone, on a number you already know.',
        toOthers(
          'Check the bank accounts in question every week. Dispute any unknown direct debit with the bank.',
          {
            relative_of_deceased:
              'Tell your relative’s bank: it can refuse any new direct debit. If a notary is in charge of the estate, tell them too.',
          },
        ),
      ),
    },
  ),
  'todo.no_code': approved(
    'Do not give a code, a password or a card number to anyone who calls or writes to you, even if they quote genuine data.',
    { serves },
  ),
  'todo.no_link': approved(
    'Do not reply to messages about this, and do not open any link. Type the address of the site you want to visit yourself.',
    { serves },
  ),
  'todo.nir_accounts': approved(
    'Change the password of every account whose user name is the social security number, Ameli first.',
    {
      serves,
      variants: {
        firm: 'Ask the person whose social security number this is to change their passwords, Ameli first.',
        relative_of_deceased:
          'Ask the French national health insurance to close your relative’s Ameli account.',
      },
    },
  ),
  'todo.mailbox': approved(
    'Change the password of your mailbox: anyone who gets into it can change all the others.',
    {
      serves,
      variants: toOthers(ITS_MAILBOX, {
        firm: ITS_MAILBOX,
        relative_of_deceased: 'Ask for your relative’s mailbox to be closed.',
      }),
    },
  ),
  'todo.reused': approved('Change the passwords that you use in several places.', { serves }),
  'todo.password_rule': approved(
    'Choose passwords of at least twelve characters: capitals, small letters, digits and other signs. Turn on two-step verification wherever it is offered.',
    { serves },
  ),
  'todo.letters': approved(
    'Beware of letters that ask for a payment or a document. If in doubt, call us on a number you already know.',
    {
      serves,
    },
  ),
  'todo.pressure': approved(
    'If somebody threatens to reveal health information, do not pay: make a complaint to the police.',
    { serves },
  ),
  'todo.child': approved('If a child has a telephone, tell them not to answer any message about this.', {
    serves,
  }),
  'todo.watch': approved(
    'Keep an eye on healthcare reimbursements and log-in alerts: Ameli, taxes, training, FranceConnect, mailbox. Tell us about anything you do not recognise.',
    {
      serves,
      variants: toBusinesses(
        'Keep an eye on your accounts, the transfers you expect and log-in alerts from your professional services. Tell us about anything you do not recognise.',
        {
          client_of_firm:
            'Keep an eye on your accounts and log-in alerts from your online services. Tell us about anything you do not recognise.',
          relative_of_deceased:
            'Keep an eye on the post and the reimbursements in your relative’s name. Tell us about anything you do not recognise.',
        },
      ),
    },
  ),
  'todo.evidence': approved(
    'Keep the evidence of a suspicious message: the text, the address, a screenshot.',
    { serves },
  ),
  'todo.complaint_desk': approved(
    'If somebody has used this data, fill in a pre-complaint online. Then sign it at the police station or with the gendarmerie.',
    { serves, validFrom: '2024-02-01', validUntil: '2025-12-31', replacedBy: 'todo.complaint' },
  ),
  'todo.complaint': approved(
    'If somebody uses this data, make a complaint: to the police, to the gendarmerie or by letter to the public prosecutor.',
    { serves },
  ),
  'todo.report_sms': approved('Forward fake text messages to 33700, then delete them.', { serves }),
  'todo.help': approved(
    'For advice, type 17cyber.gouv.fr yourself: this French government service is free.',
    { serves },
  ),
}
