import { asciiAddress } from '../../platform/mail-address.ts'
import { postalBlock } from '../postal/index.ts'
import type { PostalAddress } from './model.ts'

/** The address fields of a person or guardian, as the register writes them. */
export interface RawAddress {
  readonly lines: readonly string[]
  readonly postcode: string | null
  readonly city: string | null
  readonly country: string | null
}

/**
 * The e-mail address, or null when it cannot be trusted. Narrower than RFC 5321 on purpose: plain ASCII, no quoted
 * local part, a domain with a dot. A doubtful address becomes a letter; a letter always exists as a second way.
 */
export function checkEmail(raw: string | null): string | null {
  const email = raw?.trim() ?? ''
  const [local = '', domain = ''] = email.split('@')
  if (email.length > 254 || local.length > 64) return null
  if (asciiAddress(email) === undefined) return null
  return EMAIL.test(email) && !REFUSED_LOCALS.test(local) && !REFUSED_DOMAINS.test(domain) ? email : null
}

const EMAIL =
  /^[a-z0-9_%+-]+(?:[.'&][a-z0-9_%+-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/i
/** What clerks type when a field is compulsory. */
const REFUSED_LOCALS = /^(?:no-?mail|sans-?e?-?mail|pas-?de-?mail|no-?reply|inconnu|aucun|x{2,}|a{3,})$/i
const REFUSED_DOMAINS = /^(?:x+|test|aucun|inconnu|localhost)\.[a-z]+$/i

/**
 * The address a letter can be sent to, or null: what people/postal can set on an envelope, and no placeholder. Nothing
 * is guessed, so that no letter goes to a stranger.
 */
export function checkPostal(raw: RawAddress, recipient: string): PostalAddress | null {
  const lines = raw.lines.map(tidy).filter((line) => line !== '')
  const city = tidy(raw.city ?? '')
  const postcode = tidy(raw.postcode ?? '')
  const country = tidy(raw.country ?? '').toUpperCase() || 'FRANCE'
  if ([...lines, city].some((line) => PLACEHOLDER.test(line))) return null
  const [address_1, address_2, address_3, address_4] = lines
  const block = postalBlock({
    recipient: tidy(recipient),
    address_1: address_1 ?? null,
    address_2: address_2 ?? null,
    address_3: address_3 ?? null,
    address_4: address_4 ?? null,
    postcode,
    city,
    country,
  })
  return block.ok && lines.length <= 4 ? { lines, postcode, city, country } : null
}

/** True when nothing at all was given: "no address" is not "an address that cannot be used". */
export function isBlank(raw: RawAddress): boolean {
  return [...raw.lines, raw.postcode, raw.city].every((part) => tidy(part ?? '') === '')
}

/** NPAI: "n'habite pas à l'adresse indiquée", a letter that already came back. */
const PLACEHOLDER =
  /(?:^|\W)(?:NPAI|(?:ADRESSE )?INCONNUE?|NON COMMUNIQUEE?|NON RENSEIGNEE?|SANS ADRESSE|A COMPLETER|X{3,}|\?{2,})(?:\W|$)/i

/** Control characters would break an envelope as they would a header. */
function tidy(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
}
