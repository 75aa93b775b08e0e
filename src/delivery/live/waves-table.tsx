import type { Context } from 'hono'
import {
  Cell,
  type DeskEnv,
  type IconName,
  Ledger,
  Progress,
  Row,
  Section,
  Status,
} from '../../desk/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatDay, formatInstant, ZONE } from '../../platform/i18n.ts'
import { samePage } from '../pages/campaign-in-hand.ts'
import type { Outlook, WaveOutlook } from '../waves/outlook.ts'
import { wavesTexts } from '../waves/texts.ts'
import { deliveriesHref } from './deliveries-page.tsx'

type Ctx = Context<DeskEnv>
const ICONS: Record<WaveOutlook['state'], IconName> = {
  finished: 'done',
  running: 'running',
  to_come: 'todo',
  held: 'held',
}

/** The waves of a campaign: what is done of each, and when. */
export function WavesTable({ c, outlook, now }: { c: Ctx; outlook: Outlook; now: Temporal.Instant }) {
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  const emails = outlook.waves.reduce((total, { messages }) => total + messages, 0)
  return (
    <Section
      id="waves"
      title={words.waves}
      aside={
        <>
          {words.wavesAside(emails)} · <a href={samePage(c, 'sending/waves')}>{words.change}</a>
        </>
      }
    >
      <Ledger columns={words.columns.map((label) => ({ label }))}>
        {outlook.waves.map((wave) => (
          <Row>
            <Cell head>{words.wave(wave.number)}</Cell>
            <Cell>
              <Status kind={ICONS[wave.state]}>{words.states[wave.state]}</Status>
            </Cell>
            <Cell>
              <Advancement c={c} wave={wave} />
            </Cell>
            <Cell>
              <Schedule c={c} wave={wave} now={now} />
            </Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function Advancement({ c, wave }: { c: Ctx; wave: WaveOutlook }) {
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  const total = wave.done + wave.left
  const href = wave.left > 0 ? deliveriesHref(c, { left: wave.number }) : undefined
  const left = href ? <a href={href}>{words.leftOfWave(wave.left)}</a> : undefined
  return (
    <Progress
      label={words.wave(wave.number)}
      done={wave.done}
      total={total}
      note={left}
      bare
      locale={locale}
    />
  )
}

function Schedule({ c, wave, now }: { c: Ctx; wave: WaveOutlook; now: Temporal.Instant }) {
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  if (wave.state === 'held') return <>{words.heldUntil}</>
  const from = moment(wave.from, now, locale)
  if (wave.state === 'finished') return <>{from}</>
  const to = wave.to ? moment(wave.to, wave.from, locale) : '…'
  return (
    <>
      {from}
      {'\u00a0– '}
      {to} {words.planned}
    </>
  )
}

/** The time alone on the same day, in Paris; else the day too. */
function moment(at: Temporal.Instant, beside: Temporal.Instant, locale: 'fr' | 'en'): string {
  const day = (one: Temporal.Instant) => one.toZonedDateTimeISO(ZONE).toPlainDate()
  const time = formatInstant(at, locale, { form: 'time' })
  return day(at).equals(day(beside)) ? time : `${formatDay(day(at), locale, 'short')}, ${time}`
}
