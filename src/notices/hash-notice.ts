import { createHash } from 'node:crypto'
import { canonicalJson } from '../journal/index.ts'
import type { NoticeTree } from './model.ts'

/** SHA-256 (hex) of the tree's canonical JSON (RFC 8785): the identity of a notice version, sealed at release. */
export function noticeHash(tree: NoticeTree): string {
  return createHash('sha256').update(canonicalJson(tree)).digest('hex')
}
