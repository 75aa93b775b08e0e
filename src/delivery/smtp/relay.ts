import { deliveryRefusals } from '../refusals.ts'

/** Where e-mail is handed over, and under which protection. */
export interface Relay {
  readonly host: string
  readonly port: number
  /** `wrapped` from the first byte (smtps), `starttls` required, `none` on the loopback interface only. */
  readonly tls: 'wrapped' | 'starttls' | 'none'
  readonly auth: { readonly user: string; readonly password: string } | undefined
  readonly loopback: boolean
}

/** Reads `smtp://[user:password@]host[:port]` or `smtps://…`. TLS is required unless the relay is on this machine. */
export function readRelay(url: string): Relay {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const secure = parsed?.protocol === 'smtps:'
  if (!parsed?.hostname || (!secure && parsed.protocol !== 'smtp:')) throw deliveryRefusals.relayAddress()
  const host = parsed.hostname.replace(/^\[|\]$/g, '')
  const loopback = isLoopback(host)
  const user = decodeURIComponent(parsed.username)
  return {
    host,
    port: Number(parsed.port) || (secure ? 465 : user ? 587 : 25),
    tls: secure ? 'wrapped' : loopback ? 'none' : 'starttls',
    auth: user ? { user, password: decodeURIComponent(parsed.password) } : undefined,
    loopback,
  }
}

/** The relay of a campaign. In an exercise nothing leaves this machine: another host is refused, not ignored. */
export function relayOf(smtpUrl: string | undefined, exercise: boolean): Relay | undefined {
  if (!smtpUrl) {
    if (exercise) return undefined
    throw deliveryRefusals.noRelay()
  }
  const relay = readRelay(smtpUrl)
  if (exercise && !relay.loopback) throw deliveryRefusals.nothingLeaves({ host: relay.host })
  return relay
}

/**
 * Whether a connection ended where the settings promise: on this machine, where no TLS is asked and an exercise stays. A
 * name, localhost included, may resolve elsewhere; the address of the socket may not lie.
 */
export function reachedAsPromised(relay: Relay, remoteAddress: string | undefined): boolean {
  const address = remoteAddress?.replace(/^::ffff:/i, '') ?? ''
  return !relay.loopback || (address !== 'localhost' && isLoopback(address))
}

/** 127.0.0.0/8, ::1 and the name reserved for them (RFC 6761, 6.3). */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
