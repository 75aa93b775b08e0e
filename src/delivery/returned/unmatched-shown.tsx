import type { Context } from 'hono'
import { Actions, Button, type DeskEnv, Instant, incidentPath, Section, TextField } from '../../desk/index.ts'
import type { ListedReport } from './listed-store.ts'
import { returnedTexts } from './texts.ts'

type Ctx = Context<DeskEnv>

/** Reports whose message was not found, each with what a person can do. Without the right to act they are only read. */
export function Unmatched(props: { c: Ctx; reports: readonly ListedReport[]; mayDecide: boolean }) {
  const words = returnedTexts[props.c.get('locale')]
  return (
    <>
      <Section title={words.unmatched}>
        <p>{props.reports.length === 0 ? words.none : words.unmatchedNote}</p>
      </Section>
      {props.reports.map((report) => (
        <OneReport c={props.c} report={report} mayDecide={props.mayDecide} />
      ))}
    </>
  )
}

function OneReport({ c, report, mayDecide }: { c: Ctx; report: ListedReport; mayDecide: boolean }) {
  const locale = c.get('locale')
  const words = returnedTexts[locale]
  const about = [report.masked ?? words.nobody, words.reasons[report.reason] ?? report.reason, report.status]
  return (
    <Section
      title={about.filter(Boolean).join(' · ')}
      aside={<Instant at={report.receivedAt} locale={locale} form="long" />}
    >
      {report.said ? <p>{report.said}</p> : null}
      {mayDecide ? <Choices c={c} report={report} /> : null}
    </Section>
  )
}

function Choices({ c, report }: { c: Ctx; report: ListedReport }) {
  const words = returnedTexts[c.get('locale')]
  const action = (verb: string) => incidentPath(c, `sending/returned/${report.id}/${verb}`)
  return (
    <>
      {report.suggestedPersonId === null || report.suggestedId === null ? null : (
        <form method="post" action={action('links')}>
          <p>
            <a href={incidentPath(c, `people/${report.suggestedPersonId}`)}>
              {words.suggested(report.suggestedPersonId)}
            </a>
          </p>
          <input type="hidden" name="delivery" value={String(report.suggestedId)} />
          <Actions>
            <Button primary>{words.linkSuggested}</Button>
          </Actions>
        </form>
      )}
      <form method="post" action={action('links')}>
        <TextField
          name={`message_id-${report.id}`}
          label={words.messageId}
          help={words.messageIdHelp}
          required
          maxlength={300}
        />
        <Actions>
          <Button>{words.link}</Button>
        </Actions>
      </form>
      <form method="post" action={action('dismissals')}>
        <TextField
          name={`because-${report.id}`}
          label={words.because}
          help={words.becauseHelp}
          required
          maxlength={200}
        />
        <Actions>
          <Button>{words.ignore}</Button>
        </Actions>
      </form>
    </>
  )
}
