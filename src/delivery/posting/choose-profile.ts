import { createHash } from 'node:crypto'
import { type Actor, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { PrintProfile } from '../letters/index.ts'
import type { Campaign } from '../model.ts'
import { setProfile } from './profile-store.ts'

/** The print house's profile for the letters that a campaign still has to set; batches already set keep theirs. */
export async function chooseProfile(
  platform: Platform,
  campaign: Pick<Campaign, 'id' | 'incidentId' | 'reference'>,
  profile: PrintProfile,
  actor: Actor,
): Promise<void> {
  const { id, incidentId, reference } = campaign
  const sha256 = createHash('sha256').update(JSON.stringify(profile)).digest('hex')
  await platform.db.transaction(async (tx) => {
    await setProfile(tx, id, profile, platform.clock.now())
    const payload = { campaign: reference, profile: profile.name, sha256 }
    await record(tx, platform.clock, { actor, kind: 'letters.profile-chosen', incidentId, payload })
  })
}
