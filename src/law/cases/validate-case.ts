import { findNationalId } from '../../platform/national-id-shape.ts'
import { lawFact } from '../facts/fact-catalogue.ts'
import type { CaseFile, ChainOrganisation, ContractClause, Facts, FactValue } from '../model.ts'
import { checkClause } from './check-clause.ts'
import { checkInstant } from './check-instant.ts'
import { checkLinks } from './check-links.ts'
import { readRoles } from './check-roles.ts'
import { checkFact, shown } from './check-value.ts'
import { checkZone } from './check-zone.ts'
import { refuseContradictions } from './contradictions.ts'
import { nearest } from './nearest.ts'
import { caseRefusals } from './refusals.ts'

const DEFAULT_ZONE = 'Europe/Paris'
const MOST_ORGANISATIONS = 20_000
/** `title`, `note` and `source` are for whoever keeps the file. */
const TOP = [
  'facts',
  'organisations',
  'links',
  'contracts',
  'asOf',
  'as_of',
  '$schema',
  'title',
  'note',
  'source',
]
const OF_ONE = ['role', 'roles', 'zone', 'name']
const ORGANISATION = ['key', 'name', 'role', 'roles', 'zone', 'facts', 'note', 'source']
const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/

type Members = Readonly<Record<string, unknown>>

/**
 * The document that `law assess` reads, checked whole: a file with `facts` only is one controller; facts are bare values or
 * `{value, source, at}`; `links` and `contracts` name organisations by key; `asOf` may be written `as_of`.
 * @param json what {@link readCaseJson} gave
 * @throws the refusals of `law` about cases: each says what, where (JSON pointer) and what to do
 */
export function validateCase(json: unknown): CaseFile {
  const document = record(json, '')
  refuseNationalIds(document, '')
  const isOne = document['organisations'] === undefined
  onlyKeys(document, isOne ? [...TOP, ...OF_ONE] : TOP, '')
  const given = isOne ? [one(document)] : items(document['organisations'], '/organisations')
  if (given.length === 0)
    throw shape('/organisations', 'donnez au moins un organisme', 'give one organisation at least')
  if (given.length > MOST_ORGANISATIONS) {
    throw shape(
      '/organisations',
      'trop d’organismes : 20 000 au plus',
      'too many organisations: 20,000 at most',
    )
  }
  const base = isOne ? '' : '/organisations'
  const shared = zoneIn(document['facts'], '/facts')
  const heads = given.map((item, index) => head(item, isOne ? '' : `${base}/${index}`, given.length, shared))
  refuseTwins(heads.map(({ key }) => key))
  const zones = [...new Set([...heads.map(({ zone }) => zone ?? DEFAULT_ZONE), DEFAULT_ZONE])]
  const facts = withPersonalData(
    readFacts(document['facts'], '/facts', isOne ? zones : zonesOf(DEFAULT_ZONE, zones)),
  )
  const organisations = heads.map(({ facts: own, where, ...organisation }) => ({
    ...organisation,
    facts: isOne
      ? {}
      : withPersonalData(readFacts(own, `${where}/facts`, zonesOf(organisation.zone, zones)), facts),
  }))
  const keys = new Set(organisations.map(({ key }) => key))
  const links = checkLinks(items(document['links'] ?? [], '/links'), keys)
  const contracts = items(document['contracts'] ?? [], '/contracts').map((item, index) =>
    checkClause(record(item, `/contracts/${index}`), `/contracts/${index}`, keys),
  )
  refuseTwinClauses(contracts)
  const asOf = readAsOf(document, zones)
  const caseFile = { facts, organisations, links, contracts, ...(asOf === undefined ? {} : { asOf }) }
  refuseContradictions(caseFile)
  return caseFile
}

/** A file with `facts` alone: one organisation, a controller unless it says otherwise. */
function one({ role, roles, zone, name }: Members): Members {
  const said = role === undefined && roles === undefined ? { role: 'controller' } : { role, roles }
  return { key: 'own', name: name ?? 'own', ...said, zone }
}

type Head = Omit<ChainOrganisation, 'facts'> & { readonly facts: unknown; readonly where: string }

function head(item: unknown, where: string, count: number, shared: string | undefined): Head {
  const given = record(item, where)
  if (where !== '') onlyKeys(given, ORGANISATION, where)
  const { key, name, zone } = given
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw shape(
      `${where}/key`,
      'donnez une clé courte : lettres, chiffres, tirets',
      'give a short key: letters, digits, hyphens',
    )
  }
  if (name !== undefined && (typeof name !== 'string' || name.length > 200)) {
    throw shape(`${where}/name`, 'le nom est un texte court', 'the name is a short text')
  }
  const said = zone ?? zoneIn(given['facts'], `${where}/facts`) ?? shared
  return {
    key,
    name: name ?? key,
    roles: readRoles(given, where, count),
    ...(said === undefined ? {} : { zone: checkZone(said, `${where}/zone`) }),
    facts: given['facts'],
    where,
  }
}

