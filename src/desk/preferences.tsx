import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Locale, localeOf } from '../platform/i18n.ts'
import type { DeskEnv } from './env.ts'
import { localPath } from './paths.ts'

export type Theme = 'light' | 'dark' | 'auto'

const ONE_YEAR = 365 * 24 * 3600

/** The language of the request: the cookie of the footer's switch, then Accept-Language, then French. */
export function readLocale(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const chosen = getCookie(c, 'locale')
    c.set('locale', isLocale(chosen) ? chosen : localeOf(c.req.header('accept-language')))
    await next()
  }
}

export function readTheme(c: Context): Theme {
  const chosen = getCookie(c, 'theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

/** `POST /preferences` (locale, theme, back): remembers and goes back to the page. Works without JavaScript. */
export function preferenceRoutes(): Hono<DeskEnv> {
  return new Hono<DeskEnv>().post('/preferences', async (c) => {
    const form = await c.req.parseBody()
    if (isLocale(form['locale'])) remember(c, 'locale', form['locale'])
    if (isTheme(form['theme'])) remember(c, 'theme', form['theme'])
    return c.redirect(localPath(form['back']), 303)
  })
}

function remember(c: Context, name: string, value: string): void {
  setCookie(c, name, value, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: ONE_YEAR })
}

function isLocale(value: unknown): value is Locale {
  return value === 'fr' || value === 'en'
}

function isTheme(value: unknown): value is Theme {
  return value === 'light' || value === 'dark' || value === 'auto'
}
