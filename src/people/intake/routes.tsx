import { type Context, Hono } from 'hono'
import { actorOf, requireRole, requireStepUp } from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { readProgress } from '../../platform/progress.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findVersion } from '../lists/index.ts'
import type { ColumnMapping } from '../read/index.ts'
import { abandonIntake } from './abandon-intake.ts'
import { openingOf, readChoice, readReopening, spelledOut } from './choose-columns.ts'
import { readSeen } from './kept-files.ts'
import { askToLook } from './look-at-files.ts'
import { type Intake, isInHand, ROLES, type SeenFiles } from './model.ts'
import { forgetMapping, offeredMappings, saveMapping, useMapping } from './name-mapping.ts'
import { openIntake, uploadOf, whenSeen } from './open-intake.ts'
import { pathOf, renderConfirm } from './page-confirm.tsx'
import { renderAbandoned, renderDone, renderLooking, renderStoppedRepair } from './page-ended.tsx'
import { renderMappings } from './page-mappings.tsx'
import { renderRunning } from './page-running.tsx'
import { renderSheets } from './page-sheets.tsx'
import { type RefusedStatus, renderUpload } from './page-upload.tsx'
import { quarantineRoutes } from './quarantine-routes.tsx'
import { intakeRefusals } from './refusals.ts'
import { startImport } from './run-import.ts'
import { stopImport } from './stop-import.ts'
import { findInHand, findIntake, moveIntake, setColumns } from './store.ts'
import { findMapping, usableMappings } from './store-mappings.ts'
import { listsOf } from './store-quarantine.ts'
import { swapLists } from './swap-lists.ts'

type Ctx = Context<DeskEnv>

/** Pages under /incidents/:reference: lists/import and its steps, lists/mappings, lists/quarantine. */
export function routes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const who = [requireRole('lead', 'dpo'), requireStepUp()] as const
  app.get('/lists/import', ...who, showUpload)
  app.post('/lists/import', ...who, receive)
  app.get('/lists/import/:id', ...who, showIntake)
  app.get('/lists/import/:id/columns.json', ...who, sendColumns)
  app.post('/lists/import/:id/columns', ...who, (c) => withChoice(c, keepChoice))
  app.post('/lists/import/:id/mappings', ...who, (c) => withChoice(c, keepNamed))
  app.post('/lists/import/:id/starts', ...who, (c) => withChoice(c, start))
  app.post('/lists/import/:id/mapping-uses', ...who, applyMapping)
  app.post('/lists/import/:id/swaps', ...who, swap)
  app.post('/lists/import/:id/sheets', ...who, chooseSheet)
  app.post('/lists/import/:id/stops', ...who, stop)
  app.post('/lists/import/:id/abandonments', ...who, abandon)
  app.get('/lists/import/:id/:act', ...who, async (c) => c.redirect(pathOf(c, await intakeOf(c)), 303))
  app.route('/', quarantineRoutes())
  app.get('/lists/mappings', ...who, showMappings)
  app.get('/lists/mappings/:file{[0-9]+\\.json}', ...who, sendMapping)
  app.post('/lists/mappings/:id{[0-9]+}/deletions', ...who, removeMapping)
  return app
}

/** One import in hand for an incident: whoever comes back, by whatever tab, finds it where it stands. */
async function showUpload(c: Ctx): Promise<Response> {
  const inHand = await findInHand(c.get('platform').db, c.get('incident').id)
  return inHand ? c.redirect(pathOf(c, inHand), 303) : renderUpload(c)
}

/** How long an upload's answer waits for the first look, which most files need not exceed. */
const PATIENCE_MS = 4000

