import type { CaseFile } from '../model.ts'
import { nearest } from './nearest.ts'
import { caseRefusals } from './refusals.ts'

type Links = CaseFile['links']

/**
 * Who supplies whom: known organisations, no link twice, and no circle.
 * @throws law.wrongShape, unknownKey, unknownOrganisation, duplicateKey, cycle
 */
export function checkLinks(given: readonly unknown[], keys: ReadonlySet<string>): Links {
  const links = given.map((item, index) => link(item, `/links/${index}`, keys))
  const seen = new Set<string>()
  links.forEach(({ supplier, client }, index) => {
    const key = `${supplier} > ${client}`
    if (seen.has(key)) throw caseRefusals.duplicateKey({ where: `/links/${index}`, key })
    seen.add(key)
  })
  refuseCycle(links)
  return links
}

function link(item: unknown, where: string, keys: ReadonlySet<string>): Links[number] {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) {
    throw caseRefusals.wrongShape({
      where,
      fr: 'donnez {"supplier": …, "client": …}.',
      en: 'give {"supplier": …, "client": …}.',
    })
  }
  const { supplier, client, ...others } = item as Record<string, unknown>
  const [stray] = Object.keys(others)
  if (stray !== undefined) {
    throw caseRefusals.unknownKey({ where, key: stray, nearest: nearest(stray, ['supplier', 'client']) })
  }
  return {
    supplier: knownOrganisation(supplier, `${where}/supplier`, keys),
    client: knownOrganisation(client, `${where}/client`, keys),
  }
}

/** @throws law.unknownOrganisation */
export function knownOrganisation(given: unknown, where: string, keys: ReadonlySet<string>): string {
  if (typeof given === 'string' && keys.has(given)) return given
  const key = typeof given === 'string' ? given.slice(0, 80) : '∅'
  throw caseRefusals.unknownOrganisation({ where, key, nearest: nearest(key, keys) })
}

/** Walks down from each supplier; a chain of suppliers that comes back to itself is no chain. */
function refuseCycle(links: Links): void {
  const clients = new Map<string, string[]>()
  for (const { supplier, client } of links) {
    const known = clients.get(supplier)
    if (known) known.push(client)
    else clients.set(supplier, [client])
  }
  const done = new Set<string>()
  for (const start of clients.keys()) walk(start, clients, done)
}

/** By a list of its own: a chain of thousands would exhaust the stack. */
function walk(start: string, clients: ReadonlyMap<string, readonly string[]>, done: Set<string>): void {
  const path: { key: string; next: number }[] = done.has(start) ? [] : [{ key: start, next: 0 }]
  const on = new Set([start])
  while (path.length > 0) {
    const top = path.at(-1)!
    const client = clients.get(top.key)?.[top.next]
    top.next += 1
    if (client === undefined) {
      path.pop()
      on.delete(top.key)
      done.add(top.key)
    } else if (on.has(client)) {
      const from = path.findIndex(({ key }) => key === client)
      const chain = [...path.slice(from).map(({ key }) => key), client].join(' → ')
      throw caseRefusals.cycle({ where: '/links', chain })
    } else if (!done.has(client)) {
      on.add(client)
      path.push({ key: client, next: 0 })
    }
  }
}
