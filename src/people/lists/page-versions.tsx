import type { Context } from 'hono'
import {
  Account,
  Actions,
  Button,
  Columns,
  type DeskEnv,
  Instant,
  incidentPath,
  Lead,
  renderPage,
  Section,
  tierWord,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import type { ReviewFigures } from '../review/index.ts'
import { companyTexts } from './company-texts.ts'
import { CLASSES, VERDICTS } from './model.ts'
import { ChangesSection } from './page-changes.tsx'
import { PublishedTable } from './page-published.tsx'
import { type Changes, personsOf } from './read-changes.ts'
import type { ListVersion } from './store-versions.ts'
import { strategyTexts } from './strategy-texts.ts'
import { texts } from './texts.ts'
import { nameOf, titleOf, versionTexts } from './version-texts.ts'

export interface VersionsPage {
  readonly draft: ListVersion | undefined
  readonly current: ListVersion | undefined
  /** Newest first. */
  readonly published: readonly ListVersion[]
  /** Of the draft since the list in force. */
  readonly changes: Changes | undefined
  /** Of the newest version's run. */
  readonly review: ReviewFigures
  /** Decisions came since the newest version was built. */
  readonly newDecisions: boolean
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
        {!page.draft && page.current ? (
          <Section title={titleOf(page.current, locale)}>
            <VersionAccounts c={c} version={page.current} locale={locale} />
          </Section>
        ) : null}
        <ReviewSection c={c} page={page} locale={locale} />
        {page.published.length > 0 ? (
          <PublishedTable c={c} published={page.published} locale={locale} />
        ) : null}
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
            {text.by(actorName(draft.draftedBy ?? 'tocsin'))} ·{' '}
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
              label: tierWord(tier, locale),
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
        {text.reviewed(reviewed, n(reviewed), awaitingSecond, n(awaitingSecond))}{' '}
        {newest ? text.applied(newest.decisions, n(newest.decisions)) : null}
      </p>
      {page.newDecisions && page.mayPublish && newest ? (
        <NewDecisions c={c} version={newest} locale={locale} />
      ) : null}
    </Section>
  )
}

/** What readers said since: into the draft at once, or into a new version of the list in force. */
function NewDecisions({ c, version, locale }: { c: Context<DeskEnv>; version: ListVersion; locale: Locale }) {
  const text = versionTexts[locale]
  if (version.number !== null)
    return (
      <p>
        {text.newDecisions} <a href={incidentPath(c, 'lists/publication')}>{text.republish}</a>
      </p>
    )
  return (
    <form method="post" action={incidentPath(c, 'lists/refresh')}>
      <input type="hidden" name="version" value={version.id} />
      <Actions note={text.refreshNote}>
        <Button>{text.refresh}</Button>
      </Actions>
    </form>
  )
}
