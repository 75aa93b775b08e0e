import type { TxClient } from '../../platform/database.ts'
import { addressHousehold, type Outcome } from '../addressees/index.ts'
import type { CopyValue } from './copy-rows.ts'
import { literal, type Query } from './duckdb.ts'
import { type PersonCounts, personCountsHold, sortName } from './model.ts'
import { type Among, type RegisterPerson, readHouseholds } from './read-households.ts'
import { readSamePersons } from './read-same-persons.ts'
import { listRefusals } from './refusals.ts'
import { copyIncoming, copyIncomingRows, insertEntryRows, mergePersons } from './store.ts'
import { countIncoming, insertAddressees, insertEntries, tellOnce } from './store-addressees.ts'
import { insertPreventive } from './store-preventive.ts'

export interface MatchFiles {
  readonly registerRows: string
  readonly members: string
  readonly verdicts: string
}

/** Loads persons, outcomes and rows of a run beside the tables, and proves that nobody on the list was lost on the way. */
export async function loadPersons(tx: TxClient, query: Query, files: MatchFiles): Promise<PersonCounts> {
  await copyIncoming(tx, incomingPersons(query, files)).catch(refuseDuplicates)
  await tellOnce(tx, await readSamePersons(query, files.registerRows, listedSql(files.members)))
  const counts = await countIncoming(tx)
  for (const row of await query.all(
    `select class, count(*)::integer as n from read_parquet(${literal(files.members)}) where class <> 'not_on_list' group by 1`,
  )) {
    const found = counts.byClass[row['class'] as keyof PersonCounts['byClass']]
    balance(`persons ${row['class']}`, Number(row['n']), found)
  }
  if (!personCountsHold(counts))
    throw listRefusals.accountBroken({ what: 'outcomes', expected: counts.concerned, found: 0 })
  await copyIncomingRows(tx, incomingRows(query, files))
  return counts
}

function listedSql(members: string): string {
  return `select member_row from read_parquet(${literal(members)}) where class <> 'not_on_list'`
}

/** Writes the version from what was loaded; every figure is compared with the one announced. */
export async function publishEntries(
  tx: TxClient,
  incidentId: string,
  version: { readonly id: number; readonly published: boolean },
  counts: PersonCounts,
): Promise<void> {
  const { id: versionId } = version
  await mergePersons(tx, incidentId, version)
  balance(
    'addressees',
    counts.addressees + (counts.cannotBeExcluded?.addressees ?? 0),
    await insertAddressees(tx, incidentId, versionId),
  )
  balance('entries', counts.concerned + counts.heldForReview, await insertEntries(tx, incidentId, versionId))
  await insertEntryRows(tx, incidentId, versionId)
}

function balance(what: string, expected: number, found: number): void {
  if (expected !== found) throw listRefusals.accountBroken({ what, expected, found })
}

/** The same for members on no list, whom a preventive decision tells: nobody of the register is left out of both. */
export async function loadPreventive(
  tx: TxClient,
  query: Query,
  given: {
    readonly incidentId: string
    readonly versionId: number
    readonly registerRows: string
    readonly members: string
  },
): Promise<void> {
  const { incidentId, versionId, registerRows, members } = given
  await copyIncoming(tx, incomingPersons(query, given, 'not_on_list')).catch(refuseDuplicates)
  const unlisted = `select member_row from read_parquet(${literal(members)}) where class = 'not_on_list'`
  await tellOnce(tx, await readSamePersons(query, registerRows, unlisted))
  await mergePersons(tx, incidentId, { id: versionId, published: true })
  await insertAddressees(tx, incidentId, versionId)
  const [expected] = await query.all(`select count(*)::integer as n from (${unlisted})`)
  balance('preventive', Number(expected?.['n']), await insertPreventive(tx, incidentId, versionId))
}

async function* incomingPersons(
  query: Query,
  files: Pick<MatchFiles, 'registerRows' | 'members'>,
  among: Among = 'listed',
): AsyncIterable<CopyValue[][]> {
  let batch: CopyValue[][] = []
  for await (const household of readHouseholds(query, files.registerRows, files.members, among)) {
    batch.push(...rowsOf(household))
    if (batch.length < 2000) continue
    yield batch
    batch = []
  }
  yield batch
}

/** On the list, or needed to understand who was told: others of the household stay in the encrypted file only. */
function rowsOf(household: readonly RegisterPerson[]): CopyValue[][] {
  const outcomes = addressHousehold(household)
  const kept = new Set<string>()
  for (const person of household) {
    if (person.class === null) continue
    kept.add(person.memberId)
    if (person.policyholderId !== null) kept.add(person.policyholderId)
    const outcome = outcomes.get(person.memberId)
    if (outcome && 'told' in outcome) kept.add(outcome.through)
  }
  return household
    .filter((person) => kept.has(person.memberId))
    .map((person) => incomingRow(person, outcomes.get(person.memberId)))
}

/** In the order of INCOMING. */
function incomingRow(person: RegisterPerson, outcome: Outcome | undefined): CopyValue[] {
  const { guardian, address } = person
  return [
    person.memberId,
    person.memberNumber,
    person.surname,
    person.usageName,
    person.firstNames,
    sortName(person.usageName ?? person.surname, person.firstNames),
    ...person.birth,
    person.contract,
    person.insurer,
    person.company,
    person.email,
    address.lines,
    address.postcode,
    address.city,
    address.country,
    person.minor,
    person.deceased,
    person.protectedAddress,
    person.overseas,
    guardian?.name ?? null,
    guardian?.address.lines.join(', ') || null,
    guardian?.address.postcode ?? null,
    guardian?.address.city ?? null,
    person.policyholderId,
    person.population,
    person.class,
    person.class === null ? null : person.categories,
    ...outcomeCells(outcome),
  ]
}

function outcomeCells(outcome: Outcome | undefined): CopyValue[] {
  if (!outcome) return [null, null, null, null, null, null, null, null]
  if ('untold' in outcome) return [null, outcome.untold, null, null, null, null, null, null]
  const { email, postal } = outcome.contact
  return [
    outcome.told,
    null,
    outcome.through,
    email,
    postal?.lines ?? null,
    postal?.postcode ?? null,
    postal?.city ?? null,
    postal?.country ?? null,
  ]
}

/** Rows that name a person on the list; those of an ambiguous row name its best candidate. */
async function* incomingRows(query: Query, files: MatchFiles): AsyncIterable<CopyValue[][]> {
  const sql = `
    select v.member_id, v.exposed_row, v.verdict, v.tier, v.weight, v.runner_up_weight, v.reason
      from read_parquet(${literal(files.verdicts)}) v
      semi join (select member_id from read_parquet(${literal(files.members)}) where class <> 'not_on_list') m using (member_id)
     where v.verdict in ('matched', 'ambiguous')`
  for await (const chunk of query.stream(sql)) {
    yield chunk.map((row) => Object.values(row) as CopyValue[])
  }
}

/** unique_violation on the loaded persons: the register names one identifier twice. */
function refuseDuplicates(error: unknown): never {
  throw (error as { code?: string }).code === '23505' ? listRefusals.duplicateMember() : error
}
