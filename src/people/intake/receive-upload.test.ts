import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { receiveUpload } from './receive-upload.ts'

const TYPE = 'multipart/form-data; boundary=lim'

async function* chunks(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function received(
  body: Uint8Array,
  size: number,
): Promise<Map<string, { name: string; content: Buffer }>> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-upload-'))
  try {
    const files = await receiveUpload(chunks(body, size), TYPE, folder)
    return new Map(
      [...files].map(([field, { name, path }]) => [field, { name, content: readFileSync(path) }]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function part(field: string, content: Uint8Array, name?: string): Buffer {
  const file = name === undefined ? '' : `; filename="${name}"`
  const head = `--lim\r\nContent-Disposition: form-data; name="${field}"${file}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')])
}

describe('an upload', () => {
  it('keeps the bytes of each file, whatever they are and however they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', '\r\n--li', '\r\n\r\n', '--lim', '\r'),
        fc.integer({ min: 1, max: 64 }),
        async (bytes, tricky, size) => {
          const register = Buffer.concat([bytes, Buffer.from(tricky)])
          const fields = [
            part('note', Buffer.from('x')),
            part('register', register, 'r.csv'),
            part('exposed', bytes, 'e.csv'),
          ]
          const files = await received(Buffer.concat([...fields, Buffer.from('--lim--\r\n')]), size)
          expect([...files.keys()]).toEqual(['register', 'exposed'])
          expect(files.get('register')).toEqual({ name: 'r.csv', content: register })
          expect(files.get('exposed')?.content).toEqual(Buffer.from(bytes))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('never leaves its folder, whatever the file is called', async () => {
    for (const name of ['../../etc/x.csv', 'C:\\x\\x.csv']) {
      const files = await received(
        Buffer.concat([part('register', Buffer.from('a'), name), Buffer.from('--lim--')]),
        10,
      )
      expect(files.get('register')?.name).toBe('x.csv')
    }
  })

  it('keeps the end of a name that no disk would take', async () => {
    const name = `${'年'.repeat(300)}.csv`
    const files = await received(
      Buffer.concat([part('register', Buffer.from('a'), name), Buffer.from('--lim--')]),
      10,
    )
    expect(files.get('register')?.name).toMatch(/年\.csv$/)
  })

  it.each([
    ['cut in a file', '--lim\r\nContent-Disposition: form-data; name="r"; filename="r.csv"\r\n\r\nabc'],
    ['cut in a head', '--lim\r\nContent-Disp'],
    ['empty', ''],
  ])('that is %s is refused', async (_why, body) => {
    await expect(received(Buffer.from(body), 7)).rejects.toMatchObject({ code: 'intake.uploadIncomplete' })
  })
})
