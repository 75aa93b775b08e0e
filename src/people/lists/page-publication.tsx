import type { Context } from 'hono'
import {
  Actions,
  Button,
  type DeskEnv,
  incidentPath,
  Lead,
  Notice,
  RadioGroup,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import { PUBLISH_REASONS } from './model.ts'
import { ChangesSection, correctionsNote, listsLabel } from './page-changes.tsx'
import { VersionAccounts } from './page-versions.tsx'
import { type Changes, sumsOf } from './read-changes.ts'
import type { Effect } from './store-diff.ts'
import type { ListVersion } from './store-versions.ts'
import { nameOf, versionTexts } from './version-texts.ts'

export interface PublicationPage {
  /** The draft, or the list in force that the review changed. */
  readonly source: ListVersion
  readonly current: ListVersion | undefined
  /** Of a draft since the list in force; what a review changes is known once it is applied. */
  readonly changes: Changes | undefined
  readonly chosen?: string | undefined
  readonly refusal?: { readonly message: string; readonly status: 409 | 422 } | undefined
}

/** One form, one button; a sentence says what it will do. */
export function renderPublication(c: Context<DeskEnv>, page: PublicationPage): Promise<Response> {
  const locale = c.get('locale')
  const text = versionTexts[locale]
  const { source, current, changes, refusal } = page
  const next = nameOf({ number: (current?.number ?? 0) + 1 }, locale)
  return renderPage(c, {
    title: text.publishTitle,
    current: 'lists',
    status: refusal?.status ?? 200,
    crumbs: [{ label: listsLabel(locale), href: incidentPath(c, 'lists') }, { label: text.publishTitle }],
    notice: refusal ? <Notice tone="late">{refusal.message}</Notice> : undefined,
    lead: (
      <Lead
        sentences={[source.number === null ? text.publishLead(next) : text.republishLead(next)]}
        note={text.publishNote(next)}
      />
    ),
    children: (
      <>
        {changes ? (
          <ChangesSection c={c} changes={changes} locale={locale} />
        ) : (
          <Section title={source.number === null ? text.Draft : nameOf(source, locale)}>
            <VersionAccounts c={c} version={source} locale={locale} />
          </Section>
        )}
        <PublishForm c={c} page={page} next={next} locale={locale} />
      </>
    ),
  })
}

function PublishForm({
  c,
  page,
  next,
  locale,
}: {
  c: Context<DeskEnv>
  page: PublicationPage
  next: string
  locale: Locale
}) {
  const text = versionTexts[locale]
  const { source, current, changes, chosen } = page
  const asksWhy = source.number !== null || (changes !== undefined && sumsOf(changes).removed > 0)
  return (
    <form method="post" action={incidentPath(c, 'lists/publication')}>
      <input type="hidden" name="version" value={source.id} />
      <input type="hidden" name="base" value={current?.id ?? 'none'} />
      {asksWhy ? (
        <RadioGroup
          name="reason"
          label={text.why}
          help={text.whyHelp}
          value={chosen ?? (source.number === null ? '' : 'review')}
          choices={PUBLISH_REASONS.map((value) => ({ value, label: text.reasons[value] }))}
        />
      ) : null}
      <Actions note={whatHappens(page, locale)}>
        <Button primary>{text.publishAction(next)}</Button>
      </Actions>
    </form>
  )
}

function whatHappens({ source, changes }: PublicationPage, locale: Locale): string {
  const text = versionTexts[locale]
  const n = (value: number) => formatInteger(value, locale)
  if (source.number !== null) return text.reviewHappens
  if (!changes) return text.firstHappens(source.counts.concerned, n(source.counts.concerned))
  const { added, removed } = sumsOf(changes)
  const persons = (effect: Effect) =>
    changes.groups.filter((group) => group.effect === effect).reduce((sum, group) => sum + group.persons, 0)
  const back = persons('taken_back') + persons('to_replan')
  return [
    text.addedAndRemoved(added, n(added), removed, n(removed)),
    back > 0 ? text.takenBack(back, n(back)) : '',
    persons('correction') + persons('correction_doubt') > 0 ? correctionsNote(changes, locale) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** No draft, and nothing that a review changed. */
export function renderNothingToPublish(c: Context<DeskEnv>): Promise<Response> {
  const locale = c.get('locale')
  const text = versionTexts[locale]
  return renderPage(c, {
    title: text.publishTitle,
    current: 'lists',
    crumbs: [{ label: listsLabel(locale), href: incidentPath(c, 'lists') }, { label: text.publishTitle }],
    lead: <Lead sentences={[text.nothingToPublish]} note={text.nothingToPublishNote} />,
    children: null,
  })
}
