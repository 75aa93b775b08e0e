import type { Context } from 'hono'
import {
  Account,
  Actions,
  Button,
  Cell,
  Columns,
  type DeskEnv,
  FigureLink,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Row,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import type { ReviewFigures } from '../review/index.ts'
import { companyTexts } from './company-texts.ts'
import { CLASSES, VERDICTS } from './model.ts'
import { ChangesSection, changesPath } from './page-changes.tsx'
import { type Changes, personsOf } from './read-changes.ts'
import type { ListVersion } from './store-versions.ts'
import { strategyTexts } from './strategy-texts.ts'
import { texts } from './texts.ts'
import { capital } from './version-names.ts'
import { nameOf, versionTexts } from './version-texts.ts'

export interface VersionsPage {
  readonly draft: ListVersion | undefined
  readonly current: ListVersion | undefined
  /** Newest first. */
  readonly published: readonly ListVersion[]
  /** Of the draft since the list in force. */
  readonly changes: Changes | undefined
  /** Of the newest version's run. */
  readonly review: ReviewFigures
  /** Decisions came since the list in force, and no draft waits. */
  readonly republishable: boolean
  /** Lead and DPO publish and discard. */
  readonly mayPublish: boolean
}

interface Props {
  readonly c: Context<DeskEnv>
  readonly page: VersionsPage
  readonly locale: Locale
}

/** The list in force, the draft that waits, and every list before: each was the truth on its day. */
export function renderVersions(c: Context<DeskEnv>, page: VersionsPage): Promise<Response> {
  const locale = c.get('locale')
  return renderPage(c, {
    title: texts[locale].lists,
    current: 'lists',
    lead: <Lead sentences={sentences(page, locale)} note={<NextStep c={c} page={page} locale={locale} />} />,
    children: (
      <>
        {page.draft ? <DraftSection c={c} page={page} draft={page.draft} locale={locale} /> : null}
        <ReviewSection c={c} page={page} locale={locale} />
        {page.published.length > 0 ? <PublishedTable c={c} page={page} locale={locale} /> : null}
      </>
    ),
  })
}

function sentences({ draft, current }: VersionsPage, locale: Locale): string[] {
  const text = versionTexts[locale]
  const say = (words: typeof text.inForce, version: ListVersion) =>
    words(nameOf(version, locale), version.counts.concerned, formatInteger(version.counts.concerned, locale))
  if (!draft) return current ? [say(text.inForce, current)] : []
  return [text.draftWaits, current ? say(text.stillInForce, current) : text.nothingPublished]
}

function NextStep({ c, page, locale }: Props) {
  const text = versionTexts[locale]
  const links = [
    page.draft && page.mayPublish ? ['lists/publication', text.readAndPublish] : undefined,
    ['lists/import', texts[locale].importLists],
    page.current ? ['lists/companies', companyTexts[locale].link] : undefined,
    page.current ? ['lists/strategy', strategyTexts[locale].link] : undefined,
  ].filter((link) => link !== undefined)
  return (
    <>
      {links.map(([path = '', label], index) => (
        <>
          {index > 0 ? ' · ' : null}
          <a href={incidentPath(c, path)}>{label}</a>
        </>
      ))}
    </>
  )
}

/** What the draft would say once published: rows and persons, then what changes. */
function DraftSection({ c, page, draft, locale }: Props & { draft: ListVersion }) {
  const text = versionTexts[locale]
  return (
    <>
      <Section
        title={text.Draft}
        aside={
          <>
            {draft.draftedAt ? <Instant at={draft.draftedAt} locale={locale} form="long" /> : null},{' '}
            {text.by(actorName(draft.draftedBy))} ·{' '}
            <a href={incidentPath(c, 'lists/files?version=draft')}>{text.files}</a>
          </>
        }
      >
        <VersionAccounts c={c} version={draft} locale={locale} />
      </Section>
      {page.changes ? <ChangesSection c={c} changes={page.changes} locale={locale} /> : null}
      {page.mayPublish ? (
        <form method="post" action={incidentPath(c, 'lists/discard')}>
          <input type="hidden" name="version" value={draft.id} />
          <Actions note={text.discardNote}>
            <Button>{text.discard}</Button>
          </Actions>
        </form>
      ) : null}
    </>
  )
}

/** Rows by verdict and persons by class, each with its sum. */
export function VersionAccounts({
  c,
  version,
  locale,
}: {
  c: Context<DeskEnv>
  version: ListVersion
  locale: Locale
}) {
  const text = versionTexts[locale]
  const { verdicts, counts } = version
  const called = version.number ?? 'draft'
  const written = (parts: readonly number[], total: number) =>
    `${parts.map((part) => formatInteger(part, locale)).join(' + ')} = ${formatInteger(total, locale)}`
  const rows = VERDICTS.map((verdict) => verdicts.byVerdict[verdict])
  const classes = CLASSES.map((one) => counts.byClass[one])
  const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0)
  return (
    <Columns kind="1-1">
      <Account
        title={text.exposedRows}
        total={verdicts.records}
        locale={locale}
        rows={VERDICTS.map((verdict) => ({
          label: text.verdicts[verdict],
          value: verdicts.byVerdict[verdict],
          href: incidentPath(c, `lists/rows?version=${called}&verdict=${verdict}`),
          rows: verdicts.byTier
            .filter((one) => one.verdict === verdict && one.tier !== '')
            .map(({ tier, rows: value }) => ({
              label: `${texts[locale].whyColumns.tier} ${tier}`,
              value,
              href: incidentPath(c, `lists/rows?version=${called}&verdict=${verdict}&tier=${tier}`),
            })),
        }))}
        check={{ left: sum(rows), right: verdicts.records, sentence: written(rows, verdicts.records) }}
      />
      <Account
        title={text.personsOn}
        total={personsOf(version)}
        locale={locale}
        rows={CLASSES.map((one) => ({
          label: text.classes[one],
          value: counts.byClass[one],
          href: incidentPath(c, `lists/people?version=${called}&class=${one}`),
        }))}
        check={{
          left: sum(classes),
          right: personsOf(version),
          sentence: written(classes, personsOf(version)),
        }}
      />
    </Columns>
  )
}

