import { actorOf } from '../../access/index.ts'
import { incidentPath } from '../../desk/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GivenFile } from '../acts/keep-file.ts'
import type { DutyPerson } from '../duty-writer.ts'
import type { TypedForm } from './act-forms.tsx'
import { readTypedInstant, type TypedFields, type TypedInstant } from './read-typed-instant.ts'
import type { Ctx } from './show-board.tsx'

export interface GivenForm {
  readonly fields: TypedFields
  /** Undefined when none was chosen: browsers then send an empty one without name. */
  readonly file: GivenFile | undefined
}

/** A posted form: its fields as text, several values of one name a line each, and the file it carries. */
export async function readForm(c: Ctx): Promise<GivenForm> {
  const body = await c.req.parseBody({ all: true })
  const texts = Object.entries(body).map(([name, value]) => {
    const all = [value].flat().filter((one): one is string => typeof one === 'string')
    return [name, all.join('\n')] as const
  })
  const given = body['file']
  const file =
    given instanceof File && given.name !== ''
      ? { name: given.name, content: new Uint8Array(await given.arrayBuffer()) }
      : undefined
  return { fields: Object.fromEntries(texts), file }
}

export function personOf(c: Ctx): DutyPerson {
  const viewer = c.get('viewer')
  return { userId: viewer.userId, name: viewer.name, roles: viewer.roles, actor: actorOf(viewer) }
}

/** Does the act and goes on to `next`; shows the page again with what was typed when a field or a rule refuses it. */
export async function actOrShowAgain(
  c: Ctx,
  given: GivenForm,
  act: () => Promise<unknown>,
  next: string,
  again: (form: TypedForm) => Promise<Response>,
): Promise<Response> {
  try {
    await act()
    return c.redirect(incidentPath(c, next), 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return again({ fields: given.fields, refusal, locale: c.get('locale') })
  }
}

/** The same for a form with an instant: one that cannot be read, or that came twice, is asked again before anything is done. */
export async function actAtInstant(
  c: Ctx,
  given: GivenForm,
  act: (at: { readonly at: string; readonly zone: string }) => Promise<unknown>,
  next: string,
  again: (form: TypedForm) => Promise<Response>,
): Promise<Response> {
  const read: TypedInstant = readTypedInstant(given.fields)
  if (!('at' in read)) return again({ fields: given.fields, read, locale: c.get('locale') })
  const { at } = read
  const said = { at: at.toString({ timeZoneName: 'never', smallestUnit: 'minute' }), zone: at.timeZoneId }
  return actOrShowAgain(c, given, () => act(said), next, again)
}
