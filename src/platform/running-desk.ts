import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { isAlive } from '../../scripts/lock.mjs'
import type { Config } from './config.ts'
import { define, refusals } from './refusal.ts'

export const deskRefusals = refusals('desk', {
  notRunning: define<{ home: string }>({
    http: 503,
    exit: 69,
    fr: ({ home }) =>
      `Tocsin n’est pas démarré pour ${home}. Lancez « npm start », attendez l’adresse, puis recommencez.`,
    en: ({ home }) =>
      `Tocsin is not running for ${home}. Run “npm start”, wait for the address, then try again.`,
  }),
  held: define<{ home: string; pid: number }>({
    http: 409,
    exit: 73,
    fr: ({ home, pid }) =>
      `Tocsin tourne sur ${home} (processus ${pid}). Arrêtez-le d’abord : « tocsin stop ».`,
    en: ({ home, pid }) => `Tocsin is running on ${home} (process ${pid}). Stop it first: “tocsin stop”.`,
  }),
  folderUsed: define<{ home: string }>({
    http: 409,
    exit: 73,
    fr: ({ home }) =>
      `Le dossier ${home} contient déjà des données. Choisissez un dossier neuf avec TOCSIN_HOME.`,
    en: ({ home }) => `The folder ${home} already holds data. Choose a new folder with TOCSIN_HOME.`,
  }),
  portBusy: define<{ port: number }>({
    http: 503,
    exit: 69,
    fr: ({ port }) =>
      `Le port ${port} est déjà pris sur cette machine. Choisissez-en un autre : TOCSIN_PORT=${port + 1} npm start. Rien n’a été modifié.`,
    en: ({ port }) =>
      `Port ${port} is already in use on this machine. Choose another: TOCSIN_PORT=${port + 1} npm start. Nothing was changed.`,
  }),
})

/** What a running desk says of itself to the commands of the same machine. Readable by the folder's owner only. */
export interface RunningDesk {
  readonly pid: number
  readonly birth: string
  readonly url: string
  readonly port: number
  readonly exercise: boolean
  readonly startedAt: string
  /** How to reach the database, password included: the file is for the folder's owner alone (0600). */
  readonly connection: pg.PoolConfig
}

const fileOf = (home: string) => join(home, 'run', 'desk.json')

export function announceDesk(home: string, desk: RunningDesk): void {
  const file = fileOf(home)
  writeFileSync(`${file}.part`, JSON.stringify(desk), { mode: 0o600 })
  renameSync(`${file}.part`, file)
}

export function withdrawDesk(home: string): void {
  rmSync(fileOf(home), { force: true })
}

/** The desk that is ready to serve, or undefined. Creates nothing and connects to nothing. */
export function runningDesk(config: Config): RunningDesk | undefined {
  const file = fileOf(config.home)
  if (!existsSync(file)) return undefined
  try {
    const desk = JSON.parse(readFileSync(file, 'utf8')) as RunningDesk
    return isAlive(desk) ? desk : undefined
  } catch {
    return undefined
  }
}
