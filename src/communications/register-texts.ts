import { type Actor, actorText, record } from '../journal/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import { communicationsOf, insertFirstStep, insertNextStep, lockRegister } from './communication-store.ts'
import type { CampaignText, Communication } from './model.ts'

export interface RegisteredCampaign {
  readonly id: number
  readonly incidentId: string
  readonly reference: string
  /** The campaign whose texts it corrects, if it corrects texts. */
  readonly corrects: number | null
}

/** The texts of a campaign enter the register as planned, when it is prepared and in its transaction. */
export async function registerTexts(
  tx: Tx,
  clock: Clock,
  campaign: RegisteredCampaign,
  texts: readonly CampaignText[],
  actor: Actor,
): Promise<void> {
  const { id, incidentId, reference } = campaign
  if (texts.length === 0) return
  await lockRegister(tx, incidentId)
  const at = clock.now()
  for (const [index, text] of texts.entries()) {
    const given = {
      incidentId,
      reference: `${reference}-T${index + 1}`,
      campaignId: id,
      at,
      by: actorText(actor),
    }
    await insertFirstStep(tx, { ...text, ...given, state: 'planned' })
  }
  await journal(tx, clock, campaign, 'registered', texts.length, actor)
}

/**
 * With the second release the texts are official, in its transaction; those that they correct are replaced: of the same
 * audience and language by the one written for it, the others by the first.
 */
export async function makeOfficial(
  tx: Tx,
  clock: Clock,
  campaign: RegisteredCampaign,
  actor: Actor,
): Promise<void> {
  const { incidentId } = campaign
  await lockRegister(tx, incidentId)
  const all = await communicationsOf(tx, incidentId)
  const mine = all.filter(({ campaignId }) => campaignId === campaign.id)
  const step = { at: clock.now(), by: actorText(actor) }
  const references = mine.map(({ reference }) => reference)
  const done = await insertNextStep(tx, incidentId, references, { ...step, state: 'official' })
  for (const old of all.filter((one) => campaign.corrects !== null && one.campaignId === campaign.corrects)) {
    const supersededBy = replacing(old, mine)
    if (supersededBy)
      await insertNextStep(tx, incidentId, [old.reference], { ...step, state: 'superseded', supersededBy })
  }
  await journal(tx, clock, campaign, 'official', done, actor)
}

function replacing(old: Communication, texts: readonly Communication[]): string | undefined {
  const same = texts.find(({ audience, locale }) => audience === old.audience && locale === old.locale)
  return (same ?? texts.at(-1))?.reference
}

/** A campaign given up takes its texts with it: nothing of them ever left. */
export async function withdrawTexts(
  tx: Tx,
  clock: Clock,
  campaign: RegisteredCampaign,
  actor: Actor,
): Promise<void> {
  const { id, incidentId } = campaign
  await lockRegister(tx, incidentId)
  const mine = (await communicationsOf(tx, incidentId)).filter(({ campaignId }) => campaignId === id)
  const references = mine.map(({ reference }) => reference)
  const step = {
    state: 'withdrawn' as const,
    reason: 'campaign_cancelled',
    at: clock.now(),
    by: actorText(actor),
  }
  const done = await insertNextStep(tx, incidentId, references, step)
  if (done > 0) await journal(tx, clock, campaign, 'withdrawn', done, actor)
}

async function journal(
  tx: Tx,
  clock: Clock,
  { incidentId, reference }: RegisteredCampaign,
  what: 'registered' | 'official' | 'withdrawn',
  texts: number,
  actor: Actor,
): Promise<void> {
  const payload = { campaign: reference, texts }
  await record(tx, clock, { actor, kind: `communications.${what}`, incidentId, payload })
}
