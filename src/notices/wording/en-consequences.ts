import type { consequencesFr } from './fr-consequences.ts'
import { approved, toBusinesses, toOthers } from './item.ts'

const serves = 'consequences' as const
const toGainTrust = 'A fraudster may quote this data to gain your trust.'

export const consequencesEn: typeof consequencesFr = {
  'consequence.identity': approved('Someone may pretend to be you. Identity theft cannot be ruled out.', {
    serves,
    variants: toOthers(
      'Someone may pretend to be a person named above. Identity theft cannot be ruled out.',
      {
        guardian: 'Someone may pretend to be the person you represent. Identity theft cannot be ruled out.',
        health_professional:
          'Someone may pretend to be you, with an insurer, a supplier or a patient. Identity theft cannot be ruled out.',
        firm: 'Someone may pretend to act for your firm. Fraud in its name cannot be ruled out.',
        relative_of_deceased:
          'Someone may use the identity of your relative. Fraud in their name cannot be ruled out.',
      },
    ),
  }),
  'consequence.minor': approved('Identity theft in the name of a child may go unnoticed for a long time.', {
    serves,
  }),
  'consequence.phishing': approved(
    `${toGainTrust} They may claim to act for {controller}, {processor} or the French health insurance.`,
    {
      serves,
      variants: toBusinesses(
        `${toGainTrust} They may claim to act for {controller}, {processor} or your bank.`,
        {
          client_of_firm: `${toGainTrust} They may claim to act for {controller}, {processor} or your bank.`,
        },
      ),
    },
  ),
  'consequence.nir': approved(
    'By itself, without a password, the social security number opens no Ameli account, no FranceConnect account and no other public account.',
    { serves },
  ),
  'consequence.nir_lasting': approved(
    'This number remains sensitive: it does not change, and it can make a fraud more credible.',
    { serves },
  ),
  'consequence.email': approved('The e-mail address may receive false messages that look very real.', {
    serves,
  }),
  'consequence.phone': approved('The telephone number may receive false calls and false text messages.', {
    serves,
  }),
  'consequence.postal_address': approved('The postal address may be used for false letters or for selling.', {
    serves,
  }),
  'consequence.bank_details': approved(
    'A direct debit may be attempted without your consent. By themselves, bank details do not allow card payments.',
    {
      serves,
      variants: toBusinesses(
        'A direct debit may be attempted without your consent. A fraudster may also ask, in your name, that you be paid on another account.',
        {
          relative_of_deceased: 'A direct debit may be attempted on the account of your relative.',
        },
      ),
    },
  ),
  'consequence.medical_data': approved(
    'Information about health may be revealed or used to apply pressure.',
    { serves },
  ),
  'consequence.reimbursements': approved('Reimbursements of care may hint at a state of health.', { serves }),
  'consequence.password': approved('The password may be tried on every account where it is also used.', {
    serves,
  }),
}
