import { capitals } from './capitals.ts'

/** Territories with French postcodes: La Poste delivers them as home mail, without a country line. */
const FRENCH = new Set([
  '',
  'F',
  'FR',
  'FRA',
  'FRANCE',
  'MC',
  'MONACO',
  'GP',
  'GUADELOUPE',
  'MQ',
  'MARTINIQUE',
  'GF',
  'GUYANE',
  'GUYANE FRANCAISE',
  'RE',
  'REUNION',
  'LA REUNION',
  'YT',
  'MAYOTTE',
  'PM',
  'SAINT PIERRE ET MIQUELON',
  'BL',
  'SAINT BARTHELEMY',
  'MF',
  'SAINT MARTIN',
  'NC',
  'NOUVELLE CALEDONIE',
  'PF',
  'POLYNESIE FRANCAISE',
  'WF',
  'WALLIS ET FUTUNA',
])

const NAMES = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' })

/** The last line of a letter that leaves the country, in French and in capitals; null for home mail. */
export function countryLine(country: string): string | null {
  const plain = capitals(country)
  if (FRENCH.has(plain)) return null
  const named = /^[A-Z]{2}$/.test(plain) ? NAMES.of(plain) : undefined
  return named ? capitals(named) : plain
}
