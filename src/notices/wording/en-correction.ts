import type { correctionFr } from './fr-correction.ts'
import { approved, toOthers } from './item.ts'

export const correctionEn: typeof correctionFr = {
  'correction.subject': approved('Correction: what we wrote to you about the incident at {processor}'),
  'correction.wrote': approved(
    'We have already written to you about this incident. Part of what we said has changed.',
  ),
  'correction.wrote_concerned': approved('We wrote that your data was among the data that was exposed.', {
    variants: toOthers(
      'We wrote that the data of each person named above was among the data that was exposed.',
      {
        guardian: 'We wrote that the data of the person you represent was among the data that was exposed.',
        firm: 'We wrote that your firm’s data was among the data that was exposed.',
        relative_of_deceased:
          'We wrote that the data of a relative who died was among the data that was exposed.',
      },
    ),
  }),
  'correction.wrote_doubt': approved('We wrote that we could not tell whether your data had been exposed.', {
    variants: toOthers(
      'We wrote that we could not tell whether the data of each person named above had been exposed.',
      {
        guardian:
          'We wrote that we could not tell whether the data of the person you represent had been exposed.',
        firm: 'We wrote that we could not tell whether your firm’s data had been exposed.',
        relative_of_deceased:
          'We wrote that we could not tell whether the data of a relative who died had been exposed.',
      },
    ),
  }),
  'correction.wrote_not_listed': approved(
    'We wrote that you were not on the list, or that a doubt remained.',
    {
      variants: toOthers('We wrote that nobody named above was on the list, or that a doubt remained.', {
        guardian: 'We wrote that the person you represent was not on the list, or that a doubt remained.',
        firm: 'We wrote that your firm was not on the list, or that a doubt remained.',
        relative_of_deceased: 'We wrote that your relative was not on the list, or that a doubt remained.',
      }),
    },
  ),
  'correction.list_changed': approved('The list has been corrected since.'),
  'correction.listed_now': approved('You are on list v{listNumber}, drawn up on {listDay}.', {
    variants: toOthers('Each person named above is on list v{listNumber}, drawn up on {listDay}.', {
      guardian: 'The person you represent is on list v{listNumber}, drawn up on {listDay}.',
      firm: 'Your firm is on list v{listNumber}, drawn up on {listDay}.',
      relative_of_deceased: 'Your relative is on list v{listNumber}, drawn up on {listDay}.',
    }),
  }),
  'correction.doubt_now': approved(
    'From list v{listNumber}, drawn up on {listDay}, we cannot tell whether your data was exposed.',
    {
      variants: toOthers(
        'From list v{listNumber}, drawn up on {listDay}, we cannot tell whether their data was exposed.',
        {
          firm: 'From list v{listNumber}, drawn up on {listDay}, we cannot tell whether your firm’s data was exposed.',
          relative_of_deceased:
            'From list v{listNumber}, drawn up on {listDay}, we cannot tell whether their data was exposed.',
        },
      ),
    },
  ),
  'correction.changes': approved('Here is what changes:'),
  'correction.replaces': approved('The rest of this message replaces the previous one.'),
  'correction.fact': approved('{label}. We wrote: {before}. It should read: {after}.'),
  'correction.fact_new': approved('{label}. We had not mentioned it. It should read: {after}.'),
  'correction.fact_gone': approved('{label}. We wrote: {before}. We no longer say so.'),
  'correction.now_exposed': approved(
    'We had not named this among the data that was exposed. It must be added: {category}.',
  ),
  'correction.no_longer_exposed': approved('We wrote that this data was exposed. It was not: {category}.'),
  'correction.now_uncertain': approved(
    'We wrote that this data was exposed. We can no longer say so: {category}.',
  ),
  'correction.advice_gone': approved('Stop following this advice: “{advice}”'),
  'correction.advice_new': approved('We add this advice: “{advice}”'),
  'correction.keep': approved('Keep taking these precautions, which help everyone:'),
}
