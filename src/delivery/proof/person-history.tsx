import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { hasRole } from '../../access/index.ts'
import { Cell, type DeskEnv, Instant, incidentPath, Ledger, Row, Status } from '../../desk/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatInstant } from '../../platform/i18n.ts'
import { LETTER_READERS, OUTBOX_READERS } from '../model.ts'
import { correctionIsDue } from './due-store.ts'
import { deliveryHistory, type HistoryEvent, type HistoryLine, untoldReasons } from './history-store.ts'
import { EVENT_ICONS, historyTexts } from './history-texts.ts'

type Ctx = Context<DeskEnv>

/** One line of the block, whatever it tells of. */
interface Step {
  readonly at: Temporal.Instant
  readonly kind: string
  readonly happened: Child
  readonly evidence: Child
}

/** « Chaque envoi et sa preuve »: every step of every delivery to, or covering, a person. */
export async function deliveryHistoryBlock(c: Ctx, personId: number): Promise<Child> {
  const words = historyTexts[c.get('locale')]
  const { db } = c.get('platform')
  const lines = await deliveryHistory(db, personId)
  const sameText = (line: HistoryLine, index: number) =>
    lines.slice(0, index).some(({ noticeSha256 }) => noticeSha256 === line.noticeSha256)
  const steps = lines.flatMap((line, index) => stepsOf(c, line, sameText(line, index)))
  const reasons = (await untoldReasons(db, personId)).filter(() => lines.length === 0)
  const untold = reasons.map(({ reason, at }) => ({
    at,
    kind: 'untold',
    happened: `${words.untold(words.reasons[reason] ?? reason)}.`,
    evidence: '',
  }))
  const all = [...steps, ...untold]
  if (all.length === 0) return <p>{words.nothing}</p>
  const due = await correctionIsDue(db, c.get('incident').id, personId)
  return (
    <>
      {due ? (
        <p>
          <Status kind="held">{words.correction}</Status> {words.correctionWhy}
        </p>
      ) : null}
      <Steps c={c} steps={all} />
    </>
  )
}

function Steps({ c, steps }: { c: Ctx; steps: readonly Step[] }) {
  const locale = c.get('locale')
  const words = historyTexts[locale]
  return (
    <Ledger columns={words.columns.map((label) => ({ label }))}>
      {steps.map(({ at, kind, happened, evidence }) => (
        <Row>
          <Cell>
            <Instant at={at} locale={locale} />
          </Cell>
          <Cell>
            <Status kind={EVENT_ICONS[kind] ?? 'todo'}>{words.words[kind] ?? kind}</Status>
          </Cell>
          <Cell>{happened}</Cell>
          <Cell>{evidence ? <span class="second">{evidence}</span> : null}</Cell>
        </Row>
      ))}
    </Ledger>
  )
}

/** `textKnown`: an earlier delivery told the same text, whose release is already said. */
function stepsOf(c: Ctx, line: HistoryLine, textKnown: boolean): Step[] {
  const words = historyTexts[c.get('locale')]
  const through = line.throughAnother ? ` ${words.throughAnother}` : ''
  const steps: Step[] = [
    {
      at: line.plannedAt,
      kind: 'planned',
      happened: `${words.planned(line.channel, line.persons)}${through}`,
      evidence: words.textVersion(line.noticeVersion, shortHash(line.noticeSha256)),
    },
  ]
  if (line.frozenAt && !textKnown)
    steps.push({
      at: line.frozenAt,
      kind: 'released',
      happened: words.releasedText(line.noticeVersion),
      evidence: line.releasedBy.join(', '),
    })
  if (line.builtAt && line.batchNumber !== null)
    steps.push({
      at: line.builtAt,
      kind: 'built',
      happened: words.inBatch(line.batchNumber, line.firstPage ?? 0),
      evidence: <BatchLink c={c} line={line} />,
    })
  const told = withoutEchoes(line.events).map((event) => eventStep(c, line, event))
  return [...steps, ...told].sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

/** A refusal that moves to the letter is written twice, as the attempt's end and as the closing of the delivery. */
function withoutEchoes(events: readonly HistoryEvent[]): HistoryEvent[] {
  return events.filter((event, index) => {
    const before = events[index - 1]
    return !before || before.kind !== event.kind || before.at !== event.at
  })
}

function eventStep(c: Ctx, line: HistoryLine, event: HistoryEvent): Step {
  const words = historyTexts[c.get('locale')]
  const attempt = event.attempt === null ? '' : `${words.attempt(event.attempt)} `
  const accepted = line.domain ? words.handedTo(line.domain) : words.handedOver
  const happened = event.kind === 'accepted' ? accepted : (words.happened[event.kind] ?? '')
  return {
    at: Temporal.Instant.from(event.at),
    kind: event.kind,
    happened: `${attempt}${happened}`,
    evidence: <Evidence c={c} line={line} event={event} />,
  }
}

function Evidence({ c, line, event }: { c: Ctx; line: HistoryLine; event: HistoryEvent }) {
  const words = historyTexts[c.get('locale')]
  if (event.kind === 'deposited')
    return (
      <>
        {line.receipt ? `${words.receipt(line.receipt, line.fictional)} · ` : null}
        <BatchLink c={c} line={line} />
      </>
    )
  const reply = event.reply ? withoutAddresses(event.reply) : event.detail
  const isWord = event.kind.startsWith('decided') || event.kind === 'withdrawn'
  if (event.kind !== 'accepted') return <>{isWord ? null : reply}</>
  const readable = line.state === 'accepted' && hasRole(c.get('viewer'), ...OUTBOX_READERS)
  return (
    <>
      {reply ? `${reply} · ` : null}
      Message-ID {line.messageId}
      {readable ? (
        <>
          {' '}
          · <a href={incidentPath(c, `outbox/${line.deliveryId}`)}>{words.message}</a>
        </>
      ) : null}
    </>
  )
}

function BatchLink({ c, line }: { c: Ctx; line: HistoryLine }) {
  const words = historyTexts[c.get('locale')]
  const name = `${words.batch(line.batchNumber ?? 0)}, ${line.batch}`
  if (!hasRole(c.get('viewer'), ...LETTER_READERS)) return <>{name}</>
  return <a href={incidentPath(c, 'letters')}>{name}</a>
}

/** The state of the last delivery in one status, for the head of a person's page; undefined before any campaign. */
export async function deliveryStanding(c: Ctx, personId: number): Promise<Child> {
  const locale = c.get('locale')
  const words = historyTexts[locale]
  const { db } = c.get('platform')
  const line = (await deliveryHistory(db, personId)).at(-1)
  if (line?.state === 'accepted' && line.settledAt) {
    const at = formatInstant(line.settledAt, locale, { form: 'short' })
    const told = line.throughAnother ? words.toldThrough(at, line.channel) : words.told(at, line.channel)
    return <Status kind="done">{told}</Status>
  }
  if (line?.state === 'unknown') return <Status kind="held">{words.held}</Status>
  if (line && !['refused', 'cancelled', 'bounced', 'returned'].includes(line.state))
    return <Status kind="running">{words.inProgress}</Status>
  const last = (await untoldReasons(db, personId)).at(-1)
  if (!last) return undefined
  return <Status kind="impossible">{words.untold(words.reasons[last.reason] ?? last.reason)}</Status>
}

/** A relay often repeats the address it refuses; on this page it stays masked until someone asks for it. */
function withoutAddresses(reply: string): string {
  return reply.replace(/[^\s<>:;,"]+@[^\s<>:;,"]+/g, '…')
}

/** `4be0 19d7`: enough to compare aloud. */
function shortHash(sha256: string): string {
  return `${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`
}
