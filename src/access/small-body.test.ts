import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallBody } from './page-answers.tsx'

const app = new Hono()
app.use('*', smallBody)
app.post('/', async (c) => c.text(String((await c.req.parseBody())['field'] ?? 'nothing')))

let server: ReturnType<typeof serve>
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())
  })
})
afterAll(() => server.close())

const form = { 'content-type': 'application/x-www-form-urlencoded' }

function post(
  headers: Record<string, string>,
  write: (out: ClientRequest) => void,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const out = request({ host: '127.0.0.1', port, method: 'POST', headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    out.on('error', reject)
    write(out)
    out.end()
  })
}

test('a POST without a body passes, declared empty or not', async () => {
  expect(await post({ 'content-length': '0' }, () => undefined)).toMatchObject({ status: 200 })
  expect(await post({ 'transfer-encoding': 'chunked' }, () => undefined)).toMatchObject({ status: 200 })
  const bare = await app.request('http://localhost/', { method: 'POST' })
  expect(bare.status).toBe(200)
})

test('a form sent in chunks is read; a declared one too', async () => {
  const chunked = await post({ ...form, 'transfer-encoding': 'chunked' }, (out) => {
    out.write('field=')
    out.write('value')
  })
  expect(chunked).toEqual({ status: 200, text: 'value' })
  expect(await post({ ...form, 'content-length': '11' }, (out) => out.write('field=value'))).toEqual({
    status: 200,
    text: 'value',
  })
})

test('a large body is refused, whether it declares its length or not', async () => {
  const large = Buffer.alloc(70 * 1024, 'a')
  const chunked = await post({ ...form, 'transfer-encoding': 'chunked' }, (out) => out.write(large)).catch(
    () => ({ status: 413 }),
  )
  expect(chunked.status).toBe(413)
  const declared = await post({ ...form, 'content-length': String(large.length) }, (out) =>
    out.write(large),
  ).catch(() => ({ status: 413 }))
  expect(declared.status).toBe(413)
})
