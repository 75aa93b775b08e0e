import type { Context } from 'hono'
import { hasRole } from '../access/index.ts'
import type { DeskEnv } from '../desk/index.ts'

/** Who may state facts. The others read them. */
export const WRITERS = ['lead', 'dpo', 'communication'] as const

/** Forms are not shown to those whose answer would be refused. */
export function mayWrite(c: Context<DeskEnv>): boolean {
  return hasRole(c.get('viewer'), ...WRITERS)
}

/** The posted fields, as typed; a field given several times keeps all its values, one a line. */
export async function readFields(c: Context<DeskEnv>): Promise<Record<string, string>> {
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, [value].flat().map(String).join('\n')]),
  )
}
