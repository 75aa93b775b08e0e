import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import { Actions, Button, type DeskEnv, TextField } from '../../desk/index.ts'
import { type Campaign, RELEASERS } from '../model.ts'
import { samePage } from '../pages/campaign-in-hand.ts'
import type { Outlook } from '../waves/outlook.ts'
import { wavesTexts } from '../waves/texts.ts'

/** What the call centre received in the last hour: to set beside what was expected. */
export function CallsForm(props: { c: Context<DeskEnv>; campaign: Campaign; outlook: Outlook }) {
  const { c, campaign, outlook } = props
  const words = wavesTexts[c.get('locale')]
  if (!outlook.pacing?.settings?.capacity || campaign.startedAt === null) return null
  if (!hasRole(c.get('viewer'), ...RELEASERS)) return null
  return (
    <form method="post" action={samePage(c, 'sending/calls')}>
      <TextField
        name="calls"
        label={words.callsField}
        help={words.callsNote}
        inputmode="numeric"
        required
        maxlength={7}
      />
      <Actions>
        <Button>{words.recordCalls}</Button>
      </Actions>
    </form>
  )
}
