import type { documentHeadingsFr, documentsFr } from './fr-documents.ts'
import { approved, toBusinesses } from './item.ts'

const owner = 'communication' as const

export const documentHeadingsEn: typeof documentHeadingsFr = {
  opening: 'Open the call',
  caller: 'Know whom you are speaking to, without a social security number',
  happened: 'What happened',
  concerned: '“Am I on the list?”',
  data: 'The data that was exposed',
  told: 'Who is told, and how',
  todo: 'What to do today, in this order',
  measures: 'What has been done',
  scam: 'A suspicious message or call is reported to you',
  escalate: 'Pass the call on',
  never: 'What we will never ask',
  contact: 'Where to ask questions',
}

export const documentsEn: typeof documentsFr = {
  'script.title': approved('Call script: incident at {processor}', { owner }),
  'script.hello': approved(
    '“Hello, this is {controller}. I can answer your questions about what happened at {processor}. I will not ask you for a password, a code or a social security number.”',
    { owner },
  ),
  'script.calm': approved(
    'Let the person say why they are calling. Read out only what is written here. Write down the rest, and ask for the answer.',
    { owner },
  ),
  'script.verify_reference': approved(
    'Ask for the reference of the message received. It is enough to explain that message, and nothing more.',
    { owner },
  ),
  'script.verify_other': approved(
    'Without a reference, ask two questions whose answers are not among the exposed data.',
    { owner },
  ),
  'script.verify_call_back': approved(
    'If a doubt remains, say nothing about the person. Offer to call back on the number already known, or to write to the address already known.',
    { owner },
  ),
  'script.verify_never': approved('Never ask for, read out or confirm a social security number.', { owner }),
  'script.answer_listed': approved(
    'The record says “confirmed” or “presumed”: “Yes, your data is among the data that was exposed. I will tell you which, and what to do.”',
  ),
  'script.answer_doubt': approved(
    'The record says “cannot be excluded”: “We cannot tell. A row of the file may refer to several people, you among them. To be safe, follow the same advice.”',
  ),
  'script.answer_absent': approved(
    'There is no record, or it says “is not on list”: “You are not on our list as of today. It may change. It does not prove that your data was not exposed.”',
  ),
  'script.answer_absent_on': approved(
    'There is no record, or it says “is not on list”: “As of {listDay}, you are not on list v{listNumber}. It may change. It does not prove that your data was not exposed.”',
  ),
  'script.answer_never': approved('Tell nobody that their data is safe: no list proves it.'),
  'script.scam_note': approved(
    'Write down the day and time, the means (call, text message, e-mail, letter), the number or address, and what was asked for.',
    { owner },
  ),
  'script.scam_keep': approved('Ask them not to answer, to keep the message and to take a screenshot.', {
    owner,
  }),
  'script.scam_given': approved(
    'If a code or a card number was given: “Call your bank right away.” If a password was given: “Change it right away, everywhere it is used.”',
    { owner },
  ),
  'script.escalate_grief': approved(
    'Bereavement: do not ask for proof and do not make the caller repeat anything. Pass the call to the person in charge.',
    { owner },
  ),
  'script.escalate_protected': approved(
    'A person under guardianship, or whose address is protected: confirm nothing, not even that they are covered. Pass the call on.',
    { owner },
  ),
  'script.escalate_press': approved(
    'Journalist: answer no question. Write down the name, the media and the number, then tell the communications team.',
    { owner },
  ),
  'script.escalate_unknown': approved(
    'A question without an answer here: write it down word for word, say that we will call back, and do not guess.',
    { owner },
  ),
  'sheet.shop_title': approved('Incident at {processor}: what you can do', { owner }),
  'sheet.union_title': approved('Incident at {processor}: answers for your members', { owner }),
  'sheet.employer_title': approved('Incident at {processor}: answers for your employees', { owner }),
  'press.title': approved('{controller}: what happened at {processor}', { owner }),
  'sheet.lead': approved(
    'Data of people covered by {controller} was exposed at {processor}, the company in charge of {service}.',
    {
      owner,
      variants: toBusinesses(
        'Data of health professionals was exposed at {processor}, the company in charge of {service} for {controller}.',
        {
          firm: 'Data of firms was exposed at {processor}, the company in charge of {service} for {controller}.',
          client_of_firm:
            'Data of clients of firms and practices was exposed at {processor}, the company in charge of {service} for {controller}.',
        },
      ),
    },
  ),
  'sheet.shop_limits': approved(
    'This shop does not have the list and cannot tell who is on it. Keep your social security number to yourself: it is of no use here.',
    { owner },
  ),
  'sheet.union_limits': approved(
    'Your organisation does not have the list. Do not ask anyone for their social security number, or what they received.',
    { owner },
  ),
  'sheet.employer_limits': approved(
    'The employer does not have the list. Do not ask any employee whether they are on it: it is their own business.',
    { owner },
  ),
  'sheet.told': approved(
    '{controller} writes to each person who is on the list, or to whoever represents them, by e-mail or by letter.',
    {
      owner,
      variants: {
        firm: '{controller} writes to each firm that is on the list, by e-mail or by letter.',
      },
    },
  ),
  'sheet.silence': approved('Not having received a message proves nothing: the list may change.', {
    owner,
  }),
  'sheet.data': approved('For the people covered who are on the list, the data exposed is:', {
    variants: toBusinesses('For the health professionals who are on the list, the data exposed is:', {
      firm: 'For the firms that are on the list, the data exposed is:',
      client_of_firm: 'For the clients of firms and practices who are on the list, the data exposed is:',
    }),
  }),
}
