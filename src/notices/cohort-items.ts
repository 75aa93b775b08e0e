import type { Cohort, SectionId } from './model.ts'
import type { ItemId } from './wording/fr.ts'

interface CohortItems {
  readonly subject: ItemId
  readonly why: ItemId
  readonly data: ItemId
  /** Said before the consequences, which then depend on it. */
  readonly consequences?: ItemId
  /** What is certain and what is not, in a section of its own. */
  readonly section?: Extract<SectionId, 'cannot_tell' | 'not_listed'>
  readonly certainty: readonly ItemId[]
}

/** The sentences that differ from one cohort to another; all others are the same for everyone. */
export const COHORT_ITEMS: Readonly<Record<Cohort, CohortItems>> = {
  concerned: { subject: 'subject', why: 'company.why', data: 'data.exposed', certainty: [] },
  cannot_be_excluded: {
    subject: 'cannot_tell.subject',
    why: 'cannot_tell.why',
    data: 'cannot_tell.data',
    consequences: 'cannot_tell.consequences',
    section: 'cannot_tell',
    certainty: ['cannot_tell.reason', 'cannot_tell.meanwhile', 'cannot_tell.later'],
  },
  preventive: {
    subject: 'not_listed.subject',
    why: 'not_listed.why',
    data: 'not_listed.data',
    consequences: 'not_listed.consequences',
    section: 'not_listed',
    certainty: ['not_listed.list', 'not_listed.changes', 'not_listed.later'],
  },
}
