import type { todoFr } from './fr-todo.ts'
import { approved, toBusinesses } from './item.ts'

const serves = 'measures' as const

export const todoEn: typeof todoFr = {
  'todo.password': approved('Change the exposed password now, everywhere you use it.', {
    serves,
    variants: { relative_of_deceased: 'Have the accounts of your relative that used this password closed.' },
  }),
  'todo.bank': approved(
    'Look at your bank accounts every week. Dispute any unknown direct debit with your bank.',
    {
      serves,
      variants: toBusinesses(
        'Tell your bank today that these bank details were exposed. Confirm any change of the account to be paid by voice, at a number you already know.',
        {
          relative_of_deceased:
            'Tell the bank of your relative, or the notary in charge of the estate. Ask them to refuse any new direct debit.',
        },
      ),
    },
  ),
  'todo.no_code': approved(
    'Give no code, no password and no card number to anyone who calls or writes to you. Even if they quote true data.',
    { serves },
  ),
  'todo.no_link': approved(
    'Answer no message received about this, and open no link. Type the address of the site you want to visit yourself.',
    { serves },
  ),
  'todo.nir_accounts': approved(
    'Change the password of accounts whose user name is the social security number, Ameli first.',
    {
      serves,
      variants: {
        relative_of_deceased: 'Ask the French health insurance to close the Ameli account of your relative.',
      },
    },
  ),
  'todo.mailbox': approved(
    'Change the password of your mailbox: whoever enters it can change all the others.',
    {
      serves,
      variants: { relative_of_deceased: 'Have the mailbox of your relative closed, or change its password.' },
    },
  ),
  'todo.reused': approved('Change the passwords that you use in several places.', { serves }),
  'todo.password_rule': approved(
    'Choose twelve characters or more: capitals, small letters, figures and other signs. Turn on two-step verification wherever it is offered.',
    { serves },
  ),
  'todo.letters': approved('Beware of letters that ask for a payment or a document. If in doubt, call us.', {
    serves,
  }),
  'todo.pressure': approved(
    'If somebody threatens to reveal health information, do not pay, and file a complaint.',
    { serves },
  ),
  'todo.child': approved(
    'Tell a child who has a telephone to answer no message about their health insurance.',
    { serves },
  ),
  'todo.watch': approved(
    'Watch the reimbursements of care and the log-in alerts: Ameli, taxes, training, FranceConnect, mailbox. Tell us about anything you do not recognise.',
    {
      serves,
      variants: toBusinesses(
        'Watch your accounts, the transfers you expect and the log-in alerts of your professional services. Tell us about anything you do not recognise.',
        {
          client_of_firm:
            'Watch your accounts and the log-in alerts of your online services. Tell us about anything you do not recognise.',
          relative_of_deceased:
            'Watch the post and the reimbursements in the name of your relative. Tell us about anything you do not recognise.',
        },
      ),
    },
  ),
  'todo.evidence': approved(
    'Keep the evidence of a suspicious message: the text, the address, a picture of the screen.',
    { serves },
  ),
  'todo.complaint_desk': approved(
    'If somebody has used this data, fill in a pre-complaint online. Then sign it at the police station or with the gendarmerie.',
    { serves, validFrom: '2024-02-01', validUntil: '2025-12-31', replacedBy: 'todo.complaint' },
  ),
  'todo.complaint': approved(
    'If somebody uses this data, file a complaint: with the police, the gendarmerie or by letter to the public prosecutor.',
    { serves },
  ),
  'todo.report_sms': approved('Forward false text messages to 33700, then delete them.', { serves }),
  'todo.help': approved(
    'For advice, type 17cyber.gouv.fr yourself: this service of the French State is free.',
    { serves },
  ),
}
