import type { Context } from 'hono'
import { type DeskEnv, FigureLink, type KeyFigure, KeyFigures, Status } from '../../desk/index.ts'
import { formatInstant, formatInteger } from '../../platform/i18n.ts'
import type { Campaign } from '../model.ts'
import { texts } from '../texts.ts'
import { sum, thresholdOf } from '../waves/breaker.ts'
import { callsAt } from '../waves/expected-calls.ts'
import type { WaveOutlook } from '../waves/outlook.ts'
import { wavesTexts } from '../waves/texts.ts'
import { deliveriesHref } from './deliveries-page.tsx'
import type { LiveCampaign } from './read-live.ts'

type Ctx = Context<DeskEnv>

/** Pace and its ceiling, what is left by wave, the calls to expect beside those received, the circuit breaker. */
export function CampaignKeys({ c, live }: { c: Ctx; live: LiveCampaign }) {
  return <KeyFigures items={[...pace(c, live), left(c, live), ...calls(c, live), breaker(c, live)]} />
}

/** Nothing once the campaign is finished: the mean of the last minutes would fall to 0 by itself. */
function pace(c: Ctx, { campaign, rate, outlook }: LiveCampaign): KeyFigure[] {
  if (campaign.state === 'finished') return []
  const locale = c.get('locale')
  const words = texts[locale]
  const ceiling = outlook.pacing?.bucket?.perHour
  const note = ceiling ? wavesTexts[locale].ceiling(words.rateNote, ceiling) : words.rateNote
  return [{ label: words.rate, value: formatInteger(rate, locale), unit: words.perHour, note }]
}

function left(c: Ctx, { figures, outlook }: LiveCampaign): KeyFigure {
  const locale = c.get('locale')
  const words = texts[locale]
  const href = deliveriesHref(c, { left: 'all' })
  return {
    label: words.left,
    value: <FigureLink value={figures.emails.left} href={href} locale={locale} />,
    note: outlook.waves.length > 0 ? leftByWave(c, outlook.waves) : words.leftNote(figures.letters.left),
  }
}

/** The wave under way and the next one named, the others counted together. */
function leftByWave(c: Ctx, waves: readonly WaveOutlook[]): string {
  const words = wavesTexts[c.get('locale')]
  const open = waves.filter(({ left }) => left > 0)
  const named = words.leftByWave(open.slice(0, 2))
  const others = open.slice(2).reduce((count, wave) => count + wave.left, 0)
  return others > 0 ? `${named} · ${words.otherWaves(others, open.length - 2)}` : named
}

/** Nothing for a campaign whose calls are not counted: no figure is made up. */
function calls(c: Ctx, { outlook, received, now }: LiveCampaign): KeyFigure[] {
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  const capacity = outlook.pacing?.settings?.capacity
  if (!capacity) return []
  const since = received ? formatInstant(received.since, locale, { form: 'time' }) : ''
  const parts = [words.capacity(capacity), ...(received ? [words.received(received.calls, since)] : [])]
  return [
    {
      label: words.expected,
      value: formatInteger(Math.round(callsAt(outlook.calls, now)), locale),
      unit: texts[locale].perHour,
      note: parts.join(' · '),
    },
  ]
}

function breaker(c: Ctx, { campaign, tallies, heldDomains }: LiveCampaign): KeyFigure {
  const words = texts[c.get('locale')]
  const waves = wavesTexts[c.get('locale')]
  const { attempts, senderSide } = sum(tallies.filter(({ held }) => !held))
  const note =
    attempts > 0 ? waves.breakerNote(senderSide, attempts, thresholdOf(attempts)) : words.breakerNote
  return {
    label: words.breaker,
    value: (
      <Status kind={tripped(campaign) ? 'late' : 'done'}>
        {tripped(campaign) ? words.breakerOn : words.breakerOff}
      </Status>
    ),
    note: heldDomains > 0 ? `${note} · ${waves.domainsHeld(heldDomains)}` : note,
  }
}

function tripped({ pauseReason }: Campaign): boolean {
  return pauseReason !== null && pauseReason !== 'person'
}
