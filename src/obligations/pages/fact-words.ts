import { DATA_KINDS, type FactValue, lawFact, type Words, words } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDay, formatInstant, formatInteger, type Locale } from '../../platform/i18n.ts'
import { say } from './spaced.ts'

const ROLES: Readonly<Record<string, Words>> = {
  controller: words('responsable de traitement', 'controller'),
  joint_controller: words('responsable conjoint', 'joint controller'),
  processor: words('sous-traitant', 'processor'),
  sub_processor: words('sous-traitant ultérieur', 'sub-processor'),
}
const LEVELS: Readonly<Record<string, Words>> = {
  unlikely: words('risque improbable', 'risk unlikely'),
  risk: words('risque', 'risk'),
  high: words('risque élevé', 'high risk'),
}

/** Facts that follow from others: nobody is asked for them, yet conditions read them. */
const DERIVED: Readonly<
  Record<string, { readonly label: Words; readonly values: Readonly<Record<string, Words>> }>
> = {
  roles: { label: words('Rôle dans la chaîne', 'Role in the chain'), values: ROLES },
  risk_level: { label: words('Niveau de risque retenu', 'Level of risk relied on'), values: LEVELS },
  data_codes: { label: words('Données reconnues', 'Data recognised'), values: {} },
}

/** Lists of categories of data: by code, or in free words that stay as they are. */
const DATA_FACTS = ['data_categories', 'data_codes']

/** A fact as the desk asks it. */
export function factLabel(key: string, locale: Locale): string {
  const known = lawFact(key)?.question ?? DERIVED[key]?.label
  return known ? say(known, locale) : key
}

/** Its value in words: « oui », « 18 012 », « ven. 5 juin, 18 h 40, Paris »; unknown is said so. */
export function factValueWords(key: string, value: FactValue, locale: Locale): string {
  if (value === null) return locale === 'fr' ? 'on ne sait pas encore' : 'not known yet'
  if (typeof value === 'boolean') return yesNo(value, locale)
  if (typeof value === 'number') return formatInteger(value, locale)
  if (typeof value === 'string') return textWords(key, value, locale)
  return value.length === 0
    ? locale === 'fr'
      ? 'aucune'
      : 'none'
    : value.map((one) => coded(key, one, locale)).join(', ')
}

export function yesNo(value: boolean, locale: Locale): string {
  if (locale === 'fr') return value ? 'oui' : 'non'
  return value ? 'yes' : 'no'
}

function textWords(key: string, value: string, locale: Locale): string {
  const kind = lawFact(key)?.kind
  if (kind !== 'instant' && kind !== 'date') return coded(key, value, locale)
  if (!value.includes('T')) return formatDay(Temporal.PlainDate.from(value), locale)
  return formatInstant(Temporal.Instant.from(value), locale)
}

function coded(key: string, code: string, locale: Locale): string {
  const data = DATA_FACTS.includes(key) ? DATA_KINDS.get(code)?.words : undefined
  const known = lawFact(key)?.choices?.[code] ?? DERIVED[key]?.values[code] ?? data
  return known ? say(known, locale) : code
}
