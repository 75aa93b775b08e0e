import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the installation (where package.json, migrations/ and sample/ are), from the sources as from dist/. */
export const installation: string = findUpwards(import.meta.dirname)

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'migrations')) && existsSync(join(folder, 'package.json'))) return folder
  return findUpwards(dirname(folder))
}
