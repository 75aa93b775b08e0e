import { capitals } from './capitals.ts'
import { countryLine } from './country.ts'
import { isFrenchPostcode, isPlaceless, tidy } from './postal-words.ts'
import { abbreviate } from './standard-abbreviations.ts'

/** An address as a register holds it: two complements, the street, the hamlet or box, then the locality. */
export interface PostalInput {
  readonly recipient: string
  readonly address_1?: string | null
  readonly address_2?: string | null
  readonly address_3?: string | null
  readonly address_4?: string | null
  readonly postcode?: string | null
  readonly city?: string | null
  readonly country?: string | null
}

export type PostalReason =
  | 'no_name'
  | 'no_delivery_line'
  | 'no_postcode'
  | 'bad_postcode'
  | 'no_city'
  | 'unknown_country'
  | 'not_an_address'
  | 'line_too_long'
  | 'too_many_lines'
  | 'unprintable_characters'

export type PostalResult =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly reason: PostalReason; readonly field: keyof PostalInput }

const WIDTH = 38
const LINES = 6

/**
 * The address block of an envelope, after La Poste's rules (NF Z10-011): at most 6 lines of 38 characters, 7 abroad
 * with the country last; no blank line; the last lines in capitals without punctuation or accents.
 *
 * A line that is too long takes standard abbreviations (AVENUE, AV), word by word, then may continue on a free line
 * when it is the name or a complement. Nothing is ever cut: what cannot be made valid comes back as a reason, for a
 * person to mend.
 */
export function postalBlock(input: PostalInput): PostalResult {
  const refused = (reason: PostalReason, field: keyof PostalInput): PostalResult => ({
    ok: false,
    reason,
    field,
  })
  const recipient = tidy(input.recipient)
  if (!/\p{L}/u.test(recipient)) return refused('no_name', 'recipient')
  const country = countryLine(tidy(input.country))
  if (country === undefined) return refused('unknown_country', 'country')
  const delivery = deliveryLines(input, country === null)
  if (!delivery.some(({ text }) => /\p{L}/u.test(text)))
    return refused('no_delivery_line', delivery[0]?.field ?? 'address_3')
  const placeless = delivery.find(({ text }) => isPlaceless(text))
  if (placeless) return refused('not_an_address', placeless.field)
  const last = country === null ? frenchLocality(input) : foreignLocality(input, country)
  if ('reason' in last) return { ok: false, ...last }
  return setLines([{ text: recipient, field: 'recipient', flows: true }, ...delivery, ...last.lines])
}

interface Line {
  readonly text: string
  readonly field: keyof PostalInput
  /** Whether it may continue on a free line. */
  readonly flows: boolean
}
type Trouble = { readonly reason: PostalReason; readonly field: keyof PostalInput }

/**
 * The street and what follows it are set in capitals. A register that packs its lines upwards, without a gap, does not
 * say which is the street: then the last two are, which loses nothing.
 */
function deliveryLines(input: PostalInput, french: boolean): Line[] {
  const fields = ['address_1', 'address_2', 'address_3', 'address_4'] as const
  const written = fields
    .map((field) => ({ field, text: tidy(input[field]) }))
    .filter(({ text }) => text !== '')
  const first = written.findIndex(({ field }) => field === 'address_3' || field === 'address_4')
  const isPacked = written.every(({ field }, at) => field === fields[at])
  const lastTwo = Math.max(0, written.length - 2)
  const street = first === -1 ? lastTwo : isPacked ? Math.min(first, lastTwo) : first
  return written
    .map(({ field, text }, at) => {
      const capital = french && at >= street
      const flows = first === -1 ? at < written.length - 1 : at < street
      return { field, text: capital ? capitals(text) : text, flows }
    })
    .filter(({ text }) => text !== '')
}

function frenchLocality(input: PostalInput): { lines: Line[] } | Trouble {
  const postcode = tidy(input.postcode).replace(/\s/g, '')
  // A register may hold "38000 Grenoble" as the town of 38000.
  const city = capitals(tidy(input.city)).replace(new RegExp(`^${postcode} +(?=\\p{L})`, 'u'), '')
  if (postcode === '') return { reason: 'no_postcode', field: 'postcode' }
  if (!isFrenchPostcode(postcode, city)) return { reason: 'bad_postcode', field: 'postcode' }
  if (!/\p{L}/u.test(city)) return { reason: 'no_city', field: 'city' }
  return { lines: [{ text: `${postcode} ${city}`, field: 'city', flows: false }] }
}

/** Countries that write the postcode after the town. */
const TOWN_FIRST = new Set([
  'ROYAUME UNI',
  'IRLANDE',
  'ETATS UNIS',
  'CANADA',
  'AUSTRALIE',
  'NOUVELLE ZELANDE',
  'INDE',
  'AFRIQUE DU SUD',
  'SINGAPOUR',
  'JAPON',
  'COREE DU SUD',
  'THAILANDE',
  'INDONESIE',
  'PAKISTAN',
  'MALTE',
])

function foreignLocality(input: PostalInput, country: string): { lines: Line[] } | Trouble {
  const postcode = tidy(input.postcode)
  const city = tidy(input.city).toLocaleUpperCase('fr')
  if (!/\p{L}/u.test(city)) return { reason: 'no_city', field: 'city' }
  const text = TOWN_FIRST.has(country) ? `${city} ${postcode}` : `${postcode} ${city}`
  return {
    lines: [
      { text: text.trim(), field: 'city', flows: false },
      { text: country, field: 'country', flows: false },
    ],
  }
}

/** Shortens, continues on free lines, counts: in that order, and refuses rather than cut. */
function setLines(lines: readonly Line[]): PostalResult {
  const most = lines.some(({ field }) => field === 'country') ? LINES + 1 : LINES
  const block: string[] = []
  for (const { text, field, flows } of lines) {
    if (!PRINTABLE.test(text)) return { ok: false, reason: 'unprintable_characters', field }
    const short = field === 'recipient' ? text : abbreviate(text, WIDTH)
    const pieces = short.length <= WIDTH ? [short] : flows ? inTwo(short) : null
    if (pieces === null) return { ok: false, reason: 'line_too_long', field }
    block.push(...pieces)
  }
  if (block.length <= most) return { ok: true, lines: block }
  const longest = lines.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  return { ok: false, reason: 'too_many_lines', field: longest.field }
}

const PRINTABLE = /^[\p{Script=Latin}\p{M}\p{N} '’.,;:°º()&/+*"«»–-]+$/u

/** Two lines cut at a space, or null when no cut makes both fit. */
function inTwo(text: string): string[] | null {
  const cut = text.lastIndexOf(' ', WIDTH)
  const pieces = [text.slice(0, cut), text.slice(cut + 1)]
  return cut > 0 && pieces.every((piece) => piece.length <= WIDTH) ? pieces : null
}
