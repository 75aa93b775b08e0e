import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Bytes an unprivileged writer may still use on the disk that holds `path` (or its nearest existing parent). */
export function freeBytes(path: string): number {
  if (!existsSync(path)) return freeBytes(dirname(path))
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}
