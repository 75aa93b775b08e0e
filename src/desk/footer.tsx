import type { Context } from 'hono'
import type { JournalEntry } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import { formatInstant, formatInteger, type Locale } from '../platform/i18n.ts'
import type { DeskEnv } from './env.ts'
import { incidentPath } from './paths.ts'
import { readTheme } from './preferences.tsx'
import { texts } from './texts.ts'
import type { LastVerification } from './verify-journal.ts'

interface Props {
  readonly c: Context<DeskEnv>
  readonly locale: Locale
  readonly head: JournalEntry | undefined
  readonly verification: LastVerification | undefined
  readonly now: Temporal.Instant
}

/** What a print must carry: the state of the journal and the instant of the page; then the two switches. */
export function Footer({ c, locale, head, verification, now }: Props) {
  const text = texts[locale]
  const here = c.req.method === 'GET' ? `${c.req.path}${new URL(c.req.url).search}` : '/'
  return (
    <footer class="foot">
      <p data-live="journal-state">
        <JournalState c={c} locale={locale} head={head} verification={verification} />
      </p>
      <form class="switches" method="post" action="/preferences">
        <input type="hidden" name="back" value={here} />
        <button
          type="submit"
          class="link"
          name="locale"
          value={locale === 'fr' ? 'en' : 'fr'}
          lang={locale === 'fr' ? 'en' : 'fr'}
        >
          {text.otherLanguage}
        </button>
        <ThemeSwitch c={c} locale={locale} />
        <a href="/incidents">{text.allIncidents}</a>
      </form>
      <p class="page-time" data-live="page-time">
        {text.pageAt(formatInstant(now, locale, { form: 'seconds' }))} <a href={here}>{text.reload}</a>
      </p>
    </footer>
  )
}

function JournalState({ c, locale, head, verification }: Omit<Props, 'now'>) {
  const text = texts[locale]
  const journal = (words: string) =>
    c.get('incident') ? (
      <a class="quiet" href={incidentPath(c, 'journal')}>
        {words}
      </a>
    ) : (
      words
    )
  if (!head) return <>{text.journalEmpty}</>
  const count = formatInteger(head.seq, locale)
  const hash = shortHash(head.hash)
  if (!verification) return <>{journal(text.journalNotVerified(count, hash))}</>
  const at = formatInstant(verification.at, locale, { form: 'time' })
  if (!verification.verified) return <strong class="late">{journal(text.journalBroken(at, count))}</strong>
  return <>{journal(text.journalVerified(at, count, hash))}</>
}

function ThemeSwitch({ c, locale }: { c: Context<DeskEnv>; locale: Locale }) {
  const chosen = readTheme(c)
  const words = texts[locale].themes
  return (
    <span class="theme">
      {texts[locale].theme}
      {(['auto', 'light', 'dark'] as const).map((theme) => (
        <button
          type="submit"
          class="link"
          name="theme"
          value={theme}
          aria-pressed={theme === chosen ? 'true' : 'false'}
        >
          {words[theme]}
        </button>
      ))}
    </span>
  )
}

/** `9f3c a71e`: enough to compare aloud; the journal page shows all 64 characters. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
}
