import type { Context } from 'hono'
import { type DeskEnv, incidentPath } from '../desk/index.ts'
import type { Locale } from '../platform/i18n.ts'
import { Refusal } from '../platform/refusal.ts'

/** A form that stands under a table: what was typed, and why it was refused. */
export interface SideForm {
  readonly fields: Readonly<Record<string, string>>
  readonly refusal?: Refusal
}

export const blank: SideForm = { fields: {} }

/** Back to the page when it is written; the page with what was typed when it is refused. */
export async function writeOrShowAgain(
  c: Context<DeskEnv>,
  fields: SideForm['fields'],
  path: string,
  page: (c: Context<DeskEnv>, form: SideForm) => Promise<Response>,
  write: () => Promise<unknown>,
): Promise<Response> {
  try {
    await write()
    return c.redirect(incidentPath(c, path), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return page(c, { fields, refusal: error })
  }
}

/** Gives each field what was typed in it, and the error when the refusal is about its `path` in the input. */
export function refusedFields({ fields, refusal }: SideForm, locale: Locale) {
  const where = String(refusal?.params['where'] ?? '')
  return (name: string, path = name) => {
    const wrong = refusal !== undefined && (where === path || where.startsWith(`${path}.`))
    return { name, value: fields[name] ?? '', ...(wrong && { error: refusal.text(locale) }) }
  }
}
