import type { Context } from 'hono'
import {
  Actions,
  Button,
  Cell,
  Columns,
  type DeskEnv,
  incidentPath,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
  SelectField,
  TextField,
} from '../../desk/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatDay, formatInstant, formatInteger, ZONE } from '../../platform/i18n.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Campaign } from '../model.ts'
import { campaignInHand, samePage } from '../pages/campaign-in-hand.ts'
import { deliveryRefusals } from '../refusals.ts'
import { texts } from '../texts.ts'
import { OPEN_DAYS } from '../waves/calendar.ts'
import { previewWaves } from '../waves/decide-waves.ts'
import { type CallsOfHour, mostCalls } from '../waves/expected-calls.ts'
import type { WavePlan } from '../waves/plan-waves.ts'
import { proposalOf, settingsOf } from '../waves/proposal.ts'
import { PACING_FIELDS, type PacingField, type PacingTexts, writeSettings } from '../waves/settings.ts'
import { wavesTexts, whenWords } from '../waves/texts.ts'

type Ctx = Context<DeskEnv>
type Words = (typeof wavesTexts)['fr']
type Given = Partial<Record<PacingField, string>>
/** Hours shown one by one; a longer campaign is shown by day. */
const MOST_HOURS = 30

/** The waves before they are decided: settings, what they give, and the two decisions. */
export async function showWaves(c: Ctx): Promise<Response> {
  return renderWaves(
    c,
    givenIn((field) => c.req.query(field)),
  )
}

/** The same with what was typed; a refusal stands under its field and nothing typed is lost. */
export async function renderWaves(c: Ctx, given: Given, refused?: Refusal): Promise<Response> {
  const campaign = await campaignInHand(c)
  if (!campaign) throw deliveryRefusals.noCampaign({ incident: c.get('incident').reference })
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  const { db, clock } = c.get('platform')
  const now = clock.now()
  const proposal = await proposalOf(db, campaign.id)
  const shown = { ...writeSettings(proposal), ...given }
  const found = await orRefusal(async () => previewWaves(db, campaign.id, settingsOf(proposal, given), now))
  const problem = refused ?? (found instanceof Refusal ? found : undefined)
  const plan = found instanceof Refusal ? null : found
  const sentences = problem
    ? [problem.text(locale)]
    : plan
      ? [words.planEnds(whenWords(plan.endsAt, now, locale)), ...peakOf(plan, now, words, locale)]
      : [words.nothingToPlan]
  return renderPage(c, {
    title: words.waves,
    current: 'sending',
    ...(problem ? { status: problem.http } : {}),
    crumbs: [{ label: texts[locale].sending, href: samePage(c, 'sending') }, { label: words.waves }],
    lead: <Lead sentences={sentences} note={words.assumption} />,
    children: (
      <>
        {plan ? <PlanTables c={c} plan={plan} /> : null}
        <SettingsForm c={c} campaign={campaign} shown={shown} problem={problem} />
      </>
    ),
  })
}

export function givenIn(read: (field: PacingField) => unknown): Given {
  const given: Given = {}
  for (const field of PACING_FIELDS) {
    const value = read(field)
    if (typeof value === 'string') given[field] = value
  }
  return given
}

async function orRefusal<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('waves.')) return error
    throw error
  }
}

function peakOf(plan: WavePlan, now: Temporal.Instant, words: Words, locale: 'fr' | 'en'): string[] {
  const peak = mostCalls(plan.calls)
  return peak ? [words.planPeak(Math.round(peak.calls), whenWords(peak.hour, now, locale))] : []
}

function PlanTables({ c, plan }: { c: Ctx; plan: WavePlan }) {
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  return (
    <Columns kind="1-1">
      <Section title={words.waves} aside={words.atMost(plan.perHour)}>
        <Ledger
          kind="figures"
          columns={words.planColumns.map((label, index) =>
            index === 1 ? { label, align: 'right' as const } : { label },
          )}
        >
          {plan.waves.map((wave) => (
            <Row>
              <Cell head>{words.wave(wave.number)}</Cell>
              <Cell align="right" label={words.planColumns[1] ?? ''}>
                {formatInteger(wave.messages, locale)}
              </Cell>
              <Cell label={words.planColumns[2] ?? ''}>
                {formatInstant(wave.opensAt, locale, { form: 'short' })}
              </Cell>
              <Cell label={words.planColumns[3] ?? ''}>
                {formatInstant(wave.endsAt, locale, { form: 'short' })}
              </Cell>
            </Row>
          ))}
        </Ledger>
      </Section>
      <Calls c={c} calls={plan.calls} />
    </Columns>
  )
}

function Calls({ c, calls }: { c: Ctx; calls: readonly CallsOfHour[] }) {
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  const byHour = calls.length <= MOST_HOURS
  const columns = byHour ? words.callColumns : words.dayColumns
  const rows = byHour
    ? calls.map((one) => [formatInstant(one.hour, locale, { form: 'short' }), one.calls])
    : daysOf(calls).map(({ day, total, most }) => [formatDay(day, locale, 'short'), total, most])
  return (
    <Section title={byHour ? words.callsTitle : words.callsByDay}>
      <Ledger
        kind="figures"
        columns={columns.map((label, index) => (index > 0 ? { label, align: 'right' as const } : { label }))}
      >
        {rows.map(([name, ...figures]) => (
          <Row>
            <Cell head>{name}</Cell>
            {figures.map((value, index) => (
              <Cell align="right" label={columns[index + 1] ?? ''}>
                {formatInteger(Math.round(Number(value)), locale)}
              </Cell>
            ))}
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function daysOf(calls: readonly CallsOfHour[]) {
  const days: { day: Temporal.PlainDate; total: number; most: number }[] = []
  for (const one of calls) {
    const day = one.hour.toZonedDateTimeISO(ZONE).toPlainDate()
    const last = days.at(-1)
    if (last?.day.equals(day)) {
      last.total += one.calls
      last.most = Math.max(last.most, one.calls)
    } else days.push({ day, total: one.calls, most: one.calls })
  }
  return days
}

function SettingsForm(props: {
  c: Ctx
  campaign: Campaign
  shown: PacingTexts
  problem: Refusal | undefined
}) {
  const { c, campaign, shown, problem } = props
  const locale = c.get('locale')
  const words = wavesTexts[locale]
  const field = problem?.params['field']
  const frame = (name: PacingField) => ({
    name,
    label: words.field[name][0] ?? '',
    help: words.field[name][1] || undefined,
    value: shown[name],
    ...(field === name ? { error: problem?.text(locale) } : {}),
  })
  const days = OPEN_DAYS.map((value) => ({ value, label: words.days[value] }))
  const holidays = (['closed', 'open'] as const).map((value) => ({ value, label: words.holidays[value] }))
  return (
    <Section title={words.settings}>
      <form method="get" action={incidentPath(c, 'sending/waves')}>
        <input type="hidden" name="campaign" value={campaign.reference} />
        {PACING_FIELDS.map((name) =>
          name === 'days' || name === 'holidays' ? (
            <SelectField {...frame(name)} choices={name === 'days' ? days : holidays} />
          ) : (
            <TextField {...frame(name)} maxlength={120} />
          ),
        )}
        <Actions note={words.confirmNote}>
          <Button>{words.preview}</Button>
          <Button primary formmethod="post" formaction={samePage(c, 'sending/waves')}>
            {words.confirm}
          </Button>
        </Actions>
      </form>
      <form method="post" action={samePage(c, 'sending/waves/none')}>
        <Actions note={words.noneNote}>
          <Button>{words.none}</Button>
        </Actions>
      </form>
    </Section>
  )
}
