import { words } from '../model.ts'
import { DATA_KINDS } from './classify-data.ts'
import { effectiveCodes } from './data-at-stake.ts'
import type { EnisaFamily } from './data-kind.ts'
import type { Factor } from './enisa-severity.ts'
import { type EaseOfIdentification, FAMILY_BASE, FAMILY_WORDS, STEP_OF_CODE } from './enisa-tables.ts'
import type { RiskFacts } from './risk-facts.ts'

type Read = Omit<Factor, 'overridden'>

/** DPC: each category scored, adjusted, and the highest kept. */
export function processingContext(facts: RiskFacts): Read {
  const scored = effectiveCodes(facts)
    .map((code) => ({ code, ...scoreOf(code) }))
    .concat(declared(facts))
  const highest = scored.reduce<(typeof scored)[number] | null>(
    (best, one) => (best === null || one.score > best.score ? one : best),
    null,
  )
  if (highest === null)
    return {
      name: 'dpc',
      value: 4,
      reason: words('données inconnues : valeur prudente', 'data unknown: prudent value'),
      facts: ['data_categories'],
    }
  const kind = DATA_KINDS.get(highest.code)?.words ?? FAMILY_WORDS[highest.family]
  return {
    name: 'dpc',
    value: highest.score,
    reason: words(
      `${FAMILY_WORDS[highest.family].fr} : ${kind.fr}`,
      `${FAMILY_WORDS[highest.family].en}: ${kind.en}`,
    ),
    facts: ['data_categories', 'special_categories', 'financial_data'],
  }
}

function scoreOf(code: string): { family: EnisaFamily; score: number } {
  const family = DATA_KINDS.get(code)?.family ?? 'simple'
  const score = FAMILY_BASE[family] + (STEP_OF_CODE[code] ?? 0)
  return { family, score: Math.max(1, Math.min(4, score)) }
}

/** A yes to « données sensibles ? » or « données financières ? » counts where no category named says it. */
function declared(facts: RiskFacts): { code: string; family: EnisaFamily; score: number }[] {
  const families = effectiveCodes(facts).map((code) => DATA_KINDS.get(code)?.family)
  const says = (yes: boolean | null, family: EnisaFamily) =>
    yes === true && !families.includes(family) ? [{ code: family, family, score: FAMILY_BASE[family] }] : []
  return [...says(facts.special, 'sensitive'), ...says(facts.financial, 'financial')]
}

const NAME = ['surname', 'identity']
const WITH_NAME = ['birth_date', 'email', 'nir', 'id_document', 'passport', 'tax_number', 'photo']
const OFFICIAL = ['nir', 'id_document', 'passport', 'tax_number']
const REACHES = [
  'email',
  'postal_address',
  'phone',
  'contact',
  'business_contact',
  'bank_details',
  'credit_card',
]

/** EI: the highest of the identifiers, combined where one makes another certain. */
export function easeOfIdentification(facts: RiskFacts): Read {
  const codes = effectiveCodes(facts)
  const has = (wanted: readonly string[]) => wanted.some((code) => codes.includes(code))
  const read = (value: EaseOfIdentification, fr: string, en: string): Read => ({
    name: 'ei',
    value,
    reason: words(fr, en),
    facts: ['data_categories'],
  })
  if (has(NAME) && has(WITH_NAME))
    return read(1, 'nom et autre identifiant certain', 'name and another sure identifier')
  if (has(OFFICIAL) && has(REACHES))
    return read(0.75, 'numéro officiel et coordonnées', 'official number and contact details')
  if (has(NAME))
    return read(0.75, 'nom complet, ville ou contexte connus', 'full name, town or context known')
  if (has(REACHES)) return read(0.75, 'coordonnées directes', 'direct contact details')
  if (has(OFFICIAL)) return read(0.25, 'numéro officiel seul', 'official number alone')
  if (
    codes.length > 0 &&
    codes.every((code) => ['username', 'hashed_password', 'member_number'].includes(code))
  )
    return read(0.25, 'code ou pseudonyme sans base de référence', 'code or alias with no reference base')
  return read(1, 'identifiants inconnus : valeur prudente', 'identifiers unknown: prudent value')
}