async function receive(c: Ctx): Promise<Response> {
  const platform = c.get('platform')
  try {
    const id = await openIntake(platform, c.get('incident').id, uploadOf(c), actorOf(c.get('viewer')))
    const intake = await whenSeen(platform, id, PATIENCE_MS)
    if (intake?.state === 'refused' && intake.failure)
      return renderUpload(c, { message: intake.failure[c.get('locale')], status: 422 })
    return c.redirect(pathOf(c, { id }), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return renderUpload(c, { message: error.text(c.get('locale')), status: statusOf(error) })
  }
}

function statusOf(error: Refusal): RefusedStatus {
  return ([409, 413, 503] as const).find((status) => status === error.http) ?? 422
}

async function showIntake(c: Ctx): Promise<Response> {
  const intake = await intakeOf(c)
  const { state, failure, listVersionId } = intake
  const { db, home } = c.get('platform')
  if (state === 'refused' && failure)
    return renderUpload(c, { message: failure[c.get('locale')], status: 200 })
  if (state === 'abandoned') return renderAbandoned(c)
  if (state === 'done') {
    const version =
      listVersionId === null ? undefined : await findVersion(db, intake.incidentId, { id: listVersionId })
    return renderDone(c, intake, version, version ? await listsOf(db, version.id) : [])
  }
  if (state === 'waiting' || state === 'running') return renderRunning(c, intake, await percentOf(c, intake))
  if (intake.stored) return renderStoppedRepair(c, intake)
  if (failure?.sheets) return renderSheets(c, intake, failure.sheets)
  const seen = await readSeen(home, intake.id)
  return seen && state === 'to_confirm' ? showConfirm(c, intake, seen) : renderLooking(c)
}

async function percentOf(c: Ctx, { incidentId, begunAt, state }: Intake): Promise<number> {
  if (state === 'waiting') return 0
  const steps = await readProgress(c.get('platform').db, incidentId)
  const row = steps.find(({ step }) => step === 'import')
  const ours = row && begunAt && row.startedAt.epochMilliseconds >= begunAt.epochMilliseconds
  return ours ? row.done : 0
}

async function showConfirm(c: Ctx, intake: Intake, seen: SeenFiles, error?: string): Promise<Response> {
  const platform = c.get('platform')
  const used =
    intake.mappingId === null
      ? undefined
      : await findMapping(platform.db, intake.incidentId, intake.mappingId)
  return renderConfirm(c, {
    intake,
    seen,
    usable: await offeredMappings(platform, intake, seen),
    used,
    error,
  })
}

type Form = Record<string, unknown>
type Act = (c: Ctx, intake: Intake, seen: SeenFiles, form: Form) => Promise<void>

/** What a button of the columns' form does; a choice that cannot be is said above the form, with what was chosen kept. */
async function withChoice(c: Ctx, act: Act): Promise<Response> {
  const { intake, seen } = await toConfirm(c)
  const form = await c.req.parseBody()
  try {
    await act(c, intake, seen, form)
    return c.redirect(pathOf(c, intake), 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.http !== 422) throw error
    return showConfirm(c, intake, seen, error.text(c.get('locale')))
  }
}

const keepChoice: Act = async (c, intake, seen, form) => {
  const reopening = form['reset'] ? undefined : readReopening(seen, intake.columns, form)
  if (reopening) return lookAgain(c, intake, reopening)
  const columns = form['reset'] ? null : readChoice(seen, intake, form)
  const mappingId = form['reset'] ? null : intake.mappingId
  if (!(await setColumns(c.get('platform').db, intake.id, columns, mappingId))) throw intakeRefusals.notNow()
}

/** The columns of a file opened otherwise are others: what was chosen before no longer says anything. */
async function lookAgain(c: Ctx, intake: Intake, columns: ColumnMapping): Promise<void> {
  const platform = c.get('platform')
  await platform.db.transaction(async (tx) => {
    if (!(await setColumns(tx, intake.id, columns, null))) throw intakeRefusals.notNow()
    await moveIntake(tx, intake.id, ['to_confirm'], 'looking')
    await askToLook(tx, intake.id)
  })
  await whenSeen(platform, intake.id, PATIENCE_MS)
}

const keepNamed: Act = async (c, intake, seen, form) => {
  const columns = readChoice(seen, intake, form)
  const asked = { name: form['mapping_name'], everywhere: form['everywhere'] === 'yes', columns }
  await saveMapping(c.get('platform'), intake, seen, asked, actorOf(c.get('viewer')))
}

const start: Act = async (c, intake, seen, form) => {
  const columns = readChoice(seen, intake, form)
  const platform = c.get('platform')
  if (!(await setColumns(platform.db, intake.id, columns, intake.mappingId))) throw intakeRefusals.notNow()
  await startImport(platform, intake, actorOf(c.get('viewer')))
}

async function applyMapping(c: Ctx): Promise<Response> {
  const { intake, seen } = await toConfirm(c)
  const id = Number((await c.req.parseBody())['mapping']) || 0
  await useMapping(c.get('platform'), intake, seen, id)
  return c.redirect(pathOf(c, intake), 303)
}

async function chooseSheet(c: Ctx): Promise<Response> {
  const intake = await intakeOf(c)
  const form = await c.req.parseBody()
  const role = ROLES.find((known) => known === form['role'])
  const sheet = intake.failure?.sheets?.names.find((name) => name === form['sheet'])
  if (!role || !sheet) throw intakeRefusals.notNow()
  const { register, exposed } = intake.columns ?? {}
  const opening = { register: openingOf(register), exposed: openingOf(exposed) }
  await lookAgain(c, intake, { ...opening, [role]: { ...opening[role], sheet } })
  return c.redirect(pathOf(c, intake), 303)
}

async function swap(c: Ctx): Promise<Response> {
  const { intake } = await toConfirm(c)
  const platform = c.get('platform')
  await swapLists(platform, intake)
  await whenSeen(platform, intake.id, PATIENCE_MS)
  return c.redirect(pathOf(c, intake), 303)
}

async function stop(c: Ctx): Promise<Response> {
  const intake = await intakeOf(c)
  await stopImport(c.get('platform'), intake, actorOf(c.get('viewer')))
  return c.redirect(pathOf(c, intake), 303)
}

async function abandon(c: Ctx): Promise<Response> {
  const intake = await intakeOf(c)
  if (isInHand(intake)) await abandonIntake(c.get('platform'), intake, actorOf(c.get('viewer')), 'asked')
  return c.redirect(incidentPath(c, intake.stored ? 'lists/quarantine' : 'lists/import'), 303)
}

async function sendColumns(c: Ctx): Promise<Response> {
  const { intake, seen } = await toConfirm(c)
  return sendJson(c, spelledOut(seen, intake.columns), 'columns.json')
}

async function showMappings(c: Ctx): Promise<Response> {
  return renderMappings(c, await usableMappings(c.get('platform').db, c.get('incident').id))
}

async function sendMapping(c: Ctx): Promise<Response> {
  const mapping = await findMapping(
    c.get('platform').db,
    c.get('incident').id,
    Number.parseInt(c.req.param('file') ?? '', 10),
  )
  if (!mapping) throw intakeRefusals.gone()
  return sendJson(c, mapping.columns, `columns-${mapping.id}.json`)
}

async function removeMapping(c: Ctx): Promise<Response> {
  const { id } = c.get('incident')
  await forgetMapping(c.get('platform'), id, Number(c.req.param('id')), actorOf(c.get('viewer')))
  return c.redirect(incidentPath(c, 'lists/mappings'), 303)
}

function sendJson(c: Ctx, content: unknown, name: string): Response {
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(`${JSON.stringify(content, null, 2)}\n`, 200, {
    'Content-Type': 'application/json; charset=utf-8',
  })
}

async function intakeOf(c: Ctx): Promise<Intake> {
  const intake = await findIntake(c.get('platform').db, c.get('incident').id, c.req.param('id') ?? '')
  if (!intake) throw intakeRefusals.gone()
  return intake
}

async function toConfirm(c: Ctx): Promise<{ intake: Intake; seen: SeenFiles }> {
  const intake = await intakeOf(c)
  if (intake.state !== 'to_confirm') throw intakeRefusals.notNow()
  const seen = await readSeen(c.get('platform').home, intake.id)
  if (!seen) throw intakeRefusals.gone()
  return { intake, seen }
}
