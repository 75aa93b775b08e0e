import type { CaseFile, ChainOrganisation, Conclusion } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { judged } from '../case/judge-organisation.ts'
import type { BoardOthers, Filing } from '../model.ts'

const PAGE = 50

type Filings = ReadonlyMap<string, readonly Filing[]>
type Other = BoardOthers['organisations'][number]

/**
 * One page of the other organisations of the chain, each judged now with what is known of it; its rules are counted, however many
 * neighbours they are owed to. Within the page, those with the nearest instant due come first.
 */
export function othersOf(
  caseFile: CaseFile,
  key: string | null,
  from: number | undefined,
  filings: Filings,
): BoardOthers {
  const others = caseFile.organisations.filter((one) => one.key !== key)
  if (from === undefined) return { total: others.length, offset: 0, organisations: [] }
  const last = Math.floor(Math.max(0, others.length - 1) / PAGE) * PAGE
  const offset = Math.max(0, Math.min(Math.floor(from) || 0, last))
  const organisations = others
    .slice(offset, offset + PAGE)
    .map((one) => summary(caseFile, one, filings))
    .sort((a, b) => dueOf(a) - dueOf(b) || b.required - a.required || (a.name < b.name ? -1 : 1))
  return { total: others.length, offset, organisations }
}

function summary(caseFile: CaseFile, { key, name }: ChainOrganisation, filings: Filings): Other {
  const open = judged(caseFile, key, { silent: true }).conclusions.filter(
    ({ id, done, snapshot }) =>
      !done &&
      snapshot.rule.nature !== 'voluntary' &&
      !filings.get(id)?.some(({ state }) => state === 'filed'),
  )
  const required = open.filter(({ result }) => result === 'required')
  return {
    key,
    name,
    required: rulesIn(required),
    depends: rulesIn(open.filter(({ result }) => result === 'depends')),
    nextDue: earliest(required),
  }
}

function rulesIn(conclusions: readonly Conclusion[]): number {
  return new Set(conclusions.map(({ snapshot }) => snapshot.rule.id)).size
}

function earliest(conclusions: readonly Conclusion[]): Temporal.Instant | null {
  const due = conclusions.flatMap(({ clock }) =>
    clock.kind === 'computed' ? [clock.clock.dueAt.toInstant()] : [],
  )
  return due.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0] ?? null
}

const LAST = Number.MAX_SAFE_INTEGER
const dueOf = ({ nextDue }: Other) => nextDue?.epochMilliseconds ?? LAST
