import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { head } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import { formatInstant, type Locale } from '../platform/i18n.ts'
import { sendDocument } from './bare-page.tsx'
import type { DeskEnv, IncidentHeader } from './env.ts'
import { Footer } from './footer.tsx'
import { inSectionLine, Navigation, type PageName, SectionNavigation } from './navigation.tsx'
import { texts } from './texts.ts'
import { lastVerification } from './verify-journal.ts'

export interface Page {
  /** Of the browser's tab: the page, then the incident and Tocsin are added. */
  readonly title: string
  readonly current: PageName
  /** Way back, above the lead: `[{label: 'Personnes', href}, {label: 'n° 12'}]`. */
  readonly crumbs?: readonly { readonly label: string; readonly href?: string }[]
  /** `<Lead>…</Lead>`: the sentences that say the state of things. */
  readonly lead: Child
  /** At most one `<Notice>`, above the lead. */
  readonly notice?: Child
  readonly children?: Child
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 423 | 429 | 500 | 503
  /** Island scripts the page asks for, beside `theme` and none other: `['live']`. */
  readonly islands?: readonly string[]
}

/** A page of the desk, whole, in the viewer's language. Outside an incident the masthead and navigation say less. */
export async function renderPage(c: Context<DeskEnv>, page: Page): Promise<Response> {
  const locale = c.get('locale') ?? 'fr'
  const platform = c.get('platform')
  const entry = await head(platform.db)
  const now = platform.clock.now()
  const incident = c.get('incident')
  const place = incident && {
    reference: incident.reference,
    current: page.current,
    roles: c.get('viewer')?.roles ?? [],
    locale,
    path: c.req.path,
    campaign: c.req.query('campaign'),
  }
  const crumbs = place && inSectionLine(place) ? undefined : page.crumbs
  return sendDocument(
    c,
    {
      title: [page.title, incident?.title, 'Tocsin'].filter(Boolean).join(' · '),
      locale,
      islands: page.islands ?? [],
    },
    <>
      <header>
        <Masthead c={c} locale={locale} />
        <div class="bar">
          {place ? <Navigation {...place} /> : <span />}
          <p class="today" data-live="today">
            {capitalised(todayWords(incident?.story, now, locale))}
          </p>
        </div>
        {place ? <SectionNavigation {...place} /> : null}
      </header>
      <main id="content" tabindex={-1}>
        {crumbs ? <Crumbs crumbs={crumbs} label={texts[locale].crumbs} /> : null}
        {page.notice}
        <div class="lead" data-live="lead">
          {page.lead}
        </div>
        {page.children}
      </main>
      <Footer c={c} locale={locale} head={entry} verification={lastVerification(platform.db)} now={now} />
    </>,
    page.status,
  )
}

/** The day and hour by which duties are counted: those of the story, in an exercise that tells one, and said so. */
function todayWords(story: IncidentHeader['story'], now: Temporal.Instant, locale: Locale): string {
  if (!story) return formatInstant(now, locale)
  return texts[locale].storyTime(formatInstant(story.opensAt.add(now.since(story.openedAt)), locale))
}

function Masthead({ c, locale }: { c: Context<DeskEnv>; locale: Locale }) {
  const incident = c.get('incident')
  const viewer = c.get('viewer')
  const text = texts[locale]
  return (
    <div class="masthead">
      <a class="wordmark" href="/">
        Tocsin
      </a>
      {incident ? (
        <p class="incident">
          {incident.controllerName ? <b>{incident.controllerName}</b> : null}
          {incident.controllerName ? ' · ' : null}
          {incident.title}
        </p>
      ) : null}
      {incident?.exercise ? <p class="exercise">{exerciseWord(c, locale)}</p> : null}
      {viewer ? (
        <form class="viewer" method="post" action="/sign-out">
          <a class="quiet" href="/account">
            {viewer.name}
          </a>
          <span class="viewer-title">, {viewer.title}</span> ·{' '}
          <button type="submit" class="link">
            {text.signOut}
          </button>
        </form>
      ) : null}
    </div>
  )
}

/** In exercise mode a relay can only be on this machine; the masthead says which of the two promises holds. */
function exerciseWord(c: Context<DeskEnv>, locale: Locale): string {
  return c.get('platform').config?.smtpUrl ? texts[locale].exerciseOnLoopback : texts[locale].exercise
}

function Crumbs({ crumbs, label }: { crumbs: NonNullable<Page['crumbs']>; label: string }) {
  return (
    <nav class="crumbs" aria-label={label}>
      {crumbs.map((crumb, index) => (
        <>
          {index > 0 ? ' · ' : ''}
          {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span>{crumb.label}</span>}
        </>
      ))}
    </nav>
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
