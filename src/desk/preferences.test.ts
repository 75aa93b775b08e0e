import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { assetsRoutes, stylesheetPath } from './assets.ts'
import { renderBarePage } from './bare-page.tsx'
import type { DeskEnv } from './env.ts'
import { incidentAddress, localPath } from './paths.ts'
import { preferenceRoutes, readLocale } from './preferences.tsx'

const app = new Hono<DeskEnv>()
  .use(readLocale())
  .route('/', preferenceRoutes())
  .route('/', assetsRoutes(import.meta.dirname))
  .get('/bare', (c) => renderBarePage(c, { title: 'T', children: 'x' }))

const choose = (fields: Record<string, string>) =>
  app.request('/preferences', { method: 'POST', body: new URLSearchParams(fields) })

test('remembers language and theme without scripts', async () => {
  const answer = await choose({ locale: 'en', back: '/bare?a=1' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/bare?a=1')
  expect(answer.headers.get('set-cookie')).toContain('locale=en')
  const html = await (await app.request('/bare', { headers: { cookie: 'locale=en; theme=dark' } })).text()
  expect(html).toContain('<html lang="en" data-theme="dark">')
})

test('keeps nothing that is not a choice', async () => {
  const answer = await choose({ locale: 'xx', theme: '"><script>', back: 'https://elsewhere.example/' })
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('location')).toBe('/')
})

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  '/a\r\nb',
  '',
])('never leaves the desk: %j', (path) => expect(localPath(path)).toBe('/'))

test('addresses of an incident', () => {
  expect(incidentAddress('tiersoin')).toBe('/incidents/tiersoin')
  expect(incidentAddress('a b', '/people/12')).toBe('/incidents/a%20b/people/12')
})

test('the stylesheet is kept for ever under the name of its content, and asks nothing of anyone', async () => {
  const answer = await app.request(stylesheetPath)
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(await answer.text()).not.toMatch(/@import|url\("?https?:|@font-face/)
})

test('serves islands by name and nothing else of the disk', async () => {
  expect((await app.request('/assets/islands/nothing.js')).status).toBe(404)
  expect((await app.request('/assets/islands/..%2Fassets.ts')).status).toBe(404)
})
