import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type PersonClass, type Population, populationOf } from './model.ts'
import { funnel, publishedVersion } from './read-funnel.ts'
import { listRefusals } from './refusals.ts'
import { findPerson } from './store-pages.ts'

/** What a paper in a person's name may say: never their NIR, nor an address that is protected. */
export interface PersonForPaper {
  readonly id: number
  readonly surname: string
  /** When it differs from the name they use. */
  readonly birthName: string | null
  readonly firstNames: string
  /** As the register has it, `03/11/1948`; null when a part is unknown. */
  readonly birthDate: string | null
  readonly address: readonly string[]
  readonly protectedAddress: boolean
  readonly minor: boolean
  readonly population: Population
  /** Null: not on this version, which says nothing of whether they are concerned. */
  readonly class: PersonClass | null
  readonly listVersion: { readonly number: number; readonly publishedAt: Temporal.Instant }
}

/**
 * The person as the list in force has them, for a paper made at once and not kept. Whoever asks has counted and journalled
 * the look-up first.
 * @throws lists.notFound when there is no such person, or no list
 */
export async function personForPaper(tx: Tx, incidentId: string, personId: number): Promise<PersonForPaper> {
  const figures = await funnel(tx, incidentId)
  const person = figures && (await findPerson(tx, incidentId, figures.listVersion.id, personId))
  if (!figures || !person) throw listRefusals.notFound()
  const place = [person.postcode, person.city].filter(Boolean).join(' ')
  return {
    id: person.id,
    surname: person.surname,
    birthName: person.birthName === person.surname ? null : person.birthName,
    firstNames: person.firstNames,
    birthDate: writtenDate(person.birthDay, person.birthMonth, person.birthYear),
    address: person.protectedAddress ? [] : [...person.addressLines, place].filter(Boolean),
    protectedAddress: person.protectedAddress,
    minor: person.minor,
    population: populationOf(person),
    class: person.class,
    listVersion: await publishedVersion(tx, figures.listVersion.id),
  }
}

/** Lunar dates too (months 0, 13…): written as the register has them. */
function writtenDate(day: number | null, month: number | null, year: number | null): string | null {
  if (day === null || month === null || year === null) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(day)}/${two(month)}/${year}`
}
