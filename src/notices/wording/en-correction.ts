import type { correctionFr } from './fr-correction.ts'
import { approved, toOthers } from './item.ts'

export const correctionEn: typeof correctionFr = {
  'correction.subject': approved('Correction: what we wrote to you about the incident at {processor}'),
  'correction.wrote': approved(
    'We have already written to you about this incident. Part of that message has changed.',
  ),
  'correction.wrote_concerned': approved('We wrote that your data is among the data that was exposed.', {
    variants: toOthers(
      'We wrote that the data of the people named above is among the data that was exposed.',
      {
        firm: 'We wrote that data of your firm is among the data that was exposed.',
        relative_of_deceased:
          'We wrote that the data of a relative who died is among the data that was exposed.',
      },
    ),
  }),
  'correction.wrote_doubt': approved('We wrote that we could not tell whether your data was exposed.', {
    variants: toOthers(
      'We wrote that we could not tell whether the data of the people named above was exposed.',
      {
        firm: 'We wrote that we could not tell whether data of your firm was exposed.',
        relative_of_deceased:
          'We wrote that we could not tell whether the data of a relative who died was exposed.',
      },
    ),
  }),
  'correction.wrote_not_listed': approved(
    'We wrote that you were not on the list, or that a doubt remained.',
    {
      variants: toOthers(
        'We wrote that the people named above were not on the list, or that a doubt remained.',
        {
          firm: 'We wrote that your firm was not on the list, or that a doubt remained.',
          relative_of_deceased:
            'We wrote that a relative who died was not on the list, or that a doubt remained.',
        },
      ),
    },
  ),
  'correction.list_changed': approved('The list has been corrected since.'),
  'correction.listed_now': approved('You are on list v{listNumber}, drawn up on {listDay}.', {
    variants: toOthers('The people named above are on list v{listNumber}, drawn up on {listDay}.', {
      firm: 'Your firm is on list v{listNumber}, drawn up on {listDay}.',
      relative_of_deceased: 'This relative is on list v{listNumber}, drawn up on {listDay}.',
    }),
  }),
  'correction.doubt_now': approved(
    'List v{listNumber}, drawn up on {listDay}, does not tell whether your data was exposed.',
    {
      variants: toOthers(
        'List v{listNumber}, drawn up on {listDay}, does not tell whether their data was exposed.',
        {
          relative_of_deceased:
            'List v{listNumber}, drawn up on {listDay}, does not tell whether their data was exposed.',
        },
      ),
    },
  ),
  'correction.changes': approved('Here is what changes:'),
  'correction.replaces': approved('The rest of this message replaces the one before it.'),
  'correction.fact': approved('{label}. We wrote: {before}. It should read: {after}.'),
  'correction.fact_new': approved('{label}. We had not written it. It should read: {after}.'),
  'correction.fact_gone': approved('{label}. We wrote: {before}. We no longer write it.'),
  'correction.now_exposed': approved('We had not written that this data was exposed. It was: {category}.'),
  'correction.no_longer_exposed': approved(
    'We wrote that this data was exposed. What we know of it has changed: {category}.',
  ),
  'correction.advice_gone': approved('No longer follow this advice: “{advice}”'),
  'correction.advice_new': approved('We add this advice: “{advice}”'),
  'correction.keep': approved('Keep these precautions, useful to everyone:'),
}
