import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from './config.ts'
import { ioRefusal } from './io-refusal.ts'
import { define, refusals } from './refusal.ts'

/** Layout version of the data folder. Raised when an older Tocsin could damage what a newer one wrote. */
const VERSION = 1

const folderRefusals = refusals('folder', {
  newer: define<{ path: string; found: number; known: number }>({
    http: 503,
    exit: 78,
    fr: ({ path, found, known }) =>
      `Le dossier ${path} vient d’une version plus récente de Tocsin (format ${found}, celui-ci connaît ${known}). Mettez Tocsin à jour, ou choisissez un autre dossier avec TOCSIN_HOME. Rien n’a été modifié.`,
    en: ({ path, found, known }) =>
      `The folder ${path} comes from a newer Tocsin (format ${found}, this one knows ${known}). Update Tocsin, or choose another folder with TOCSIN_HOME. Nothing was changed.`,
  }),
  unreadable: define<{ path: string }>({
    http: 503,
    exit: 78,
    fr: ({ path }) =>
      `Le fichier ${path} est illisible. Restaurez-le depuis une sauvegarde, ou choisissez un autre dossier avec TOCSIN_HOME.`,
    en: ({ path }) =>
      `The file ${path} cannot be read. Restore it from a backup, or choose another folder with TOCSIN_HOME.`,
  }),
  notOurs: define<{ path: string }>({
    http: 503,
    exit: 73,
    fr: ({ path }) =>
      `Le dossier ${path} contient déjà autre chose que des données de Tocsin. Choisissez un dossier vide avec TOCSIN_HOME.`,
    en: ({ path }) =>
      `The folder ${path} already holds something other than Tocsin’s data. Choose an empty folder with TOCSIN_HOME.`,
  }),
  nature: define<{ path: string; exercise: boolean }>({
    http: 409,
    exit: 78,
    fr: ({ path, exercise }) =>
      exercise
        ? `Le dossier ${path} sert à un exercice : un incident réel s’ouvre dans un autre dossier (TOCSIN_HOME).`
        : `Le dossier ${path} sert à un incident réel : un exercice s’ouvre dans un autre dossier (TOCSIN_HOME).`,
    en: ({ path, exercise }) =>
      exercise
        ? `The folder ${path} serves an exercise: open a real incident in another folder (TOCSIN_HOME).`
        : `The folder ${path} serves a real incident: open an exercise in another folder (TOCSIN_HOME).`,
  }),
})

const about = z.object({ version: z.number().int(), exercise: z.boolean(), id: z.string() })

export interface DataFolder {
  readonly root: string
  readonly id: string
  /** An exercise folder holds exercises only, with fictional persons; a real one never has them. */
  readonly exercise: boolean
  /** What backups copy, beside the database: encrypted lists, outbox, letters, verdicts. */
  readonly store: string
  /** Work files of a running job; wiped at start. */
  readonly work: string
  /** Keys: never in a backup (promise 5). */
  readonly keys: string
  /** Where the running desk says how to reach it. */
  readonly run: string
  readonly logs: string
}

/** The paths of a data folder that is already there; undefined when there is none. Creates nothing. */
export function existingDataFolder(config: Config): DataFolder | undefined {
  const file = join(config.home, 'tocsin.json')
  if (!existsSync(file)) return undefined
  const parsed = about.safeParse(readJson(file))
  if (!parsed.success) throw folderRefusals.unreadable({ path: file })
  const { version, exercise, id } = parsed.data
  if (version > VERSION) throw folderRefusals.newer({ path: config.home, found: version, known: VERSION })
  return pathsOf(config, id, exercise)
}

/** What may stand in a folder before Tocsin has made it its own. */
const BEFORE = /^(lock(\..+)?|keys|tocsin\.json\.part)$/

/**
 * Opens the data folder, creating it when it is absent or empty. `exercise` must agree with a folder that exists. A folder
 * that holds anything else is refused: work files are deleted here, and a person's own must never be.
 */
export function openDataFolder(config: Config, exercise: boolean | undefined): DataFolder {
  const existing = existingDataFolder(config)
  if (existing && exercise !== undefined && existing.exercise !== exercise) {
    throw folderRefusals.nature({ path: config.home, exercise: existing.exercise })
  }
  try {
    return makeFolders(existing ?? claimFolder(config, exercise ?? true))
  } catch (error) {
    throw ioRefusal(error, config.home)
  }
}

function claimFolder(config: Config, exercise: boolean): DataFolder {
  mkdirSync(config.home, { recursive: true, mode: 0o700 })
  if (readdirSync(config.home).some((name) => !BEFORE.test(name))) {
    throw folderRefusals.notOurs({ path: config.home })
  }
  const folder = pathsOf(config, randomUUID(), exercise)
  describe(folder) // first of all: from here on, what stands in the folder is ours
  return folder
}

function makeFolders(folder: DataFolder): DataFolder {
  for (const path of [folder.store, folder.work, folder.keys, folder.run, folder.logs]) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  }
  return folder
}

/** For a worker on another machine: the paths, where nothing is made and nothing read. */
export function folderApart(config: Config): DataFolder {
  return pathsOf(config, '', false)
}

/** Takes away a folder that this process has just made, so that a failed restore can be tried again. The keys stay. */
export function discardDataFolder(folder: DataFolder): void {
  for (const name of ['store', 'work', 'run', 'logs', 'postgres', 'tocsin.json']) {
    rmSync(join(folder.root, name), { recursive: true, force: true })
  }
}

/** Work files hold identifiers in clear: whatever a killed process left is deleted before anything starts. */
export function wipeWork(folder: DataFolder): void {
  rmSync(folder.work, { recursive: true, force: true })
  mkdirSync(folder.work, { recursive: true, mode: 0o700 })
}

function describe(folder: DataFolder): void {
  const file = join(folder.root, 'tocsin.json')
  writeFileSync(
    `${file}.part`,
    `${JSON.stringify({ version: VERSION, exercise: folder.exercise, id: folder.id })}\n`,
    { mode: 0o600 },
  )
  renameSync(`${file}.part`, file)
}

function pathsOf(config: Config, id: string, exercise: boolean): DataFolder {
  const at = (name: string) => join(config.home, name)
  return {
    root: config.home,
    id,
    exercise,
    store: at('store'),
    work: at('work'),
    keys: config.keys,
    run: at('run'),
    logs: at('logs'),
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw ioRefusal(error, file)
  }
}
