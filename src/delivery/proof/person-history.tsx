import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { hasRole } from '../../access/index.ts'
import { Cell, type DeskEnv, Instant, incidentPath, Ledger, Row, Section, Status } from '../../desk/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDuration, formatInstant, formatInteger } from '../../platform/i18n.ts'
import { LETTER_READERS, OUTBOX_READERS } from '../model.ts'
import { correctionIsDue } from './due-store.ts'
import {
  deliveryHistory,
  type HistoryEvent,
  type HistoryLine,
  lastReading,
  type StepEntry,
  stepEntries,
  untoldReasons,
} from './history-store.ts'
import { EVENT_ICONS, historyTexts } from './history-texts.ts'
import { SEALERS } from './model.ts'
import { paperTexts } from './paper-texts.ts'
import { publicOnes } from './public-communications.ts'
import { receivedSection } from './received-section.tsx'
import { sealsTexts } from './seals-texts.ts'

type Ctx = Context<DeskEnv>

/** One line of the block, whatever it tells of. */
interface Step {
  readonly at: Temporal.Instant
  readonly kind: string
  readonly happened: Child
  readonly evidence: Child
  /** Number of the journal entry that vouches for it. */
  readonly entry: number | undefined
}

/** « Chaque envoi et sa preuve », then « Le texte reçu »: every step of every delivery to, or covering, a person. */
export async function deliveryHistoryBlock(c: Ctx, personId: number): Promise<Child> {
  const words = historyTexts[c.get('locale')]
  const { db } = c.get('platform')
  const lines = await deliveryHistory(db, personId)
  const entries = await stepEntries(db, c.get('incident').id, lines)
  const sameText = (line: HistoryLine, index: number) =>
    lines.slice(0, index).some(({ noticeSha256 }) => noticeSha256 === line.noticeSha256)
  const steps = lines.flatMap((line, index) => stepsOf(c, line, sameText(line, index), entries))
  const reasons = (await untoldReasons(db, personId)).filter(() => lines.length === 0)
  const untold = reasons.map(({ reason, at }) => ({
    at,
    kind: 'untold',
    happened: `${words.untold(words.reasons[reason] ?? reason)}.`,
    evidence: '',
    entry: undefined,
  }))
  const quiet = await nothingCameBack(c, lines.at(-1))
  const all = [...steps, ...untold, ...(quiet ? [quiet] : [])]
  const due = await correctionIsDue(db, c.get('incident').id, personId)
  return (
    <>
      <Section
        title={words.title}
        aside={all.length > 0 ? <ProofLinks c={c} personId={personId} /> : undefined}
      >
        {due ? (
          <p>
            <Status kind="held">{words.correction}</Status> {words.correctionWhy}
          </p>
        ) : null}
        {all.length === 0 ? <p>{words.nothing}</p> : <Steps c={c} steps={all} />}
        {untold.length > 0 ? (
          <InsteadOf c={c} said={await publicOnes(db, c.get('incident').id, c.get('locale'))} />
        ) : null}
      </Section>
      {await receivedSection(c, lines)}
    </>
  )
}

/** What a person may be handed; only who seals hands it out. */
function ProofLinks({ c, personId }: { c: Ctx; personId: number }) {
  if (!hasRole(c.get('viewer'), ...SEALERS)) return null
  const words = sealsTexts[c.get('locale')]
  const path = (form: string) => incidentPath(c, `people/${personId}/proof/${form}`)
  return (
    <>
      <a href={path('pdf')}>{words.pdf}</a> · <a href={path('json')}>{words.json}</a>
    </>
  )
}

/** Nobody could be told: which communication to the public stands in for a message. */
function InsteadOf({ c, said }: { c: Ctx; said: readonly string[] }) {
  const words = paperTexts[c.get('locale')]
  return (
    <p>
      {words.public}
      {c.get('locale') === 'fr' ? '\u00a0: ' : ': '}
      {said.length > 0 ? said.join('\u202f; ') : words.noPublic}
    </p>
  )
}

/** After an e-mail was taken: that nothing came back, as far as the mailbox of returned messages was read. */
async function nothingCameBack(c: Ctx, last: HistoryLine | undefined): Promise<Step | undefined> {
  if (last?.channel !== 'email' || last.state !== 'accepted' || !last.settledAt) return undefined
  const read = await lastReading(c.get('platform').db)
  if (!read || Temporal.Instant.compare(read, last.settledAt) < 0) return undefined
  const locale = c.get('locale')
  const words = historyTexts[locale]
  return {
    at: read,
    kind: 'quiet',
    happened: words.since(formatDuration(last.settledAt.until(read), locale)),
    evidence: words.lastReading(formatInstant(read, locale, { form: 'short' })),
    entry: undefined,
  }
}

