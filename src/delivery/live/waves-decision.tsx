import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import { type DeskEnv, Instant, Section } from '../../desk/index.ts'
import { type Campaign, RELEASERS } from '../model.ts'
import { samePage } from '../pages/campaign-in-hand.ts'
import type { Outlook } from '../waves/outlook.ts'
import { wavesTexts } from '../waves/texts.ts'

/** Whether someone decided how the campaign goes, where the waves do not show it; nothing once it has ended. */
export function WavesDecision(props: { c: Context<DeskEnv>; campaign: Campaign; outlook: Outlook }) {
  const { c, campaign, outlook } = props
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  if (campaign.state === 'finished' || campaign.state === 'cancelled' || outlook.waves.length > 0) return null
  const { pacing } = outlook
  return (
    <Section title={words.settings}>
      {pacing ? (
        <p>
          {words.without} {words.decidedBy(pacing.decidedBy)}{' '}
          <Instant at={pacing.decidedAt} locale={locale} />.
        </p>
      ) : (
        <p>
          {words.undecided} {campaign.exercise ? words.undecidedExercise : words.undecidedReal}
        </p>
      )}
      {hasRole(c.get('viewer'), ...RELEASERS) ? (
        <p>
          <a href={samePage(c, 'sending/waves')}>{words.change}</a>
        </p>
      ) : null}
    </Section>
  )
}
