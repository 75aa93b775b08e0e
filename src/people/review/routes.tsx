import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { requireRole, requireStepUp } from '../../access/index.ts'
import { type DeskEnv, incidentPath, localPath } from '../../desk/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AsideFigures, WordSaid } from './asides.tsx'
import { decideRow, mayArbitrate, undoDecision } from './decide-row.ts'
import { estimateOf } from './decisions-of.ts'
import type { Item, QueueName, Word } from './model.ts'
import { renderPair } from './page-pair.tsx'
import {
  DECISIONS_PAGE,
  renderDecisions,
  renderFinished,
  renderNoRun,
  renderReview,
  renderStopped,
} from './page-review.tsx'
import { reviewRefusals } from './refusals.ts'
import { NIR_REASONS, showNir } from './show-nir.ts'
import { countAtStake, countQueue, findItem, stateOf } from './store.ts'
import {
  countOwn,
  countRemaining,
  countSince,
  ownDecisions,
  type RunInHand,
  runInHand,
} from './store-reading.ts'
import { openRow, readerOf, takeRow } from './take-row.ts'
import { reviewTexts } from './texts.ts'

type Ctx = Context<DeskEnv>

/** Pages under /incidents/:reference/review, for those whose work is to read people: never a call agent. */
export function routes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/review', requireRole('reviewer', 'dpo', 'lead'))
  app.use('/review/*', requireRole('reviewer', 'dpo', 'lead'))
  app.get('/review', withRun(showReview))
  app.get(
    '/review/queue',
    withRun((c, run) => showNext(c, run, 'queue')),
  )
  app.get(
    '/review/sample',
    withRun((c, run) => showNext(c, run, 'sample')),
  )
  app.get('/review/decisions', withRun(showDecisions))
  app.get('/review/rows/:row{[0-9]+}', withRun(showRow))
  app.post('/review/rows/:row{[0-9]+}/decisions', withRun(decide))
  app.post('/review/rows/:row{[0-9]+}/nir', requireStepUp(), withRun(askNir))
  app.post('/review/undo', withRun(undo))
  app.post('/review/keys', turnKeys)
  return app
}

function withRun(page: (c: Ctx, run: RunInHand) => Promise<Response>) {
  return async (c: Ctx): Promise<Response> => {
    const run = await runInHand(c.get('platform').db, c.get('incident').id)
    if (!run) return renderNoRun(c)
    try {
      return await page(c, run)
    } catch (error) {
      const stop = error instanceof Refusal ? stopOf(error) : undefined
      if (!stop) throw error
      const text = reviewTexts[c.get('locale')]
      const lead = stop === 423 ? text.heldLead : text.refusedLead
      const message = (error as Refusal).text(c.get('locale'))
      return renderStopped(c, { lead, message, status: stop, queue: 'queue' })
    }
  }
}

function stopOf({ http }: Refusal): 403 | 404 | 409 | 423 | 429 | undefined {
  return http === 403 || http === 404 || http === 409 || http === 423 || http === 429 ? http : undefined
}

async function showReview(c: Ctx, run: RunInHand): Promise<Response> {
  const { db } = c.get('platform')
  return renderReview(c, {
    queue: await countQueue(db, run.id, 'queue'),
    sample: await countQueue(db, run.id, 'sample'),
    peopleAtStake: await countAtStake(db, run.id),
    asides: await asidesOf(c, run),
    keysOff: areKeysOff(c),
    rows: run.version === null ? undefined : { version: run.version, ambiguous: run.ambiguousRows ?? 0 },
  })
}

async function showNext(c: Ctx, run: RunInHand, queue: QueueName): Promise<Response> {
  const platform = c.get('platform')
  const viewer = c.get('viewer')
  const item = await takeRow(platform, viewer, c.get('incident').id, run.id, queue)
  if (item) return renderPair(c, await pairPage(c, run, item, 0))
  const now = platform.clock.now()
  const remaining = await countRemaining(platform.db, run.id, queue, readerOf(viewer), now)
  return renderFinished(c, { queue, remaining, asides: await asidesOf(c, run) })
}

async function showRow(c: Ctx, run: RunInHand): Promise<Response> {
  const item = await openRow(c.get('platform'), c.get('viewer'), c.get('incident').id, run.id, rowOf(c))
  if (item.candidates.length === 0) throw reviewRefusals.noSuchRow()
  return renderPair(c, await pairPage(c, run, item, placeOf(item, c.req.query('see'))))
}

async function pairPage(c: Ctx, run: RunInHand, item: Item, place: number) {
  const { db, clock } = c.get('platform')
  const queue: QueueName = item.stratum === 'ambiguous' ? 'queue' : 'sample'
  const counts = await countQueue(db, run.id, queue)
  const own = await ownDecisions(db, run.id, c.get('viewer').userId, 1, undefined, item.exposedRow)
  const arbitrates = mayArbitrate(c.get('viewer'), await stateOf(db, run.id, item.exposedRow))
  return {
    item,
    queue,
    place,
    exposedName: run.exposedName,
    progress: {
      done: counts.settled,
      total: counts.total - counts.nothingToCompare,
      waiting: counts.awaitingSecond + counts.disputed,
      lastHour: await countSince(db, run.id, queue, clock.now().subtract({ hours: 1 })),
    },
    asides: await asidesOf(c, run),
    arbitrates,
    ownWord: own[0] && !arbitrates ? WordSaid({ own: own[0], locale: c.get('locale') }) : undefined,
    keysOff: areKeysOff(c),
  }
}

