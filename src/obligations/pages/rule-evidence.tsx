import {
  Actions,
  Button,
  Cell,
  DescriptionList,
  Instant,
  Ledger,
  Row,
  Section,
  Status,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatInteger } from '../../platform/i18n.ts'
import type { Awareness, Filing } from '../model.ts'
import { linePath } from './board-view.ts'
import { factLabel } from './fact-words.ts'
import { dueWithPlace, instantWithPlace, writtenAt } from './instant-with-place.ts'
import type { LineProps } from './rule-page.tsx'
import { ruleTexts } from './rule-texts.ts'
import { say } from './spaced.ts'

/** Filings with their receipts and files, and why the clock was missed. */
export function FilingsSection({ view, line }: LineProps) {
  const text = ruleTexts[view.locale]
  return (
    <Section title={text.filings} id="filings">
      {line.filings.length === 0 ? <p>{text.noFiling}</p> : null}
      {line.filings.length > 0 ? (
        <Ledger columns={text.filingColumns.map((label) => ({ label }))}>
          {line.filings.map((filing) => (
            <FilingRow view={view} line={line} filing={filing} />
          ))}
        </Ledger>
      ) : null}
      <DescriptionList items={[{ term: text.reason, ...reasonShown({ view, line }) }]} />
    </Section>
  )
}

function FilingRow({ view, line, filing }: LineProps & { filing: Filing }) {
  const { locale } = view
  const text = ruleTexts[locale]
  const [, channel = '', receipt = '', file = ''] = text.filingColumns
  const recorded = text.recordedBy(actorName(filing.recordedBy), writtenAt(filing.recordedAt, locale))
  return (
    <Row>
      <Cell head second={`${instantWithPlace(filing.at, locale)} · ${recorded}`}>
        <Status kind={filing.state === 'filed' ? 'done' : 'todo'}>{text[filing.state]}</Status>
      </Cell>
      <Cell label={channel} second={filing.note}>
        {filing.channel}
      </Cell>
      <Cell
        label={receipt}
        second={
          view.writes ? (
            <a href={linePath(view, line, `filings/${filing.id}/correction`)}>{text.correct}</a>
          ) : undefined
        }
      >
        {filing.receipt ?? text.noReceipt}
      </Cell>
      <Cell label={file} second={filing.file ? <FileProof file={filing.file} view={view} /> : undefined}>
        {filing.file ? (
          <a href={linePath(view, line, `filings/${filing.id}/file`)} download={filing.file.name}>
            {filing.file.name}
          </a>
        ) : (
          text.noFile
        )}
      </Cell>
    </Row>
  )
}

function FileProof({
  file,
  view: { locale },
}: {
  file: NonNullable<Filing['file']>
  view: LineProps['view']
}) {
  return (
    <>
      {ruleTexts[locale].octets(formatInteger(file.bytes, locale))} ·{' '}
      <span class="hash">{file.sha256.slice(0, 16)}</span>
    </>
  )
}

function reasonShown({ view: { locale }, line }: LineProps) {
  const text = ruleTexts[locale]
  if (!line.delayReason) return { value: text.noReason }
  const { text: said, by, at } = line.delayReason
  return { value: said, second: text.reasonBy(by, writtenAt(at, locale)) }
}

/** Who learned of it, how, when: what this clock starts from. */
export function StartSection({ view, events }: { view: LineProps['view']; events: readonly Awareness[] }) {
  const { locale } = view
  const text = ruleTexts[locale]
  if (events.length === 0) return null
  return (
    <Section title={text.awareness} aside={<a href={view.path('clocks/awareness')}>{text.seeAwareness}</a>}>
      {events.map((one) => (
        <DescriptionList
          items={[
            {
              term: text.awarenessOf,
              value: <b>{instantWithPlace(one.at, locale, one.zone)}</b>,
              second: factLabel(one.fact, locale),
            },
            { term: text.who, value: one.who },
            { term: text.how, value: one.how },
            {
              term: text.evidence,
              value: one.evidence,
              ...(one.file && { second: <FileProof file={one.file} view={view} /> }),
            },
          ]}
        />
      ))}
    </Section>
  )
}

/** What was concluded before, and by which version of the rule. */
interface KeptBefore {
  readonly result: 'required' | 'not_required' | 'depends'
  readonly version: number
  readonly ruleHash: string
  readonly dueAt: Temporal.Instant | null
  readonly keptAt: Temporal.Instant
  readonly rule: LineProps['line']['conclusion']['snapshot']['rule']
}

export function HistorySection({ view, line, kept }: LineProps & { kept: readonly KeptBefore[] }) {
  const { locale } = view
  const text = ruleTexts[locale]
  const changed = line.ruleChanged
  return (
    <Section title={text.history} id="history">
      {changed ? <Changed view={view} line={line} changed={changed} /> : null}
      {kept.length === 0 ? <p>{text.noHistory}</p> : null}
      {kept.length > 0 ? (
        <Ledger columns={text.historyColumns.map((label) => ({ label }))}>
          {kept.map((one) => (
            <Row>
              <Cell head>
                <Instant at={one.keptAt} locale={locale} />
              </Cell>
              <Cell>{text.historyResults[one.result]}</Cell>
              <Cell>{one.dueAt ? dueWithPlace(one.dueAt, locale) : '–'}</Cell>
              <Cell second={say(one.rule.reading, locale)}>
                v{one.version} <span class="hash">{one.ruleHash.slice(0, 12)}</span>
              </Cell>
            </Row>
          ))}
        </Ledger>
      ) : null}
    </Section>
  )
}

/** The old conclusion stands until a person accepts the rule as it was rewritten. */
function Changed({
  view,
  line,
  changed,
}: LineProps & { changed: NonNullable<LineProps['line']['ruleChanged']> }) {
  const text = ruleTexts[view.locale]
  return (
    <>
      <p>{text.ruleChanged(changed.keptVersion, writtenAt(changed.keptAt, view.locale))}</p>
      {view.writes ? (
        <form method="post" action={linePath(view, line, 'rule')}>
          <input type="hidden" name="hash" value={line.conclusion.snapshot.hash} />
          <Actions>
            <Button>{text.accept}</Button>
          </Actions>
        </form>
      ) : null}
    </>
  )
}
