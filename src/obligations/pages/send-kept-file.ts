import { Readable } from 'node:stream'
import type { openKeptFile } from '../acts/keep-file.ts'
import type { Ctx } from './show-board.tsx'

/** A kept file as it was handed over, always saved and never shown: what it holds is not ours. */
export function sendKeptFile(c: Ctx, { file, content }: Awaited<ReturnType<typeof openKeptFile>>): Response {
  return c.body(Readable.toWeb(content) as ReadableStream, 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`,
    'content-length': String(file.bytes),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}
