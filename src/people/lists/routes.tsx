import { type Context, Hono } from 'hono'
import { requireRole } from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { exposureTable } from '../../incident/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { absentRoutes } from './absent-routes.tsx'
import { decisionRoutes } from './decision-routes.tsx'
import type { DeliverySlots } from './delivery-slots.ts'
import { explainPerson } from './explain-person.ts'
import { findLookup, openPerson } from './look-up.ts'
import { type Funnel, VERDICTS } from './model.ts'
import { renderNoList } from './page-people.tsx'
import { renderMotive, renderPerson } from './page-person.tsx'
import { renderRows } from './page-rows.tsx'
import { versionAsked } from './read-changes.ts'
import { funnel } from './read-funnel.ts'
import { readVerdicts } from './read-verdicts.ts'
import { listRefusals } from './refusals.ts'
import { searchPeople, showPeople } from './show-people.ts'
import { versionsOfPerson } from './store-changes.ts'
import { findAddressee, findHousehold, findIds, findPerson, findRowsOf } from './store-pages.ts'

/**
 * Pages under /incidents/:reference: people, people/:id, people/absent, lists/rows, lists/rows/:row, and those of
 * `decisionRoutes`.
 */
export function routes(slots: DeliverySlots = {}): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const readers = requireRole('lead', 'dpo', 'reviewer', 'call_agent', 'auditor')
  app.route('/', absentRoutes())
  app.get('/people', readers, (c) => showPeople(c, slots))
  app.post('/people/searches', readers, searchPeople)
  app.get('/people/:id{[0-9]+}', readers, (c) => showPerson(c, slots))
  app.post('/people/:id{[0-9]+}/look-ups', readers, lookUp)
  app.route('/', decisionRoutes())
  app.get('/lists/rows', requireRole('lead', 'dpo', 'reviewer', 'auditor'), showRows)
  return app
}

type Ctx = Context<DeskEnv>

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
  const rows = await findRowsOf(platform.db, versionId, person.id)
  return renderPerson(c, {
    funnel: figures,
    person,
    lookup,
    rows,
    explained: await explainPerson(platform, incidentId, figures.listVersion.runId, person, rows),
    versions: await versionsOfPerson(platform.db, incidentId, person.id),
    exposures: await exposureTable(platform.db, incidentId),
    standing: await slots.deliveryStanding?.(c, person.id),
    household: await findHousehold(platform.db, incidentId, versionId, person.id),
    addressee: person.addresseeId === null ? undefined : await findAddressee(platform.db, person.addresseeId),
    deliveries: await slots.deliveryHistory?.(c, person.id),
    papers: slots.papers?.(c, person.id),
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

/** Of the list in force, or of the version asked for: the draft's rows can be read before it is published. */
async function showRows(c: Ctx): Promise<Response> {
  const { home, db } = c.get('platform')
  const incidentId = c.get('incident').id
  const asked = c.req.query('version')
  const version = await versionAsked(db, incidentId, asked)
  if (!version) return renderNoList(c, 'lists')
  const filter = {
    verdict: VERDICTS.find((known) => known === c.req.query('verdict')),
    tier: c.req.query('tier'),
  }
  const rows = await readVerdicts(home, version.verdictsPath, filter, Number(c.req.query('after')) || 0)
  const memberIds = rows.map((row) => row.memberId).filter((id) => id !== null)
  const persons = await findIds(db, incidentId, memberIds)
  return renderRows(c, { version, asked, filter, rows, persons })
}

function currentFunnel(c: Ctx): Promise<Funnel | undefined> {
  return funnel(c.get('platform').db, c.get('incident').id)
}

function personIdOf(c: Ctx): number {
  return Number(c.req.param('id'))
}
