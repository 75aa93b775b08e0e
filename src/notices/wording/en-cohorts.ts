import { approved, toOthers } from './item.ts'

export const cohortsEn = {
  'cannot_tell.subject': approved('Your personal data: a doubt remains after what happened at {processor}', {
    variants: {
      parent_of_minor: 'A child’s personal data: a doubt remains after what happened at {processor}',
      policyholder_for_dependants:
        'Personal data in your family: a doubt remains after what happened at {processor}',
      guardian: 'Data of the person you represent: a doubt remains after what happened at {processor}',
      health_professional: 'Your professional data: a doubt remains after what happened at {processor}',
      firm: 'Your firm’s data: a doubt remains after what happened at {processor}',
      relative_of_deceased: 'Data of a relative: a doubt remains after what happened at {processor}',
    },
  }),
  'cannot_tell.why': approved(
    'We are writing to you because we cannot tell whether your data is among the data that was exposed.',
    {
      serves: 'nature',
      variants: {
        parent_of_minor:
          'You are the legal representative of each child named above. We cannot tell whether their data is among the data that was exposed. If “you” follows your name, the same doubt applies to your data.',
        policyholder_for_dependants:
          'Each person named above is covered by your contract. We cannot tell whether their data is among the data that was exposed. If “you” follows your name, the same doubt applies to your data.',
        guardian:
          'You represent the person named above. We cannot tell whether their data is among the data that was exposed.',
        health_professional:
          'We are writing to you because we cannot tell whether data about your practice is among the data that was exposed.',
        firm: 'We are writing to you because we cannot tell whether your firm’s data is among the data that was exposed.',
        relative_of_deceased:
          'We know that this message is a reminder of a bereavement. We cannot tell whether the data of a relative who died, covered by your household’s contract, is among the data that was exposed.',
      },
    },
  ),
  'cannot_tell.reason': approved(
    'In the exposed file, at least one row may refer to several people, you among them. What it contains is not enough to tell who it is.',
    {
      variants: toOthers(
        'In the exposed file, at least one row may refer to several people, one of them named above. What it contains is not enough to tell who it is.',
        {
          guardian:
            'In the exposed file, at least one row may refer to several people, the person you represent among them. What it contains is not enough to tell who it is.',
          firm: 'In the exposed file, at least one row may refer to several firms, yours among them. What it contains is not enough to tell which one it is.',
          relative_of_deceased:
            'In the exposed file, at least one row may refer to several people, your relative among them. What it contains is not enough to tell who it is.',
        },
      ),
    },
  ),
  'cannot_tell.meanwhile': approved(
    'To be safe, act as if it were you. The advice in this message applies to you from now on.',
    {
      variants: toOthers(
        'To be safe, act as if it were them. The advice in this message applies from now on.',
        {
          firm: 'To be safe, act as if it were yours. The advice in this message applies from now on.',
          relative_of_deceased:
            'To be safe, act as if it were your relative. The advice in this message applies from now on.',
        },
      ),
    },
  ),
  'cannot_tell.later': approved(
    'We are still checking. If we find that your data was exposed, another message will tell you. Without another message, the doubt remains.',
    {
      variants: toOthers(
        'We are still checking. If we find that their data was exposed, another message will tell you. Without another message, the doubt remains.',
        {
          firm: 'We are still checking. If we find that your firm’s data was exposed, another message will tell you. Without another message, the doubt remains.',
          relative_of_deceased:
            'We are still checking. If we find that their data was exposed, another message will tell you. Without another message, the doubt remains.',
        },
      ),
    },
  ),
  'cannot_tell.data': approved('If it is you, the data exposed is:', {
    serves: 'nature',
    variants: toOthers('If it is a person named above, their exposed data is:', {
      guardian: 'If it is the person you represent, their exposed data is:',
      firm: 'If it is your firm, the data exposed is:',
      relative_of_deceased: 'If it is your relative, their exposed data is:',
    }),
  }),
  'cannot_tell.consequences': approved('If this data is yours, this is what may follow:', {
    variants: toOthers('If this data belongs to a person named above, this is what may follow:', {
      guardian: 'If this data belongs to the person you represent, this is what may follow:',
      firm: 'If this data is your firm’s, this is what may follow:',
      relative_of_deceased: 'If this data is your relative’s, this is what may follow:',
    }),
  }),
  'not_listed.subject': approved('Incident at {processor}: what we know, and the precautions to take'),
  'not_listed.why': approved(
    'The incident took place at a company that works for everyone we cover. We are writing to each of them, as a precaution.',
    {
      serves: 'nature',
      variants: {
        parent_of_minor:
          'We are writing, as a precaution, about everyone we cover. You are the legal representative of each child named above.',
        policyholder_for_dependants:
          'We are writing, as a precaution, about everyone we cover. Each person named above is covered by your contract.',
        guardian:
          'We are writing, as a precaution, about everyone we cover. You represent the person named above.',
        health_professional:
          'The incident took place at a company that works with many health professionals. We are writing, as a precaution, to all those we know.',
        firm: 'The incident took place at a company that works with many firms. We are writing, as a precaution, to all those we know.',
        client_of_firm:
          'The incident took place at a company that works for firms and practices. We are writing, as a precaution, to all their clients known to us.',
        relative_of_deceased:
          'We know that this message is a reminder of a bereavement. We are writing, as a precaution, about everyone we have covered.',
      },
    },
  ),
  'not_listed.list': approved(
    'As of {listDay}, you are not on list v{listNumber}. We drew up this list from the file passed on by {processor}.',
    {
      variants: toOthers(
        'As of {listDay}, nobody named above is on list v{listNumber}. We drew up this list from the file passed on by {processor}.',
        {
          guardian:
            'As of {listDay}, the person you represent is not on list v{listNumber}. We drew up this list from the file passed on by {processor}.',
          firm: 'As of {listDay}, your firm is not on list v{listNumber}. We drew up this list from the file passed on by {processor}.',
          relative_of_deceased:
            'As of {listDay}, your relative is not on list v{listNumber}. We drew up this list from the file passed on by {processor}.',
        },
      ),
    },
  ),
  'not_listed.changes': approved('This list may change. It does not prove that your data was not exposed.', {
    variants: toOthers('This list may change. Not being on it does not prove that nothing was exposed.', {
      guardian: 'This list may change. It does not prove that their data was not exposed.',
      firm: 'This list may change. It does not prove that your firm’s data was not exposed.',
      relative_of_deceased: 'This list may change. It does not prove that their data was not exposed.',
    }),
  }),
  'not_listed.later': approved(
    'If a new list shows that your data was exposed, another message will tell you.',
    {
      variants: toOthers('If a new list bears a name given above, another message will tell you.', {
        guardian: 'If a new list shows that their data was exposed, another message will tell you.',
        firm: 'If a new list shows that your firm’s data was exposed, another message will tell you.',
        relative_of_deceased:
          'If a new list shows that their data was exposed, another message will tell you.',
      }),
    },
  ),
  'not_listed.data': approved('For the people who are on this list, the data exposed is:', {
    serves: 'nature',
    variants: {
      health_professional: 'For the health professionals who are on this list, the data exposed is:',
      firm: 'For the firms that are on this list, the data exposed is:',
    },
  }),
  'not_listed.consequences': approved('If this list proved incomplete, this is what could follow:'),
  'relatives.deceased': approved(
    'We know that these lines are a reminder of a bereavement. The data of a relative who died, covered by the same contract, is in the same file. If somebody uses their name, tell our customer service.',
  ),
}
