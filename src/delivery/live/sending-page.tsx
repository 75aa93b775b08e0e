import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import { Columns, type DeskEnv, Instant, Lead, renderPage } from '../../desk/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { campaignsOf, releasesOf } from '../campaign-store.ts'
import { correctionTexts } from '../corrections/correction-texts.ts'
import { type Campaign, RELEASERS } from '../model.ts'
import { campaignInHand, campaignPath } from '../pages/campaign-in-hand.ts'
import { BatchTable } from '../posting/letters-page.tsx'
import { CohortAccounts, cohortTexts, countProof, Unplanned } from '../proof/index.ts'
import { sendingTexts } from '../sending-texts.ts'
import { texts } from '../texts.ts'
import type { Outlook } from '../waves/outlook.ts'
import { endWords, wavesTexts, whenWords } from '../waves/texts.ts'
import { Advance } from './advance.tsx'
import { CallsForm } from './calls-form.tsx'
import { CampaignKeys } from './campaign-keys.tsx'
import { CampaignVerbs } from './campaign-verbs.tsx'
import { counted } from './dear-figures.ts'
import { DomainsTable } from './domains-table.tsx'
import { HeldSection } from './held-section.tsx'
import { type LiveCampaign, readLive } from './read-live.ts'
import { WavesDecision } from './waves-decision.tsx'
import { WavesTable } from './waves-table.tsx'

type Ctx = Context<DeskEnv>
/** The rest is on the page of letters. */
const MOST_BATCHES = 6

/** The live page of the campaign: state, progress, what waits for a decision, letters, refusals by domain. */
export async function showSending(c: Ctx): Promise<Response> {
  const words = texts[c.get('locale')]
  const { db } = c.get('platform')
  const campaign = await campaignInHand(c)
  const page = { title: words.sending, current: 'sending' as const }
  const incidentId = c.get('incident').id
  const proof = await counted(db, `proof ${incidentId}`, () => countProof(db, incidentId))
  if (!campaign)
    return renderPage(c, {
      ...page,
      lead: <Lead sentences={[words.none]} note={words.noneNote} />,
      children: (
        <>
          <Unplanned c={c} unplanned={proof.unplanned} />
          <CohortAccounts c={c} cohorts={proof.cohorts} />
        </>
      ),
    })
  const live = await readLive(c.get('platform'), campaign)
  const { outlook, held, batches } = live
  return renderPage(c, {
    ...page,
    lead: <Lead sentences={sentences(c, live)} note={await leadNote(c, campaign)} />,
    islands: ['live'],
    children: (
      <>
        <div data-live="figures">
          <Advance c={c} proof={proof} cohort={campaign.cohort} />
          <CampaignKeys c={c} live={live} />
        </div>
        <CampaignVerbs c={c} campaign={campaign} outlook={outlook} />
        <div data-live="held">
          {held.length > 0 ? (
            <HeldSection c={c} held={held} hints={live.hints} total={live.figures.emails.held} />
          ) : null}
        </div>
        <WavesDecision c={c} campaign={campaign} outlook={outlook} />
        <Unplanned c={c} unplanned={proof.unplanned} />
        <CohortAccounts c={c} cohorts={proof.cohorts} but={campaign.cohort} />
        <div data-live="batches">
          {outlook.waves.length > 0 ? (
            <Columns kind="1-1">
              <WavesTable c={c} outlook={outlook} now={live.now} />
              <BatchTable c={c} rows={batches} most={MOST_BATCHES} />
            </Columns>
          ) : (
            <BatchTable c={c} rows={batches} most={MOST_BATCHES} />
          )}
        </div>
        <CallsForm c={c} campaign={campaign} outlook={outlook} />
        <div data-live="domains">
          <DomainsTable c={c} figures={live.domains} paces={live.paces} />
        </div>
      </>
    ),
  })
}

/** The state, then how many are told; before anything left, that, and how many wait. */
function sentences(c: Ctx, { campaign, figures, outlook, now, heldDomains }: LiveCampaign): string[] {
  const locale = c.get('locale')
  const words = texts[locale]
  if (campaign.state === 'sending' && outlook.current) return waveSentences(c, outlook, now, heldDomains)
  const told = figures.told.email + figures.told.letter
  const state = words.lead[campaign.state]
  if (told > 0) return [state, words.told(told, figures.persons)]
  const more = sendingTexts[locale]
  return [state, `${more.nothingLeft} ${more.toTell(figures.inProgress)}`]
}

/** The wave under way, then when the last e-mail leaves; a wave or a domain that is held has no end to say. */
function waveSentences(
  c: Ctx,
  { waves, current, endsAt }: Outlook,
  now: Temporal.Instant,
  heldDomains: number,
): string[] {
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  if (!current) return []
  const { number, state, from } = current
  const where = {
    running: words.leadRunning(number, waves.length),
    to_come: words.leadToCome(number, waves.length, whenWords(from, now, locale)),
    held: words.leadHeld(number, waves.length),
    finished: '',
  }[state]
  if (heldDomains > 0) return [where, words.domainsWait(heldDomains)]
  return [where, ...(endsAt ? [endWords(endsAt, now, locale)] : [])]
}

async function leadNote(c: Ctx, campaign: Campaign) {
  const words = texts[c.get('locale')]
  const locale = c.get('locale')
  const { db } = c.get('platform')
  const releases = await releasesOf(db, campaign.id)
  const others = (await campaignsOf(db, campaign.incidentId)).filter(({ id }) => id !== campaign.id)
  const names = new Intl.ListFormat(locale).format(releases.map(({ userName }) => userName))
  return (
    <>
      {cohortTexts[locale].campaign(campaign.number, cohortTexts[locale].names[campaign.cohort])}.{' '}
      {campaign.correction ? `Correction. ${correctionTexts[locale].causes[campaign.correction]}. ` : null}
      {campaign.pauseReason ? `${words.paused[campaign.pauseReason]} ` : null}
      {campaign.releasedAt ? (
        <>
          {sendingTexts[c.get('locale')].released(names)}
          <Instant at={campaign.releasedAt} locale={c.get('locale')} form="long" />.{' '}
        </>
      ) : null}
      {hasRole(c.get('viewer'), ...RELEASERS) ? (
        <a href={campaignPath(c, 'sending/release', campaign)}>
          {campaign.releasedAt ? words.readReleased : words.readToRelease}
        </a>
      ) : null}
      {others.map((other) => (
        <>
          {' · '}
          <a href={campaignPath(c, 'sending', other)}>
            {cohortTexts[locale].campaign(other.number, cohortTexts[locale].names[other.cohort])}
          </a>
        </>
      ))}
    </>
  )
}
