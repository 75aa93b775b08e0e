import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { Temporal } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { define, Refusal, refusals } from '../../platform/refusal.ts'

const CRISIS = { http: 422, exit: 78 } as const

export const dkimRefusals = refusals('dkim', {
  incomplete: define({
    ...CRISIS,
    fr: () =>
      'La signature DKIM demande trois réglages : TOCSIN_DKIM_DOMAIN, TOCSIN_DKIM_SELECTOR et TOCSIN_DKIM_KEY. Donnez les trois, ou aucun.',
    en: () =>
      'The DKIM signature takes three settings: TOCSIN_DKIM_DOMAIN, TOCSIN_DKIM_SELECTOR and TOCSIN_DKIM_KEY. Give all three, or none.',
  }),
  unreadableKey: define<{ path: string }>({
    ...CRISIS,
    fr: ({ path }) =>
      `La clé DKIM ${path} est illisible. Il faut une clé privée PEM, RSA de 1024 bits au moins ou Ed25519, sans mot de passe.`,
    en: ({ path }) =>
      `The DKIM key ${path} cannot be read. It must be a PEM private key, RSA of at least 1024 bits or Ed25519, without a passphrase.`,
  }),
  openKey: define<{ path: string }>({
    ...CRISIS,
    fr: ({ path }) =>
      `D’autres comptes peuvent lire la clé DKIM ${path}. Réservez-la au compte de Tocsin : chmod 600 ${path}`,
    en: ({ path }) =>
      `Other accounts can read the DKIM key ${path}. Keep it to Tocsin’s account: chmod 600 ${path}`,
  }),
  otherDomain: define<{ domain: string; sender: string }>({
    ...CRISIS,
    fr: ({ domain, sender }) =>
      `La signature DKIM porte ${domain}, l’expéditeur écrit depuis ${sender} : les destinataires ne la compteraient pas. Réglez TOCSIN_DKIM_DOMAIN sur le domaine de l’expéditeur. Rien n’est parti.`,
    en: ({ domain, sender }) =>
      `The DKIM signature bears ${domain}, the sender writes from ${sender}: recipients would not count it. Set TOCSIN_DKIM_DOMAIN to the sender’s domain. Nothing left.`,
  }),
})

export interface DkimSigner {
  readonly domain: string
  readonly selector: string
  readonly key: KeyObject
}

/** The signer of the settings; undefined when there is none: nothing is signed by default. @throws dkimRefusals */
export function dkimSigner({ dkim }: Pick<Config, 'dkim'>): DkimSigner | undefined {
  const { domain, selector, keyFile } = dkim
  if (!domain && !selector && !keyFile) return undefined
  if (!domain || !selector || !keyFile) throw dkimRefusals.incomplete()
  return { domain: domain.toLowerCase(), selector, key: readKey(keyFile) }
}

function readKey(path: string): KeyObject {
  let key: KeyObject
  try {
    if ((statSync(path).mode & 0o077) !== 0 && process.platform !== 'win32')
      throw dkimRefusals.openKey({ path })
    key = createPrivateKey(readFileSync(path))
  } catch (error) {
    throw error instanceof Refusal ? error : dkimRefusals.unreadableKey({ path })
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (key.asymmetricKeyType === 'ed25519' || (key.asymmetricKeyType === 'rsa' && bits >= 1024)) return key // RFC 8301
  throw dkimRefusals.unreadableKey({ path })
}

/**
 * The signer of a campaign. One that is not aligned with the sender's address would count for nothing (RFC 7489, 3.1.1) and is
 * refused; the fictional sender of an exercise goes unsigned then. @throws dkimRefusals
 */
export function signerOf(
  config: Pick<Config, 'dkim'>,
  { exercise, senderAddress }: { readonly exercise: boolean; readonly senderAddress: string },
): DkimSigner | undefined {
  const signer = dkimSigner(config)
  const sender = senderAddress.slice(senderAddress.lastIndexOf('@') + 1).toLowerCase()
  if (!signer || sender === signer.domain || sender.endsWith(`.${signer.domain}`)) return signer
  if (exercise) return undefined
  throw dkimRefusals.otherDomain({ domain: signer.domain, sender })
}

/** The TXT record that publishes the key: its name, and its text (RFC 6376, 3.6.1; RFC 8463, 4). */
export function dkimRecord({ domain, selector, key }: DkimSigner): { name: string; text: string } {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const [type, bytes] = key.asymmetricKeyType === 'ed25519' ? ['ed25519', der.subarray(-32)] : ['rsa', der]
  return {
    name: `${selector}._domainkey.${domain}`,
    text: `v=DKIM1; k=${type}; p=${bytes.toString('base64')}`,
  }
}

/** From stands twice: another one added on the way breaks the signature (RFC 6376, 5.4.2). */
const SIGNED = ['from', 'from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type']

/** A message (CRLF, ASCII) with its DKIM-Signature on top, relaxed/relaxed (RFC 6376; Ed25519: RFC 8463). */
export function signMessage(message: string, signer: DkimSigner, at: Temporal.Instant): string {
  const end = message.indexOf('\r\n\r\n')
  const headers = message.slice(0, end)
  const bodyHash = createHash('sha256')
    .update(relaxedBody(message.slice(end + 4)), 'latin1')
    .digest('base64')
  const algorithm = signer.key.asymmetricKeyType === 'ed25519' ? 'ed25519-sha256' : 'rsa-sha256'
  const unsigned =
    `DKIM-Signature: v=1; a=${algorithm}; c=relaxed/relaxed;\r\n d=${signer.domain}; s=${signer.selector};\r\n` +
    ` t=${Math.floor(at.epochMilliseconds / 1000)};\r\n h=${SIGNED.join(':')};\r\n bh=${bodyHash};\r\n b=`
  const data = signedData(headers, SIGNED, unsigned)
  const signature =
    algorithm === 'ed25519-sha256'
      ? sign(null, createHash('sha256').update(data, 'latin1').digest(), signer.key)
      : sign('sha256', Buffer.from(data, 'latin1'), signer.key)
  const folded = signature.toString('base64').replace(/.{72}(?=.)/g, '$&\r\n ')
  return `${unsigned}${folded}\r\n${message}`
}

/** What a signature is made over: the named headers, the last of a name first, then its own header without line end (RFC 6376, 3.7). */
export function signedData(headers: string, names: readonly string[], own: string): string {
  const fields = headers.split(/\r\n(?![ \t])/).map(relaxedHeader)
  const chosen = names.map((name) => {
    const at = fields.findLastIndex((field) => field.startsWith(`${name.toLowerCase()}:`))
    return at < 0 ? '' : `${fields.splice(at, 1)[0]}\r\n`
  })
  return chosen.join('') + relaxedHeader(own)
}

/** RFC 6376, 3.4.2. */
function relaxedHeader(field: string): string {
  const colon = field.indexOf(':')
  const value = field
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ')
    .trim()
  return `${field.slice(0, colon).trimEnd().toLowerCase()}:${value}`
}

/** RFC 6376, 3.4.4. */
export function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+/g, ' ').replace(/ (?=\r\n)| $/g, '')
  const kept = lines.replace(/(\r\n)+$/, '')
  return kept === '' ? '' : `${kept}\r\n`
}
