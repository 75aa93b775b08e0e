import type { Temporal } from '../../platform/clock.ts'
import { maybeRow, type Tx } from '../../platform/database.ts'
import { FRENCH_WINDOW, type PrintProfile } from '../letters/index.ts'

/** The profile in which a campaign's next letters are set. */
export async function profileOf(tx: Tx, campaignId: number): Promise<PrintProfile> {
  const chosen = await maybeRow<{ profile: PrintProfile }>(
    tx,
    `select profile from letter_profile where campaign_id = $1`,
    [campaignId],
  )
  return chosen?.profile ?? FRENCH_WINDOW
}

export async function setProfile(
  tx: Tx,
  campaignId: number,
  profile: PrintProfile,
  at: Temporal.Instant,
): Promise<void> {
  await tx.query(
    `insert into letter_profile (campaign_id, profile, chosen_at) values ($1, $2, $3)
     on conflict (campaign_id) do update set profile = excluded.profile, chosen_at = excluded.chosen_at`,
    [campaignId, JSON.stringify(profile), at],
  )
}
