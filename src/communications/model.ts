import type { Temporal } from 'temporal-polyfill'

export const KINDS = [
  'notice',
  'correction',
  'press',
  'relay_sheet',
  'call_script',
  'web_page',
  'phone_message',
  'letter_to_professionals',
  'other',
] as const
export type CommunicationKind = (typeof KINDS)[number]

/** Kinds that a person enters by hand: the texts of a campaign enter by themselves. */
export const KINDS_BY_HAND = KINDS.filter((kind) => kind !== 'notice' && kind !== 'correction')

/** `planned`: written, not released. `official`: it may be found outside. Then replaced by another, or taken back. */
export type CommunicationState = 'planned' | 'official' | 'superseded' | 'withdrawn'

/** One communication as it stands. No person's data: the register is meant to be shown to all. */
export interface Communication {
  /** `tiersoin-C1-T2`: the second text of campaign 1. `tiersoin-R3`: the third entered by hand. */
  readonly reference: string
  readonly state: CommunicationState
  readonly kind: CommunicationKind
  readonly title: string
  readonly audience: string | null
  readonly cohort: string | null
  readonly locale: string
  readonly version: number
  /** Of the text, hexadecimal; null when only its title was entered. */
  readonly sha256: string | null
  /** Address that a message shows as its sender. */
  readonly sender: string | null
  /** Where one that is not sent can be read or heard. */
  readonly place: string | null
  readonly channels: readonly string[]
  readonly campaignId: number | null
  readonly noticeVersionId: number | null
  readonly supersededBy: string | null
  /** Why it was withdrawn. */
  readonly reason: string | null
  readonly registeredAt: Temporal.Instant
  readonly registeredBy: string
  readonly officialAt: Temporal.Instant | null
  /** When it was replaced or taken back. */
  readonly endedAt: Temporal.Instant | null
  /** Who wrote its last step. */
  readonly by: string
}

/** What enters the register; its reference and instants are given there. */
export type NewCommunication = Pick<
  Communication,
  'kind' | 'title' | 'audience' | 'cohort' | 'locale' | 'version' | 'sha256' | 'sender' | 'place' | 'channels'
>

/** A text of a campaign. */
export interface CampaignText extends NewCommunication {
  readonly noticeVersionId: number
}

/** As other programs read it: `--json`, the export of the page. Instants in ISO 8601, UTC. */
export function publicRow(one: Communication) {
  return {
    reference: one.reference,
    state: one.state,
    kind: one.kind,
    title: one.title,
    audience: one.audience,
    cohort: one.cohort,
    language: one.locale,
    version: one.version,
    sha256: one.sha256,
    sender: one.sender,
    place: one.place,
    channels: one.channels,
    registered_at: one.registeredAt.toString(),
    registered_by: one.registeredBy,
    official_at: one.officialAt?.toString() ?? null,
    ended_at: one.endedAt?.toString() ?? null,
    superseded_by: one.supersededBy,
    reason: one.reason,
  }
}