function Steps({ c, steps }: { c: Ctx; steps: readonly Step[] }) {
  const locale = c.get('locale')
  const words = historyTexts[locale]
  const journal = words.columns.at(-1) ?? ''
  return (
    <Ledger
      columns={words.columns.map((label) =>
        label === journal ? { label, align: 'right' as const } : { label },
      )}
    >
      {steps.map(({ at, kind, happened, evidence, entry }) => (
        <Row>
          <Cell>
            <Instant at={at} locale={locale} />
          </Cell>
          <Cell>
            <Status kind={EVENT_ICONS[kind] ?? 'todo'}>{words.words[kind] ?? kind}</Status>
          </Cell>
          <Cell>{happened}</Cell>
          <Cell>{evidence ? <span class="second">{evidence}</span> : null}</Cell>
          <Cell align="right" label={journal}>
            <span class="second">
              {entry === undefined ? '—' : words.entry(formatInteger(entry, locale))}
            </span>
          </Cell>
        </Row>
      ))}
    </Ledger>
  )
}

/** `textKnown`: an earlier delivery told the same text, whose release is already said. */
function stepsOf(c: Ctx, line: HistoryLine, textKnown: boolean, entries: readonly StepEntry[]): Step[] {
  const called = (kind: string) =>
    entries.findLast(
      (entry) =>
        entry.kind === kind &&
        (entry.campaign === line.campaign || (line.batch !== null && entry.batch === line.batch)),
    )?.seq
  const words = historyTexts[c.get('locale')]
  const through = line.throughAnother ? ` ${words.throughAnother}` : ''
  const steps: Step[] = [
    {
      at: line.plannedAt,
      kind: 'planned',
      happened: `${words.planned(line.channel, line.persons)}${through}`,
      evidence: words.textVersion(line.noticeVersion, shortHash(line.noticeSha256)),
      entry: called('campaign.prepared'),
    },
  ]
  if (line.frozenAt && !textKnown)
    steps.push({
      at: line.frozenAt,
      kind: 'released',
      happened: words.releasedText(line.noticeVersion),
      evidence: line.releasedBy.join(', '),
      entry: called('campaign.released'),
    })
  if (line.builtAt && line.batchNumber !== null)
    steps.push({
      at: line.builtAt,
      kind: 'built',
      happened: words.inBatch(line.batchNumber, line.firstPage ?? 0),
      evidence: <BatchLink c={c} line={line} />,
      entry: called('letters.batch-built'),
    })
  const told = withoutEchoes(line.events).map((event) => eventStep(c, line, event, entries))
  return [...steps, ...told].sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

/** A refusal that moves to the letter is written twice, as the attempt's end and as the closing of the delivery. */
function withoutEchoes(events: readonly HistoryEvent[]): HistoryEvent[] {
  return events.filter((event, index) => {
    const before = events[index - 1]
    return !before || before.kind !== event.kind || before.at !== event.at
  })
}

function eventStep(c: Ctx, line: HistoryLine, event: HistoryEvent, entries: readonly StepEntry[]): Step {
  const words = historyTexts[c.get('locale')]
  const attempt = event.attempt === null ? '' : `${words.attempt(event.attempt)} `
  const accepted = line.domain ? words.handedTo(line.domain) : words.handedOver
  const happened = event.kind === 'accepted' ? accepted : (words.happened[event.kind] ?? '')
  return {
    at: Temporal.Instant.from(event.at),
    kind: event.kind,
    happened: `${attempt}${happened}`,
    evidence: <Evidence c={c} line={line} event={event} />,
    entry: entryOf(line, event, entries),
  }
}

/** The entry that vouches for an event: of the run that sealed it, of the batch, or of the act on this delivery. */
function entryOf(line: HistoryLine, event: HistoryEvent, entries: readonly StepEntry[]): number | undefined {
  if (event.run !== null) return entries.find(({ run }) => run === event.run)?.seq
  if (event.kind === 'deposited')
    return entries.find(({ kind, batch }) => kind === 'letters.batch-deposited' && batch === line.batch)?.seq
  const at = Temporal.Instant.from(event.at)
  const act = entries.find(
    (entry) => entry.delivery === line.deliveryId && Temporal.Instant.compare(entry.at, at) >= 0,
  )
  return act?.seq
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