/** What readers still have to say of the newest run, and what their decisions already changed. */
function ReviewSection({ c, page, locale }: Props) {
  const text = versionTexts[locale]
  const { toReview, reviewed, awaitingSecond, peopleAtStake } = page.review
  const n = (value: number) => formatInteger(value, locale)
  const newest = page.draft ?? page.current
  return (
    <Section title={text.review} aside={<a href={incidentPath(c, 'review')}>{text.reviewLink}</a>}>
      <p>
        {text.reviewOf(toReview, n(toReview))}{' '}
        {toReview > 0 ? text.reviewStakes(peopleAtStake, n(peopleAtStake)) : null}{' '}
        {text.reviewed(n(reviewed), n(awaitingSecond))}{' '}
        {newest ? text.applied(newest.decisions, n(newest.decisions)) : null}
      </p>
      {page.republishable && page.mayPublish ? (
        <p>
          {text.newDecisions} <a href={incidentPath(c, 'lists/publication')}>{text.republish}</a>
        </p>
      ) : null}
    </Section>
  )
}

function PublishedTable({ c, page, locale }: Props) {
  const text = versionTexts[locale]
  const { columns } = text
  const labels = [
    columns.version,
    columns.published,
    columns.concerned,
    columns.held,
    columns.added,
    columns.removed,
  ]
  return (
    <Section title={text.published} aside={text.placeOf}>
      <Ledger
        columns={labels.map((label, index) => (index > 1 ? { label, align: 'right' as const } : { label }))}
      >
        {page.published.map((version) => (
          <PublishedRow c={c} page={page} version={version} locale={locale} />
        ))}
      </Ledger>
    </Section>
  )
}

function PublishedRow({ c, page, version, locale }: Props & { version: ListVersion }) {
  const text = versionTexts[locale]
  const { columns } = text
  const base = page.published.find(({ id }) => id === version.baseId)
  const people = (kind: string) => incidentPath(c, `lists/people?version=${version.number}&class=${kind}`)
  const change = (kind: 'added' | 'removed') =>
    base ? changesPath(c, { from: base, to: version, steps: null }, { kind }) : undefined
  return (
    <Row>
      <Cell head second={<a href={incidentPath(c, `lists/files?version=${version.number}`)}>{text.files}</a>}>
        {capital(nameOf(version, locale).replace(/^la /, ''))}
      </Cell>
      <Cell label={columns.published} second={whyOf(version, locale)}>
        {version.publishedAt ? <Instant at={version.publishedAt} locale={locale} /> : null},{' '}
        {text.by(actorName(version.publishedBy))}
      </Cell>
      <Cell align="right" label={columns.concerned}>
        <FigureLink value={version.counts.concerned} href={people('concerned')} locale={locale} />
      </Cell>
      <Cell align="right" label={columns.held}>
        <FigureLink
          value={version.counts.heldForReview}
          href={people('cannot_be_excluded')}
          locale={locale}
        />
      </Cell>
      {(['added', 'removed'] as const).map((kind) => (
        <Cell align="right" label={columns[kind]}>
          {version.changes ? (
            <FigureLink value={version.changes[kind]} href={change(kind)} locale={locale} />
          ) : (
            '—'
          )}
        </Cell>
      ))}
    </Row>
  )
}

function whyOf(version: ListVersion, locale: Locale): string {
  const text = versionTexts[locale]
  const reason = version.reason ? (text.reasons as Record<string, string>)[version.reason] : undefined
  if (reason) return capital(`${reason}.`)
  return version.baseId === null ? capital(`${text.firstList}.`) : ''
}

/** `user:<id>:<name>` and `exercise:<id>:<name>` give the name; Tocsin itself is called so. */
export function actorName(actor: string | null): string {
  const [kind, ...rest] = (actor ?? 'tocsin').split(':')
  if (kind === 'operator') return rest.join(':')
  return kind === 'user' || kind === 'exercise' ? rest.slice(1).join(':') : 'Tocsin'
}
