import { openedByOther } from '../../access/index.ts'
import { makeOfficial } from '../../communications/index.ts'
import { type Actor, record } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  freezeNotices,
  insertRelease,
  lockCampaign,
  noticesOf,
  releasesOf,
  setReleased,
} from '../campaign-store.ts'
import { type Campaign, RELEASERS } from '../model.ts'
import { checkPreventive } from '../planning/check-preventive.ts'
import { deliveryRefusals } from '../refusals.ts'
import { failedGates } from './campaign-gates.ts'

/** Who releases. The caller (page or command) has asked them to prove who they are again: `method` says how. */
export interface Releaser {
  readonly userId: string
  readonly name: string
  readonly roles: readonly string[]
  readonly fictional: boolean
}

/**
 * One person's release of a campaign. With the second, different person the texts are frozen and the campaign becomes
 * `released` (promise 3). Refused: a failed gate, the same person twice, someone whose access the other opened today, another role, a fictional person on a real
 * incident (the database refuses that too).
 */
export async function releaseCampaign(
  platform: Platform,
  input: { campaignId: number; releaser: Releaser; method: string },
): Promise<{ released: boolean; releases: number; campaign: Campaign }> {
  return platform.db.transaction(async (tx) => {
    const { releaser, method } = input
    const campaign = await lockCampaign(tx, input.campaignId)
    const at = platform.clock.now()
    await check(tx, campaign, releaser, at)
    await insertRelease(tx, campaign.id, {
      userId: releaser.userId,
      userName: releaser.name,
      fictional: releaser.fictional,
      method,
      at,
    })
    const releases = (await releasesOf(tx, campaign.id)).length
    if (releases === 2) {
      await freezeNotices(tx, campaign.id, at)
      await setReleased(tx, campaign.id, at)
      await makeOfficial(tx, platform.clock, campaign, actorOf(releaser))
    }
    await journal(platform, tx, campaign, input, releases)
    return { released: releases === 2, releases, campaign: await lockCampaign(tx, campaign.id) }
  })
}

/** How long whoever opened an account answers for it: see docs/decisions/011-two-releasers.md. */
const ONE_HAND_HOURS = 24

async function check(tx: Tx, campaign: Campaign, releaser: Releaser, at: Temporal.Instant): Promise<void> {
  if (!releaser.roles.some((role) => RELEASERS.some((known) => known === role)))
    throw deliveryRefusals.roleNeeded()
  if (releaser.fictional && !campaign.exercise) throw deliveryRefusals.fictionalRelease()
  if (campaign.state !== 'prepared') {
    throw deliveryRefusals.wrongState({
      reference: campaign.reference,
      state: campaign.state,
      needed: 'prepared',
    })
  }
  for (const { userId } of await releasesOf(tx, campaign.id)) {
    if (userId === releaser.userId) throw deliveryRefusals.alreadyReleasedByYou()
    if (await openedByOther(tx, userId, releaser.userId, at.subtract({ hours: ONE_HAND_HOURS })))
      throw deliveryRefusals.sameHand()
  }
  await checkPreventive(tx, campaign, true)
  const failed = await failedGates(tx, campaign)
  if (failed.length > 0) throw deliveryRefusals.gateFailed({ gates: failed.join(' ') })
}

function actorOf({ fictional, userId, name }: Releaser): Actor {
  return { kind: fictional ? 'exercise' : 'user', userId, name }
}

async function journal(
  platform: Platform,
  tx: Tx,
  campaign: Campaign,
  { releaser, method }: { releaser: Releaser; method: string },
  releases: number,
): Promise<void> {
  const actor = actorOf(releaser)
  const notices = (await noticesOf(tx, campaign.id)).map(({ audience, locale, sha256 }) => ({
    audience,
    locale,
    sha256,
  }))
  const payload = {
    campaign: campaign.reference,
    release: releases,
    method,
    fictional: releaser.fictional,
    notices,
  }
  const kind = releases === 2 ? 'campaign.released' : 'campaign.release-given'
  await record(tx, platform.clock, { actor, kind, incidentId: campaign.incidentId, payload })
}
