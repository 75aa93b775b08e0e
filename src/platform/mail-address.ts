import { domainToASCII, domainToUnicode } from 'node:url'

/** Dot-atom local part (RFC 5322, 3.2.3). */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/

/**
 * The address as every relay takes it: a dot-atom, a domain in its ASCII form (RFC 5891); undefined when it has none. The one
 * rule for what the lists accept and what a message can carry: an address that passes here can be written to.
 */
export function asciiAddress(address: string): string | undefined {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = asciiDomain(address.slice(at + 1))
  if (domain === undefined || at < 1 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain))
    return undefined
  return `${local}@${domain}`
}

/** What the host parser of URLs would take out or cut at (line ends, tabs, `/`, `%62`) is no part of a domain. */
const SIGNS = /^[\p{L}\p{M}\p{N}.\u00b7-]+$/u

/** Node 24 lets through a label that only looks like an A-label (RFC 5890, 2.3.2.1): a true one stands for other characters. */
function asciiDomain(domain: string): string | undefined {
  if (!SIGNS.test(domain)) return undefined
  const ascii = domainToASCII(domain)
  const labels = domainToUnicode(ascii).split('.')
  return labels.some((label) => label.startsWith('xn--')) ? undefined : ascii
}
