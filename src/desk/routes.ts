import { type Context, Hono } from 'hono'
import { entriesBefore, head } from '../journal/index.ts'
import type { DeskEnv } from './env.ts'
import { renderHome } from './home.tsx'
import { JOURNAL_PAGE, renderJournal } from './journal-page.tsx'
import { LiveFigures, liveStateOf, streamLive } from './live.ts'
import { incidentPath } from './paths.ts'
import { type HomeSources, readHome, readLive } from './read-home.ts'
import { checkJournal, lastVerification } from './verify-journal.ts'

/** Pages of the desk itself, mounted under `/incidents/:reference`: home, live figures, journal. */
export function deskRoutes(sources: HomeSources): Hono<DeskEnv> {
  let live: LiveFigures | undefined
  return new Hono<DeskEnv>()
    .get('/', async (c) => {
      const figures = await readHome(c.get('platform'), c.get('incident').id, sources, c.get('locale'))
      return renderHome(c, figures)
    })
    .get('/live', (c) => {
      const platform = c.get('platform')
      live ??= new LiveFigures({ read: async (id) => liveStateOf(await readLive(platform, id, sources)) })
      return streamLive(c, live)
    })
    .get('/journal', showJournal)
    .post('/journal/verification', async (c) => {
      await checkJournal(c.get('platform'))
      return c.redirect(incidentPath(c, 'journal'), 303)
    })
}

async function showJournal(c: Context<DeskEnv>): Promise<Response> {
  const { db } = c.get('platform')
  const before = seqOf(c.req.query('before'))
  return renderJournal(c, {
    entries: await entriesBefore(db, before, JOURNAL_PAGE),
    head: await head(db),
    verification: lastVerification(db),
    paged: before !== undefined,
  })
}

/** Anything that is not a number of entry shows the newest. */
function seqOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}
