import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import { Actions, Button, type DeskEnv } from '../../desk/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDuration, type Locale } from '../../platform/i18n.ts'
import { type Campaign, RELEASERS } from '../model.ts'
import { samePage } from '../pages/campaign-in-hand.ts'
import { SINCE_BACKUP } from '../pause-campaign.ts'
import { sendingTexts } from '../sending-texts.ts'
import { texts } from '../texts.ts'
import type { Outlook, WaveOutlook } from '../waves/outlook.ts'
import { wavesTexts } from '../waves/texts.ts'

type Ctx = Context<DeskEnv>
const VERBS = {
  released: ['starts', 'start'],
  sending: ['pauses', 'pause'],
  paused: ['resumptions', 'resume'],
} as const
/** Half an hour, one hour, two, four, a day. */
const DELAYS = [30, 60, 120, 240, 1440]

/** Start, pause or resume; beside it, what may be done to the next wave. */
export function CampaignVerbs({ c, campaign, outlook }: { c: Ctx; campaign: Campaign; outlook: Outlook }) {
  if (!hasRole(c.get('viewer'), ...RELEASERS)) return null
  return (
    <>
      <StateForm c={c} campaign={campaign} />
      <NextWave c={c} campaign={campaign} outlook={outlook} />
    </>
  )
}

function StateForm({ c, campaign }: { c: Ctx; campaign: Campaign }) {
  const words = texts[c.get('locale')]
  const verb = Object.hasOwn(VERBS, campaign.state) ? VERBS[campaign.state as keyof typeof VERBS] : undefined
  if (!verb) return null
  return (
    <form method="post" action={samePage(c, `sending/${verb[0]}`)}>
      {campaign.pauseReason === 'restored' ? <SinceBackupChoice locale={c.get('locale')} /> : null}
      <Actions note={words.pauseNote}>
        <Button primary={campaign.state !== 'sending'}>{words[verb[1]]}</Button>
      </Actions>
    </form>
  )
}

/** After a restore, what is known of the messages since the backup: said before anything may leave again. */
function SinceBackupChoice({ locale }: { locale: Locale }) {
  const words = sendingTexts[locale]
  return (
    <fieldset>
      <legend>{words.sinceBackup}</legend>
      {SINCE_BACKUP.map((word) => (
        <label class="choice">
          <input type="radio" name="since_backup" value={word} required /> {words.since[word]}
        </label>
      ))}
    </fieldset>
  )
}

/** The next wave that has not begun: put off, held, or let go. */
function NextWave({ c, campaign, outlook }: { c: Ctx; campaign: Campaign; outlook: Outlook }) {
  const words = wavesTexts[c.get('locale')]
  const wave = outlook.waves.find(({ state }) => state === 'to_come' || state === 'held')
  if (!wave || (campaign.state !== 'sending' && campaign.state !== 'paused')) return null
  const act = (verb: string) => samePage(c, `sending/waves/${wave.number}/${verb}`)
  if (wave.held)
    return (
      <form method="post" action={act('releases')}>
        <Actions note={words.delayNote}>
          <Button>{words.letGo(wave.number)}</Button>
        </Actions>
      </form>
    )
  return <DelayForm c={c} wave={wave} act={act} />
}

function DelayForm({ c, wave, act }: { c: Ctx; wave: WaveOutlook; act: (verb: string) => string }) {
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  return (
    <form method="post" action={act('delays')}>
      <Actions note={words.delayNote}>
        <Button>{words.delay(wave.number)}</Button>
        <label class="inline-choice">
          {words.delayBy}{' '}
          <select name="minutes">
            {DELAYS.map((minutes) => (
              <option value={String(minutes)} selected={minutes === 60}>
                {formatDuration(Temporal.Duration.from({ minutes }), locale)}
              </option>
            ))}
          </select>
        </label>
        <Button formaction={act('holds')}>{words.hold(wave.number)}</Button>
      </Actions>
    </form>
  )
}
