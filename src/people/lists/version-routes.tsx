import { type Context, Hono } from 'hono'
import {
  actorOf,
  hasRole,
  listPeople as journalPage,
  requireRole,
  requireStepUp,
} from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { decisionsOf, reviewFigures } from '../review/index.ts'
import { decisionsHash } from './apply-decisions.ts'
import { discardDraft, refreshDraft } from './change-draft.ts'
import { countOf } from './count-people.ts'
import type { DeliveryOfLists } from './delivery-slots.ts'
import { CLASSES, PUBLISH_REASONS } from './model.ts'
import { renderChangedPeople } from './page-changed-people.tsx'
import { renderChanges, renderOneList } from './page-changes.tsx'
import { renderFiles } from './page-lists.tsx'
import { renderNoList, renderPeople } from './page-people.tsx'
import { renderNothingToPublish, renderPublication } from './page-publication.tsx'
import { renderVersions } from './page-versions.tsx'
import { publishList } from './publish-version.ts'
import { findSpan, readChanges, versionCalled } from './read-changes.ts'
import { REMOVALS } from './store-changes.ts'
import { CHANGES_PAGE, type ChangeFilter, countChanged, EFFECTS, KINDS, listChanges } from './store-diff.ts'
import { findLists } from './store-pages.ts'
import { listPeople, PAGE } from './store-people.ts'
import { findVersion, type ListVersion, versionsOf } from './store-versions.ts'
import { texts } from './texts.ts'

type Ctx = Context<DeskEnv>

/** Pages under /incidents/:reference/lists: the versions, their files, what changed between two, publishing and discarding. */
export function versionRoutes(delivery?: DeliveryOfLists): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const readers = requireRole('lead', 'dpo', 'reviewer', 'auditor')
  const publishers = [requireRole('lead', 'dpo'), requireStepUp()] as const
  app.get('/lists', (c) => showVersions(c, delivery))
  app.get('/lists/files', showFiles)
  app.get('/lists/changes', readers, (c) => showChanges(c, delivery))
  app.get('/lists/people', readers, showPeopleOf)
  app.get('/lists/publication', ...publishers, (c) => showPublication(c, delivery))
  app.post('/lists/publication', ...publishers, (c) => publish(c, delivery))
  app.post('/lists/refresh', requireRole('lead', 'dpo'), refresh)
  app.post('/lists/discard', requireRole('lead', 'dpo'), discard)
  return app
}

async function showVersions(c: Ctx, delivery: DeliveryOfLists | undefined): Promise<Response> {
  const { db } = c.get('platform')
  const versions = await versionsOf(db, c.get('incident').id)
  const newest = versions[0]
  if (!newest) return renderNoList(c, 'lists')
  const draft = versions.find(({ number }) => number === null)
  const published = versions.filter(({ number }) => number !== null)
  const current = published[0]
  return renderVersions(c, {
    draft,
    current,
    published,
    changes: draft && current ? await changesOf(c, draft, delivery) : undefined,
    review: await reviewFigures(db, newest.runId),
    newDecisions: await hasNewDecisions(c, newest),
    mayPublish: hasRole(c.get('viewer'), 'lead', 'dpo'),
  })
}

function changesOf(c: Ctx, draft: ListVersion, delivery: DeliveryOfLists | undefined) {
  const { db } = c.get('platform')
  return readChanges(db, draft.incidentId, { to: called(draft) }, delivery?.standing)
}

const called = ({ number }: ListVersion) => (number === null ? 'draft' : String(number))

async function hasNewDecisions(c: Ctx, version: ListVersion): Promise<boolean> {
  const decisions = await decisionsOf(c.get('platform').db, version.runId)
  return decisionsHash(decisions) !== version.decisionsSha256
}

async function showFiles(c: Ctx): Promise<Response> {
  const { db } = c.get('platform')
  const asked = c.req.query('version') ?? ''
  const version = await versionCalled(db, c.get('incident').id, asked)
  return renderFiles(c, version, await findLists(db, version.runId))
}

