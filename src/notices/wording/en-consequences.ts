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
          'Someone may pretend to be you when dealing with an insurer, a supplier or a patient. Identity theft cannot be ruled out.',
        firm: 'Someone may pretend to act for your firm. Fraud in its name cannot be ruled out.',
        relative_of_deceased:
          'Someone may use your relative’s identity. Fraud in their name cannot be ruled out.',
      },
    ),
  }),
  'consequence.minor': approved('Identity theft in the name of a child may go unnoticed for a long time.', {
    serves,
  }),
  'consequence.phishing': approved(
    `${toGainTrust} They may claim to work for {controller}, {processor} or the French national health insurance.`,
    {
      serves,
      variants: toBusinesses(
        `${toGainTrust} They may claim to work for {controller}, {processor} or your bank.`,
        {
          client_of_firm: `${toGainTrust} They may claim to work for {controller}, {processor} or your bank.`,
        },
      ),
    },
  ),
  'consequence.nir': approved(
    'On its own, without a password, the social security number does not open an Ameli account, FranceConnect or any other public service account.',
    { serves },
  ),
  'consequence.nir_lasting': approved(
    'This number remains sensitive: it does not change, and it can make a scam more believable.',
    { serves },
  ),
  'consequence.email': approved('The e-mail address may receive fake messages, sometimes very convincing.', {
    serves,
  }),
  'consequence.phone': approved('The telephone number may receive fake calls and fake text messages.', {
    serves,
  }),
  'consequence.postal_address': approved(
    'The postal address may be used for fake letters or unwanted sales.',
    {
      serves,
    },
  ),
  'consequence.bank_details': approved(
    'A direct debit may be attempted without your consent. On their own, bank details do not allow card payments.',
    {
      serves,
      variants: toBusinesses(
        'A direct debit may be attempted without your consent. A fraudster may also ask, in your name, for you to be paid into another account.',
        {
          relative_of_deceased: 'A direct debit may be attempted on your relative’s account.',
        },
      ),
    },
  ),
  'consequence.medical_data': approved(
    'Information about health may be revealed or used to apply pressure.',
    { serves },
  ),
  'consequence.reimbursements': approved('Healthcare reimbursements may hint at a state of health.', {
    serves,
  }),
  'consequence.password': approved('The password may be tried on every account where it is also used.', {
    serves,
  }),
}