/** The zone may be told among the facts: instants are read by it, so it is looked for first. */
function zoneIn(facts: unknown, where: string): string | undefined {
  const given = (facts as Members | null | undefined)?.['zone'] ?? undefined
  const told = given !== null && typeof given === 'object' ? (given as Members)['value'] : given
  const isTold = typeof told === 'string' && told !== '' && told !== 'unknown'
  return isTold ? checkZone(told, `${where}/zone`) : undefined
}

function readFacts(given: unknown, where: string, zones: readonly string[]): Facts {
  if (given === undefined || given === null) return {}
  const facts: Record<string, FactValue> = {}
  for (const [key, value] of Object.entries(record(given, where))) {
    facts[key] = checkFact(key, value, `${where}/${pointerPart(key)}`, zones)
  }
  return facts
}

/** Whoever tells which data, or how many people, has told that personal data are touched. */
function withPersonalData(facts: Facts, shared: Facts = {}): Facts {
  const said = facts['personal_data'] ?? shared['personal_data'] ?? null
  const { data_categories: data, persons, special_categories: special } = facts
  const implied = (Array.isArray(data) && data.length > 0) || (persons ?? 0) !== 0 || special === true
  return said === null && implied ? { ...facts, personal_data: true } : facts
}

const zonesOf = (own: string | undefined, all: readonly string[]) =>
  own === undefined ? all : [own, ...all.filter((zone) => zone !== own)]

function readAsOf(document: Members, zones: readonly string[]): string | undefined {
  const name = document['asOf'] === undefined ? 'as_of' : 'asOf'
  const given = document[name]
  if (given === undefined || given === null) return undefined
  if (document['asOf'] !== undefined && document['as_of'] !== undefined) {
    throw shape('/as_of', 'donnez « asOf » ou « as_of », pas les deux', 'give “asOf” or “as_of”, not both')
  }
  if (typeof given !== 'string')
    throw caseRefusals.impossibleInstant({ where: `/${name}`, value: shown(given) })
  return checkInstant(given, `/${name}`, zones)
}

function onlyKeys(given: Members, allowed: readonly string[], where: string): void {
  const stray = Object.keys(given).find((key) => !allowed.includes(key))
  if (stray === undefined) return
  const isFact = lawFact(stray) !== undefined
  throw caseRefusals.unknownKey({
    where,
    key: stray.slice(0, 80),
    nearest: isFact ? `facts.${stray}` : nearest(stray, allowed),
  })
}

function record(given: unknown, where: string): Members {
  if (given !== null && typeof given === 'object' && !Array.isArray(given)) return given as Members
  throw shape(where, 'donnez un objet : {…}', 'give an object: {…}')
}

function items(given: unknown, where: string): readonly unknown[] {
  if (Array.isArray(given)) return given
  throw shape(where, 'donnez une liste : […]', 'give a list: […]')
}

function refuseTwins(keys: readonly string[]): void {
  const seen = new Set<string>()
  for (const key of keys) {
    if (seen.has(key)) throw caseRefusals.duplicateKey({ where: '/organisations', key })
    seen.add(key)
  }
}

function refuseTwinClauses(contracts: readonly ContractClause[]): void {
  const seen = new Set<string>()
  for (const { id } of contracts) {
    if (seen.has(id)) throw caseRefusals.duplicateKey({ where: '/contracts', key: id })
    seen.add(id)
  }
}

/** Nothing of a file of facts needs a NIR, in a key no more than in a value: the place is told, never the number. */
function refuseNationalIds(given: unknown, where: string): void {
  if (typeof given === 'string' || typeof given === 'number') {
    if (findNationalId({ text: String(given) }) !== undefined) throw caseRefusals.nationalId({ where })
  } else if (given !== null && typeof given === 'object') {
    for (const [key, member] of Object.entries(given)) {
      if (findNationalId({ text: key }) !== undefined) throw caseRefusals.nationalId({ where })
      refuseNationalIds(member, `${where}/${pointerPart(key)}`)
    }
  }
}

const pointerPart = (key: string) => key.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')

function shape(where: string, fr: string, en: string) {
  return caseRefusals.wrongShape({ where, fr: `${fr}.`, en: `${en}.` })
}
