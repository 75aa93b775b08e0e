import { type Context, Hono } from 'hono'
import { actorOf, requireRole } from '../access/index.ts'
import type { DeskEnv } from '../desk/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { archiveOf } from './dossier-store.ts'
import { handOver } from './hand-over.ts'
import { definitionOf, makeArchive, makeDossier } from './make-dossier.ts'
import { documentPage, PREPARERS } from './pages/page-document.tsx'
import { dossierPath, listPage } from './pages/page-list.tsx'
import { readDossierSource } from './read-dossier-source.ts'
import { dossierRefusals } from './refusals.ts'
import { fileBase } from './render/build-archive.ts'
import { renderJson } from './render/render-json.ts'
import { renderPdf } from './render/render-pdf.ts'

type Ctx = Context<DeskEnv>

/** Pages under /incidents/:reference/dossiers: who may read the incident may read them, for they name nobody but those in charge. */
export function routes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get('/dossiers', listPage)
  app.get('/dossiers/:kind{[a-z_]+}', (c) => documentPage(c))
  app.get('/dossiers/:kind{[a-z_]+}/pdf', sendPdf)
  app.get('/dossiers/:kind{[a-z_]+}/json', sendJson)
  app.get('/dossiers/:kind{[a-z_]+}/zip', sendArchive)
  app.get('/dossiers/:kind{[a-z_]+}/versions/:number{[0-9]{1,6}}', sendVersion)
  app.post('/dossiers/:kind{[a-z_]+}/versions', requireRole(...PREPARERS), markHandedOver)
  return app
}

const asked = (c: Ctx) => ({
  reference: c.get('incident').reference,
  kind: c.req.param('kind') ?? '',
  organisation: c.req.query('organisation') || undefined,
})

async function sendPdf(c: Ctx): Promise<Response> {
  const locale = c.req.query('lang') === 'en' ? 'en' : 'fr'
  const { tree } = await makeDossier(c.get('platform'), asked(c), locale)
  const name = `${fileBase(tree)}${locale === 'en' ? '.en' : ''}.pdf`
  return sendFile(c, renderPdf(tree), name, 'application/pdf')
}

async function sendJson(c: Ctx): Promise<Response> {
  const locale = c.req.query('lang') === 'en' ? 'en' : 'fr'
  const { tree } = await makeDossier(c.get('platform'), asked(c), locale)
  return sendFile(
    c,
    Buffer.from(renderJson(tree)),
    `${fileBase(tree)}.json`,
    'application/json; charset=utf-8',
  )
}

async function sendArchive(c: Ctx): Promise<Response> {
  const { archive } = await makeArchive(c.get('platform'), asked(c), c.req.query('lang') === 'en')
  return sendFile(c, archive.bytes, archive.name, 'application/zip')
}

/** The archive as it was handed over, byte for byte. */
async function sendVersion(c: Ctx): Promise<Response> {
  const { kind, reference, organisation } = asked(c)
  definitionOf(kind)
  const platform = c.get('platform')
  const source = await readDossierSource(platform, { reference, locale: 'fr', organisation })
  const number = c.req.param('number') ?? ''
  const key = { kind, organisation: source.organisation.key, number: Number(number) }
  const found = await archiveOf(platform.db, source.incident.id, key)
  if (!found) throw dossierRefusals.unknownVersion({ number })
  return sendFile(c, found.archive, found.fileName, 'application/zip')
}

async function markHandedOver(c: Ctx): Promise<Response> {
  const form = await c.req.parseBody()
  const platform = c.get('platform')
  try {
    const made = await handOver(platform, asked(c), form['english'] === 'yes', actorOf(c.get('viewer')))
    const { reference, kind, organisation } = asked(c)
    const source = await readDossierSource(platform, { reference, locale: c.get('locale'), organisation })
    return c.redirect(dossierPath(c, source, kind, `made=${made.number}`), 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !refusal.code.startsWith('dossiers.')) throw refusal
    return documentPage(c, refusal)
  }
}

function sendFile(c: Ctx, bytes: Buffer, name: string, type: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}
