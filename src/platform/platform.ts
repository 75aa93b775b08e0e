import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { DataFolder } from './data-folder.ts'
import type { Database } from './database.ts'
import type { Logger } from './log.ts'

/** What every use case may need from below: the database, the time, the data folder, the settings, the log. */
export interface Platform {
  readonly db: Database
  readonly clock: Clock
  readonly home: DataFolder
  readonly config: Config
  readonly log: Logger
}
