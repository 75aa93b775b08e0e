import type { Context } from 'hono'
import { hasRole } from '../access/index.ts'
import { type DeskEnv, incidentPath } from '../desk/index.ts'
import { Refusal } from '../platform/refusal.ts'

export type Ctx = Context<DeskEnv>

/** Who writes what the outage blocks and costs. The others read. */
export const WRITERS = ['lead', 'dpo'] as const

export function mayWrite(c: Ctx): boolean {
  return hasRole(c.get('viewer'), ...WRITERS)
}

/** What was typed in a form of the page, and why it was refused; `form` tells forms of one page apart. */
export interface Typed {
  readonly form: string
  readonly fields: Readonly<Record<string, string>>
  readonly refusal: Refusal
}

/** The posted texts; a file is left out. */
export async function readTyped(c: Ctx): Promise<Record<string, string>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** On to `path` when it is written; the page with what was typed when it is refused. */
export async function orShowAgain(
  c: Ctx,
  form: string,
  fields: Readonly<Record<string, string>>,
  path: string | ((written: unknown) => string),
  write: () => Promise<unknown>,
  page: (typed: Typed) => Promise<Response>,
): Promise<Response> {
  try {
    const written = await write()
    return c.redirect(incidentPath(c, typeof path === 'string' ? path : path(written)), 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return page({ form, fields, refusal })
  }
}

/** Binds a field: its name, what was typed or stands already, and the error when the refusal is about it. */
export function binder(
  c: Ctx,
  form: string,
  typed: Typed | undefined,
  standing: Readonly<Record<string, string | null>> = {},
) {
  const mine = typed?.form === form ? typed : undefined
  return (name: string, where = name) => ({
    name,
    value: mine ? (mine.fields[name] ?? '') : (standing[name] ?? ''),
    ...(mine?.refusal.params['where'] === where && { error: mine.refusal.text(c.get('locale')) }),
  })
}
