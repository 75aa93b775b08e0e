import { ImapFlow } from 'imapflow'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { MOST_BYTES } from '../bounces/index.ts'
import { lockIntake, mailboxPosition, noteRead, setMailboxPosition } from './intake-store.ts'
import type { Mailbox } from './mailbox.ts'
import { readReturned, takeReport } from './take-report.ts'

/** Messages of one reading: the next one goes on from there. */
const MOST_MESSAGES = 2000
/** A message that somebody deleted meanwhile. */
const NOTHING = new Uint8Array()

/**
 * Reads what is new in the mailbox: each message is applied and its UID kept in one transaction, then marked as read. Killed
 * anywhere, the next reading goes on from the last UID committed, and a message read again is recognised by its hash.
 * Nothing is deleted or moved. @returns the reports that were new
 */
export async function readImap(platform: Platform, mailbox: Mailbox, signal: AbortSignal): Promise<number> {
  const client = new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.tls === 'wrapped',
    ...(mailbox.tls === 'wrapped' ? {} : { doSTARTTLS: mailbox.tls === 'starttls' }),
    auth: { user: mailbox.user, pass: mailbox.password },
    logger: false,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  })
  client.on('error', () => undefined)
  const stop = () => client.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await client.connect()
    const opened = await client.mailboxOpen(mailbox.folder)
    return await readNew(platform, client, Number(opened.uidValidity), signal)
  } finally {
    signal.removeEventListener('abort', stop)
    await client.logout().catch(() => client.close())
  }
}

async function readNew(
  platform: Platform,
  client: ImapFlow,
  uidValidity: number,
  signal: AbortSignal,
): Promise<number> {
  const known = await mailboxPosition(platform.db)
  const from = known?.uidValidity === uidValidity ? known.uid + 1 : 1
  // `n:*` names the last message even when its UID is below n (RFC 3501, 6.4.8).
  const found = (await client.search({ uid: `${from}:*` }, { uid: true })) || []
  const uids = found.filter((uid) => uid >= from).sort((a, b) => a - b)
  let reports = 0
  for (const uid of uids.slice(0, MOST_MESSAGES)) {
    if (signal.aborted) break
    const fetched = await client.fetchOne(String(uid), { source: { maxLength: MOST_BYTES } }, { uid: true })
    if (await takeOne(platform, fetched ? (fetched.source ?? NOTHING) : NOTHING, { uidValidity, uid }))
      reports += 1
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }).catch(() => undefined)
  }
  await noteRead(platform.db, 'imap', reports, platform.clock.now())
  return reports
}

async function takeOne(
  platform: Platform,
  bytes: Uint8Array,
  position: { uidValidity: number; uid: number },
): Promise<boolean> {
  const keepPlace = async (tx: Tx) => {
    await lockIntake(tx, 'imap')
    await setMailboxPosition(tx, position)
  }
  return takeReport(platform, await readReturned('imap', bytes), keepPlace)
}
