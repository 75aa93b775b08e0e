import { randomBytes } from 'node:crypto'

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `7K3M-9QXT`: 40 random bits in Crockford's base 32, easy to read over a telephone. */
export function drawCode(): string {
  const symbols = [...randomBytes(8)].map((byte) => SYMBOLS[byte % 32]).join('')
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`
}
