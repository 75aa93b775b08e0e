import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Locale } from '../platform/i18n.ts'
import { islandPath, stylesheetPath } from './assets.ts'
import type { Page } from './frame.tsx'
import { readTheme } from './preferences.tsx'
import { texts } from './texts.ts'

export interface BarePage {
  readonly title: string
  readonly children: Child
  readonly status?: Page['status']
  /** Island scripts of the page: `['passkey']`. */
  readonly islands?: readonly string[]
}

/** A page for someone not signed in: the wordmark and the text, nothing of any incident, no database read. */
export function renderBarePage(c: Context, page: BarePage): Promise<Response> {
  const locale: Locale = c.get('locale') ?? 'fr'
  return sendDocument(
    c,
    { title: `${page.title} · Tocsin`, locale, islands: page.islands ?? [] },
    <>
      <header class="masthead bare">
        <a class="wordmark" href="/">
          Tocsin
        </a>
      </header>
      <main id="content" class="bare" tabindex={-1}>
        {page.children}
      </main>
    </>,
    page.status,
  )
}

interface Document {
  readonly title: string
  readonly locale: Locale
  readonly islands: readonly string[]
}

/** The HTML document around any page: no inline script, no inline style, nothing from another origin. */
export async function sendDocument(
  c: Context,
  document: Document,
  body: Child,
  status: Page['status'] = 200,
) {
  const theme = readTheme(c)
  const page = (
    <html lang={document.locale} {...(theme === 'auto' ? {} : { 'data-theme': theme })}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <title>{document.title}</title>
        <link rel="stylesheet" href={stylesheetPath} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {document.islands.map((name) => (
          <script type="module" src={islandPath(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {texts[document.locale].skip}
        </a>
        <div class="page">{body}</div>
      </body>
    </html>
  )
  c.header('Cache-Control', 'no-store')
  return c.html(`<!DOCTYPE html>${await page.toString()}`, status)
}
