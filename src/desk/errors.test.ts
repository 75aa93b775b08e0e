import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { define, refusals } from '../platform/refusal.ts'
import type { DeskEnv } from './env.ts'
import { onError, onNotFound } from './errors.tsx'
import { readLocale } from './preferences.tsx'

const sample = refusals('sample', {
  emptyFile: define<{ file: string }>({
    http: 422,
    exit: 65,
    fr: ({ file }) => `${file} est vide. Choisissez un autre fichier.`,
    en: ({ file }) => `${file} is empty. Choose another file.`,
  }),
})

const logged: unknown[] = []
const app = new Hono<DeskEnv>()
app.onError(onError)
app.notFound(onNotFound)
app.use(readLocale())
app.use(async (c, next) => {
  c.set('platform', { log: { error: (entry: unknown) => logged.push(entry) } } as never)
  await next()
})
app.get('/refused', () => {
  throw sample.emptyFile({ file: '<b>liste.csv</b>' })
})
app.get('/failed', () => {
  throw new Error('duplicate key (surname)=(Kerbrat)')
})

test('a refusal says what and what to do, with its status, escaped', async () => {
  const answer = await app.request('/refused')
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('&lt;b&gt;liste.csv&lt;/b&gt; est vide. Choisissez un autre fichier.')
  expect(html).not.toContain('<b>liste.csv')
})

test('a refusal is a problem document for a program, in its language', async () => {
  const answer = await app.request('/refused', {
    headers: { accept: 'application/json', 'accept-language': 'en' },
  })
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toMatchObject({
    status: 422,
    code: 'sample.emptyFile',
    detail: '<b>liste.csv</b> is empty. Choose another file.',
  })
})

test('a failure shows a number and no message, and the log has the number and no message either', async () => {
  const answer = await app.request('/failed')
  expect(answer.status).toBe(500)
  const html = await answer.text()
  expect(html).not.toMatch(/Kerbrat|duplicate|\.ts:/)
  const number = html.match(/<b>([0-9a-f]{8})<\/b>/)?.[1]
  expect(logged).toEqual([expect.objectContaining({ requestId: number })])
  expect(JSON.stringify(logged)).not.toContain('Kerbrat')
})

test('an unknown page says so', async () => {
  const answer = await app.request('/nowhere')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Cette page n’existe pas.')
})

test('goes back to a page of this desk only', async () => {
  const back = async (referer: string) =>
    (await app.request('http://localhost/refused', { headers: { referer } })).text()
  expect(await back('http://localhost/incidents/x?a=1')).toContain('href="/incidents/x?a=1"')
  expect(await back('http://elsewhere.example/x')).not.toContain('elsewhere')
})
