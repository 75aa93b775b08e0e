import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { requireRole } from '../../access/index.ts'
import type { DeskEnv } from '../../desk/index.ts'
import { explainRow } from '../match/index.ts'
import { absentTexts } from './absent-texts.ts'
import { memberIds } from './explain-person.ts'
import { MOTIVES } from './look-up.ts'
import { looksLikeNir } from './masking.ts'
import { renderAnswer, renderSeek } from './page-absent.tsx'
import { renderNoList } from './page-people.tsx'
import { renderRow } from './page-row.tsx'
import { versionAsked } from './read-changes.ts'
import { funnel } from './read-funnel.ts'
import { readVerdict } from './read-verdicts.ts'
import { listRefusals } from './refusals.ts'
import type { SoughtPerson } from './register-index.ts'
import { seekAbsent } from './seek-absent.ts'
import { findIds } from './store-pages.ts'
import { storedRun } from './stored-files.ts'

type Ctx = Context<DeskEnv>

/** Why someone is off the list, and why one exposed row got its verdict: people/absent, lists/rows/:row. */
export function absentRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const readers = requireRole('lead', 'dpo', 'reviewer', 'call_agent', 'auditor')
  app.get('/people/absent', readers, (c) => renderSeek(c))
  app.post('/people/absent', readers, seek)
  app.get('/lists/rows/:row{[0-9]+}', requireRole('lead', 'dpo', 'reviewer', 'auditor'), showRow)
  return app
}

/** Posted: neither a name nor a number stands in an address. */
async function seek(c: Ctx): Promise<Response> {
  const figures = await funnel(c.get('platform').db, c.get('incident').id)
  if (!figures) return renderNoList(c, 'people')
  const form = await c.req.parseBody()
  const motive = MOTIVES.find((known) => known === form['motive'])
  const sought = soughtIn(form)
  const { incomplete } = absentTexts[c.get('locale')]
  if (!sought) return renderSeek(c, { form, whom: incomplete })
  if (!motive) return renderSeek(c, { form, motive: listRefusals.noMotive().text(c.get('locale')) })
  const asked = { sought, motive }
  const found = await seekAbsent(c.get('platform'), c.get('viewer'), c.get('incident').id, figures, asked)
  return renderAnswer(c, { figures, motive, ...found })
}

/** @throws lists.nirInSearch */
function soughtIn(form: Readonly<Record<string, unknown>>): SoughtPerson | undefined {
  const said = (name: string) =>
    String(form[name] ?? '')
      .trim()
      .slice(0, 80)
  const [memberNumber, surname, firstNames] = [said('number'), said('surname'), said('first_names')]
  if ([memberNumber, surname, firstNames].some(looksLikeNir)) throw listRefusals.nirInSearch()
  if (/[\dA-Za-z]/.test(memberNumber)) return { memberNumber, firstNames: firstNames || undefined }
  const birth = Number(said('birth').replaceAll('-', ''))
  return surname && firstNames && birth > 0 ? { surname, firstNames, birth } : undefined
}

/** Of the list in force, or of the version asked for: a draft's rows can be read before it is published. */
async function showRow(c: Ctx): Promise<Response> {
  const { db, home } = c.get('platform')
  const incidentId = c.get('incident').id
  const version = await versionAsked(db, incidentId, c.req.query('version'))
  if (!version) return renderNoList(c, 'lists')
  const number = Number(c.req.param('row'))
  const { runId, verdictsPath } = version
  const decided = await readVerdict(home, verdictsPath, number)
  if (!decided) throw listRefusals.notFound()
  const run = join(home.store, storedRun(runId))
  const row = await explainRow(run, number)
  const members = await memberIds(
    join(run, 'members.parquet'),
    row.candidates.map(({ memberRow }) => memberRow),
  )
  const ids = await findIds(db, incidentId, [...members.values()])
  const persons = new Map(
    [...members].flatMap(([memberRow, memberId]) => {
      const id = ids.get(memberId)
      return id === undefined ? [] : [[memberRow, id] as const]
    }),
  )
  return renderRow(c, { version: version.number, row, decided, persons })
}
