import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { DeskEnv } from '../desk/index.ts'
import { type Locale, Refusal } from '../platform/refusal.ts'
import { writeSessionCookie } from './site.ts'
import { type Texts, texts } from './texts.ts'

/** Forms of the doors are small; anything larger is refused before it is read. */
export const smallBody = bodyLimit({ maxSize: 64 * 1024 })

export function localeOf(c: Context): Locale {
  return c.get('locale') ?? 'fr'
}

export function wordsOf(c: Context): Texts {
  return texts[localeOf(c)]
}

export function userAgentOf(c: Context): string {
  return c.req.header('user-agent') ?? ''
}

/** The text fields of a form; anything else counts as empty. */
export async function readForm(c: Context): Promise<(name: string) => string> {
  const form = await c.req.parseBody()
  return (name) => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
}

/** Runs `work`; a refusal comes back as a value, to be shown on the form it stopped. */
export async function tryOrRefusal<T>(work: () => Promise<T>): Promise<{ value: T } | { refusal: Refusal }> {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error }
    throw error
  }
}

/** Answers a script in JSON, refusals included: `{message}` in the reader's language. */
export async function answerJson(c: Context<DeskEnv>, work: () => Promise<object>): Promise<Response> {
  const result = await tryOrRefusal(work)
  if ('value' in result) return c.json(result.value)
  return c.json({ code: result.refusal.code, message: result.refusal.text(localeOf(c)) }, result.refusal.http)
}

/** Puts the session's new token in the cookie and goes on. */
export function enter(c: Context, token: string, path: string): Response {
  writeSessionCookie(c, token)
  return c.redirect(path, 303)
}
