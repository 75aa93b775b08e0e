import type { Context, MiddlewareHandler } from 'hono'
import type { DeskEnv } from '../desk/index.ts'
import { type Locale, Refusal } from '../platform/refusal.ts'
import { writeSessionCookie } from './site.ts'
import { type Texts, texts } from './texts.ts'

const MOST_BYTES = 64 * 1024

/**
 * Forms of the doors are small; anything larger is refused, by its declared length before it is read, or as it comes when
 * none is declared. Our own: the library's builds a streamed Request, which Node 20 refuses for a body sent in chunks or none.
 */
export const smallBody: MiddlewareHandler = async (c, next) => {
  const declared = c.req.header('content-length')
  if (declared !== undefined) {
    if (!(Number(declared) <= MOST_BYTES)) return c.text('Payload Too Large', 413)
    return next()
  }
  const bytes = await readAtMost(c.req.raw.body, MOST_BYTES)
  if (!bytes) return c.text('Payload Too Large', 413)
  const { method, url, headers } = c.req.raw
  if (bytes.length > 0) c.req.raw = new Request(url, { method, headers, body: bytes })
  return next()
}

/** The whole body, or undefined as soon as it is larger than `most` bytes. */
async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

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
