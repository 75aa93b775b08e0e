import { capital } from './version-names.ts'
import type { fr } from './version-texts-fr.ts'

const persons = (n: number, count: string) => `${count} ${n === 1 ? 'person' : 'people'}`

export const en: typeof fr = {
  theDraft: 'the draft',
  Draft: 'Draft',
  inForce: (version, n, count) => `${capital(version)} is in force: ${persons(n, count)} concerned.`,
  stillInForce: (version, n, count) => `${capital(version)} stays in force: ${persons(n, count)} concerned.`,
  draftWaits: 'A draft waits to be published.',
  nothingPublished: 'No list is published yet: nobody can be told.',
  readAndPublish: 'Publish this draft',
  readChanges: 'Read the changes',
  discard: 'Set this draft aside',
  discardNote: 'The list in force does not change. Both files stay, encrypted.',
  published: 'Published lists',
  columns: {
    version: 'List',
    published: 'Published',
    concerned: 'Concerned',
    held: 'Cannot be excluded',
    added: 'Added',
    removed: 'Removed',
  },
  by: (who) => `by ${who}`,
  placeOf: 'Paris time',
  firstList: 'first list',
  files: 'Read the account',
  filesOf: (version) => `The two files: ${version}`,
  filesLead: (version) => `Two files gave ${version}. Every line of them is counted.`,
  exposedRows: 'Exposed rows',
  verdicts: {
    matched: 'matched',
    not_ours: 'not ours',
    ambiguous: 'ambiguous, to review',
    unreadable: 'unreadable, set apart',
  },
  personsOn: 'People on the list',
  classes: { confirmed: 'confirmed', presumed: 'presumed', cannot_be_excluded: 'cannot be excluded' },
  review: 'Review',
  reviewOf: (left, count) =>
    left === 0
      ? 'No row waits for review.'
      : `${count} ${left === 1 ? 'row waits' : 'rows wait'} for review.`,
  reviewStakes: (n, count) => `${persons(n, count)} ${n === 1 ? 'depends' : 'depend'} on them.`,
  reviewed: (_n, count, wait, second) =>
    `${count} reviewed, ${second} ${wait === 1 ? 'waits' : 'wait'} for a second reader.`,
  reviewLink: 'Review',
  applied: (n, count) =>
    n === 0
      ? 'No review decision is applied to this list.'
      : `${count} review ${n === 1 ? 'decision is' : 'decisions are'} applied to this list.`,
  newDecisions:
    'The review has changed since this list. A new version takes it into account, without importing anything again.',
  refresh: 'Apply the review to the draft',
  refreshNote:
    'The review has changed since this draft. Its account and its changes are made again; publishing applies it in any case.',
  republish: 'Publish a new version after review',
  change: (from, to) => `From ${from} to ${to}`,
  changesLead: (from, to, _add, added, _remove, removed) =>
    `From ${from} to ${to}: ${added} added, ${removed} removed.`,
  noChange: (from, to) => `${capital(from)} and ${to} hold the same people.`,
  correctionsDue: (n, count) =>
    n === 0
      ? 'No correction is due: nobody removed was told.'
      : `${persons(n, count)} ${n === 1 ? 'was' : 'were'} told more than this list says: a correction is due to them.`,
  correctionsDoubt: (n, count) =>
    `${count} ${n === 1 ? 'delivery got no answer: if it arrived, a correction is due.' : 'deliveries got no answer: if they arrived, a correction is due.'}`,
  stayed: 'stayed',
  removed: 'removed',
  added: 'added',
  unchanged: 'unchanged',
  onBoth: 'On both lists',
  bothLists: 'Who is on each list',
  meaning: 'What it means for people',
  meaningAside: 'from what has already left, as of now',
  meaningColumns: { what: 'What changes', persons: 'People', next: 'What follows' },
  total: 'All changes',
  kinds: {
    added: 'Added',
    removed: 'Removed',
    class: 'Class changed',
    data: 'Exposed data changed',
    contact: 'Addressee or contact changed',
  },
  moved: (from, to) => `${from}, then ${to}`,
  className: { confirmed: 'confirmed', presumed: 'presumed', cannot_be_excluded: 'cannot be excluded' },
  effects: {
    to_tell: ['not told yet', 'To be told by the next campaign.'],
    cannot_be_told: [
      'cannot be told',
      'Their reason is recorded; a public communication replaces the message.',
    ],
    on_the_way: ['message on its way', 'Nothing to do: a message already covers them.'],
    unknown: [
      'unanswered delivery',
      'To be decided on the Sending page: we do not know whether the message arrived.',
    ],
    already_told: ['already told', 'Nothing to send again: nobody is told twice.'],
    complement: ['already told', 'Nothing leaves by itself. A complement may say what changed.'],
    to_replan: [
      'message planned',
      'Taken back at publication if it has not left, then to be prepared again. A letter already in a batch goes as it is.',
    ],
    correction: ['already told', 'A correction is due to them.'],
    correction_doubt: [
      'unanswered delivery',
      'We do not know whether it arrived. If it did, a correction is due.',
    ],
    taken_back: [
      'message planned',
      'Taken back at publication if it has not left; else a correction will be due.',
    ],
    leaves: ['never told', 'They leave without a message. The reason is recorded.'],
  },
  removals: {
    review: 'a review said it was not them',
    not_in_register: 'no longer in the register',
    no_exposed_row: 'no exposed row points to them any longer',
  },
  removalOf: {
    review: 'A review said it was not them.',
    not_in_register: 'The register no longer holds them.',
    no_exposed_row: 'No exposed row points to them any longer.',
  },
  peopleLead: (n, count, what) => `${persons(n, count)}: ${what}.`,
  listColumns: {
    name: 'Name',
    number: 'Member number',
    before: 'Before',
    after: 'After',
    next: 'What follows',
  },
  absent: (version) => `not on ${version}`,
  gained: (what) => `more: ${what}`,
  lost: (what) => `less: ${what}`,
  publishTitle: 'Publish',
  publishLead: (version) => `Publishing makes this draft ${version}.`,
  republishLead: (version) => `Publishing again makes this review ${version}.`,
  publishNote: (version) =>
    `At once the first screen, the people, the sending and the proof speak of ${version}. No message leaves: that takes a campaign and two releases.`,
  addedAndRemoved: (add, added, remove, removed) =>
    `${add === 0 ? 'Nobody is added' : `${persons(add, added)} ${add === 1 ? 'is' : 'are'} added`}, ${remove === 0 ? 'nobody leaves' : `${removed} ${remove === 1 ? 'leaves' : 'leave'}`}.`,
  takenBack: (n, count) => `Messages planned for ${persons(n, count)} are taken back if they have not left.`,
  reviewHappens: 'The review decisions in force are applied. The changes can be read at once.',
  firstHappens: (n, count) => `${persons(n, count)} ${n === 1 ? 'becomes' : 'become'} concerned.`,
  why: 'Why do people leave the list?',
  whyHelp: 'The reason is journalled with the figures.',
  reasons: {
    corrected_list: 'the processor corrected its list',
    corrected_register: 'our register is corrected or newer',
    other_columns: 'the columns were misread',
    review: 'the review settled it',
    other: 'another reason, noted in the facts of the incident',
  },
  publishAction: (version) => `Publish ${version}`,
  nothingToPublish: 'There is nothing to publish.',
  nothingToPublishNote: 'No draft waits, and no review decision changes the list in force.',
  whyOff: 'Why this person is not on the list',
  oneList: 'There is only one list: nothing to compare.',
  oneListNote: 'The changes can be read as soon as a corrected list is imported.',
  versionsOfPerson: 'On the lists',
  versionTerm: (number) => `List v${number}`,
  wasOn: (version) => `This person was on ${version}.`,
  notOnVersion: (version) => `not on ${version}`,
}
