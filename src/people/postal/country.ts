import { capitals } from './capitals.ts'

/** Territories with French postcodes: La Poste delivers them as home mail, without a country line. */
const FRENCH = new Set([
  '',
  'F',
  'FR',
  'FRA',
  'FRANCE',
  'FRANCE METROPOLITAINE',
  'MC',
  'MCO',
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

/** Codes that have a name and no post: unknown, pseudo-locales, the European and the United Nations. */
const NOT_COUNTRIES = new Set(['ZZ', 'XA', 'XB', 'EU', 'EZ', 'UN', 'QO'])

/** Three-letter codes that registers write for the countries most letters leave for (ISO 3166-1 alpha-3). */
const ALPHA_3: Readonly<Record<string, string>> = {
  BEL: 'BE',
  CHE: 'CH',
  LUX: 'LU',
  DEU: 'DE',
  ITA: 'IT',
  ESP: 'ES',
  PRT: 'PT',
  GBR: 'GB',
  IRL: 'IE',
  NLD: 'NL',
  AUT: 'AT',
  POL: 'PL',
  ROU: 'RO',
  GRC: 'GR',
  SWE: 'SE',
  DNK: 'DK',
  NOR: 'NO',
  AND: 'AD',
  USA: 'US',
  CAN: 'CA',
  MAR: 'MA',
  DZA: 'DZ',
  TUN: 'TN',
  SEN: 'SN',
  CIV: 'CI',
  MDG: 'MG',
  ISR: 'IL',
  TUR: 'TR',
}

/**
 * The last line of a letter that leaves the country, in French and in capitals; null for home mail, undefined for a code
 * that names no country: a letter is not sent on a guess.
 */
export function countryLine(country: string): string | null | undefined {
  const plain = capitals(country)
  if (FRENCH.has(plain)) return null
  const code = ALPHA_3[plain] ?? plain
  if (/^[A-Z]{2}$/.test(code)) {
    const named = NOT_COUNTRIES.has(code) ? undefined : NAMES.of(code)
    return named ? capitals(named) : undefined
  }
  return /\p{L}.*\p{L}.*\p{L}.*\p{L}/u.test(plain) ? plain : undefined
}