/** The figures; or, with `kind`, the persons one of them counts, journalled and rationed like every page of names. */
async function showChanges(c: Ctx, delivery: DeliveryOfLists | undefined): Promise<Response> {
  const { db } = c.get('platform')
  const incidentId = c.get('incident').id
  const asked = { from: c.req.query('from'), to: c.req.query('to') }
  const filter = readFilter(c)
  if (!filter) {
    const changes = await readChanges(db, incidentId, asked, delivery?.standing)
    return changes ? renderChanges(c, changes) : renderOneList(c)
  }
  const span = await findSpan(db, incidentId, asked)
  if (!span) return renderOneList(c)
  const total = await countChanged(db, span, filter, delivery?.standing)
  const after = Number(c.req.query('after')) || undefined
  const people = await listChanges(db, span, filter, after, delivery?.standing)
  const said = `changes=${called(span.from)}-${called(span.to)} ${Object.values(filter).filter(Boolean).join(' ')}`
  const shown = Math.min(people.length, CHANGES_PAGE)
  await journalPage(c.get('platform'), c.get('viewer'), { incidentId, filter: said, total, shown })
  return renderChangedPeople(c, { span, filter, total, people })
}

function readFilter(c: Ctx): ChangeFilter | undefined {
  const among = <T extends string>(words: readonly T[], name: string) =>
    words.find((word) => word === c.req.query(name))
  const kind = among(KINDS, 'kind')
  return (
    kind && {
      kind,
      effect: among(EFFECTS, 'effect'),
      reason: among(REMOVALS, 'reason'),
      fromClass: among(CLASSES, 'fromClass'),
      toClass: among(CLASSES, 'toClass'),
    }
  )
}

/** The persons of a class in any version, the draft included. */
async function showPeopleOf(c: Ctx): Promise<Response> {
  const { db } = c.get('platform')
  const incidentId = c.get('incident').id
  const version = await versionCalled(db, incidentId, c.req.query('version') ?? '')
  const kept = CLASSES.find((known) => known === c.req.query('class'))
  const filter = kept ? { class: kept } : { concerned: true }
  const total = countOf(version.counts, filter) ?? 0
  const after = Number(c.req.query('after')) || 0
  const found = await listPeople(db, version.id, filter, after > 0 ? { after } : undefined)
  const people = found.slice(0, PAGE)
  const said = `version=${called(version)} class=${kept ?? 'concerned'}`
  await journalPage(c.get('platform'), c.get('viewer'), {
    incidentId,
    filter: said,
    total,
    shown: people.length,
  })
  const address = incidentPath(c, `lists/people?version=${called(version)}&class=${kept ?? 'concerned'}`)
  const next = found.length > PAGE ? `${address}&after=${people.at(-1)?.id}` : undefined
  const ways = { first: after > 0 ? address : undefined, next }
  const sentence = texts[c.get('locale')].filters[kept ?? 'concerned']
  return renderPeople(c, { version: version.number, sentence, total, people, ways })
}

async function showPublication(
  c: Ctx,
  delivery: DeliveryOfLists | undefined,
  refused: { refusal?: { message: string; status: 409 | 422 }; chosen?: string } = {},
): Promise<Response> {
  const { db } = c.get('platform')
  const incidentId = c.get('incident').id
  const draft = await findVersion(db, incidentId, 'draft')
  const current = await findVersion(db, incidentId, 'published')
  const source = draft ?? current
  if (!source || (!draft && !(await hasNewDecisions(c, source)))) return renderNothingToPublish(c)
  const changes = draft && current ? await changesOf(c, draft, delivery) : undefined
  return renderPublication(c, { source, current, changes, ...refused })
}

async function publish(c: Ctx, delivery: DeliveryOfLists | undefined): Promise<Response> {
  const { version, base, reason } = await c.req.parseBody()
  const request = {
    incidentId: c.get('incident').id,
    versionId: Number(version) || 0,
    baseId: base === 'none' ? null : Number(base) || 0,
    reason: PUBLISH_REASONS.find((known) => known === reason),
    delivery,
  }
  try {
    await publishList(c.get('platform'), request, actorOf(c.get('viewer')))
    return c.redirect(incidentPath(c, 'lists'), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refusal = { message: error.text(c.get('locale')), status: error.http === 422 ? 422 : 409 } as const
    return showPublication(c, delivery, { refusal, chosen: String(reason ?? '') })
  }
}

/** The draft, built again with what readers decided since; back to what it now changes. */
async function refresh(c: Ctx): Promise<Response> {
  const { version } = await c.req.parseBody()
  const request = { incidentId: c.get('incident').id, versionId: Number(version) || 0 }
  await refreshDraft(c.get('platform'), request, actorOf(c.get('viewer')))
  return c.redirect(incidentPath(c, 'lists'), 303)
}

async function discard(c: Ctx): Promise<Response> {
  const { version } = await c.req.parseBody()
  const request = { incidentId: c.get('incident').id, versionId: Number(version) || 0 }
  await discardDraft(c.get('platform'), request, actorOf(c.get('viewer')))
  return c.redirect(incidentPath(c, 'lists'), 303)
}
