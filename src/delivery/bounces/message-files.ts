import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { classifyMessage } from './classify-message.ts'
import { MOST_BYTES } from './read-message.ts'
import type { BounceVerdict } from './verdict.ts'

/** A verdict with the file it was read from. */
export type FileVerdict = { readonly file: string } & BounceVerdict

/**
 * Reads a message file, an mbox (several messages), or a folder: a Maildir, or any folder of messages, in order of name.
 * Yields one line a failed recipient; an mbox keeps one message in memory at a time.
 * @throws the file system's own error when a file cannot be read
 */
export async function* classifyFile(file: string, depth = 0): AsyncGenerator<FileVerdict> {
  const about = await stat(file)
  if (!about.isDirectory()) {
    for await (const bytes of messagesOf(file)) {
      for (const verdict of await classifyMessage(bytes)) yield { file, ...verdict }
    }
    return
  }
  const names = (await readdir(file)).sort()
  const isMaildir = names.includes('new') && names.includes('cur')
  for (const name of names) {
    // What a Maildir holds in tmp is still being written.
    if (name.startsWith('.') || (isMaildir && name === 'tmp') || depth > 8) continue
    yield* classifyFile(join(file, name), depth + 1)
  }
}

const MBOX_LINE = /^From \S+ +\w{3},? +\w{3} +\d{1,2} +\d{1,2}:\d\d/

/** The messages of a file: itself, or each one of an mbox (RFC 4155), at most `MOST_BYTES` of each. */
async function* messagesOf(file: string): AsyncGenerator<Uint8Array> {
  if (!MBOX_LINE.test(await firstLine(file))) return yield* wholeFile(file)
  let parts: Buffer[] = []
  let size = 0
  let blank = true
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(file)) {
    const bytes = Buffer.concat([rest, chunk as Buffer])
    let from = 0
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      const line = bytes.subarray(from, end + 1)
      from = end + 1
      if (blank && size > 0 && line.length < 300 && MBOX_LINE.test(line.toString('latin1'))) {
        yield Buffer.concat(parts)
        parts = []
        size = 0
      }
      blank = line.length <= 2 && line.toString('latin1').trim() === ''
      if (size < MOST_BYTES) parts.push(Buffer.from(line))
      size += line.length
    }
    rest = bytes.subarray(from)
    // A line without end is not kept whole: no report needs it.
    if (rest.length > MOST_BYTES) rest = rest.subarray(0, MOST_BYTES)
  }
  if (size < MOST_BYTES) parts.push(rest)
  if (size + rest.length > 0) yield Buffer.concat(parts)
}

async function firstLine(file: string): Promise<string> {
  return (await beginning(file, 300)).toString('latin1').split('\n')[0] ?? ''
}

async function* wholeFile(file: string): AsyncGenerator<Uint8Array> {
  yield await beginning(file, MOST_BYTES)
}

async function beginning(file: string, most: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const buffer = Buffer.alloc(most)
    let filled = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, filled, most - filled, null)
      filled += bytesRead
      if (bytesRead === 0 || filled === most) return buffer.subarray(0, filled)
    }
  } finally {
    await handle.close()
  }
}
