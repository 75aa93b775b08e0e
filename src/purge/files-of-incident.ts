import { existsSync, readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from '../platform/data-folder.ts'
import type { Tx } from '../platform/database.ts'
import { isAlone, namesInStore } from './empty-store.ts'

/**
 * Files and folders that hold people of an incident: lists and verdicts, letters and their manifests, messages of an exercise, files
 * received, work files. Where the incident is the only one, whatever else stands in those folders too: what a kill left names nobody.
 */
export async function filesOfIncident(
  tx: Tx,
  home: DataFolder,
  incident: { id: string; exercise: boolean },
): Promise<string[]> {
  const { paths, runs, campaigns, intakes } = await namesInStore(tx, incident.id)
  const alone = await isAlone(tx, incident.id)
  const of = (folder: string, belongs: (name: string) => boolean) =>
    list(folder)
      .filter((name) => alone || belongs(name))
      .map((name) => join(folder, name))
  const names = (ids: readonly string[]) => (name: string) => ids.some((id) => name.includes(id))
  const found = [
    ...paths.map((path) => join(home.store, path)),
    ...of(join(home.store, 'lists'), names(runs)),
    ...of(join(home.store, 'verdicts'), names(runs)),
    ...of(join(home.store, 'letters'), (name) => campaigns.includes(name)),
    ...of(join(home.store, 'outbox'), (name) => campaigns.includes(name)),
    ...of(join(home.store, 'intake'), names(intakes)),
    ...of(home.work, names([...runs, ...intakes])),
    // The lists that an exercise was made from.
    ...(incident.exercise ? [join(home.root, 'exercise')] : []),
  ]
  return [...new Set(found)].filter((path) => existsSync(path)).sort()
}

export function weigh(paths: readonly string[]): { files: number; bytes: number } {
  let [files, bytes] = [0, 0]
  for (const path of paths) {
    const found = statSync(path)
    const inside = found.isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
      : undefined
    const whole = inside
      ?.filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)) ?? [path]
    files += whole.length
    for (const file of whole) bytes += statSync(file).size
  }
  return { files, bytes }
}

export async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { recursive: true, force: true })
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
