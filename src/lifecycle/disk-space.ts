import { freeBytes } from '../platform/free-space.ts'
import { define, refusals } from '../platform/refusal.ts'

/** An empty cluster, its log and one import of the sample need this much; below it a start would fail half-way. */
export const NEEDED_BYTES = 400 * 1024 * 1024

const spaceRefusals = refusals('disk', {
  short: define<{ path: string; free: number; needed: number }>({
    http: 503,
    exit: 73,
    fr: ({ path, free, needed }) =>
      `Il reste ${megabytes(free)} Mo sur le disque de ${path} ; il en faut au moins ${megabytes(needed)}. Libérez de la place, puis relancez. Rien n’a été modifié.`,
    en: ({ path, free, needed }) =>
      `Only ${megabytes(free)} MB are left on the disk of ${path}; at least ${megabytes(needed)} are needed. Free some space and start again. Nothing was changed.`,
  }),
})

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024)

/** Refuses to start on a disk that is nearly full, before anything is written. */
export function checkSpace(path: string): void {
  const free = freeBytes(path)
  if (free < NEEDED_BYTES) throw spaceRefusals.short({ path, free, needed: NEEDED_BYTES })
}
