import type { Context } from 'hono'
import type { JournalEntry } from '../journal/index.ts'
import { formatInstant, formatInteger, type Locale } from '../platform/i18n.ts'
import { Actions, Button } from './components/button.tsx'
import { DescriptionList } from './components/description-list.tsx'
import { Instant } from './components/instant.tsx'
import { Lead } from './components/lead.tsx'
import { Cell, Ledger, Row } from './components/ledger.tsx'
import { Pager } from './components/pager.tsx'
import { Section } from './components/section.tsx'
import { Status } from './components/status.tsx'
import type { DeskEnv } from './env.ts'
import { renderPage } from './frame.tsx'
import { journalTexts } from './journal-texts.ts'
import { entryActor, entryWords } from './journal-words.ts'
import { incidentPath } from './paths.ts'
import type { LastVerification } from './verify-journal.ts'

export const JOURNAL_PAGE = 50

export interface JournalView {
  readonly entries: readonly JournalEntry[]
  readonly head: JournalEntry | undefined
  readonly verification: LastVerification | undefined
  /** True past the first page. */
  readonly paged: boolean
}

/** The journal, newest first, with its head and the state of its last verification. */
export function renderJournal(c: Context<DeskEnv>, view: JournalView): Promise<Response> {
  const locale = c.get('locale')
  const text = journalTexts[locale]
  const total = view.head?.seq ?? 0
  return renderPage(c, {
    title: text.title,
    current: 'journal',
    lead: (
      <Lead
        sentences={[text.lead(formatInteger(total, locale), total), verificationSentence(view, locale)]}
      />
    ),
    children: (
      <>
        <Verification c={c} view={view} />
        <Entries c={c} view={view} />
      </>
    ),
  })
}

function verificationSentence({ verification }: JournalView, locale: Locale): string {
  const text = journalTexts[locale]
  if (!verification) return text.notVerified
  return verification.verified
    ? text.holds
    : text.broken(formatInteger(verification.broken?.seq ?? 0, locale))
}

function Verification({ c, view }: { c: Context<DeskEnv>; view: JournalView }) {
  const locale = c.get('locale')
  const text = journalTexts[locale]
  return (
    <Section title={text.verification}>
      <DescriptionList
        items={[
          { term: text.state, value: <VerificationState view={view} locale={locale} /> },
          {
            term: text.head,
            value: <span class="hash">{view.head?.hash ?? text.none}</span>,
            second: text.headHelp,
          },
        ]}
      />
      <form method="post" action={incidentPath(c, 'journal/verification')}>
        <Actions note={text.verifyNote}>
          <Button>{text.verify}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function VerificationState({ view, locale }: { view: JournalView; locale: Locale }) {
  const text = journalTexts[locale]
  const { verification } = view
  if (!verification) return <Status kind="todo">{text.notVerifiedWord}</Status>
  const at = formatInstant(verification.at, locale)
  const count = formatInteger(verification.entries, locale)
  if (verification.verified) return <Status kind="done">{text.verifiedWord(count, at)}</Status>
  const { seq, reason } = verification.broken ?? { seq: 0, reason: 'hash' as const }
  return <Status kind="late">{text.brokenWord(formatInteger(seq, locale), text.reasons[reason], at)}</Status>
}

function Entries({ c, view }: { c: Context<DeskEnv>; view: JournalView }) {
  const locale = c.get('locale')
  const text = journalTexts[locale]
  const oldest = view.entries.at(-1)?.seq ?? 1
  return (
    <Section title={text.entries} aside={text.order}>
      {view.entries.length === 0 ? <p>{text.empty}</p> : null}
      <Ledger
        columns={[
          { label: text.number },
          { label: text.instant },
          { label: text.what },
          { label: text.who },
          { label: text.hash },
        ]}
      >
        {view.entries.map((entry) => (
          <EntryRow entry={entry} incidentId={c.get('incident').id} locale={locale} />
        ))}
      </Ledger>
      <Pager
        first={view.paged ? incidentPath(c, 'journal') : undefined}
        next={oldest > 1 ? incidentPath(c, `journal?before=${oldest}`) : undefined}
        locale={locale}
      />
    </Section>
  )
}

/** An entry of another incident keeps its place in the chain and says nothing else here. */
function EntryRow({
  entry,
  incidentId,
  locale,
}: {
  entry: JournalEntry
  incidentId: string
  locale: Locale
}) {
  const ours = entry.incidentId === null || entry.incidentId === incidentId
  const text = journalTexts[locale]
  return (
    <Row>
      <Cell head>{formatInteger(entry.seq, locale)}</Cell>
      <Cell>
        <Instant at={entry.at} locale={locale} />
      </Cell>
      <Cell second={ours ? detailOf(entry, text.detail) : undefined}>
        {ours ? entryWords(entry, locale) : text.otherIncident}
      </Cell>
      <Cell>{ours ? entryActor(entry, locale) : ''}</Cell>
      <Cell>
        <span class="hash">{entry.hash.slice(0, 16)}</span>
      </Cell>
    </Row>
  )
}

/** The payload as it was hashed, for who checks the chain: counts, ids and hashes, never a person. */
function detailOf(entry: JournalEntry, label: string) {
  if (entry.payload === '{}') return undefined
  return (
    <details>
      <summary>{label}</summary>
      <span class="hash">{entry.payload}</span>
    </details>
  )
}
