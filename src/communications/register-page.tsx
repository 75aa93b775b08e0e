import type { Context } from 'hono'
import { hasRole } from '../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Notice,
  Row,
  renderPage,
  Section,
  SelectField,
  Status,
  TextArea,
  TextField,
} from '../desk/index.ts'
import { actorName } from '../journal/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import type { Refusal } from '../platform/refusal.ts'
import { communicationsOf } from './communication-store.ts'
import { type Communication, KINDS_BY_HAND } from './model.ts'
import { communicationTexts } from './texts.ts'

type Ctx = Context<DeskEnv>
export const WRITERS = ['lead', 'dpo', 'communication'] as const
const ICONS = {
  planned: 'todo',
  official: 'done',
  superseded: 'not_required',
  withdrawn: 'not_required',
} as const

/** What was typed in a form of the page, and why it was refused. */
export interface Typed {
  readonly fields: Readonly<Record<string, string>>
  readonly refusal: Refusal
}

/** The register of official communications, its exports, and the form for those made elsewhere. */
export async function registerPage(c: Ctx, typed?: Typed): Promise<Response> {
  const locale = c.get('locale')
  const words = communicationTexts[locale]
  const all = await communicationsOf(c.get('platform').db, c.get('incident').id)
  const count = (state: Communication['state']) => all.filter((one) => one.state === state).length
  const n = (value: number) => formatInteger(value, locale)
  const writes = hasRole(c.get('viewer'), ...WRITERS)
  const sentences = [words.lead(n(count('official')), count('official'))]
  if (count('planned') > 0) sentences.push(words.planned(n(count('planned')), count('planned')))
  return renderPage(c, {
    title: words.page,
    current: 'sending',
    status: typed?.refusal.http ?? 200,
    notice: typed ? <Notice tone="late">{typed.refusal.text(locale)}</Notice> : undefined,
    lead: <Lead sentences={sentences} note={words.note} />,
    children: (
      <>
        <Register c={c} all={all} />
        {writes ? <EnterForm c={c} typed={typed} /> : null}
        {writes ? <WithdrawForm c={c} all={all} typed={typed} /> : null}
      </>
    ),
  })
}

function Register({ c, all }: { c: Ctx; all: readonly Communication[] }) {
  const words = communicationTexts[c.get('locale')]
  if (all.length === 0)
    return (
      <Section title={words.register}>
        <p>{words.empty}</p>
      </Section>
    )
  const exports = (
    <>
      <a href={incidentPath(c, 'communications/export/csv')}>{words.csv}</a> ·{' '}
      <a href={incidentPath(c, 'communications/export/json')}>{words.json}</a>
    </>
  )
  return (
    <Section title={words.register} aside={exports}>
      <Ledger columns={words.columns.map((label) => ({ label }))}>
        {all.map((one) => (
          <Line c={c} one={one} />
        ))}
      </Ledger>
      <p class="help">{words.noNames}</p>
    </Section>
  )
}

function Line({ c, one }: { c: Ctx; one: Communication }) {
  const locale = c.get('locale')
  const words = communicationTexts[locale]
  const [, , whom = '', hash = '', registered = ''] = words.columns
  const shown = [words.kinds[one.kind], one.reference, words.languages[one.locale] ?? one.locale]
  return (
    <Row>
      <Cell head second={[...shown, words.version(one.version)].join(' · ')}>
        {one.title}
      </Cell>
      <Cell second={<Ended c={c} one={one} />}>
        <Status kind={ICONS[one.state]}>{words.states[one.state]}</Status>
      </Cell>
      <Cell label={whom} second={whereOf(one, words)}>
        {one.audience ? (words.audiences[one.audience] ?? one.audience) : words.everyone}
        {one.cohort ? `, ${words.cohorts[one.cohort] ?? one.cohort}` : ''}
      </Cell>
      <Cell label={hash}>
        {one.sha256 ? <code title={one.sha256}>{one.sha256.slice(0, 12)}</code> : words.noText}
      </Cell>
      <Cell label={registered} second={words.by(actorName(one.registeredBy))}>
        <Instant at={one.registeredAt} locale={locale} />
      </Cell>
    </Row>
  )
}

function whereOf(one: Communication, words: (typeof communicationTexts)['fr']): string {
  const channels = one.channels.map((channel) => words.channels[channel] ?? channel).join(', ')
  return [one.place, channels, one.sender ? words.from(one.sender) : ''].filter(Boolean).join(' · ')
}

function Ended({ c, one }: { c: Ctx; one: Communication }) {
  const locale = c.get('locale')
  const words = communicationTexts[locale]
  const at = one.endedAt ?? one.officialAt
  if (!at) return null
  const reason = one.reason ? (words.reasons[one.reason] ?? one.reason) : ''
  const why = one.supersededBy ? words.replacedBy(one.supersededBy) : reason
  return (
    <>
      {one.endedAt ? null : `${words.since} `}
      <Instant at={at} locale={locale} />
      {one.endedAt && why ? ` · ${why}` : null}
    </>
  )
}

function EnterForm({ c, typed }: { c: Ctx; typed: Typed | undefined }) {
  const words = communicationTexts[c.get('locale')]
  const field = fieldsOf(c, typed)
  return (
    <Section title={words.enter}>
      <form method="post" action={incidentPath(c, 'communications')}>
        <SelectField
          {...field('kind')}
          label={words.kind}
          choices={KINDS_BY_HAND.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        <TextField {...field('title')} label={words.title} help={words.titleHelp} required maxlength={200} />
        <TextField {...field('place')} label={words.place} help={words.placeHelp} required maxlength={300} />
        <SelectField
          {...field('locale')}
          label={words.language}
          choices={['fr', 'en'].map((value) => ({ value, label: words.languages[value] ?? value }))}
        />
        <TextArea {...field('text')} label={words.text} help={words.textHelp} rows={6} />
        <Actions note={words.submitNote}>
          <Button primary>{words.submit}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function WithdrawForm({
  c,
  all,
  typed,
}: {
  c: Ctx
  all: readonly Communication[]
  typed: Typed | undefined
}) {
  const words = communicationTexts[c.get('locale')]
  const field = fieldsOf(c, typed)
  const current = all.filter(({ campaignId, endedAt }) => campaignId === null && endedAt === null)
  if (current.length === 0) return null
  return (
    <Section title={words.withdraw}>
      <form method="post" action={incidentPath(c, 'communications/withdrawals')}>
        <SelectField
          {...field('reference')}
          label={words.which}
          choices={current.map(({ reference, title }) => ({
            value: reference,
            label: `${title} (${reference})`,
          }))}
        />
        <TextField {...field('reason')} label={words.why} help={words.whyHelp} required maxlength={200} />
        <Actions note={words.withdrawNote}>
          <Button>{words.withdrawVerb}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** What was typed, and the error under the field it is about. */
function fieldsOf(c: Ctx, typed: Typed | undefined) {
  return (name: string) => {
    const wrong = typed?.refusal.params['where'] === name
    return {
      name,
      value: typed?.fields[name] ?? '',
      ...(wrong && { error: typed.refusal.text(c.get('locale')) }),
    }
  }
}
