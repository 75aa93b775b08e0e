import { define, refusals } from '../../platform/refusal.ts'

/** Where returned mail is read by IMAP, and under which protection. */
export interface Mailbox {
  readonly host: string
  readonly port: number
  /** `wrapped` from the first byte (imaps), `starttls` required, `none` on the loopback interface only. */
  readonly tls: 'wrapped' | 'starttls' | 'none'
  readonly user: string
  readonly password: string
  readonly folder: string
}

export const mailboxRefusals = refusals('bounce', {
  mailboxAddress: define({
    http: 422,
    exit: 64,
    fr: () =>
      'TOCSIN_BOUNCE_IMAP_URL n’est pas l’adresse d’une boîte. Écrivez imaps://compte:motdepasse@hôte/INBOX.',
    en: () =>
      'TOCSIN_BOUNCE_IMAP_URL is not the address of a mailbox. Write imaps://user:password@host/INBOX.',
  }),
  mailboxElsewhere: define<{ host: string }>({
    http: 409,
    exit: 69,
    fr: ({ host }) =>
      `Exercice\u00a0: rien ne sort. La boîte des retours est sur ${host}, pas sur cette machine. Retirez TOCSIN_BOUNCE_IMAP_URL.`,
    en: ({ host }) =>
      `Exercise: nothing leaves. The mailbox of returned mail is on ${host}, not on this machine. Remove TOCSIN_BOUNCE_IMAP_URL.`,
  }),
})

/**
 * Reads `imaps://user:password@host[:port][/folder]` or `imap://…`. TLS is required unless the server is on this machine; in
 * an exercise it must be.
 */
export function readMailbox(url: string, exercise: boolean): Mailbox {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const secure = parsed?.protocol === 'imaps:'
  if (!parsed?.hostname || !parsed.username || (!secure && parsed.protocol !== 'imap:'))
    throw mailboxRefusals.mailboxAddress()
  const host = parsed.hostname.replace(/^\[|\]$/g, '')
  const loopback = host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
  if (exercise && !loopback) throw mailboxRefusals.mailboxElsewhere({ host })
  return {
    host,
    port: Number(parsed.port) || (secure ? 993 : 143),
    tls: secure ? 'wrapped' : loopback ? 'none' : 'starttls',
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    folder: decodeURIComponent(parsed.pathname.slice(1)) || 'INBOX',
  }
}
