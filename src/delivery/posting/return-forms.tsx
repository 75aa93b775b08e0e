import type { Context } from 'hono'
import {
  Actions,
  Button,
  Cell,
  Checkbox,
  Columns,
  type DeskEnv,
  Field,
  Ledger,
  Row,
  Section,
  SelectField,
  TextField,
} from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { PROFILES } from '../letters/index.ts'
import { samePage } from '../pages/campaign-in-hand.ts'
import type { FeedbackReport } from './apply-feedback.ts'
import { RETURN_REASONS } from './feedback-words.ts'
import { lettersTexts } from './letters-texts.ts'
import { reportTexts } from './report-texts.ts'

type Ctx = Context<DeskEnv>

/** One letter that came back, by its code; or the print house's file for many. */
export function ReturnForms({ c, reason }: { c: Ctx; reason?: string | undefined }) {
  const locale = c.get('locale')
  const words = lettersTexts[locale]
  const choices = RETURN_REASONS.map((value) => ({ value, label: reportTexts[locale].reasons[value] }))
  return (
    <Columns kind="1-1">
      <Section title={words.returns}>
        <form method="post" action={samePage(c, 'letters/returns')}>
          <TextField
            name="code"
            label={words.code}
            help={words.returnNote}
            required
            autocomplete="off"
            maxlength={20}
          />
          <SelectField
            name="reason"
            label={words.reason}
            choices={choices}
            {...(reason ? { value: reason } : {})}
          />
          <Actions note={words.returnEffect}>
            <Button primary>{words.recordReturn}</Button>
          </Actions>
        </form>
      </Section>
      <Section title={words.feedback}>
        <form method="post" action={samePage(c, 'letters/reports')} enctype="multipart/form-data">
          <Field name="file" label={words.file} help={words.fileHelp}>
            <input
              id="file"
              name="file"
              type="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              required
              aria-describedby="file-help"
            />
          </Field>
          <Checkbox name="dry_run" label={words.tryFirst} />
          <Actions>
            <Button primary>{words.apply}</Button>
          </Actions>
        </form>
      </Section>
    </Columns>
  )
}

/** The profile of the next batches. One read from a file shows by its name, and stays until another is chosen. */
export function ProfileForm({ c, chosen }: { c: Ctx; chosen: string }) {
  const words = lettersTexts[c.get('locale')]
  const names = PROFILES.map(({ name }) => name)
  const all = names.includes(chosen) ? names : [chosen, ...names]
  return (
    <Section title={words.profile}>
      <form method="post" action={samePage(c, 'letters/profiles')}>
        <SelectField
          name="profile"
          label={words.nextBatches}
          help={words.profileHelp}
          value={chosen}
          choices={all.map((value) => ({ value, label: words.profiles[value] ?? value }))}
        />
        <Actions>
          <Button>{words.chooseProfile}</Button>
        </Actions>
      </form>
    </Section>
  )
}

const MOST_SHOWN = 100

/** Every row of a file that was read, under one verdict; then those that a person has to look at. */
export function ReportShown({ c, report }: { c: Ctx; report: FeedbackReport }) {
  const locale = c.get('locale')
  const words = lettersTexts[locale]
  const figures = ['applied', 'known', 'unknownLetter', 'contradictory', 'unreadable'] as const
  const hidden = report.toLookAt.length - MOST_SHOWN
  const columns = [
    { label: words.reportColumns[0]! },
    { label: words.reportColumns[1]!, align: 'right' as const },
  ]
  const line = (label: string, value: number, total = false) => (
    <Row {...(total ? { tone: 'total' as const } : {})}>
      <Cell head>{label}</Cell>
      <Cell align="right" label={words.reportColumns[1]!}>
        {formatInteger(value, locale)}
      </Cell>
    </Row>
  )
  return (
    <>
      <Section title={words.report} aside={words.effect(report.posted, report.returned)}>
        <Ledger columns={columns}>
          {figures.map((figure) => line(words.verdicts[figure], report[figure]))}
          {line(words.sum, report.rows, true)}
        </Ledger>
        {report.returned > 0 ? <p>{words.goesOn(report.next)}</p> : null}
      </Section>
      {report.toLookAt.length > 0 ? (
        <Section title={words.toLookAt}>
          <Ledger columns={words.lookColumns.map((label) => ({ label }))}>
            {report.toLookAt.slice(0, MOST_SHOWN).map((row) => (
              <Row>
                <Cell head>{formatInteger(row.line, locale)}</Cell>
                <Cell>{'why' in row ? reportTexts[locale].why[row.why] : ''}</Cell>
              </Row>
            ))}
          </Ledger>
          {hidden > 0 ? <p>{words.more(hidden)}</p> : null}
        </Section>
      ) : null}
    </>
  )
}
