import { Hono } from 'hono'
import { requireRole } from '../access/index.ts'
import type { DeskEnv } from '../desk/index.ts'
import { WRITERS } from './may-write.ts'
import { createExposure, createPopulation, exposurePage } from './page-exposure.tsx'
import { createFact, createVersion, editFactPage, newFactPage } from './page-fact-form.tsx'
import { factsPage } from './page-facts.tsx'
import { createLink, createOrganisation, organisationsPage } from './page-organisations.tsx'

/** Pages of the facts, mounted under `/incidents/:reference`. Everyone reads; lead, DPO and communication write. */
export function routes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const writers = requireRole(...WRITERS)
  app.get('/facts', (c) => factsPage(c))
  app.post('/facts', writers, (c) => createFact(c))
  app.get('/facts/new', writers, (c) => newFactPage(c))
  app.get('/facts/organisations', (c) => organisationsPage(c))
  app.post('/facts/organisations', writers, (c) => createOrganisation(c))
  app.post('/facts/organisations/links', writers, (c) => createLink(c))
  app.get('/facts/exposure', (c) => exposurePage(c))
  app.post('/facts/exposure', writers, (c) => createExposure(c))
  app.post('/facts/populations', writers, (c) => createPopulation(c))
  app.get('/facts/:key/edit', writers, (c) => editFactPage(c))
  app.post('/facts/:key/versions', writers, (c) => createVersion(c))
  return app
}
