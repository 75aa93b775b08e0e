import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * A secret kept in a file, made on first use. Two processes that make it in the same moment both get the one that was
 * there first: what the other had already encrypted with its own could never be read again.
 * @returns what the file holds
 */
export function keepSecret(path: string, made: string): string {
  const part = `${path}.${process.pid}.part`
  writeFileSync(part, made, { mode: 0o600 })
  try {
    unlessThere(() => linkWhole(part, path, made))
  } finally {
    rmSync(part, { force: true })
  }
  return readFileSync(path, 'utf8')
}

/** Whole or not at all; a disk without hard links (a USB stick) takes it as a new file. */
function linkWhole(part: string, path: string, made: string): void {
  try {
    linkSync(part, path)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error
    writeFileSync(path, made, { mode: 0o600, flag: 'wx' })
  }
}

function unlessThere(make: () => void): void {
  try {
    make()
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? ''
}
