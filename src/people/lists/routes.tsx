import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { actorOf, requireRole, requireStepUp } from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { record } from '../../journal/index.ts'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { importLists } from './import-lists.ts'
import { findLookup, openPerson } from './look-up.ts'
import { looksLikeNir } from './masking.ts'
import { CLASSES, type Funnel, REASONS, sortName, VERDICTS, WAYS } from './model.ts'
import { renderImport, renderLists } from './page-lists.tsx'
import { renderNoList, renderPeople } from './page-people.tsx'
import { renderMotive, renderPerson } from './page-person.tsx'
import { renderRows } from './page-rows.tsx'
import { funnel } from './read-funnel.ts'
import { readVerdicts } from './read-verdicts.ts'
import { receiveUpload } from './receive-upload.ts'
import { listRefusals } from './refusals.ts'
import {
  countPeople,
  findAddressee,
  findHousehold,
  findIds,
  findLists,
  findPerson,
  findRowsOf,
  type ListedPerson,
  listPeople,
  listPeopleByIds,
  PAGE,
  type PeopleFilter,
} from './store-pages.ts'
import { texts } from './texts.ts'

/** What delivery shows on the pages of people; given at composition, for people knows nothing of delivery. */
export interface DeliverySlots {
  /** Each sending to, or covering, a person, with its evidence. */
  readonly deliveryHistory?: (c: Context<DeskEnv>, personId: number) => Promise<Child>
  /** The persons of an outcome of the proof (`email`, `letter`, `lost`…), after a person id; undefined for an unknown word. */
  readonly personsByOutcome?: (
    tx: Tx,
    asked: { incidentId: string; listVersionId: number; outcome: string; after: number; limit: number },
  ) => Promise<{ total: number; personIds: readonly number[] } | undefined>
}

/** Pages under /incidents/:reference: people, people/:id, lists, lists/rows, lists/import. */
export function routes(slots: DeliverySlots = {}): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const readers = requireRole('lead', 'dpo', 'reviewer', 'call_agent', 'auditor')
  const importers = [requireRole('lead', 'dpo'), requireStepUp()] as const
  app.get('/people', readers, (c) => showPeople(c, slots))
  app.post('/people/searches', readers, searchPeople)
  app.get('/people/:id{[0-9]+}', readers, (c) => showPerson(c, slots))
  app.post('/people/:id{[0-9]+}/look-ups', readers, lookUp)
  app.get('/lists', showLists)
  app.get('/lists/rows', requireRole('lead', 'dpo', 'reviewer', 'auditor'), showRows)
  app.get('/lists/import', ...importers, (c) => renderImport(c))
  app.post('/lists/import', ...importers, importUpload)
  return app
}

type Ctx = Context<DeskEnv>

async function showPeople(c: Ctx, slots: DeliverySlots): Promise<Response> {
  const figures = await currentFunnel(c)
  if (!figures) return renderNoList(c, 'people')
  const outcome = c.req.query('outcome')
  if (outcome !== undefined) return showOutcome(c, slots, figures, outcome)
  const { filter, sentence } = readFilter(c)
  const { db } = c.get('platform')
  const after = Number(c.req.query('after')) || undefined
  const people = await listPeople(db, figures.listVersion.id, filter, after)
  const total = await countPeople(db, figures.listVersion.id, filter)
  return renderPeople(c, { funnel: figures, sentence, total, people, next: (id) => pathAfter(c, id) })
}

async function showOutcome(
  c: Ctx,
  slots: DeliverySlots,
  figures: Funnel,
  outcome: string,
): Promise<Response> {
  const { db } = c.get('platform')
  const listVersionId = figures.listVersion.id
  const asked = {
    incidentId: c.get('incident').id,
    listVersionId,
    outcome,
    after: Number(c.req.query('after')) || 0,
    limit: PAGE + 1,
  }
  const found = await slots.personsByOutcome?.(db, asked)
  if (!found) throw listRefusals.notFound()
  const people: ListedPerson[] = await listPeopleByIds(db, listVersionId, found.personIds)
  const sentence = texts[c.get('locale')].filters.outcome
  return renderPeople(c, {
    funnel: figures,
    sentence,
    total: found.total,
    people,
    next: (id) => pathAfter(c, id),
  })
}

/** The words of an address, one for each figure of the first screen: `class`, `through`, `untold`. */
function readFilter(c: Ctx): { filter: PeopleFilter; sentence: string } {
  const text = texts[c.get('locale')]
  const [asked, way, reason] = [c.req.query('class'), c.req.query('through'), c.req.query('untold')]
  const through = WAYS.find((known) => known === way)
  if (through) return { filter: { through }, sentence: `${text.columns.told} ${text.ways[through]}.` }
  const why = REASONS.find((known) => known === reason)
  if (why)
    return {
      filter: { reason: why },
      sentence: `${text.filters.untold} ${text.because(text.reasons[why])}`,
    }
  const kept = CLASSES.find((known) => known === asked)
  if (kept) return { filter: { class: kept }, sentence: text.filters[kept] }
  if (asked === 'concerned') return { filter: { concerned: true }, sentence: text.filters.concerned }
  if (asked === 'told') return { filter: { through: 'any' }, sentence: text.filters.told }
  if (asked === 'untold') return { filter: { reason: 'any' }, sentence: text.filters.untold }
  return { filter: {}, sentence: text.filters.all }
}