async function asidesOf(c: Ctx, run: RunInHand): Promise<AsideFigures> {
  const { db } = c.get('platform')
  const { userId } = c.get('viewer')
  return {
    latest: await ownDecisions(db, run.id, userId, 3),
    own: await countOwn(db, run.id, userId),
    estimate: await estimateOf(db, run.id),
    drawn: (await countQueue(db, run.id, 'sample')).total,
  }
}

async function showDecisions(c: Ctx, run: RunInHand): Promise<Response> {
  const { db } = c.get('platform')
  const { userId } = c.get('viewer')
  const before = Number(c.req.query('before')) || undefined
  return renderDecisions(c, {
    decisions: await ownDecisions(db, run.id, userId, DECISIONS_PAGE + 1, before),
    own: await countOwn(db, run.id, userId),
    paged: before !== undefined,
  })
}

/** A word that cannot be kept as it is (a note with a number) comes back with the form, nothing lost. */
async function decide(c: Ctx, run: RunInHand): Promise<Response> {
  const platform = c.get('platform')
  const [viewer, incidentId] = [c.get('viewer'), c.get('incident').id]
  const { word, note, place, run: shownOf } = await c.req.parseBody()
  if (shownOf !== undefined && shownOf !== run.id) throw reviewRefusals.otherRun()
  const item = await itemAt(c, run)
  try {
    const said = wordSaid(item, word)
    const decided = { incidentId, runId: run.id, exposedRow: item.exposedRow, said, note: String(note ?? '') }
    await decideRow(platform, viewer, decided)
  } catch (error) {
    return showRefused(c, run, error, { place, note: String(note ?? '') })
  }
  return c.redirect(incidentPath(c, `review/${item.stratum === 'ambiguous' ? 'queue' : 'sample'}`), 303)
}

function wordSaid(item: Item, word: unknown): Word {
  if (word === 'neither' || word === 'pass') return { word }
  const place = /^same:(\d)$/.exec(String(word))?.[1]
  if (place === undefined) throw reviewRefusals.noWord()
  const candidate = item.candidates[Number(place)]
  if (!candidate) throw reviewRefusals.notACandidate()
  return { word: 'same', memberId: candidate.memberId }
}

/** The answer of a post: the numbers stand on this one page, in no address, and nothing keeps it. */
async function askNir(c: Ctx, run: RunInHand): Promise<Response> {
  const form = await c.req.parseBody()
  const item = await itemAt(c, run)
  const place = Number(form['place']) in item.candidates ? Number(form['place']) : 0
  const asked = { place, reason: form['reason'] }
  try {
    const nirs = await showNir(c.get('platform'), c.get('viewer'), c.get('incident').id, item, asked)
    const reason = NIR_REASONS.find((known) => known === form['reason'])!
    return renderPair(c, { ...(await pairPage(c, run, item, place)), nir: { reason, nirs } })
  } catch (error) {
    return showRefused(c, run, error, { place })
  }
}

/** What was wrong with a form, above its row: opened like any other, for whoever sent it may not have it in hand. */
async function showRefused(
  c: Ctx,
  run: RunInHand,
  error: unknown,
  said: { readonly place: unknown; readonly note?: string },
): Promise<Response> {
  if (!(error instanceof Refusal) || error.http !== 422) throw error
  const item = await openRow(c.get('platform'), c.get('viewer'), c.get('incident').id, run.id, rowOf(c))
  const place = Number(said.place) in item.candidates ? Number(said.place) : 0
  const page = await pairPage(c, run, item, place)
  return renderPair(c, { ...page, refused: error.text(c.get('locale')), note: said.note })
}

async function undo(c: Ctx, run: RunInHand): Promise<Response> {
  const row = Number((await c.req.parseBody())['row']) || undefined
  const asked = { incidentId: c.get('incident').id, runId: run.id, exposedRow: row }
  const { queue } = await undoDecision(c.get('platform'), c.get('viewer'), asked)
  return c.redirect(incidentPath(c, `review/${queue}`), 303)
}

const KEYS_COOKIE = 'review-keys'
const ONE_YEAR = 365 * 24 * 3600

async function turnKeys(c: Ctx): Promise<Response> {
  const form = await c.req.parseBody()
  const off = form['keys'] === 'off'
  setCookie(c, KEYS_COOKIE, off ? 'off' : 'on', {
    path: '/',
    sameSite: 'Lax',
    httpOnly: true,
    maxAge: ONE_YEAR,
  })
  const back = form['back'] === 'review/sample' || form['back'] === 'review/queue' ? form['back'] : 'review'
  return c.redirect(localPath(incidentPath(c, back)), 303)
}

function areKeysOff(c: Ctx): boolean {
  return getCookie(c, KEYS_COOKIE) === 'off'
}

function rowOf(c: Ctx): number {
  const row = Number(c.req.param('row'))
  if (!Number.isSafeInteger(row)) throw reviewRefusals.noSuchRow()
  return row
}

async function itemAt(c: Ctx, run: RunInHand): Promise<Item> {
  const item = await findItem(c.get('platform').db, run.id, rowOf(c))
  if (!item) throw reviewRefusals.noSuchRow()
  return item
}

function placeOf(item: Item, letter: string | undefined): number {
  const place = ['a', 'b', 'c'].indexOf(letter ?? 'a')
  return item.candidates[place] ? place : 0
}
