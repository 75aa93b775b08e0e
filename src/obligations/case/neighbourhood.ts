import type { CaseFile } from '../../law/index.ts'

/** Neighbours that one page of a board shows, where a duty is owed to each of them. */
export const NEIGHBOURS = 50
/** Neighbours that reminders, calendars and counts follow one by one. A host of more is reminded of these, and sees the others by pages. */
export const MOST_NEIGHBOURS = 2000

export interface Near {
  /** Where the page of neighbours begins. */
  readonly from?: number | undefined
  /** Key of a neighbour that must be in, whatever its page. */
  readonly including?: string | undefined
}

/**
 * The part of a case that one organisation's duties depend on: itself, those it serves and those who serve it, and the agreements
 * it is bound by. A board of a chain of ten thousand does not judge the ten thousand; a host of ten thousand sees its clients by pages.
 */
export function neighbourhood(caseFile: CaseFile, key: string, near: Near = {}): CaseFile {
  const touching = caseFile.links.filter(({ supplier, client }) => supplier === key || client === key)
  const from = near.from ?? 0
  const links = touching.filter(
    ({ supplier, client }, index) =>
      (index >= from && index < from + NEIGHBOURS) ||
      (near.including !== undefined && (supplier === near.including || client === near.including)),
  )
  const contracts = caseFile.contracts.filter(({ from: one, to }) => one === key || to === key)
  const inside = new Set([
    key,
    ...links.flatMap(({ supplier, client }) => [supplier, client]),
    ...contracts.flatMap(({ from: one, to }) => [one, to]),
  ])
  return {
    ...caseFile,
    organisations: caseFile.organisations.filter((one) => inside.has(one.key)),
    links,
    contracts,
  }
}

/** How many neighbours an organisation has. */
export function neighboursOf({ links }: CaseFile, key: string): number {
  return links.filter(({ supplier, client }) => supplier === key || client === key).length
}
