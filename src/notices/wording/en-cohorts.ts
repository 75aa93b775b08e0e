import { approved, toOthers } from './item.ts'

export const cohortsEn = {
  'cannot_tell.subject': approved('Your personal data: a doubt remains after what happened at {processor}', {
    variants: {
      parent_of_minor: "A child's data: a doubt remains after what happened at {processor}",
      policyholder_for_dependants:
        'Personal data in your family: a doubt remains after what happened at {processor}',
      guardian: 'Data of the person you represent: a doubt remains after what happened at {processor}',
      health_professional: 'Your professional data: a doubt remains after what happened at {processor}',
      firm: 'Data of your firm: a doubt remains after what happened at {processor}',
      relative_of_deceased: 'Data of a relative: a doubt remains after what happened at {processor}',
    },
  }),
  'cannot_tell.why': approved(
    'We are writing to you because we cannot tell whether your data is part of what was exposed.',
    {
      serves: 'nature',
      variants: {
        parent_of_minor:
          'You are the legal representative of the minors named above. We cannot tell whether their data is part of what was exposed. If the list says "you", the same doubt holds for yours.',
        policyholder_for_dependants:
          'The people named above come under your contract. We cannot tell whether their data is part of what was exposed. If the list says "you", the same doubt holds for yours.',
        guardian:
          'You represent the person named above. We cannot tell whether their data is part of what was exposed.',
        firm: 'We are writing to you because we cannot tell whether data of your firm is part of what was exposed.',
        relative_of_deceased:
          'We know that this message recalls a bereavement. We cannot tell whether the data of a relative who died, covered by the contract of your household, is part of what was exposed.',
      },
    },
  ),
  'cannot_tell.reason': approved(
    'In the exposed file, at least one row may mean several people, you among them. What it holds is not enough to tell who it is.',
    {
      variants: toOthers(
        'In the exposed file, at least one row may mean several people, a person named above among them. What it holds is not enough to tell who it is.',
        {
          firm: 'In the exposed file, at least one row may mean several firms, yours among them. What it holds is not enough to tell which.',
          relative_of_deceased:
            'In the exposed file, at least one row may mean several people, this relative among them. What it holds is not enough to tell who it is.',
        },
      ),
    },
  ),
  'cannot_tell.meanwhile': approved(
    'To be safe, act as if this data was yours. The advice in this message holds for you from now on.',
    {
      variants: toOthers(
        'To be safe, act as if this data was theirs. The advice in this message holds from now on.',
        {
          relative_of_deceased:
            'To be safe, act as if this data was theirs. The advice in this message holds from now on.',
        },
      ),
    },
  ),
  'cannot_tell.later': approved(
    'We are still checking. If we find that your data was exposed, another message will tell you. Without another message, the doubt remains.',
    {
      variants: toOthers(
        'We are still checking. If we find that this data was exposed, another message will tell you. Without another message, the doubt remains.',
        {
          firm: 'We are still checking. If we find that data of your firm was exposed, another message will tell you. Without another message, the doubt remains.',
          relative_of_deceased:
            'We are still checking. If we find that their data was exposed, another message will tell you. Without another message, the doubt remains.',
        },
      ),
    },
  ),
  'cannot_tell.data': approved('If you are the person meant, the data exposed is:', {
    serves: 'nature',
    variants: toOthers('If a person named above is meant, their exposed data is:', {
      firm: 'If your firm is meant, the data exposed is:',
      relative_of_deceased: 'If this relative is meant, the data exposed is:',
    }),
  }),
  'cannot_tell.consequences': approved('If this data is yours, this is what may follow:', {
    variants: toOthers('If this data is that of a person named above, this is what may follow:', {
      relative_of_deceased: 'If this data is that of this relative, this is what may follow:',
    }),
  }),
  'not_listed.subject': approved('Incident at {processor}: what we know, and the precautions to take'),
  'not_listed.why': approved(
    'The incident happened at a company that works for everyone we cover. We are writing to each of them, as a precaution.',
    {
      serves: 'nature',
      variants: {
        parent_of_minor:
          'We are writing, as a precaution, about everyone we cover. You are the legal representative of the minors named above.',
        policyholder_for_dependants:
          'We are writing, as a precaution, about everyone we cover. The people named above come under your contract.',
        guardian:
          'We are writing, as a precaution, about everyone we cover. You represent the person named above.',
        health_professional:
          'The incident happened at a company that works with many health professionals. We are writing, as a precaution, to all those we know.',
        firm: 'The incident happened at a company that works with many firms. We are writing, as a precaution, to all those we know.',
        client_of_firm:
          'The incident happened at a company that works for firms and practices. We are writing, as a precaution, to all their clients whom we know.',
        relative_of_deceased:
          'We know that this message recalls a bereavement. We are writing, as a precaution, about everyone we have covered.',
      },
    },
  ),
  'not_listed.list': approved(
    'As of {listDay}, you are not on list v{listNumber}. We drew up this list from the file passed on by {processor}.',
    {
      variants: toOthers(
        'As of {listDay}, the people named above are not on list v{listNumber}. We drew up this list from the file passed on by {processor}.',
        {
          firm: 'As of {listDay}, your firm is not on list v{listNumber}. We drew up this list from the file passed on by {processor}.',
          relative_of_deceased:
            'As of {listDay}, your relative is not on list v{listNumber}. We drew up this list from the file passed on by {processor}.',
        },
      ),
    },
  ),
  'not_listed.changes': approved('This list may change. It does not prove that your data was not exposed.', {
    variants: toOthers('This list may change. It does not prove that their data was not exposed.', {
      relative_of_deceased: 'This list may change. It does not prove that their data was not exposed.',
    }),
  }),
  'not_listed.later': approved(
    'If another list shows that your data was exposed, another message will tell you.',
    {
      variants: toOthers(
        'If another list shows that their data was exposed, another message will tell you.',
        {
          relative_of_deceased:
            'If another list shows that their data was exposed, another message will tell you.',
        },
      ),
    },
  ),
  'not_listed.data': approved('For the people who are on this list, the data exposed is:', {
    serves: 'nature',
  }),
  'not_listed.consequences': approved('If this list proved incomplete, this is what could follow:'),
  'relatives.deceased': approved(
    'We know that these lines recall a bereavement. The data of a relative who died, covered by the same contract, is in the same file. If somebody uses their name, tell our customer service.',
  ),
}
