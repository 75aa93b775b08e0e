import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A new temporary folder that any account may pass through: as root the embedded PostgreSQL runs as another one, and
 * would else put its cluster outside, in /var/lib, where nobody removes it.
 */
export function temporaryFolder(name: string): string {
  const path = mkdtempSync(join(tmpdir(), `tocsin-${name}-`))
  chmodSync(path, 0o711)
  return path
}
