import { z } from 'zod'

/** Format of the archive: a tar stream, encrypted as one age file. Raised when an older Tocsin could not read it. */
export const FORMAT = 1

/** First entry: what the archive promises. */
export const headSchema = z.object({
  format: z.number().int(),
  createdAt: z.string(),
  folder: z.object({ id: z.string(), exercise: z.boolean() }),
  /** Names of the migrations the tables stand at. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.number() })),
})
export type BackupHead = z.infer<typeof headSchema>

/** Last entry: what it held. An archive without it was cut short. */
export const tailSchema = z.object({
  rows: z.record(z.string(), z.number()),
  files: z.number().int(),
  journal: z.object({ entries: z.number().int(), head: z.string() }),
})
export type BackupTail = z.infer<typeof tailSchema>
