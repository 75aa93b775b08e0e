/** An address as reports write it: old Japanese ones hold consecutive dots, some domains are not ASCII, some literals. */
const SOURCE =
  '(?:"(?:[^"\\\\\\n]|\\\\.){1,64}"|[^\\s<>()\\[\\]\\\\,;:"@&|\']{1,80}(?:\'[^\\s<>()\\[\\]\\\\,;:"@&|\']{1,60})?)@(?:\\[[\\d.a-f:]{3,45}\\]|[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_.-]{0,250}[\\p{L}\\p{N}])?)'

export const ADDRESS = new RegExp(SOURCE, 'iu')
const EVERY = new RegExp(SOURCE, 'giu')

export function addressesIn(text: string): string[] {
  return [...text.matchAll(EVERY)].map(([found]) => found.replace(/^(?:mailto|smtp)[:=]/i, ''))
}

export function sameAddress(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

/** Keeps the first writing of each. */
export function distinct(addresses: readonly string[]): string[] {
  const kept = new Map<string, string>()
  for (const address of addresses)
    if (!kept.has(address.toLowerCase())) kept.set(address.toLowerCase(), address)
  return [...kept.values()]
}

/** Mailboxes of machines and of the people who look after them: never the person written to. */
const MACHINES =
  /^"?(?:mailer-?daemon|mail-?daemon|mdaemon|post[-_.]?master|postmaster-\w+|hostmaster|abuse|no-?reply|do-?not-?reply|ne-?pas-?repondre|double-bounce|bounces?|root|daemon|microsoftexchange[0-9a-f]{8,})"?(?:[+=][^@]*)?@/i

export function isMachine(address: string): boolean {
  return MACHINES.test(address)
}

/**
 * The address in a field of RFC 3464: `rfc822; <a@b.example>`, `utf-8;\x{E9}t@…` (RFC 6533), or without a type. xtext
 * (RFC 3461, 4) is undone for the characters it must hide. Undefined when the value is no Internet address.
 */
export function addressOfField(value: string): string | undefined {
  const [, type = '', rest = value] = /^\s*([\w-]+)\s*;\s*([\s\S]*)$/.exec(value) ?? []
  if (/^x-?400$/i.test(type)) return undefined
  const plain = rest.replace(/\\x\{([0-9a-f]{1,6})\}/gi, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole
  })
  const found = ADDRESS.exec(plain.replace(/\+(2B|3D|40)/g, (_, hex: string) => undoXtext(hex)))
  if (!found) return /[^\s<>"@]{1,320}@[^\s<>"]{1,320}/.exec(plain)?.[0]
  return /^imcea/i.test(found[0]) ? undefined : found[0]
}

function undoXtext(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16))
}
