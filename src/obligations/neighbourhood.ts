import type { CaseFile } from '../law/index.ts'

/**
 * The part of a case that one organisation's duties depend on: itself, those it serves and those who serve it, and the agreements
 * it is bound by. A board of a chain of ten thousand does not judge the ten thousand.
 */
export function neighbourhood(caseFile: CaseFile, key: string): CaseFile {
  const links = caseFile.links.filter(({ supplier, client }) => supplier === key || client === key)
  const contracts = caseFile.contracts.filter(({ from, to }) => from === key || to === key)
  const near = new Set([
    key,
    ...links.flatMap(({ supplier, client }) => [supplier, client]),
    ...contracts.flatMap(({ from, to }) => [from, to]),
  ])
  return {
    ...caseFile,
    organisations: caseFile.organisations.filter((one) => near.has(one.key)),
    links,
    contracts,
  }
}
