import type { HomeFigures } from '../../src/desk/home-figures.ts'
import type { JournalEntry } from '../../src/journal/index.ts'
import { Temporal } from '../../src/platform/clock.ts'

/** The figures of the look's pictures, whose sums all hold: the tests and the visual checks use the same. */
export const lookFigures: HomeFigures = {
  readAt: Temporal.Instant.from('2026-06-08T11:28:04Z'),
  lists: {
    listVersion: { number: 2 },
    register: { records: 240_000 },
    exposed: {
      records: 1_000_000,
      byVerdict: { matched: 18_334, not_ours: 981_503, ambiguous: 126, unreadable: 37 },
      byTier: [
        { verdict: 'matched', tier: 'T1', rows: 17_902 },
        { verdict: 'matched', tier: 'T5', rows: 361 },
        { verdict: 'matched', tier: 'review', rows: 71 },
        { verdict: 'ambiguous', tier: 'R', rows: 126 },
      ],
    },
    persons: {
      byClass: { confirmed: 17_641, presumed: 371, cannot_be_excluded: 0 },
      concerned: 18_012,
      heldForReview: 0,
      toldThrough: { self: 12_640, policyholder: 3_095, legal_representative: 2_173, guardian: 0 },
      untold: { deceased: 61, no_contact: 29, protected_address: 14 },
    },
  },
  campaign: { number: 1, state: 'sending' },
  outcomes: {
    concerned: 18_012,
    told: { email: 11_246, letter: 1_870 },
    in_progress: 4_783,
    unknown_held: 9,
    cannot_be_told: { deceased: 61, no_contact: 29, protected_address: 14 },
    lost: 0,
    told_twice: 0,
    held_for_review: 0,
    unplanned: 0,
    corrections_due: 0,
  },
  steps: [
    {
      incidentId: 'i1',
      step: 'send',
      done: 11_644,
      total: 15_388,
      unit: 'messages',
      startedAt: Temporal.Instant.from('2026-06-08T06:00:00Z'),
      updatedAt: Temporal.Instant.from('2026-06-08T11:28:00Z'),
      finishedAt: null,
      failure: null,
    },
  ],
  changedFacts: [
    {
      label: 'Fin de l’accès frauduleux',
      before: '2 juin',
      after: '3 juin 2026',
      source: 'Tiersoin, rapport n°\u00a02',
      at: Temporal.Instant.from('2026-06-08T08:12:00Z'),
    },
    {
      label: 'Lignes exposées',
      before: '996 400',
      after: '1 000 000',
      source: 'Tiersoin, liste v2',
      at: Temporal.Instant.from('2026-06-07T14:05:00Z'),
    },
    {
      label: 'Numéro pour le public',
      before: null,
      after: '01 99 00 12 34',
      source: 'Mutuelle',
      at: Temporal.Instant.from('2026-06-08T05:40:00Z'),
    },
  ],
  journal: {
    total: 4_182,
    latest: [
      entry(4_182, '2026-06-08T11:27:00Z', 'tocsin', 'fact.superseded', { key: 'attack.endedAt' }),
      entry(4_181, '2026-06-08T11:19:00Z', 'exercise:u2:Samir Oukaci', 'fact.recorded', {
        key: 'contact.phone',
      }),
      entry(4_180, '2026-06-08T11:11:00Z', 'user:u3:Léa Fontaine', 'access.signed_in', {}),
      entry(4_179, '2026-06-08T10:20:00Z', 'operator:nferrand', 'incident.opened', {}),
      entry(4_178, '2026-06-08T10:04:00Z', 'tocsin', 'something.new', { count: 6 }),
    ],
  },
}

function entry(seq: number, at: string, actor: string, kind: string, payload: object): JournalEntry {
  return {
    seq,
    at: Temporal.Instant.from(at),
    actor,
    kind,
    incidentId: 'i1',
    payload: JSON.stringify(payload),
    prevHash: '0'.repeat(64),
    hash: `9f3ca71e${'0'.repeat(52)}${seq}`,
  }
}
