import type { Context } from 'hono'
import type { DeskEnv } from './env.ts'

/** Address of a page of the incident in hand: `incidentPath(c, 'people/12')` gives `/incidents/tiersoin/people/12`. */
export function incidentPath(c: Context<DeskEnv>, path = ''): string {
  return incidentAddress(c.get('incident').reference, path)
}

/** The same from a reference, where there is no request. The home page ends with no slash. */
export function incidentAddress(reference: string, path = ''): string {
  const home = `/incidents/${encodeURIComponent(reference)}`
  return path === '' ? home : `${home}/${path.replace(/^\//, '')}`
}

/** A path of this desk and nothing else: never `//other.example`, `/\other.example` nor an address with a scheme. */
export function localPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[^\r\n\\]*$/.test(path) ? path : '/'
}
