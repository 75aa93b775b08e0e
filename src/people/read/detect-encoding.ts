import { isAscii, isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import type { Encoding } from './model.ts'

const BLOCK = 64 * 1024
const BLOCKS = 64

/**
 * Finds how a file's text is encoded: byte order mark, then zeros at every other byte (UTF-16 without mark), then
 * lines that are strict UTF-8 against lines that are not, then Windows-1252 against ISO-8859-15 by their French words.
 * Reads blocks spread over the file; a file that is ASCII in all of them is read through until it is not.
 * @returns undefined when no encoding we read explains the bytes
 */
export async function detectEncoding(file: FileHandle, size: number): Promise<Encoding | undefined> {
  const head = await readAt(file, 0, Math.min(size, BLOCK))
  const marked = byMark(head) ?? byZeros(head)
  if (marked) return marked
  const evidence = { utf8: 0, other: 0, latin9: 0, cp1252: 0, controls: 0 }
  const step = Math.max(BLOCK, Math.floor(size / BLOCKS))
  for (let at = 0; at < size; at += step) weigh(await readAt(file, at, BLOCK), evidence)
  if (evidence.utf8 + evidence.other === 0 && step > BLOCK) await weighFirstNonAscii(file, size, evidence)
  return conclude(evidence)
}

interface Evidence {
  utf8: number
  other: number
  latin9: number
  cp1252: number
  controls: number
}

function byMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

function byZeros(head: Buffer): Encoding | undefined {
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  const half = head.length / 2
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le'
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : undefined
}

function weigh(block: Buffer, evidence: Evidence): void {
  if (isAscii(block)) return
  let from = block.indexOf(10) + 1
  if (from === 0 || from === block.length) from = 0
  while (from < block.length) {
    const found = block.indexOf(10, from)
    const to = found < 0 ? block.length : found
    // A block ends anywhere: its last, cut line proves nothing unless it is the only one.
    if (found >= 0 || from === 0) weighLine(block.subarray(from, to), evidence)
    from = to + 1
  }
}

function weighLine(line: Buffer, evidence: Evidence): void {
  if (isAscii(line)) return
  if (isUtf8(line)) evidence.utf8++
  else evidence.other++
  for (const byte of line) {
    if (byte >= 0x80 && byte <= 0x9f) evidence.cp1252++
    // ŠšŽžŒœŸ€ of ISO-8859-15; Windows-1252 has ¦¨´¸¼½¾¤ there, which names do not hold.
    else if (byte === 0xa6 || byte === 0xa8 || byte === 0xb4 || byte === 0xb8) evidence.latin9++
    else if (byte === 0xbc || byte === 0xbd || byte === 0xbe || byte === 0xa4) evidence.latin9++
    else if (byte < 9 || byte === 0x7f) evidence.controls++
  }
}

async function weighFirstNonAscii(file: FileHandle, size: number, evidence: Evidence): Promise<void> {
  const large = 1 << 20
  for (let at = 0; at < size; at += large) {
    const block = await readAt(file, at, large)
    if (isAscii(block)) continue
    weigh(block, evidence)
    if (evidence.utf8 + evidence.other > 0) return
  }
}

/** A few broken lines do not change what the others say: they are quarantined, not the file re-read as another encoding. */
function conclude(evidence: Evidence): Encoding | undefined {
  const { utf8, other, latin9, cp1252, controls } = evidence
  if (utf8 >= other) return 'utf-8'
  if (controls > other) return undefined
  return latin9 > cp1252 ? 'iso-8859-15' : 'windows-1252'
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
