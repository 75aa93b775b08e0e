import {
  countAnswers,
  findPeople,
  listPeople,
  PAGE,
  type PeopleFilter,
} from '../../src/people/lists/store-people.ts'
import { oneRow, type Tx } from '../../src/platform/database.ts'
import { anAudience } from '../support/audience.ts'
import type { Finding } from './measure.ts'
import { onServer, spent } from './sending.ts'
import type { Sizes } from './sizes.ts'

const FILTERS: readonly PeopleFilter[] = [
  {},
  { concerned: true },
  { class: 'confirmed' },
  { class: 'cannot_be_excluded' },
  { concerned: true, through: 'any' },
  { concerned: true, through: 'self' },
  { concerned: true, reason: 'any' },
]
const ROUNDS = 40
const TWENTIETH = 20

/** Pages of people, as the desk asks for them: by every filter, forwards and backwards, by name and by number. */
export async function people(sizes: Sizes, folder: string): Promise<Finding> {
  return onServer(folder, {}, async (platform, timed) => {
    const small = await aList(platform.db, Math.round(sizes.listed / TWENTIETH))
    const few = await timed(() => goThrough(platform.db, small))
    const large = await aList(platform.db, sizes.listed)
    const many = await timed(() => goThrough(platform.db, large))
    const perPage = (one: typeof few) => (one.cpuSeconds + one.serverCpuSeconds) / one.value
    const { serverCpuSeconds } = many
    const unit = `pages of ${sizes.listed} people`
    return { ...spent(many), serverCpuSeconds, count: many.value, unit, growth: perPage(many) / perPage(few) }
  })
}

async function aList(tx: Tx, listed: number): Promise<number> {
  const adults = Math.round(listed / 1.3)
  const audience = await anAudience(tx, {
    adults,
    deceased: Math.round(listed / 50),
    heldForReview: Math.round(listed / 50),
  })
  await tx.query(`update person set member_number = lpad(id::text, 9, '0') where incident_id = $1`, [
    audience.incidentId,
  ])
  await tx.query('vacuum analyze person')
  await tx.query('vacuum analyze list_entry')
  return audience.listVersionId
}

/** @returns how many pages were read */
async function goThrough(tx: Tx, versionId: number): Promise<number> {
  const { id } = await oneRow<{ id: number }>(
    tx,
    `select person_id as id from list_entry where list_version_id = $1 limit 1`,
    [versionId],
  )
  let pages = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const filter of FILTERS) {
      const first = await listPeople(tx, versionId, filter)
      const next = await listPeople(tx, versionId, filter, { after: first[PAGE - 1]?.id ?? id })
      await listPeople(tx, versionId, filter, { before: next[0]?.id ?? id })
      pages += 3
    }
    const name = `EXEMPLE ADULT${round + 1}`
    await findPeople(tx, versionId, { name })
    await countAnswers(tx, versionId, { name: 'EXEMPLE' })
    await findPeople(tx, versionId, { memberNumber: String(id + round).padStart(9, '0') })
    pages += 3
  }
  return pages
}
