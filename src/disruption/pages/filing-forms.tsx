import {
  Actions,
  Button,
  Cell,
  Field,
  incidentPath,
  Ledger,
  Row,
  Section,
  TextArea,
  TextField,
} from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import type { CsvProblem } from '../refusals.ts'
import { binder, type Ctx, type Typed } from '../typed-form.ts'
import { disruptionTexts } from './texts.ts'

interface FormProps {
  readonly c: Ctx
  readonly typed: Typed | undefined
}

/** Cells of a refused table, by line and column, with what to do. */
export function Problems({ c, typed }: FormProps) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const problems = (typed?.refusal.params['problems'] ?? []) as readonly CsvProblem[]
  const [line = '', column = ''] = words.problemColumns
  const hidden = Number(typed?.refusal.params['count'] ?? 0) - problems.length
  if (problems.length === 0) return null
  return (
    <Section title={words.problems}>
      <Ledger columns={words.problemColumns.map((label) => ({ label }))}>
        {problems.map((problem) => (
          <Row>
            <Cell head label={line}>
              {formatInteger(problem.line, locale)}
            </Cell>
            <Cell label={column}>{words.columnNames[problem.column] ?? problem.column}</Cell>
            <Cell>{problem[locale]}</Cell>
          </Row>
        ))}
      </Ledger>
      {hidden > 0 ? <p class="help">{words.more(formatInteger(hidden, locale))}</p> : null}
    </Section>
  )
}

export function EnterForm({ c, typed }: FormProps) {
  const words = disruptionTexts[c.get('locale')]
  const field = binder(c, 'enter', typed)
  return (
    <Section title={words.enterOne}>
      <form method="post" action={incidentPath(c, 'disruption/filings')}>
        <div class="inline-fields">
          <TextField {...field('client')} label={words.client} help={words.clientHelp} maxlength={200} />
          <TextField
            {...field('kind')}
            label={words.filingKind}
            help={words.filingKindHelp}
            required
            maxlength={60}
          />
          <TextField {...field('due_on')} label={words.dueOn} help={words.day} required maxlength={10} />
        </div>
        <Actions note={words.enterNote}>
          <Button primary>{words.enterVerb}</Button>
        </Actions>
      </form>
    </Section>
  )
}

export function TableForm({ c, typed }: FormProps) {
  const words = disruptionTexts[c.get('locale')]
  const field = binder(c, 'table', typed)
  return (
    <Section title={words.importTitle}>
      <form
        method="post"
        action={incidentPath(c, 'disruption/filings/imports')}
        enctype="multipart/form-data"
      >
        <TextArea {...field('table')} label={words.table} help={words.tableHelp} rows={8} />
        <Field name="file" label={words.file} help={words.fileHelp}>
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            aria-describedby="file-help"
          />
        </Field>
        <Actions note={words.enterNote}>
          <Button>{words.importVerb}</Button>
        </Actions>
      </form>
    </Section>
  )
}