function pathAfter(c: Ctx, id: number): string {
  const query = new URLSearchParams(c.req.query())
  query.set('after', String(id))
  return incidentPath(c, `people?${query}`)
}

/** Posted, so that a name never stands in an address; journalled without its text. */
async function searchPeople(c: Ctx): Promise<Response> {
  const figures = await currentFunnel(c)
  if (!figures) return renderNoList(c, 'people')
  const asked = String((await c.req.parseBody())['text'] ?? '')
    .trim()
    .slice(0, 80)
  if (looksLikeNir(asked)) throw listRefusals.nirInSearch()
  const { db, clock } = c.get('platform')
  const search = /\d/.test(asked) ? { memberNumber: asked } : { name: sortName(asked) }
  const total = await countPeople(db, figures.listVersion.id, { search })
  const people = (await listPeople(db, figures.listVersion.id, { search }, undefined)).slice(0, PAGE)
  await db.transaction((tx) =>
    record(tx, clock, {
      actor: actorOf(c.get('viewer')),
      kind: 'people.searched',
      incidentId: c.get('incident').id,
      payload: { found: total },
    }),
  )
  return renderPeople(c, { funnel: figures, sentence: texts[c.get('locale')].filters.search, total, people })
}

async function showPerson(c: Ctx, slots: DeliverySlots): Promise<Response> {
  const figures = await currentFunnel(c)
  if (!figures) return renderNoList(c, 'people')
  const platform = c.get('platform')
  const incidentId = c.get('incident').id
  const versionId = figures.listVersion.id
  const person = await findPerson(platform.db, incidentId, versionId, personIdOf(c))
  if (!person) throw listRefusals.notFound()
  const lookup = await findLookup(platform, c.get('viewer'), person.id, Number(c.req.query('lookup')))
  if (!lookup) return renderMotive(c, person.id)
  return renderPerson(c, {
    funnel: figures,
    person,
    lookup,
    rows: await findRowsOf(platform.db, versionId, person.id),
    household: await findHousehold(platform.db, incidentId, versionId, person.id),
    addressee: person.addresseeId === null ? undefined : await findAddressee(platform.db, person.addresseeId),
    deliveries: await slots.deliveryHistory?.(c, person.id),
  })
}

async function lookUp(c: Ctx): Promise<Response> {
  const personId = personIdOf(c)
  const figures = await currentFunnel(c)
  const { db } = c.get('platform')
  const incidentId = c.get('incident').id
  if (!figures || !(await findPerson(db, incidentId, figures.listVersion.id, personId)))
    throw listRefusals.notFound()
  const { motive, shown } = await c.req.parseBody()
  try {
    const seq = await openPerson(c.get('platform'), c.get('viewer'), incidentId, { personId, motive, shown })
    return c.redirect(incidentPath(c, `people/${personId}?lookup=${seq}`), 303)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'lists.noMotive')
      return renderMotive(c, personId, error.text(c.get('locale')))
    throw error
  }
}

async function showLists(c: Ctx): Promise<Response> {
  const lists = await findLists(c.get('platform').db, c.get('incident').id)
  return lists.length === 0 ? renderNoList(c, 'lists') : renderLists(c, lists)
}

async function showRows(c: Ctx): Promise<Response> {
  const figures = await currentFunnel(c)
  if (!figures) return renderNoList(c, 'lists')
  const { home, db } = c.get('platform')
  const filter = {
    verdict: VERDICTS.find((known) => known === c.req.query('verdict')),
    tier: c.req.query('tier'),
  }
  const rows = await readVerdicts(home, figures.listVersion.runId, filter, Number(c.req.query('after')) || 0)
  const memberIds = rows.map((row) => row.memberId).filter((id) => id !== null)
  return renderRows(c, {
    funnel: figures,
    filter,
    rows,
    persons: await findIds(db, c.get('incident').id, memberIds),
  })
}

/** The uploaded files stand in clear in the work folder until the import ends, whichever way. */
async function importUpload(c: Ctx): Promise<Response> {
  const platform = c.get('platform')
  const folder = join(platform.home.work, `upload-${randomUUID()}`)
  try {
    const body = c.req.raw.body as AsyncIterable<Uint8Array> | null
    const files = await receiveUpload(body ?? emptyBody(), c.req.header('content-type') ?? '', folder)
    const [register, exposed] = [files.get('register'), files.get('exposed')]
    if (!register || !exposed)
      throw listRefusals.uploadIncomplete({ field: register ? 'exposed' : 'register' })
    const names = { register: register.name, exposed: exposed.name }
    const request = {
      incidentId: c.get('incident').id,
      registerPath: register.path,
      exposedPath: exposed.path,
      names,
    }
    await importLists(platform, request, actorOf(c.get('viewer')))
    return c.redirect(incidentPath(c, 'lists'), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const status = error.http === 409 || error.http === 413 || error.http === 503 ? error.http : 422
    return renderImport(c, { message: error.text(c.get('locale')), status })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* emptyBody(): AsyncIterable<Uint8Array> {}

function currentFunnel(c: Ctx): Promise<Funnel | undefined> {
  return funnel(c.get('platform').db, c.get('incident').id)
}

function personIdOf(c: Ctx): number {
  return Number(c.req.param('id'))
}
