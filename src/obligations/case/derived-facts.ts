import type { Exposure, Fact } from '../../incident/index.ts'
import { type FactValue, type Words, words } from '../../law/index.ts'
import { lawValue } from './fact-as-law.ts'

/** A fact that follows from another one, and from which. A fact stated by somebody always comes before it. */
export interface Derived {
  readonly value: FactValue
  readonly from: Words
}

type DerivedFacts = Readonly<Record<string, Derived>>

const MALICIOUS = ['ransomware', 'intrusion', 'account_misused']
const HEALTH = ['medical_data', 'reimbursements']
const BANK = ['bank_details']

/**
 * What the breach's nature says by itself: a ransomware, an intrusion or a hijacked account is malicious, and an attack on
 * a data system (C. pénal 323-1: fraudulent access is enough). A disclosure says neither, and nothing follows once somebody says
 * that the act was not malicious.
 */
export function derivedFromNature(facts: ReadonlyMap<string, Fact>): DerivedFacts {
  const nature = lawValue(facts.get('breach_nature'))
  if (typeof nature !== 'string' || !MALICIOUS.includes(nature)) return {}
  if (lawValue(facts.get('law.malicious')) === false) return {}
  const from = words('la nature de la violation', 'the nature of the breach')
  return { malicious: { value: true, from }, attack_on_data_system: { value: true, from } }
}

/**
 * What the exposure tables say: the categories exposed, whether health or bank data are among them (unknown as long as one
 * population's are), and that personal data are touched.
 */
export function derivedFromExposure(exposures: readonly Exposure[]): DerivedFacts {
  const from = words('les données exposées', 'the exposed data')
  const exposed = categories(exposures, 'exposed')
  const sensitive = amongExposed(exposures, HEALTH)
  const bank = amongExposed(exposures, BANK)
  return {
    ...(exposed.length > 0 && {
      personal_data: { value: true, from },
      data_categories: { value: exposed, from },
    }),
    ...(sensitive !== null && { special_categories: { value: sensitive, from } }),
    ...(bank !== null && { financial_data: { value: bank, from } }),
  }
}

/** The number of people, where no estimate was given: the sum of the populations' sizes. */
export function derivedFromSizes(facts: ReadonlyMap<string, Fact>): DerivedFacts {
  const sizes = [...facts].filter(([key]) => key.startsWith('population_size.')).map(([, fact]) => fact)
  const amounts = sizes.map(lawValue).filter((amount) => typeof amount === 'number')
  if (amounts.length === 0 || amounts.length < sizes.length) return {}
  const from = words('la taille des populations', 'the size of the populations')
  return { persons: { value: amounts.reduce((sum, amount) => sum + amount, 0), from } }
}

function categories(exposures: readonly Exposure[], state: Exposure['state']): string[] {
  const found = exposures.filter((one) => one.state === state).map(({ category }) => category)
  return [...new Set(found)].sort()
}

/** Yes as soon as one is exposed; no only when every line about them says so. */
function amongExposed(exposures: readonly Exposure[], among: readonly string[]): boolean | null {
  const about = exposures.filter(({ category }) => among.includes(category))
  if (about.some(({ state }) => state === 'exposed')) return true
  return about.length > 0 && about.every(({ state }) => state === 'not_exposed') ? false : null
}
