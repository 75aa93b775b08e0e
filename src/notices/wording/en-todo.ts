import type { todoFr } from './fr-todo.ts'
import { approved } from './item.ts'

const serves = 'measures' as const

export const todoEn: typeof todoFr = {
  'todo.password': approved('Change this password now, everywhere you use it.', { serves }),
  'todo.no_code': approved(
    'Give no code, no password and no card number to anyone who calls or writes to you. Even if they quote true data.',
    { serves },
  ),
  'todo.no_link': approved(
    'Open no link received about this. Type the address of the site you want to visit yourself.',
    { serves },
  ),
  'todo.nir_accounts': approved(
    'Change the password of accounts whose user name is the social security number, Ameli first. Choose a long one, and use it nowhere else.',
    { serves },
  ),
  'todo.bank': approved(
    'Look at your bank accounts every week. Dispute any unknown direct debit with your bank.',
    { serves },
  ),
  'todo.child': approved(
    'Tell a child who has a telephone to answer no message about their health insurance.',
    { serves },
  ),
  'todo.watch': approved(
    'Look at the reimbursements of care and at the alerts of your public accounts. Tell us about anything you do not recognise.',
    { serves },
  ),
  'todo.complaint': approved(
    'In case of identity theft, keep the messages and statements. File a complaint with the police, the gendarmerie or the public prosecutor.',
    { serves },
  ),
}
