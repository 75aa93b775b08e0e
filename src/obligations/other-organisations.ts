import type { CaseFile } from '../law/index.ts'
import type { Tx } from '../platform/database.ts'
import { countsByOrganisation } from './conclusion-store.ts'
import type { BoardOthers } from './model.ts'

const PAGE = 50

/** One page of the other organisations of the chain: those with something due come first, the nearest before. */
export async function othersOf(
  tx: Tx,
  incidentId: string,
  { organisations }: CaseFile,
  key: string | null,
  from: number,
): Promise<BoardOthers> {
  const counts = new Map((await countsByOrganisation(tx, incidentId)).map((one) => [one.organisation, one]))
  const others = organisations
    .filter((one) => one.key !== key)
    .map(({ key: other, name }) => {
      const { required = 0, depends = 0, nextDue = null } = counts.get(other) ?? {}
      return { key: other, name, required, depends, nextDue }
    })
    .sort((a, b) => dueOf(a) - dueOf(b) || b.required - a.required || (a.name < b.name ? -1 : 1))
  const offset = Math.max(0, Math.min(from, Math.floor(Math.max(0, others.length - 1) / PAGE) * PAGE))
  return { total: others.length, offset, organisations: others.slice(offset, offset + PAGE) }
}

const LAST = Number.MAX_SAFE_INTEGER
const dueOf = ({ nextDue }: BoardOthers['organisations'][number]) => nextDue?.epochMilliseconds ?? LAST
