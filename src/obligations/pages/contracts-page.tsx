import { Actions, Button, Cell, Ledger, Row, Section, SelectField, TextField } from '../../desk/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import { errorOf, type TypedForm } from './act-forms.tsx'
import { type NamedOrganisation, nameOf } from './awareness-page.tsx'
import { contractTexts } from './contract-texts.ts'
import { factLabel } from './fact-words.ts'
import { writtenAt } from './instant-with-place.ts'

interface ShownClause {
  readonly id: number
  readonly from: string
  readonly to: string
  readonly article: string
  readonly hours: number | null
  readonly workingDays: number | null
  readonly starts: string | null
  readonly endedAt: Temporal.Instant | null
  readonly endReason: string | null
}

interface ContractsProps {
  readonly locale: Locale
  readonly path: (path: string) => string
  readonly clauses: readonly ShownClause[]
  readonly organisations: readonly NamedOrganisation[]
  readonly own: string
  readonly facts: readonly string[]
  readonly writes: boolean
  readonly form: TypedForm
}

/** Both directions of the chain, then what binds others. */
export function ContractSections(props: ContractsProps) {
  const text = contractTexts[props.locale]
  const { clauses, own } = props
  const others = clauses.filter(({ from, to }) => from !== own && to !== own)
  return (
    <>
      <Clauses {...props} title={text.received} clauses={clauses.filter(({ to }) => to === own)} />
      <Clauses {...props} title={text.owed} clauses={clauses.filter(({ from }) => from === own)} />
      {others.length > 0 ? <Clauses {...props} title={text.others} clauses={others} /> : null}
    </>
  )
}

function Clauses({ title, ...props }: ContractsProps & { title: string }) {
  const text = contractTexts[props.locale]
  if (props.clauses.length === 0)
    return (
      <Section title={title}>
        <p>{text.none}</p>
      </Section>
    )
  const columns = text.columns.slice(0, props.writes ? 5 : 4)
  return (
    <Section title={title}>
      <Ledger
        even
        columns={columns.map((label, index) => ({ label, ...(index === 4 && { align: 'right' as const }) }))}
      >
        {props.clauses.map((clause) => (
          <ClauseRow {...props} clause={clause} />
        ))}
      </Ledger>
    </Section>
  )
}

function ClauseRow({
  clause,
  locale,
  organisations,
  writes,
  path,
}: ContractsProps & { clause: ShownClause }) {
  const text = contractTexts[locale]
  const [, article = '', delay = '', starts = ''] = text.columns
  const ended = clause.endedAt
    ? text.ended(writtenAt(clause.endedAt, locale), clause.endReason ?? '')
    : undefined
  const who = text.arrow(nameOf(organisations, clause.from), nameOf(organisations, clause.to))
  return (
    <Row>
      <Cell head second={ended}>
        {ended ? <s>{who}</s> : who}
      </Cell>
      <Cell label={article}>{clause.article}</Cell>
      <Cell label={delay}>{delayWords(clause, locale)}</Cell>
      <Cell label={starts}>{factLabel(clause.starts ?? 'aware_at', locale)}</Cell>
      {writes ? (
        <Cell align="right">
          {ended ? null : (
            <details class="end-clause">
              <summary>{text.end}</summary>
              <form method="post" action={path(`clocks/contracts/${clause.id}/end`)}>
                <label class="field">
                  {text.reason}
                  <input name="reason" required maxlength={200} />
                </label>
                <Button small>{text.end}</Button>
              </form>
            </details>
          )}
        </Cell>
      ) : null}
    </Row>
  )
}

function delayWords({ hours, workingDays }: ShownClause, locale: Locale): string {
  const text = contractTexts[locale]
  if (hours !== null) return text.hours(formatInteger(hours, locale))
  return workingDays === null ? text.undue : text.workingDays(formatInteger(workingDays, locale))
}

export function ClauseForm({ locale, path, organisations, own, facts, form }: ContractsProps) {
  const text = contractTexts[locale]
  const { fields } = form
  const who = organisations.map(({ key, name }) => ({ value: key, label: name }))
  const other = organisations.find(({ key }) => key !== own)?.key ?? own
  return (
    <Section title={text.form}>
      <form method="post" action={path('clocks/contracts')}>
        <SelectField
          name="from"
          label={text.from}
          value={fields['from'] ?? own}
          choices={who}
          {...errorOf(form, 'from')}
        />
        <SelectField
          name="to"
          label={text.to}
          value={fields['to'] ?? other}
          choices={who}
          {...errorOf(form, 'to')}
        />
        <TextField
          name="article"
          label={text.article}
          help={text.articleHelp}
          value={fields['article']}
          required
          maxlength={200}
          {...errorOf(form, 'article')}
        />
        <TextField
          name="delay"
          label={text.delay}
          help={text.delayHelp}
          value={fields['delay']}
          required
          inputmode="numeric"
          {...errorOf(form, 'delay')}
        />
        <SelectField
          name="unit"
          label={text.unit}
          value={fields['unit'] ?? 'hours'}
          choices={(['hours', 'working_days'] as const).map((value) => ({ value, label: text.units[value] }))}
        />
        <SelectField
          name="starts"
          label={text.starts}
          value={fields['starts'] ?? 'aware_at'}
          choices={facts.map((key) => ({ value: key, label: factLabel(key, locale) }))}
          {...errorOf(form, 'starts')}
        />
        <Actions note={text.submitNote}>
          <Button primary>{text.submit}</Button>
        </Actions>
      </form>
    </Section>
  )
}
