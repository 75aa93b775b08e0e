import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../platform/refusal.ts'
import { sameOrigin, securityHeaders } from './request-guards.ts'

const app = new Hono()
app.onError((error, c) => (error instanceof Refusal ? c.text(error.code, error.http) : c.text('bug', 500)))
app.use(securityHeaders(), sameOrigin())
app.all('/', (c) => c.text('served'))

const send = (method: string, headers: Record<string, string>) =>
  app.request('http://localhost:7331/', { method, headers: { host: 'localhost:7331', ...headers } })

describe('the name in the request', () => {
  it.each(['localhost:7331', 'LOCALHOST:7331', '127.0.0.1:7331', '[::1]:7331', 'localhost'])(
    '%s is ours',
    async (host) => {
      expect((await send('GET', { host })).status).toBe(200)
    },
  )

  // A domain of the attacker that resolves to 127.0.0.1: same origin for the browser, but its Host gives it away.
  it.each([
    'rebound.example:7331',
    'localhost.rebound.example',
    '127.0.0.1.rebound.example:7331',
    '10.0.0.7:7331',
  ])('%s is refused, even to read', async (host) => {
    const refused = await send('GET', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })
    expect(refused.status).toBe(403)
    expect(await refused.text()).toBe('access.unknownHost')
  })
})

describe('an unsafe request', () => {
  const ours = 'http://localhost:7331'
  it.each([
    [{ origin: ours, 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: ours }, 200],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'http://localhost:9999', 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: ours, 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: 'https://localhost:7331' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
  ] as [Record<string, string>, number][])('with %j gets %i', async (headers, status) => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await send(method, headers)).status).toBe(status)
  })
})

it('every answer carries the strict headers, refusals included', async () => {
  for (const answer of [await send('GET', {}), await send('POST', {})]) {
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})
