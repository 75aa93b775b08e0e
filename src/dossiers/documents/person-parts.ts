import { categoryWord } from '../../incident/index.ts'
import { words } from '../../law/index.ts'
import type { PersonForPaper } from '../../people/lists/index.ts'
import { formatDay } from '../../platform/i18n.ts'
import type { DossierField } from '../model.ts'
import { counted, type DossierSource, exposureRef, type Told } from '../source.ts'
import { field } from './fields.ts'

/** Of a person’s row nothing is kept: it is rendered and forgotten. */
const OF_THE_LIST = [counted('person')]

const told = (...lines: readonly (string | null)[]): Told | null => {
  const there = lines.flatMap((line) => (line ? [line] : []))
  return there.length > 0 ? { lines: there, sources: OF_THE_LIST } : null
}

const BY_HAND = words('à écrire par la personne, à la machine', 'to be typed by the person')

/** Who the paper is for. Without a person, a form to fill in. */
export function personFields(person: PersonForPaper | null): DossierField[] {
  const names = person && [
    person.birthName ? `${person.surname} (${person.birthName})` : person.surname,
    person.firstNames,
    person.birthDate,
  ]
  const [surname = null, firstNames = null, birthDate = null] = names ?? []
  return [
    field('surname', 'Nom', 'Surname', told(surname), { missing: BY_HAND }),
    field('first_names', 'Prénom', 'First name', told(firstNames), { missing: BY_HAND }),
    field('birth_date', 'Date de naissance', 'Birth date', told(birthDate), { missing: BY_HAND }),
  ]
}

/** Address and telephone, which a complaint asks for. A protected address is left to the person. */
export function reachFields(person: PersonForPaper | null): DossierField[] {
  return [
    field('address', 'Adresse', 'Address', told(person?.address.join(', ') ?? null), {
      missing: person?.protectedAddress
        ? words('adresse protégée : à écrire par la personne', 'protected address: to be typed by the person')
        : BY_HAND,
    }),
    field('phone', 'Téléphone', 'Telephone', null, { missing: BY_HAND }),
  ]
}

/** What was said of the data of the person’s population, by those who said it. Dependants are told as the insured are when nothing was said of them. */
export function personData(source: DossierSource, person: PersonForPaper | null): Told | null {
  if (!person || !source.organisation.own) return null
  const said = (key: string) => source.populations.find((one) => one.key === key && one.exposures.length > 0)
  const asInsured = person.population === 'dependants' ? said('insured_adults') : undefined
  const population = said(person.population) ?? asInsured
  const exposed = population?.exposures.filter(({ state }) => state === 'exposed') ?? []
  if (!population || exposed.length === 0) return null
  return {
    lines: [exposed.map(({ category }) => categoryWord(category, source.locale)).join(', ')],
    sources: exposed.map((one) => exposureRef(source, population.key, one)),
  }
}

/** `liste v2, publiée le dimanche 7 juin 2026`. */
export function listWords(source: DossierSource, person: PersonForPaper): string {
  const { number, publishedAt } = person.listVersion
  const day = formatDay(publishedAt.toZonedDateTimeISO(source.zone).toPlainDate(), source.locale)
  return source.locale === 'fr'
    ? `liste v${number}, publiée le ${day}`
    : `list v${number}, published on ${day}`
}
